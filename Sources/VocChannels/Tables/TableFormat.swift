public import VocDomain

/// How a table is written: its encoding and what separates its cells.
public struct TableFormat: Equatable, Sendable {
  /// Nil until the whole file was seen: each row is then UTF-8 where it can be, else Windows-1252.
  public internal(set) var encoding: TextEncoding?
  /// One of `,` `;` `|` and tab.
  public internal(set) var delimiter: UInt8
  /// A file in UTF-8 with some bytes that are none; the rows that hold them are problems.
  public internal(set) var isDamaged = false
  /// Bytes of the byte order mark, 0 without one.
  var markLength = 0
  /// The first line is Excel's `sep=;` and no row.
  var hasSeparatorLine = false
  /// The file is one of rejects: lines like `# answers.csv:3:12: no score` stand among its rows and are no rows.
  ///
  /// Only so where such a line opens the file or follows its header; a row like it in any other file is a row.
  var hasRejectLines = false

  static let delimiters: [UInt8] = Array(",;\t|".utf8)

  /// The format as far as the first bytes of a file tell it.
  ///
  /// Throws `UnreadableExport` for an empty file, for UTF-32, and for UTF-16 without a byte order mark.
  init(head: [UInt8]) throws {
    if head.isEmpty { throw UnreadableExport.empty }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw UnreadableExport.encoding("UTF-32")
    }
    var text = head
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8
      markLength = 3
      text = Array(head.dropFirst(3))
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      let isBigEndian = head[0] == 0xFE
      encoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
      markLength = 2
      var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
      text = []
      head.withUnsafeBytes { transcoder.add(UnsafeRawBufferPointer(rebasing: $0.dropFirst(2)), to: &text) }
    } else if let name = Self.unmarkedUTF16(head) {
      throw UnreadableExport.encoding(name)
    }
    if text.isEmpty { throw UnreadableExport.empty }
    if let given = Self.separatorLine(text) {
      hasSeparatorLine = true
      delimiter = given
    } else {
      delimiter = Self.likeliestDelimiter(text)
    }
    hasRejectLines = RejectLine.opens(text, delimiter: delimiter)
  }

  /// ASCII in UTF-16 has a NUL for every second byte.
  private static func unmarkedUTF16(_ head: [UInt8]) -> String? {
    let sample = head.prefix(64)
    guard sample.count >= 8 else { return nil }
    let evens = stride(from: 0, to: sample.count - 1, by: 2)
    let pairs = sample.count / 2
    if evens.count(where: { sample[$0] != 0 && sample[$0 + 1] == 0 }) * 4 > pairs * 3 { return "UTF-16LE" }
    if evens.count(where: { sample[$0] == 0 && sample[$0 + 1] != 0 }) * 4 > pairs * 3 { return "UTF-16BE" }
    return nil
  }

  /// The delimiter of a first line like `sep=;`, with or without quotes.
  private static func separatorLine(_ text: [UInt8]) -> UInt8? {
    let line = text.prefix { $0 != 10 && $0 != 13 }.filter { $0 != UInt8(ascii: "\"") }
    guard line.count == 5, line.prefix(3).map({ $0 | 0x20 }) == Array("sep".utf8),
      line[3] == UInt8(ascii: "="), delimiters.contains(line[4])
    else { return nil }
    return line[4]
  }

  /// The delimiter under which the most of the first 20 rows have as many cells as the header, and two or more.
  ///
  /// Ties go to the one that makes more cells: a comma inside a question's text makes few.
  private static func likeliestDelimiter(_ text: [UInt8]) -> UInt8 {
    var best = (delimiter: delimiters[0], agreeing: 0, cells: 1)
    for delimiter in delimiters {
      var scanner = RowScanner(delimiter: delimiter)
      var position = 0
      var widths: [Int] = []
      while widths.count < 20, position < text.count {
        if let end = RejectLine.end(text, from: position) {
          position = end
          continue
        }
        guard case .row(let end) = scanner.scan(text, from: position, isFinal: true)
        else { break }
        // The last row of a head may be cut off.
        if end < text.count || widths.isEmpty { widths.append(scanner.cells.count) }
        position = end
      }
      guard let header = widths.first, header > 1 else { continue }
      let agreeing = widths.count { $0 == header } * 100 / widths.count
      if (agreeing, header) > (best.agreeing, best.cells) { best = (delimiter, agreeing, header) }
    }
    return best.delimiter
  }
}
