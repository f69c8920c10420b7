import Foundation
import Testing
import VocChannels
import VocDomain

/// A file under Fixtures/<format>, byte for byte; every name in them is invented.
struct ExportFixture: Sendable, CustomTestStringConvertible {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  let format: ExportFormat
  /// The path within the format's folder.
  let name: String

  var testDescription: String { "\(format.rawValue)/\(name)" }

  var bytes: [UInt8] {
    get throws {
      let folder = Self.root.appendingPathComponent(format.rawValue)
      return try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
    }
  }

  var head: ExportHead {
    get throws {
      ExportHead(bytes: Array(try bytes.prefix(1 << 16)), fileName: (name as NSString).lastPathComponent)
    }
  }

  /// All files of a format, in the order of their names; documents beside them (.md) left out.
  static func all(of format: ExportFormat) -> [ExportFixture] {
    let folder = root.appendingPathComponent(format.rawValue)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      let file = folder.appendingPathComponent(path).path
      return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        && !path.hasSuffix(".md") && !path.hasPrefix(".")
    }
    .sorted().map { ExportFixture(format: format, name: $0) }
  }
}
