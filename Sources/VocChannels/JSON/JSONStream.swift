public import VocDomain

/// Reads JSON value by value, in memory that does not grow with the file.
///
/// A file is one document, an array, NDJSON (one value a line), or objects back to back with or without separators;
/// UTF-8, or UTF-16 with a byte order mark. Never throws or traps on content, but for a file without any JSON.
public enum JSONStream {
  public struct Element: Sendable {
    /// "" for a value at the top of the file (a document, a line of NDJSON, an element of a top-level array), else
    /// the dotted path of the array that it is an element of: "tickets", "chats.list.messages".
    public let path: String
    public let value: JSONValue
    /// Where it begins, from 1.
    public let line: Int
    public let lineCount: Int
    /// The objects around it, outermost first, as far as they had been read; split arrays are left out.
    public let parents: [JSONValue]
    let text: [UInt8]
    let encoding: TextEncoding

    /// Its bytes as the file has them; of a value with split arrays, without their elements.
    public var raw: [UInt8] { encoding.bytes(ofUTF8: text) }

    /// What tells whoever imports that this element cannot be understood.
    public func problem(_ reason: ImportProblem.Reason) -> ImportProblem {
      ImportProblem(line: line, lineCount: lineCount, reason: reason, raw: raw)
    }
  }

  private static let pieceLength = 1 << 18

  /// Hands out every value and every problem, in the order of the file.
  ///
  /// An array at one of `paths` is handed out element by element; an array on the way to one ("chats.list" for
  /// "chats.list.messages") is passed through. What holds them is handed out after them, without them. Problems:
  /// `.json` from broken JSON to the next line that begins with "{", `.encoding` for an element that is not well
  /// encoded, `.tooLong` for one over 64 MiB; of those two kinds of stretches at most 1 MiB is kept.
  public static func read(
    _ source: ByteSource, splitting paths: [String] = [],
    element: (Element) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try read(source, splitting: paths, limit: JSONSplitter.limit, element: element, problem: problem)
  }

  static func read(
    _ source: ByteSource, splitting paths: [String], limit: Int,
    element: (Element) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var splitter = JSONSplitter(paths: paths, limit: limit)
    func drain() throws {
      while let event = try splitter.next() {
        switch event {
        case .element(let value): try element(value)
        case .problem(let trouble): try problem(trouble)
        }
      }
    }
    try source.forEachChunk { chunk in
      var start = 0
      while start < chunk.count {
        let end = min(start + pieceLength, chunk.count)
        splitter.feed(UnsafeRawBufferPointer(rebasing: chunk[start..<end]))
        try drain()
        start = end
      }
    }
    splitter.finish()
    try drain()
  }
}

extension TextEncoding {
  /// The bytes of the file that `utf8` was made of.
  func bytes(ofUTF8 utf8: [UInt8]) -> [UInt8] {
    switch self {
    case .utf16LittleEndian: UTF16Transcoder.restored(utf8, isBigEndian: false)
    case .utf16BigEndian: UTF16Transcoder.restored(utf8, isBigEndian: true)
    case .utf8, .windows1252: utf8
    }
  }
}
