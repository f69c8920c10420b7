import Foundation
import VocDomain

/// What could not be understood: to the file of `--rejects` as it stood, and, without its text, to stderr.
///
/// Only UTF-16 becomes UTF-8 there: one file cannot hold both, and may have to hold the rejects of many.
final class Rejects {
  private let invocation: Invocation
  private var file: FileHandle?
  private(set) var count = 0
  /// Of the file whose header rows stand in the rejects already.
  private var headed: String?
  private var encoding = Encoding.asItStands
  /// As many as one reads before asking for the file.
  private static let shown = 10

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// Makes the file, readable by its owner only, before anything is imported.
  func open() throws {
    guard let path = invocation.string("--rejects") else { return }
    // Never over a file that is there: it may be the export itself.
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    if descriptor < 0 && errno == EEXIST { throw VocError.fileExists(path) }
    if descriptor < 0 { throw VocError.cannotCreate(path: path, errno: errno) }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// `header` is the file's header rows, which stand once above its rejects.
  func add(_ name: String, _ header: [UInt8], _ problem: ImportProblem) throws {
    count += 1
    let column = problem.column.map { ":\($0)" } ?? ""
    let place =
      "\(Escaping.terminal(name)):\(problem.line)\(column): \(problem.reason.phrase(invocation.language))"
    if count <= Rejects.shown { invocation.world.remark(place + "\n") }
    guard let file else { return }
    if headed != name {
      encoding = Encoding(header: header)
      try file.write(contentsOf: Data(encoding.readable(header)))
    }
    headed = name
    var bytes = Array("# \(place)\n".utf8) + encoding.readable(problem.raw)
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    try file.write(contentsOf: Data(bytes))
  }

  private enum Encoding {
    case asItStands, utf16LittleEndian, utf16BigEndian

    /// Told by the byte order mark.
    init(header: [UInt8]) {
      self =
        header.starts(with: [0xFF, 0xFE])
        ? .utf16LittleEndian : header.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : .asItStands
    }

    func readable(_ bytes: [UInt8]) -> [UInt8] {
      if self == .asItStands { return bytes }
      let isBigEndian = self == .utf16BigEndian
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }

  /// Leaves no file that `open` made where nothing was rejected.
  func removeIfEmpty() {
    guard file != nil, count == 0, let path = invocation.string("--rejects") else { return }
    unlink(path)
  }

  /// Says where to find the rest.
  func close() throws {
    try file?.close()
    guard count > 0 else { return }
    if count > Rejects.shown {
      invocation.notice(
        Phrase(es: "… y {n} más.", en: "… and {n} more."),
        ["n": invocation.numbers.integer(count - Rejects.shown)])
    }
    if let path = invocation.string("--rejects") {
      invocation.notice(
        Phrase(es: "Las líneas rechazadas están en {path}.", en: "The rejected lines are in {path}."),
        ["path": path])
    } else {
      invocation.notice(
        Phrase(
          es: "Con --rejects ARCHIVO quedan en un archivo, para corregirlas.",
          en: "With --rejects FILE they go to a file, to be mended."))
    }
  }
}
