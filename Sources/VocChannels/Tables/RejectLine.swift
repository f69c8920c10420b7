/// The line that `voc import --rejects` writes above each reject: `# answers.csv:3:12: what is wrong`.
enum RejectLine {
  /// Rows among which the first such line must stand: no survey has a header of more than three.
  private static let headerRows = 3

  /// Whether such a line opens a file, or follows its header.
  static func opens(_ text: [UInt8], delimiter: UInt8) -> Bool {
    var scanner = RowScanner(delimiter: delimiter)
    var position = 0
    for _ in 0...headerRows where position < text.count {
      if end(text, from: position) != nil { return true }
      guard case .row(let next) = scanner.scan(text, from: position, isFinal: true) else { return false }
      position = next
    }
    return false
  }

  /// The first byte after the line at `start`, where it is such a line as a whole; nil for any other.
  static func end(_ text: [UInt8], from start: Int) -> Int? {
    let bytes = text.span
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#"), bytes[start + 1] == 32 else {
      return nil
    }
    var index = start + 2
    var hasPlace = false
    while index < bytes.count && bytes[index] != 10 && index - start < RowScanner.limit {
      if !hasPlace && bytes[index] == UInt8(ascii: ":") { hasPlace = isPlace(bytes, after: index) }
      index += 1
    }
    guard hasPlace, index < bytes.count, bytes[index] == 10 else { return nil }
    return index + 1
  }

  /// "3:12: " or "3: ".
  private static func isPlace(_ bytes: Span<UInt8>, after colon: Int) -> Bool {
    var index = colon
    for _ in 0..<2 {
      let start = index + 1
      index = start
      while index < bytes.count && (48...57).contains(bytes[index]) { index += 1 }
      guard index > start, index + 1 < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
      if bytes[index + 1] == 32 { return true }
    }
    return false
  }
}
