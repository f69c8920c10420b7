import VocDomain

/// Finds bytes that Windows-1252 leaves undefined, and punctuation of its inside a word: "appr‚ci‚e" is an é of
/// code page 437 or 850. They are read as Windows-1252 all the same, so that nothing is guessed away.
struct DoubtfulTextScan {
  private(set) var found: DoubtfulText?

  mutating func add(_ row: TableRow) {
    if row.encoding != nil && row.encoding != .windows1252 { return }
    guard Self.isDoubtful(row.bytes.span) else { return }
    let before = found
    found = DoubtfulText(rows: (before?.rows ?? 0) + 1, firstLine: before?.firstLine ?? row.line)
  }

  private static func isDoubtful(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where (0x80...0x9F).contains(bytes[index]) {
      switch bytes[index] {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return true
      // ‚ ƒ „ † ‡ ˆ ‰ ‹ ˜ › beside a letter, € between two.
      case 0x82...0x84, 0x86...0x89, 0x8B, 0x98, 0x9B:
        if isLetter(bytes, index - 1) || isLetter(bytes, index + 1) { return true }
      case 0x80: if isLetter(bytes, index - 1) && isLetter(bytes, index + 1) { return true }
      default: continue
      }
    }
    return false
  }

  private static func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    let byte = bytes[index]
    return (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC0
  }
}
