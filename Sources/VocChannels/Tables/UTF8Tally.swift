/// Counts, over the chunks of a file, what speaks for UTF-8 and what against.
///
/// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
struct UTF8Tally {
  /// Characters of two to four bytes.
  private(set) var wellFormed = 0
  /// Broken sequences and stray bytes.
  private(set) var malformed = 0
  private var needed = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index < bytes.count {
      if needed == 0 {
        while index + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        if index == bytes.count { return }
      }
      add(bytes[index])
      index += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    if needed > 0 {
      if allowed.contains(byte) {
        needed -= 1
        allowed = 0x80...0xBF
        if needed == 0 { wellFormed += 1 }
        return
      }
      malformed += 1
    }
    (needed, allowed) = Self.sequence(openedBy: byte)
    if byte >= 0x80 && needed == 0 { malformed += 1 }
  }

  /// Counts a character that the end of the file cuts off.
  mutating func finish() {
    if needed > 0 { malformed += 1 }
    needed = 0
  }

  private static func sequence(openedBy byte: UInt8) -> (needed: Int, allowed: ClosedRange<UInt8>) {
    switch byte {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xE1...0xEF: (2, 0x80...0xBF)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    default: (0, 0x80...0xBF)
    }
  }
}
