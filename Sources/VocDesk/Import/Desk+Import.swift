import Foundation
import VocChannels
public import VocDomain
import VocStore

extension Desk {
  /// Ends the transaction of a dry run.
  private struct DryRun: Error {}

  /// Records and bytes of one transaction: short enough for agents who write meanwhile.
  private static let chunk = (records: 5_000, bytes: 4 << 20)

  /// Imports the files, folders, archives and "-" (standard input) at `paths`.
  ///
  /// Nothing is written unless every file can be read. Then each chunk of a file is one transaction: an import
  /// that is killed is completed by running it again. Throws `ImportRefusals`, `VocError`.
  public func importFiles(
    _ paths: [String], options: ImportOptions, searchPath: String,
    problem: (String, ImportProblem) throws -> Void = { _, _ in }, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    try Desk.check(country: options.country)
    let plan = try plan(paths, options: options, searchPath: searchPath)
    try store.trustRerun()
    var report = ImportReport()
    report.skipped = plan.skipped
    if options.isDryRun {
      do {
        try store.transaction {
          try run(plan, options: options, into: &report, problem: problem, progress: progress)
          throw DryRun()
        }
      } catch is DryRun {}
      report.batch = nil
    } else {
      try run(plan, options: options, into: &report, problem: problem, progress: progress)
    }
    return report
  }

  /// Reads the files without keeping anything: each record with its instant's offset from UTC in seconds.
  public func readRecords(
    _ paths: [String], options: ImportOptions, searchPath: String,
    record: (ChannelRecord, _ offset: Int64) throws -> Void, answer: (AnswerRecord) throws -> Void,
    problem: (String, ImportProblem) throws -> Void
  ) throws {
    let plan = try plan(paths, options: options, searchPath: searchPath)
    let zone = try zoneClock(options, channel: try options.channel.flatMap { try store.channel(named: $0) })
    for file in plan.files {
      switch file.content {
      case .chat(let survey, let order, _, _):
        try WhatsAppExport.read(file.export.source, survey: survey, order: order) {
          try record($0, zone.offset(at: zone.instant(of: $0.at)))
        } problem: {
          try problem(file.export.name, $0)
        }
      case .answers(let survey, let order):
        try SurveyTable.read(file.export.source, survey: survey, order: order, record: answer) {
          try problem(file.export.name, $0)
        }
      }
    }
  }

  private func plan(_ paths: [String], options: ImportOptions, searchPath: String) throws -> ImportPlan {
    let channel = try store.channel(named: options.channel ?? Desk.defaultChannel)
    if let channel, let zone = options.zone, zone != channel.zone {
      throw VocError.zoneIsSet(channel: channel.name, zone: channel.zone)
    }
    return try ImportPlan(paths: paths, options: options, channel: channel, searchPath: searchPath)
  }

  static let defaultChannel = "WhatsApp"

  private func zoneClock(_ options: ImportOptions, channel: Channel?) throws -> ZoneClock {
    try ZoneClock(named: options.zone ?? channel?.zone ?? reportZone())
  }

  private func run(
    _ plan: ImportPlan, options: ImportOptions, into report: inout ImportReport,
    problem: (String, ImportProblem) throws -> Void, progress: (ImportProgress) -> Void
  ) throws {
    let batchID = try store.transaction {
      try store.beginBatch(actor: actor, options: options.summary, at: now())
    }
    report.batch = batchID
    var counter = ImportProgress(records: 0, totalRecords: plan.files.reduce(0) { $0 + $1.content.records })
    for file in plan.files {
      var entry = ImportReport.File(name: file.export.name, format: file.content.format)
      let note = { (found: ImportProblem) in
        entry.problems += 1
        try problem(file.export.name, found)
      }
      let advance = { (records: Int) in
        counter.records += records
        progress(counter)
      }
      switch file.content {
      case .chat(let survey, let order, let evidence, let sides):
        (entry.order, entry.evidence) = (order, evidence)
        let intake = try conversationIntake(sides, options: options, batchID: batchID, report: &report)
        var buffer = Chunk<ChannelRecord>()
        try WhatsAppExport.read(file.export.source, survey: survey, order: order) { record in
          entry.records += 1
          buffer.append(record, bytes: record.text.utf8.count)
          if buffer.isFull { advance(try flush(&buffer, intake.take)) }
        } problem: {
          try note($0)
        }
        advance(try flush(&buffer, intake.take))
        try store.transaction { try intake.finish() }
        report.add(intake.totals, to: &entry)
      case .answers(let survey, let order):
        (entry.order, entry.evidence, entry.blank) = (order, survey.evidence, survey.blankRows)
        let intake = try answerIntake(options, batchID: batchID, report: &report)
        var buffer = Chunk<AnswerRecord>()
        try SurveyTable.read(file.export.source, survey: survey, order: order) { record in
          entry.records += 1
          buffer.append(record, bytes: record.comment.utf8.count)
          if buffer.isFull { advance(try flush(&buffer, intake.take)) }
        } problem: {
          try note($0)
        }
        advance(try flush(&buffer, intake.take))
        report.add(intake.totals, to: &entry)
      }
      try store.transaction { try store.insert(ImportedFile(entry, file.export), batchID: batchID) }
      report.files.append(entry)
    }
    try store.transaction { try store.finishBatch(batchID, at: now()) }
  }

  private func flush<Record>(_ chunk: inout Chunk<Record>, _ take: ([Record]) throws -> Void) throws -> Int {
    let records = chunk.drain()
    if !records.isEmpty { try store.transaction { try take(records) } }
    return records.count
  }

  private func conversationIntake(
    _ sides: ChatSides, options: ImportOptions, batchID: Int64, report: inout ImportReport
  ) throws -> ConversationIntake {
    try store.transaction {
      let name = options.channel ?? Desk.defaultChannel
      let zone = try zoneClock(options, channel: try store.channel(named: name))
      let channel = try findOrMakeChannel(
        name, kind: "whatsapp", zone: zone.zone.identifier, country: options.country)
      for identity in options.identities { try store.addIdentity(identity, toChannel: channel.id) }
      report.zone = zone.zone.identifier
      let intake = ConversationIntake(
        store: store, channel: channel, sides: sides, zone: zone, country: options.country ?? channel.country,
        actor: actor, now: now(), batchID: batchID)
      try intake.begin()
      return intake
    }
  }

  private func answerIntake(
    _ options: ImportOptions, batchID: Int64, report: inout ImportReport
  ) throws -> AnswerIntake {
    try store.transaction {
      let known = try options.channel.flatMap { try store.channel(named: $0) }
      let zone = try zoneClock(options, channel: known)
      let channel = try options.channel.map {
        try findOrMakeChannel(
          $0, kind: Channel.kind(named: $0) ?? "survey", zone: zone.zone.identifier, country: options.country)
      }
      report.zone = zone.zone.identifier
      return try AnswerIntake(
        desk: self, channel: channel, zone: zone, country: options.country, batchID: batchID)
    }
  }

  func findOrMakeChannel(_ name: String, kind: String, zone: String, country: String?) throws -> Channel {
    if let known = try store.channel(named: name) {
      if known.country == nil, let country { try store.setCountry(country.uppercased(), ofChannel: known.id) }
      return known
    }
    return try channel(
      try store.insert(
        Channel(id: 0, kind: kind, name: Desk.storable(name), zone: zone, country: country?.uppercased())))
  }

  /// Records waiting for their transaction.
  private struct Chunk<Record> {
    private var records: [Record] = []
    private var bytes = 0

    mutating func append(_ record: Record, bytes count: Int) {
      records.append(record)
      bytes += count
    }

    var isFull: Bool { records.count >= Desk.chunk.records || bytes >= Desk.chunk.bytes }

    mutating func drain() -> [Record] {
      defer {
        records.removeAll(keepingCapacity: true)
        bytes = 0
      }
      return records
    }
  }
}

extension ImportPlan.Content {
  var format: ExportFormat {
    switch self {
    case .chat: .whatsapp
    case .answers: .surveyCSV
    }
  }

  var records: Int {
    switch self {
    case .chat(let survey, _, _, _): survey.records
    case .answers(let survey, _): survey.rows
    }
  }
}

extension ImportOptions {
  /// What a batch remembers of how it was run.
  var summary: String {
    var parts: [String] = []
    if let format { parts.append("--format \(format.rawValue)") }
    if let channel { parts.append("--channel \(channel)") }
    parts += identities.map { "--us \($0)" }
    if let zone { parts.append("--timezone \(zone)") }
    if let country { parts.append("--country \(country)") }
    if let dateOrder { parts.append("--date-order \(dateOrder.rawValue)") }
    if !map.isEmpty { parts.append("--map " + map.map { "\($0.column)=\($0.field)" }.joined(separator: ",")) }
    if let survey { parts.append("--survey \(survey.rawValue)") }
    return parts.joined(separator: " ")
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
  fileprivate mutating func add(_ totals: ConversationIntake.Totals, to entry: inout File) {
    (entry.new, entry.known) = (totals.new, totals.known)
    customers += totals.customers.count
    newCustomers += totals.newCustomers
    ticketsOpened += totals.opened
    ticketsContinued += totals.continued
    ticketsContinuedAcross += totals.continuedAcross
    ticketsSettled += totals.settled
    newMessages += totals.new
    knownMessages += totals.known
  }

  fileprivate mutating func add(_ totals: AnswerIntake.Totals, to entry: inout File) {
    (entry.new, entry.known) = (totals.new, totals.known)
    customers += totals.customers.count
    newCustomers += totals.newCustomers
    newAnswers += totals.new
    knownAnswers += totals.known
  }
}
