import Foundation
import VocDomain

/// What a program of the system that unpacks files writes.
struct ToolOutput {
  private let process: Process
  private let handle: FileHandle
  private let path: String

  /// Runs the program that `searchPath` has under that name, on behalf of the file at `path`.
  ///
  /// Throws `VocError.missingProgram` where there is none.
  init(of program: String, _ arguments: [String], for path: String, searchPath: String) throws {
    let folders = searchPath.split(separator: ":").map(String.init)
    guard
      let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") })
    else { throw VocError.missingProgram(program) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "\(folder)/\(program)")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { throw VocError.missingProgram(program) }
    self.process = process
    self.path = path
    handle = pipe.fileHandleForReading
  }

  /// A path that no program takes for an option.
  static func safe(_ path: String) -> String { path.hasPrefix("-") ? "./" + path : path }

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

  /// 1 is unzip's warning, the archive was read all the same (man unzip, DIAGNOSTICS); gzip's is 2.
  private func finish() throws {
    process.waitUntilExit()
    let isGzip = process.executableURL?.lastPathComponent == "gzip"
    let status = process.terminationStatus
    if status > 1 && !(isGzip && status == 2) || isGzip && status == 1 {
      throw ImportRefusal(file: path, reason: .damagedZip)
    }
  }
}
