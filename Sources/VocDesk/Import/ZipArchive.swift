import Foundation
import VocDomain

/// Packed exports: a .zip of files, read through the system's `unzip`, and a .gz of one, through `gzip`.
struct ZipArchive {
  let path: String
  let searchPath: String

  static func isZip(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// A rotated log, as "queue_log.2.gz" (RFC 1952, section 2.3.1).
  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// Each text file of the archive; what macOS adds (`__MACOSX/`, AppleDouble) is no export.
  func texts() throws -> [ExportFile] {
    let listing = try run(["-Z1", ToolOutput.safe(path)]).text()
    let members = listing.split(separator: "\n").map(String.init).filter { member in
      let name = (member as NSString).lastPathComponent
      return ExportFile.mayBeExport(name) && !name.hasPrefix("._") && !member.hasPrefix("__MACOSX/")
    }
    return try members.map { member in
      let name = (member as NSString).lastPathComponent
      // iOS calls every chat _chat.txt: its title is in the name of the .zip.
      let sourceName = name == "_chat.txt" ? (path as NSString).lastPathComponent : name
      // An empty password: an encrypted archive is an error, not a prompt on the terminal.
      return try run(["-P", "", "-p", ToolOutput.safe(path), pattern(member)]).file(
        name: "\(path):\(member)", sourceName: sourceName)
    }
  }

  /// The one file that a .gz holds.
  func unpacked() throws -> ExportFile {
    let name = (path as NSString).lastPathComponent
    return try ToolOutput(of: "gzip", ["-dc", ToolOutput.safe(path)], for: path, searchPath: searchPath)
      .file(name: path, sourceName: name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name)
  }

  /// `unzip` reads member names as patterns.
  private func pattern(_ member: String) -> String {
    var pattern = ""
    for character in member {
      if "[]*?\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern
  }

  private func run(_ arguments: [String]) throws -> ToolOutput {
    try ToolOutput(of: "unzip", arguments, for: path, searchPath: searchPath)
  }
}
