import VocChannels
import VocDomain
import VocStore

/// What a parser reads of a file between two transactions.
private struct ReadPiece<Record> {
  var records: [Record] = []
  var problems: [ImportProblem] = []
  var byteCount = 0

  /// Short enough a transaction for agents who write meanwhile.
  var isFull: Bool { records.count + problems.count >= 5_000 || byteCount >= 4 << 20 }
}

/// One run of an import over files that are known to be readable: a batch.
final class ImportRun {
  /// Of a record of unknown size: messages over the limit of a chunk are rare, and only make it longer.
  private static func usualSize(_ record: ExportRecord) -> Int {
    if case .message(let message) = record { message.text.utf8.count } else { 200 }
  }

  private let desk: Desk
  private let store: Store
  private let plan: ImportPlan
  private let options: ImportOptions
  private let problem: (ImportPlan.File, ImportProblem) throws -> Void
  private let progress: (ImportProgress) -> Void
  private var state: ImportProgress
  private var summary = ImportReport()
  /// Those of before this import, and those that a chat or an answer made.
  private var customers: Set<Int64> = []
  /// Those that records made: too many, in a large log, to hold each.
  private var newCustomers = 0
  private var batchID: Int64 = 0
  /// The number of the file that is being read, as one of the batch.
  private var fileID: Int64 = 0

  init(
    desk: Desk, plan: ImportPlan, options: ImportOptions,
    problem: @escaping (ImportPlan.File, ImportProblem) throws -> Void,
    progress: @escaping (ImportProgress) -> Void
  ) {
    self.desk = desk
    store = desk.store
    self.plan = plan
    self.options = options
    self.problem = problem
    self.progress = progress
    state = ImportProgress(records: 0, totalRecords: plan.files.reduce(0) { $0 + $1.content.records })
    summary.skipped = plan.skipped
  }

  /// Imports every file and says what became of them.
  func report() throws -> ImportReport {
    let fileIDs = try begin()
    summary.batch = batchID
    (store.batchID, desk.givenZone) = (batchID, options.zone)
    defer { (store.batchID, desk.givenZone) = (nil, nil) }
    for (file, id) in zip(plan.files, fileIDs) {
      fileID = id
      var entry = try entry(for: file)
      if entry.new > 0 {
        entry.readOtherwiseBy = try store.importWithOtherOptions(ofFile: file.sha256, before: batchID)
      }
      summary.files.append(entry)
    }
    summary.followUpsWithoutChannel = try transaction { try desk.followUpIfAsked(batch: batchID) }
    try transaction {
      if summary.newMessages > 0 { try store.mergeSearchIndex() }
      try store.finishBatch(batchID, at: desk.now())
    }
    summary.customers = customers.count + newCustomers
    return summary
  }

  /// All files are on record from the start: should the run be killed, they tell what it was of.
  private func begin() throws -> [Int64] {
    try store.transaction {
      batchID = try store.beginBatch(
        actor: desk.actor, options: options.summary, at: desk.now())
      return try plan.files.map { try store.insert(ImportedFile($0), batchID: batchID) }
    }
  }

  /// Throws `VocError.importUndone` where somebody has undone this import while it runs.
  private func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try store.transaction {
      if try store.isUndone(batch: batchID) { throw VocError.importUndone(batchID) }
      return try body()
    }
  }

  private func entry(for file: ImportPlan.File) throws -> ImportReport.File {
    switch file.content {
    case .chat(_, _, _, nil): preconditionFailure("a plan to import knows the sides of every chat")
    case .chat(let survey, let order, let evidence, let sides?):
      try chat(file, survey, order, evidence, sides)
    case .records(let reader): try records(file, reader)
    }
  }

  private func chat(
    _ file: ImportPlan.File, _ survey: WhatsAppSurvey, _ order: DateOrder, _ evidence: DateOrder.Evidence?,
    _ sides: ChatSides
  ) throws -> ImportReport.File {
    var entry = ImportReport.File(name: file.export.name, format: .whatsapp)
    (entry.order, entry.evidence) = (order, evidence)
    let intake = try transaction {
      let (channel, zone) = try channel(for: .whatsapp, isOfCalls: false)
      return try ConversationIntake(
        store: store, channel: channel, sides: sides, zone: zone, country: options.country ?? channel.country,
        agents: options.agents, now: desk.now(), batchID: batchID)
    }
    let now = desk.now()
    try pass(file, into: &entry, bytes: \.text.utf8.count) { records, entry in
      try intake.take(records)
      entry.count(intake.totals)
    } read: { record, problem in
      try WhatsAppExport.read(
        file.export.source, survey: survey, order: order, now: now, record: record, problem: problem)
    }
    try transaction {
      try intake.finish()
      entry.count(intake.totals)
      try store.keep(entry.counts, ofFile: fileID)
    }
    customers.formUnion(intake.totals.customers)
    summary.add(intake.totals, intake.ticketTotals)
    return entry
  }

  private func records(_ file: ImportPlan.File, _ reader: any ExportReader) throws -> ImportReport.File {
    let format = type(of: reader).format
    let findings = reader.findings
    var entry = ImportReport.File(name: file.export.name, format: format, findings: findings)
    (entry.order, entry.evidence) = (options.dateOrder ?? findings.order, findings.evidence)
    let intake = try transaction { try recordIntake(format, findings) }
    try pass(file, into: &entry, bytes: ImportRun.usualSize) { records, entry in
      try intake.take(records)
      entry.count(intake.totals)
    } read: { record, problem in
      try reader.read(file.export.source, record: record, problem: problem)
    }
    while try transaction({ try intake.takeReady() }) {}
    try transaction {
      try intake.finish()
      entry.count(intake.totals)
      try store.keep(entry.counts, ofFile: fileID)
    }
    entry.waiting = try store.pendingCounts(ofSource: intake.sourceID).map {
      ImportReport.Waiting(kind: $0.kind, records: Int($0.records), keys: $0.keys)
    }
    customers.formUnion(intake.totals.customers)
    customers.formUnion(intake.answers.totals.customers)
    newCustomers += intake.totals.newCustomers
    summary.add(intake, to: &entry)
    return entry
  }

  /// Hands what a parser reads to `take`, a transaction at a time, and keeps what has become of it so far.
  ///
  /// The parser runs ahead on the other thread: this one has the database.
  private func pass<Record>(
    _ file: ImportPlan.File, into entry: inout ImportReport.File, bytes: @escaping (Record) -> Int,
    take: ([Record], inout ImportReport.File) throws -> Void,
    read: @escaping ((Record) throws -> Void, (ImportProblem) throws -> Void) throws -> Void
  ) throws {
    try ReadAhead<ReadPiece<Record>>.run { hand in
      var piece = ReadPiece<Record>()
      func handOn() throws {
        try hand(piece)
        piece = ReadPiece()
      }
      try read { record in
        piece.records.append(record)
        piece.byteCount += bytes(record)
        if piece.isFull { try handOn() }
      } _: {
        piece.problems.append($0)
        if piece.isFull { try handOn() }
      }
      try handOn()
    } take: { piece in
      for each in piece.problems { try problem(file, each) }
      entry.records += piece.records.count
      entry.problems += piece.problems.count
      try transaction {
        if !piece.records.isEmpty { try take(piece.records, &entry) }
        try store.keep(entry.counts, ofFile: fileID)
      }
      state.records += piece.records.count
      progress(state)
    }
  }

  /// The channel that a format's exports go to, made where it is new, and the zone of their times.
  private func channel(for format: ExportFormat, isOfCalls: Bool) throws -> (Channel, ZoneClock) {
    let name = options.channel ?? format.channelName
    let known = try store.channel(named: name)
    let zone = try desk.zoneClock(options, channel: known)
    let told = format.tellsChannelKind ? nil : options.channelKind
    let kind = told ?? format.channelKind(named: name, isOfCalls: isOfCalls)
    let channel = try desk.findOrMakeChannel(name, kind: kind, zone: zone.name, country: options.country)
    let isGuessed = known == nil && told == nil && !format.tellsChannelKind && !isOfCalls
    if isGuessed { summary.guessedChannels.append(channel) }
    if known == nil && told != nil && Channel.isOwn(kind: kind) { summary.channelsOfOwnKind.append(channel) }
    for identity in options.identities { try store.addIdentity(identity, toChannel: channel.id) }
    summary.zone = zone.name
    return (channel, zone)
  }

  private func recordIntake(_ format: ExportFormat, _ findings: ExportFindings) throws -> RecordIntake {
    let isSurvey = format.family == .survey
    let given = try options.channel.flatMap { try store.channel(named: $0) }
    let zone = try desk.zoneClock(
      options, channel: isSurvey ? given : given ?? store.channel(named: format.channelName))
    // Answers name their own channel, or none.
    let channel =
      isSurvey && options.channel == nil
      ? nil : try self.channel(for: format, isOfCalls: findings.isOfCalls).0
    summary.zone = zone.name
    let answers = try AnswerIntake(
      desk: desk, channel: isSurvey ? channel : nil, zone: zone, country: options.country, batchID: batchID)
    let context = RecordIntake.Context(
      format: format, account: findings.account ?? "",
      channel: channel ?? Channel(id: 0, kind: "survey", name: format.channelName, zone: zone.name),
      isChannelGiven: options.channel != nil, zone: zone, country: options.country ?? channel?.country,
      agents: options.agents, identities: options.identities + (channel?.identities ?? []), batchID: batchID)
    return try RecordIntake(
      desk: desk, context: context, reader: ExportReaders.reader(of: format), answers: answers)
  }
}
