import VocChannels
import VocDomain
import VocStore

/// One run of an import over files that are known to be readable: a batch.
final class ImportRun {
  /// Records and bytes of one transaction: short enough for agents who write meanwhile.
  private static let chunk = (records: 5_000, bytes: 4 << 20)

  private let desk: Desk
  private let store: Store
  private let plan: ImportPlan
  private let options: ImportOptions
  private let problem: (String, ImportProblem) throws -> Void
  private let progress: (ImportProgress) -> Void
  private var state: ImportProgress
  private var summary = ImportReport()
  private var customers: Set<Int64> = []

  init(
    desk: Desk, plan: ImportPlan, options: ImportOptions,
    problem: @escaping (String, ImportProblem) throws -> Void, progress: @escaping (ImportProgress) -> Void
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
    let batchID = try store.transaction {
      try store.beginBatch(actor: desk.actor, options: options.summary, at: desk.now())
    }
    summary.batch = batchID
    store.batchID = batchID
    defer { store.batchID = nil }
    for file in plan.files {
      let entry = try entry(for: file, batchID: batchID)
      try store.transaction { try store.insert(ImportedFile(entry, file.export), batchID: batchID) }
      summary.files.append(entry)
    }
    try store.transaction {
      if summary.newMessages > 0 { try store.mergeSearchIndex() }
      try store.finishBatch(batchID, at: desk.now())
    }
    summary.customers = customers.count
    return summary
  }

  private func entry(for file: ImportPlan.File, batchID: Int64) throws -> ImportReport.File {
    var entry = ImportReport.File(name: file.export.name, format: file.content.format)
    switch file.content {
    case .chat(_, _, _, nil): preconditionFailure("a plan to import knows the sides of every chat")
    case .chat(let survey, let order, let evidence, let sides?):
      (entry.order, entry.evidence) = (order, evidence)
      let intake = try conversationIntake(sides, batchID: batchID)
      try pass(into: &entry, bytes: \.text.utf8.count, take: intake.take) { record, problem in
        try WhatsAppExport.read(
          file.export.source, survey: survey, order: order, record: record, problem: problem)
      }
      try store.transaction { try intake.finish() }
      customers.formUnion(intake.totals.customers)
      summary.add(intake.totals, intake.ticketTotals, to: &entry)
    case .answers(let survey, let order):
      (entry.order, entry.evidence) = (order, order == survey.order ? survey.evidence : .given)
      let intake = try answerIntake(batchID: batchID)
      var blank = 0
      try pass(into: &entry, bytes: \.comment.utf8.count, take: intake.take) { record, problem in
        blank = try SurveyTable.read(
          file.export.source, survey: survey, order: order, record: record, problem: problem
        ).blank
      }
      entry.blank = blank
      entry.unreadPhones = intake.totals.unreadPhones
      entry.unknownTickets = intake.totals.unknownTickets
      entry.hasDates = survey.positions[.at] != nil
      customers.formUnion(intake.totals.customers)
      summary.add(intake.totals, to: &entry)
    }
    return entry
  }

  /// Hands what a parser reads to `take`, a transaction at a time, and counts.
  private func pass<Record>(
    into entry: inout ImportReport.File, bytes: @escaping (Record) -> Int,
    take: @escaping ([Record]) throws -> Void,
    read: ((Record) throws -> Void, (ImportProblem) throws -> Void) throws -> Void
  ) throws {
    var waiting: [Record] = []
    var size = 0
    var (records, problems) = (0, 0)
    let name = entry.name
    func flush() throws {
      if !waiting.isEmpty { try store.transaction { try take(waiting) } }
      state.records += waiting.count
      progress(state)
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    try read { record in
      records += 1
      waiting.append(record)
      size += bytes(record)
      if waiting.count >= ImportRun.chunk.records || size >= ImportRun.chunk.bytes { try flush() }
    } _: {
      problems += 1
      try problem(name, $0)
    }
    try flush()
    (entry.records, entry.problems) = (records, problems)
  }

  private func conversationIntake(_ sides: ChatSides, batchID: Int64) throws -> ConversationIntake {
    try store.transaction {
      let name = options.channel ?? Desk.defaultChannel
      let zone = try desk.zoneClock(options, channel: try store.channel(named: name))
      let channel = try desk.findOrMakeChannel(
        name, kind: "whatsapp", zone: zone.name, country: options.country)
      for identity in options.identities { try store.addIdentity(identity, toChannel: channel.id) }
      summary.zone = zone.name
      return try ConversationIntake(
        store: store, channel: channel, sides: sides, zone: zone, country: options.country ?? channel.country,
        actor: desk.actor, now: desk.now(), batchID: batchID)
    }
  }

  private func answerIntake(batchID: Int64) throws -> AnswerIntake {
    try store.transaction {
      let known = try options.channel.flatMap { try store.channel(named: $0) }
      let zone = try desk.zoneClock(options, channel: known)
      let channel = try options.channel.map {
        try desk.findOrMakeChannel(
          $0, kind: Channel.kind(named: $0) ?? "survey", zone: zone.name, country: options.country)
      }
      summary.zone = zone.name
      return try AnswerIntake(
        desk: desk, channel: channel, zone: zone, zoneGiven: options.zone, country: options.country,
        batchID: batchID)
    }
  }
}

extension ImportedFile {
  fileprivate init(_ entry: ImportReport.File, _ export: ExportFile) {
    var counts = ImportCounts()
    (counts.records, counts.new, counts.known, counts.problems) =
      (entry.records, entry.new, entry.known, entry.problems)
    self.init(
      name: export.source.name, format: entry.format.rawValue, byteCount: export.byteCount, counts: counts)
  }
}

extension ImportReport {
  fileprivate mutating func add(
    _ totals: ConversationIntake.Totals, _ tickets: TicketThreads.Totals, to entry: inout File
  ) {
    (entry.new, entry.known) = (totals.new, totals.known)
    newCustomers += totals.newCustomers
    ticketsOpened += tickets.opened
    ticketsContinued += tickets.continued
    ticketsContinuedAcross += tickets.continuedAcross
    ticketsSettled += tickets.settled
    newMessages += totals.new
    knownMessages += totals.known
  }

  fileprivate mutating func add(_ totals: AnswerIntake.Totals, to entry: inout File) {
    (entry.new, entry.known) = (totals.new, totals.known)
    newCustomers += totals.newCustomers
    newAnswers += totals.new
    knownAnswers += totals.known
  }
}
