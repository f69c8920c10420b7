import Foundation
import VocDomain

/// The chats in a .zip, read through the system's `unzip`.
struct ZipArchive {
  let path: String
  private let unzip: URL

  /// Throws `VocError.missingProgram` where there is no `unzip` in `searchPath`.
  init(path: String, searchPath: String) throws {
    let folders = searchPath.split(separator: ":").map(String.init)
    guard
      let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: $0 + "/unzip") })
    else { throw VocError.missingProgram("unzip") }
    self.path = path.hasPrefix("-") ? "./" + path : path
    unzip = URL(fileURLWithPath: folder + "/unzip")
  }

  static func isZip(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Each text file of the archive; what macOS adds (`__MACOSX/`, AppleDouble) is no chat.
  func texts() throws -> [ExportFile] {
    let listing = try run(["-Z1", path])
    let text = try listing.text()
    let members = text.split(separator: "\n").map(String.init).filter { member in
      let name = (member as NSString).lastPathComponent
      return name.lowercased().hasSuffix(".txt") && !name.hasPrefix("._") && !member.hasPrefix("__MACOSX/")
    }
    return try members.map { member in
      let name = (member as NSString).lastPathComponent
      // iOS calls every chat _chat.txt: its title is in the name of the .zip.
      let sourceName = name == "_chat.txt" ? (path as NSString).lastPathComponent : name
      // An empty password: an encrypted archive is an error, not a prompt on the terminal.
      return try run(["-P", "", "-p", path, pattern(member)]).file(
        name: "\(path):\(member)", sourceName: sourceName)
    }
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

  private func run(_ arguments: [String]) throws -> Output {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = unzip
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { throw VocError.missingProgram("unzip") }
    return Output(process: process, handle: pipe.fileHandleForReading, path: path)
  }

  private struct Output {
    let process: Process
    let handle: FileHandle
    let path: String

    func file(name: String, sourceName: String) throws -> ExportFile {
      let file = try ExportFile(spooling: handle.fileDescriptor, name: name, sourceName: sourceName)
      try finish()
      return file
    }

    func text() throws -> String {
      var bytes: [UInt8] = []
      try ExportFile.eachChunk(of: handle.fileDescriptor, path: path) { bytes.append(contentsOf: $0) }
      try finish()
      return String(decoding: bytes, as: UTF8.self)
    }

    /// 1 is a warning, the archive was read all the same (man unzip, DIAGNOSTICS).
    private func finish() throws {
      process.waitUntilExit()
      if process.terminationStatus > 1 { throw ImportRefusal(file: path, reason: .damagedZip) }
    }
  }
}
