import Foundation
import VocChannels
import VocDomain

@testable import VocDesk

/// Hands out some of the records of an export, as if they stood in a file of their own.
struct PartReader<Whole: ExportReader>: ExportReader {
  static var format: ExportFormat { Whole.format }
  static func recognises(_ head: ExportHead) -> Bool { false }
  static func call(fragments: [String]) -> CallRecord? { Whole.call(fragments: fragments) }

  var findings: ExportFindings
  let records: [ExportRecord]

  init(_ findings: ExportFindings, _ records: [ExportRecord]) {
    (self.findings, self.records) = (findings, records)
  }

  init(surveying source: ByteSource, options: ReadingOptions) throws {
    self.init(try Whole(surveying: source, options: options).findings, [])
  }

  func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws { for one in records { try record(one) } }
}

/// What a file says, and how to import any part of it.
struct ReadExport {
  var records: [ExportRecord]
  var options: ImportOptions
  private let part: ([ExportRecord]) -> any ExportReader

  /// Records that no file says; those of a format's own account.
  init(_ format: ExportFormat, _ records: [ExportRecord], zone: String = "UTC") throws {
    self.records = records
    options = ImportOptions()
    (options.zone, options.country) = (zone, "MX")
    guard let type = ExportReaders.reader(of: format) else { throw CocoaError(.featureUnsupported) }
    part = ReadExport.reader(type, ExportFindings())
  }

  /// Nil where the file is refused, or is a chat as WhatsApp exports it.
  init?(_ file: CorpusFile) throws {
    let fixture = try DeskFixture()
    guard let type = ExportReaders.reader(of: file.format),
      case (let report?, _, let options) = try fixture.importing(file), let first = report.files.first
    else { return nil }
    self.options = options
    var records: [ExportRecord] = []
    try fixture.desk().readRecords(
      [file.path], options: options, searchPath: "/bin"
    ) { record, _ in
      if case .record(let record) = record { records.append(record) }
    } problem: { _, _, _ in
    }
    self.records = records
    part = ReadExport.reader(type, first.findings)
  }

  private static func reader<Whole: ExportReader>(
    _ type: Whole.Type, _ findings: ExportFindings
  ) -> ([ExportRecord]) -> any ExportReader {
    { PartReader<Whole>(findings, $0) }
  }

  /// Imports some records as a batch of its own.
  @discardableResult
  func importPart(_ records: [ExportRecord], into fixture: DeskFixture) throws -> ImportReport {
    let path = try fixture.folder.write("part", to: "part.txt")
    var plan = try ImportPlan(
      paths: [], options: options, now: Instant(unixSeconds: 0), searchPath: "/bin", isToImport: true,
      known: { _ in .init() })
    plan.files = [ImportPlan.File(export: try ExportFile(path: path), content: .records(part(records)))]
    let desk = try fixture.desk()
    return try desk.importFiles(Desk.PreparedImport(plan: plan, options: options))
  }
}
