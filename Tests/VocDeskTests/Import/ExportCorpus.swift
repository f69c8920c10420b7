import Foundation
import SQLite
import Testing
import VocDomain
import VocTesting

@testable import VocDesk

/// A file of the readers' tests, imported here as a person would who knows where it is from.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("VocChannelsTests/Fixtures").path

  let format: ExportFormat
  let name: String

  var testDescription: String { "\(format.rawValue)/\(name)" }
  var path: String { "\(CorpusFile.root)/\(format.rawValue)/\(name)" }

  static let all: [CorpusFile] = ExportFormat.allCases.flatMap { format in
    let folder = "\(root)/\(format.rawValue)"
    return (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
          && !isFolder.boolValue && !path.hasSuffix(".md") && !path.hasPrefix(".")
      }
      .sorted().map { CorpusFile(format: format, name: $0) }
  }

  /// Others of its format: what may stand in the database already.
  var neighbours: [CorpusFile] {
    let own = CorpusFile.all.filter { $0.format == format }
    let index = own.firstIndex { $0.name == name } ?? 0
    return (1...4).map { own[(index + $0) % own.count] }.filter { $0.name != name }
  }
}

extension DeskFixture {
  /// Imports the file; nil and the reason where it is refused though all that is asked for has been said.
  func importing(_ file: CorpusFile) throws -> (
    report: ImportReport?, refusal: String?, options: ImportOptions
  ) {
    let desk = try desk()
    var options = try CorpusFile.options(of: file)
    for _ in 0..<3 {
      do {
        let report = try desk.importFiles([file.path], options: options, searchPath: "/usr/bin:/bin")
        return (report, nil, options)
      } catch let error as ImportRefusals {
        guard let reason = error.refusals.first?.reason, CorpusFile.answer(reason, &options) else {
          let reason = error.refusals.first.map { "\($0.reason)".prefix { $0 != "(" }.description }
          return (nil, reason, options)
        }
      }
    }
    return (nil, "asks without end", options)
  }

  /// All that a desk can find wrong with itself.
  func faults() throws -> [String] {
    var faults = try Dump.faults(Database(path: path))
    for finding in try desk(for: .writing).examine() where finding.problems > 0 {
      faults.append("\(finding.check): \(finding.problems)")
    }
    return faults
  }

  /// Every row but the batches' own; with `isStory`, without what tells in which run it was written.
  func table(isStory: Bool = false) throws -> [String] {
    try Dump.lines(
      path: path, without: ["import_batch", "import_file"], columns: isStory ? ["batch_id"] : [])
  }
}

extension CorpusFile {
  static func options(of file: CorpusFile) throws -> ImportOptions {
    var options = ImportOptions()
    (options.format, options.zone, options.country) = (file.format, "America/Mexico_City", "MX")
    return options
  }

  /// Says what a refusal asks for; false where it asks for nothing that can be said.
  static func answer(_ reason: ImportRefusal.Reason, _ options: inout ImportOptions) -> Bool {
    switch reason {
    case .dateOrder where options.dateOrder == nil: options.dateOrder = .dmy
    case .whoAreWe(let senders) where options.identities.isEmpty:
      options.identities = senders.map(\.name).sorted().prefix(1).map { $0 }
    default: return false
    }
    return true
  }
}
