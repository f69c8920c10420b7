import VocDomain

/// One row of a table, valid for as long as anybody keeps it.
public struct TableRow {
  /// Where the row begins in its file, from 1.
  public internal(set) var line = 1
  /// Lines that the row takes up; over 1 where a quoted cell holds line breaks.
  public internal(set) var lineCount = 1
  /// The row as text with its line end: UTF-8 (transcoded from UTF-16), else the file's bytes.
  var bytes: [UInt8] = []
  var cells: [RowScanner.Cell] = []
  var encoding: TextEncoding?

  /// The number of cells, at least 1.
  public var count: Int { cells.count }

  /// The text of a cell, without its quotes.
  public subscript(index: Int) -> String { decode(content(index)) }

  /// The texts of all cells.
  public var strings: [String] { cells.indices.map { self[$0] } }

  /// The bytes as they stand in the file, line end included.
  public var raw: [UInt8] {
    switch encoding {
    case .utf16LittleEndian: UTF16Transcoder.restored(bytes, isBigEndian: false)
    case .utf16BigEndian: UTF16Transcoder.restored(bytes, isBigEndian: true)
    case .utf8, .windows1252, nil: bytes
    }
  }

  /// The byte order mark of the file's encoding, where rejects cannot be read without it.
  var mark: [UInt8] {
    switch encoding {
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .windows1252, nil: []
    }
  }

  /// Where a cell begins in its line, in characters from 1; nil on a later line than the row's first.
  public func column(of index: Int) -> Int? {
    let start = Int(cells[index].start) - (cells[index].isQuoted ? 1 : 0)
    let before = bytes[..<start]
    if before.contains(where: { $0 == 10 || $0 == 13 }) { return nil }
    return decode(before).count + 1
  }

  var isBlank: Bool {
    cells.count == 1 && !cells[0].isQuoted && bytes.allSatisfy { $0 == 32 || (9...13).contains($0) }
  }

  var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Where a cell's bytes stand in `bytes`, quotes off, escapes still doubled.
  func range(_ index: Int) -> Range<Int> { Int(cells[index].start)..<Int(cells[index].end) }

  /// The text of a cell without white space around it, line breaks as "\n", and without the apostrophe that
  /// keeps a spreadsheet from taking "+52…" for a formula.
  func trimmed(_ index: Int) -> String {
    var content = content(index)
    while let first = content.first, first == 32 || (9...13).contains(first) { content.removeFirst() }
    while let last = content.last, last == 32 || (9...13).contains(last) { content.removeLast() }
    if content.isEmpty { return "" }
    if content.first == UInt8(ascii: "'"), let next = content.dropFirst().first,
      [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains(next)
    {
      content.removeFirst()
    }
    let text = decode(content)
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace || content.contains(13)
    else { return text }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
      .joined(separator: "\n")
    var inner = lines.unicodeScalars[...]
    while let first = inner.first, first.properties.isWhitespace { inner.removeFirst() }
    while let last = inner.last, last.properties.isWhitespace { inner.removeLast() }
    return String(inner)
  }

  private func content(_ index: Int) -> ArraySlice<UInt8> {
    let cell = bytes[range(index)]
    guard cells[index].hasEscapes else { return cell }
    var single: [UInt8] = []
    single.reserveCapacity(cell.count)
    var wasQuote = false
    for byte in cell {
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote && wasQuote {
        wasQuote = false
        continue
      }
      single.append(byte)
      wasQuote = isQuote
    }
    return single[...]
  }

  private func decode(_ slice: ArraySlice<UInt8>) -> String {
    switch encoding {
    case .windows1252: Windows1252.decode(slice)
    case .utf8, .utf16LittleEndian, .utf16BigEndian: String(decoding: slice, as: UTF8.self)
    case nil: String(validating: slice, as: UTF8.self) ?? Windows1252.decode(slice)
    }
  }
}
