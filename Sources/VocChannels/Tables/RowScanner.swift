/// Finds where a row's cells begin and end.
///
/// Source: RFC 4180, section 2, with two liberties: CR alone ends a row too, and a quote inside a quoted cell
/// closes it only before a delimiter or the end of the row (else it is a quote that somebody forgot to double).
struct RowScanner {
  /// Offsets from the row's first byte, without the quotes around the cell.
  struct Cell {
    var start: Int32
    var end: Int32
    var isQuoted = false
    /// Doubled quotes stand in it.
    var hasEscapes = false
  }

  enum Outcome: Equatable {
    /// `end` is the first byte after the row and its line end.
    case row(end: Int)
    /// The bytes end within the row.
    case more
    /// A quoted cell does not end within the limit, or the file ends in it.
    case unendingQuote
    /// No row end within the limit.
    case tooLong
  }

  /// Bytes in a row, its line end included.
  static let limit = 1 << 20

  private let delimiter: UInt8
  private(set) var hasNUL = false
  /// Lines that the row takes up.
  private(set) var lineCount = 1
  /// A quoted cell holds a quote that is not doubled.
  private(set) var hasStrayQuote = false
  /// On a later line of a quoted cell, a quote opens what looks like another cell: the first was never closed.
  private(set) var hasInnerOpening = false
  var cells: [Cell] = []
  /// Where a quoted cell was already followed in vain: whatever opens a quote there finds no end either.
  private var withoutClose = 0..<0
  /// Where the last quoted cell was followed to the end of the bytes.
  private var followed: Range<Int>?

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Forgets the first `count` bytes of what was scanned before.
  mutating func drop(_ count: Int) {
    withoutClose = max(0, withoutClose.lowerBound - count)..<max(0, withoutClose.upperBound - count)
  }

  mutating func scan(_ text: [UInt8], from start: Int, isFinal: Bool) -> Outcome {
    let bytes = text.span
    cells.removeAll(keepingCapacity: true)
    lineCount = 1
    hasNUL = false
    hasStrayQuote = false
    hasInnerOpening = false
    let isCut = bytes.count - start > Self.limit
    let end = isCut ? start + Self.limit : bytes.count
    let isLast = isFinal && !isCut
    var index = start
    while true {
      if index < end && bytes[index] == UInt8(ascii: "\"") {
        guard let after = quotedCell(bytes, from: index, to: end, isLast: isLast, rowStart: start) else {
          if !isCut && !isFinal { return .more }
          // Only now is it sure that no byte of the row's reach closes the cell.
          if let followed { withoutClose = followed }
          return .unendingQuote
        }
        index = after
      } else {
        let cellStart = index
        while index < end {
          let byte = bytes[index]
          if byte == delimiter || byte == 10 || byte == 13 { break }
          if byte == 0 { hasNUL = true }
          index += 1
        }
        cells.append(Cell(start: Int32(cellStart - start), end: Int32(index - start)))
      }
      if index == end { return isCut ? .tooLong : isLast ? .row(end: end) : .more }
      let byte = bytes[index]
      if byte == 10 { return .row(end: index + 1) }
      if byte == 13 {
        if index + 1 < bytes.count { return .row(end: bytes[index + 1] == 10 ? index + 2 : index + 1) }
        return isLast ? .row(end: index + 1) : .more
      }
      index += 1
    }
  }

  /// The index after the cell whose opening quote stands at `open`; nil when it does not end before `end`.
  private mutating func quotedCell(
    _ bytes: Span<UInt8>, from open: Int, to end: Int, isLast: Bool, rowStart: Int
  ) -> Int? {
    followed = nil
    let linesBefore = lineCount
    var hasEscapes = false
    var index = open + 1
    while index < end {
      let byte = bytes[index]
      if byte != UInt8(ascii: "\"") {
        if withoutClose.contains(index) { return nil }
        if byte == 10 || (byte == 13 && (index + 1 == end || bytes[index + 1] != 10)) { lineCount += 1 }
        if byte == 0 { hasNUL = true }
        index += 1
        continue
      }
      if index + 1 < end && bytes[index + 1] == UInt8(ascii: "\"") {
        hasEscapes = true
        index += 2
        continue
      }
      var after = index + 1
      while after < end && bytes[after] == UInt8(ascii: " ") { after += 1 }
      if after == end && !isLast { return nil }
      if after == end || bytes[after] == delimiter || bytes[after] == 10 || bytes[after] == 13 {
        cells.append(
          Cell(
            start: Int32(open + 1 - rowStart), end: Int32(index - rowStart), isQuoted: true,
            hasEscapes: hasEscapes))
        return after
      }
      hasStrayQuote = true
      let before = bytes[index - 1]
      if lineCount > linesBefore && (before == delimiter || before == 10 || before == 13) {
        hasInnerOpening = true
      }
      index += 1
    }
    followed = open + 1..<max(open + 1, end)
    return nil
  }
}
