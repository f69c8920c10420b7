/// Tells text from other bytes, eight at a time where they are ASCII.
enum TextCheck {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// True where a NUL or another control byte stands that no chat message holds.
  ///
  /// Tab, line ends, VT, FF and ESC are let through: they reach messages by pasting.
  static func isBinary(_ bytes: ByteView) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // "Determine if a word has a byte less than n", Sean Anderson, Bit Twiddling Hacks.
      if ((word &- ones &* 0x20) & ~word & highBits) != 0 {
        for offset in 0..<8 where isBinary(bytes[index + offset]) { return true }
      }
      index += 8
    }
    while index < bytes.count {
      if isBinary(bytes[index]) { return true }
      index += 1
    }
    return false
  }

  /// How many control bytes of a binary file stand in `bytes`.
  static func binaryCount(_ bytes: [UInt8]) -> Int { bytes.count { isBinary($0) } }

  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B)
  }

  /// True for well-formed UTF-8 (Unicode 16.0, table 3-7).
  static func isUTF8(_ bytes: ByteView) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      if index + 8 <= count {
        let word = UInt64(littleEndian: bytes.buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let asciiBytes = (word & highBits).trailingZeroBitCount / 8
        index += asciiBytes
        if asciiBytes == 8 { continue }
      }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(bytes, at: index, lead: byte)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// 0 for a sequence that is not well-formed.
  @inline(__always)
  private static func sequenceLength(_ bytes: ByteView, at index: Int, lead: UInt8) -> Int {
    let second = bytes[index + 1]
    switch lead {
    case 0xC2...0xDF:
      return isContinuation(second) ? 2 : 0
    case 0xE0...0xEF:
      let lower: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let upper: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= lower && second <= upper && isContinuation(bytes[index + 2]) ? 3 : 0
    case 0xF0...0xF4:
      let lower: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let upper: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      return second >= lower && second <= upper && isContinuation(bytes[index + 2])
        && isContinuation(bytes[index + 3]) ? 4 : 0
    default:
      return 0
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
