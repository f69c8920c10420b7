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
    var options = options
    options.channelKind = try options.channelKind.map(channelKind(said:))
    return PreparedImport(
      plan: try plan(paths, options: options, searchPath: searchPath, isToImport: true), options: options)
  }

  /// Imports what was prepared, if by another desk.
  ///
  /// Each chunk of a file is one transaction: an import that is killed is completed by running it again.
  public func importFiles(
    _ prepared: PreparedImport,
    problem: @escaping (_ file: String, _ header: [UInt8], ImportProblem) throws -> Void = { _, _, _ in },
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    try store.expectManyRows()
    let run = ImportRun(
      desk: self, plan: prepared.plan, options: prepared.options,
      problem: { try problem($0.export.name, $0.header, $1) }, progress: progress)
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

  /// One thing that a file says.
  public enum ReadRecord {
    case chat(ChannelRecord)
    case record(ExportRecord)
  }

  /// Reads the files without keeping anything: each record with the zone of its local times.
  public func readRecords(
    _ paths: [String], options: ImportOptions, searchPath: String,
    record: (ReadRecord, ZoneClock) throws -> Void,
    problem: (_ file: String, _ header: [UInt8], ImportProblem) throws -> Void
  ) throws {
    let plan = try plan(paths, options: options, searchPath: searchPath, isToImport: false)
    for file in plan.files {
      let name = options.channel ?? file.content.format.channelName
      let zone = try zoneClock(options, channel: try store.channel(named: name))
      switch file.content {
      case .chat(let survey, let order, _, _):
        try WhatsAppExport.read(file.export.source, survey: survey, order: order, now: now()) {
          try record(ReadRecord.chat($0), zone)
        } problem: {
          try problem(file.export.name, file.header, $0)
        }
      case .records(let reader):
        try reader.read(file.export.source) {
          try record(ReadRecord.record($0), zone)
        } problem: {
          try problem(file.export.name, file.header, $0)
        }
      }
    }
  }

  private func plan(
    _ paths: [String], options: ImportOptions, searchPath: String, isToImport: Bool
  ) throws -> ImportPlan {
    var options = options
    if let name = options.mapName { options = try withMap(named: name, options) }
    let plan = try ImportPlan(
      paths: paths, options: options, now: now(), searchPath: searchPath, isToImport: isToImport
    ) { format in
      let channel = try self.store.channel(named: options.channel ?? format.channelName)
      return ImportPlan.KnownChannel(
        identities: channel?.identities ?? [], country: channel?.country,
        zone: try channel?.zone ?? self.store.setting("zone"))
    }
    for name in Set(plan.files.compactMap { options.channelName(for: $0.content.format) }) {
      try check(options.zone, of: try store.channel(named: name))
    }
    if let kind = options.channelKind { try check(kind: kind, options, plan) }
    return plan
  }

  /// A kind is for the channel of files that do not tell it.
  private func check(kind: String, _ options: ImportOptions, _ plan: ImportPlan) throws {
    let untold = plan.files.map(\.content.format).filter { !$0.tellsChannelKind }
    if untold.isEmpty { throw VocError.kindIsTold }
    for name in Set(untold.compactMap { options.channelName(for: $0) }) {
      if let channel = try store.channel(named: name), channel.kind != kind {
        throw VocError.kindIsSet(channel: channel.name, kind: channel.kind)
      }
    }
  }

  private func check(_ zone: String?, of channel: Channel?) throws {
    if let channel, let zone, !ZoneClock.isSame(zone, channel.zone) {
      throw VocError.zoneIsSet(channel: channel.name, zone: channel.zone)
    }
  }

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

extension ImportPlan.File {
  /// The header rows of a table, to stand above its rejects.
  var header: [UInt8] {
    if case .records(let reader) = content { reader.findings.header } else { [] }
  }
}

extension ImportPlan.Content {
  var format: ExportFormat {
    switch self {
    case .chat: .whatsapp
    case .records(let reader): type(of: reader).format
    }
  }

  var records: Int {
    switch self {
    case .chat(let survey, _, _, _): survey.records
    case .records(let reader): reader.findings.records
    }
  }
}

extension ImportOptions {
  /// The channel that records of a format go to; nil for answers, which name their own.
  func channelName(for format: ExportFormat) -> String? {
    channel ?? (format.family == .survey ? nil : format.channelName)
  }

  /// What a batch remembers of how it was run.
  var summary: String {
    var parts: [String] = []
    if let format { parts.append("--format \(format.rawValue)") }
    if let channel { parts.append("--channel \(channel)") }
    if let channelKind { parts.append("--kind \(channelKind)") }
    parts += identities.map { "--us \($0)" }
    if let zone { parts.append("--timezone \(zone)") }
    if let country { parts.append("--country \(country)") }
    if let dateOrder { parts.append("--date-order \(dateOrder.rawValue)") }
    if let mapName { parts.append("--map \(mapName)") }
    if !map.isEmpty { parts.append("--map " + map.map { "\($0.column)=\($0.field)" }.joined(separator: ",")) }
    parts += events.map { "--event \($0.name)=\($0.status.rawValue)" }
    parts += agents.map { "--agent \($0)" }
    if let survey { parts.append("--survey \(survey.rawValue)") }
    return parts.joined(separator: " ")
  }
}
