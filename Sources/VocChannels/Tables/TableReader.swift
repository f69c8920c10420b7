public import VocDomain

/// Reads CSV and its relatives row by row, in memory that does not grow with the file.
///
///     let format = try TableReader.read(source) { row in print(row.strings) } problem: { print($0.line) }
///
/// The first row sets the number of cells. Blank lines are no rows. What cannot be a row is a problem, and the
/// rows after it go on: too many or too few cells, NUL bytes, a quote that never ends (only its first line is
/// given up), more than 1 MiB. Never throws or traps on content, but for a file that is no table at all.
public struct TableReader {
  /// Bytes that are looked at to tell delimiter and byte order mark.
  static let headLength = 1 << 16
  private static let pieceLength = 1 << 18
  /// A wrong row over more lines than this is one problem; under it, a stray quote is blamed on one line.
  private static let linesToRetry = 32

  private var format: TableFormat?
  private var head: [UInt8] = []
  private var markLeft = 0
  private var transcoder: UTF16Transcoder?
  private var tally = UTF8Tally()
  private let isTallying: Bool

  private var scanner = RowScanner(delimiter: 0)
  private var pending: [UInt8] = []
  /// Scanning an unfinished row again is worth while only once there are this many bytes.
  private var enough = 0
  private var isDiscarding = false
  private var line = 1
  private var width: Int?
  private var row = TableRow()

  private init(format: TableFormat?) {
    self.format = format
    isTallying = format?.encoding == nil || format?.markLength == 3
    if let format { begin(format) }
  }

  /// Hands over every row, the header first, and every problem, in the order of the file.
  ///
  /// - Parameter format: what an earlier reading of the same file returned; without it the encoding of a file
  ///   with no byte order mark is judged row by row.
  /// - Returns: the format, its encoding decided from the whole file.
  @discardableResult
  public static func read(
    _ source: ByteSource, format: TableFormat? = nil,
    row: (TableRow) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws -> TableFormat {
    var reader = TableReader(format: format)
    try source.forEachChunk { chunk in
      var start = 0
      while start < chunk.count {
        let end = min(start + pieceLength, chunk.count)
        try reader.feed(UnsafeRawBufferPointer(rebasing: chunk[start..<end]), row, problem)
        start = end
      }
    }
    return try reader.finish(row, problem)
  }

  private mutating func begin(_ format: TableFormat) {
    self.format = format
    markLeft = format.markLength
    scanner = RowScanner(delimiter: format.delimiter)
    row.encoding = format.encoding
    switch format.encoding {
    case .utf16LittleEndian: transcoder = UTF16Transcoder(isBigEndian: false)
    case .utf16BigEndian: transcoder = UTF16Transcoder(isBigEndian: true)
    case .utf8, .windows1252, nil: break
    }
  }

  private mutating func feed(
    _ piece: UnsafeRawBufferPointer, _ body: (TableRow) throws -> Void,
    _ problem: (ImportProblem) throws -> Void
  ) throws {
    if format == nil {
      head.append(contentsOf: piece)
      if head.count >= Self.headLength { try openHead(body, problem) }
      return
    }
    let mark = min(markLeft, piece.count)
    markLeft -= mark
    let text = UnsafeRawBufferPointer(rebasing: piece.dropFirst(mark))
    if transcoder?.add(text, to: &pending) == nil {
      // What voc wrote above the rejects says nothing of the encoding of the rows.
      if isTallying && format?.hasRejectLines != true { tally.add(text) }
      pending.append(contentsOf: text)
    }
    if pending.count >= enough { try drain(isFinal: false, body, problem) }
  }

  private mutating func openHead(
    _ body: (TableRow) throws -> Void, _ problem: (ImportProblem) throws -> Void
  ) throws {
    begin(try TableFormat(head: head))
    let bytes = head
    head = []
    try bytes.withUnsafeBytes { try feed($0, body, problem) }
  }

  private mutating func finish(
    _ body: (TableRow) throws -> Void, _ problem: (ImportProblem) throws -> Void
  ) throws -> TableFormat {
    if format == nil { try openHead(body, problem) }
    guard var format else { throw UnreadableExport.empty }
    transcoder?.finish(&pending)
    try drain(isFinal: true, body, problem)
    tally.finish()
    if isTallying && transcoder == nil {
      // A few cut characters do not make a UTF-8 file Windows-1252: there hardly any would be well formed.
      let isUTF8 = format.encoding == .utf8 || tally.wellFormed > tally.malformed || tally.malformed == 0
      format.encoding = isUTF8 ? .utf8 : .windows1252
      format.isDamaged = isUTF8 && tally.malformed > 0
    }
    return format
  }

  private mutating func drain(
    isFinal: Bool, _ body: (TableRow) throws -> Void, _ problem: (ImportProblem) throws -> Void
  ) throws {
    var position = 0
    enough = 0
    scanning: while position < pending.count {
      if isDiscarding {
        let end = lineEnd(from: position)
        // A CR at the very end may be half of a CRLF.
        if !isFinal && end == pending.count && pending[pending.count - 1] == 13 {
          position = pending.count - 1
          enough = 2
          break scanning
        }
        position = end ?? pending.count
        isDiscarding = end == nil
        line += end == nil ? 0 : 1
        continue
      }
      if format?.hasRejectLines == true && pending[position] == UInt8(ascii: "#") {
        if let end = RejectLine.end(pending, from: position) {
          position = end
          line += 1
          continue
        }
        let isWhole = pending[position...].contains(10) || pending.count - position > RowScanner.limit
        if !isFinal && !isWhole {
          enough = pending.count + 1
          break scanning
        }
      }
      let outcome = scanner.scan(pending, from: position, isFinal: isFinal)
      switch outcome {
      case .more:
        enough = min(2 * (pending.count - position), RowScanner.limit) + 1
        break scanning
      case .row(let end):
        let isMisread =
          (2...Self.linesToRetry).contains(scanner.lineCount)
          && (scanner.hasInnerOpening
            || (scanner.hasStrayQuote && width != nil && scanner.cells.count != width))
        if isMisread {
          position = try giveUpLine(at: position, problem)
        } else {
          try deliver(position..<end, body, problem)
          position = end
        }
      case .unendingQuote:
        position = try giveUpLine(at: position, problem)
      case .tooLong:
        position = try giveUpBytes(at: position, problem)
      }
    }
    pending.removeSubrange(..<position)
    scanner.drop(position)
  }

  private mutating func deliver(
    _ range: Range<Int>, _ body: (TableRow) throws -> Void, _ problem: (ImportProblem) throws -> Void
  ) throws {
    row.bytes.removeAll(keepingCapacity: true)
    row.bytes.append(contentsOf: pending[range])
    swap(&row.cells, &scanner.cells)
    row.line = line
    row.lineCount = scanner.lineCount
    line += scanner.lineCount
    if isTallying && format?.hasRejectLines == true { row.bytes.withUnsafeBytes { tally.add($0) } }
    if row.isBlank || (format?.hasSeparatorLine == true && row.line == 1) { return }
    let reason: ImportProblem.Reason? =
      if scanner.hasNUL {
        .binary
      } else if scanner.hasInnerOpening {
        .quote
      } else if width ?? row.count != row.count {
        .cells
      } else if format?.isDamaged == true && width != nil && !row.isUTF8 {
        .encoding
      } else {
        nil
      }
    if let reason {
      try problem(ImportProblem(line: row.line, lineCount: row.lineCount, reason: reason, raw: row.raw))
    } else {
      width = row.count
      try body(row)
    }
  }

  /// Gives up the line at `position` for its quote; the next row begins on the next line.
  private mutating func giveUpLine(
    at position: Int, _ problem: (ImportProblem) throws -> Void
  ) throws -> Int {
    guard let end = lineEnd(from: position), end - position <= RowScanner.limit else {
      if pending.count - position > RowScanner.limit { return try giveUpBytes(at: position, problem) }
      try give(up: position..<pending.count, .quote, problem)
      return pending.count
    }
    try give(up: position..<end, .quote, problem)
    return end
  }

  /// Gives up a row over the limit: its first 1 MiB goes to the rejects, the rest of its line nowhere.
  private mutating func giveUpBytes(
    at position: Int, _ problem: (ImportProblem) throws -> Void
  ) throws -> Int {
    let end = position + RowScanner.limit
    let breaks = pending[position..<end].indices.count {
      pending[$0] == 10 || (pending[$0] == 13 && pending[$0 + 1] != 10)
    }
    try give(up: position..<end, lines: breaks + 1, .tooLong, problem)
    line -= 1
    isDiscarding = true
    return end
  }

  private mutating func give(
    up range: Range<Int>, lines: Int = 1, _ reason: ImportProblem.Reason,
    _ problem: (ImportProblem) throws -> Void
  ) throws {
    row.bytes = Array(pending[range])
    try problem(ImportProblem(line: line, lineCount: lines, reason: reason, raw: row.raw))
    line += lines
  }

  /// The first byte after the line end that follows `position`.
  private func lineEnd(from position: Int) -> Int? {
    guard let end = pending[position...].firstIndex(where: { $0 == 10 || $0 == 13 }) else { return nil }
    return pending[end] == 13 && end + 1 < pending.count && pending[end + 1] == 10 ? end + 2 : end + 1
  }
}
