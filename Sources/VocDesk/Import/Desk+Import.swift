import Foundation
import VocChannels
public import VocDomain
import VocStore

extension Desk {
  /// Ends the transaction of a dry run.
  private struct DryRun: Error {}

  /// Files that can be imported, as far as reading them tells.
  public struct PreparedImport {
    let plan: ImportPlan
    let options: ImportOptions
  }

  /// Reads the files, folders, archives and "-" (standard input) at `paths`, and writes nothing.
  ///
  /// Throws `ImportRefusals` unless every one of them can be imported, and `VocError`.
  public func prepareImport(
    _ paths: [String], options: ImportOptions, searchPath: String
  ) throws -> PreparedImport {
    try Desk.check(country: options.country)
    if let zone = options.zone { _ = try ZoneClock(named: zone) }
    return PreparedImport(
      plan: try plan(paths, options: options, searchPath: searchPath, needsSides: true), options: options)
  }

  /// Imports what was prepared, if by another desk.
  ///
  /// Each chunk of a file is one transaction: an import that is killed is completed by running it again.
  public func importFiles(
    _ prepared: PreparedImport, problem: @escaping (String, ImportProblem) throws -> Void = { _, _ in },
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    try store.expectManyRows()
    let run = ImportRun(
      desk: self, plan: prepared.plan, options: prepared.options, problem: problem, progress: progress)
    guard prepared.options.isDryRun else { return try run.report() }
    var report = ImportReport()
    do {
      try store.transaction {
        report = try run.report()
        throw DryRun()
      }
    } catch is DryRun {}
    report.batch = nil
    return report
  }

  /// Reads the files without keeping anything: each record with its instant and the offset from UTC
  /// there, in seconds.
  public func readRecords(
    _ paths: [String], options: ImportOptions, searchPath: String,
    record: (ChannelRecord, Instant, _ offset: Int64) throws -> Void,
    answer: (AnswerRecord, Instant?, _ offset: Int64) throws -> Void,
    problem: (String, ImportProblem) throws -> Void
  ) throws {
    let plan = try plan(paths, options: options, searchPath: searchPath, needsSides: false)
    for file in plan.files {
      let name = file.content.format == .whatsapp ? options.channel ?? Desk.defaultChannel : options.channel
      let zone = try zoneClock(options, channel: try name.flatMap { try store.channel(named: $0) })
      switch file.content {
      case .chat(let survey, let order, _, _):
        try WhatsAppExport.read(file.export.source, survey: survey, order: order) {
          let instant = zone.instant(of: $0.at)
          try record($0, instant, zone.offset(at: instant))
        } problem: {
          try problem(file.export.name, $0)
        }
      case .answers(let survey, let order):
        try SurveyTable.read(file.export.source, survey: survey, order: order) {
          let instant = $0.at?.instant(in: zone)
          try answer($0, instant, instant.map(zone.offset(at:)) ?? 0)
        } problem: {
          try problem(file.export.name, $0)
        }
      }
    }
  }

  private func plan(
    _ paths: [String], options: ImportOptions, searchPath: String, needsSides: Bool
  ) throws -> ImportPlan {
    let channel = try store.channel(named: options.channel ?? Desk.defaultChannel)
    if options.channel != nil { try check(options.zone, of: channel) }
    let plan = try ImportPlan(
      paths: paths, options: options, channel: channel, searchPath: searchPath, needsSides: needsSides)
    // A table of answers has nothing to do with the channel that chats go to by default.
    if plan.files.contains(where: { $0.content.format == .whatsapp }) { try check(options.zone, of: channel) }
    return plan
  }

  private func check(_ zone: String?, of channel: Channel?) throws {
    if let channel, let zone, zone != channel.zone {
      throw VocError.zoneIsSet(channel: channel.name, zone: channel.zone)
    }
  }

  static let defaultChannel = "WhatsApp"

  func zoneClock(_ options: ImportOptions, channel: Channel?) throws -> ZoneClock {
    try ZoneClock(named: options.zone ?? channel?.zone ?? reportZone())
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
