/// UTF-16 to UTF-8 chunk by chunk, and back to the same bytes.
///
/// A surrogate without its partner becomes the three bytes that UTF-8 forbids for it (WTF-8, as Simon Sapin
/// describes it), so that `restored` is exact; reading the text shows U+FFFD there.
struct UTF16Transcoder {
  let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func add(_ bytes: UnsafeRawBufferPointer, to utf8: inout [UInt8]) {
    for byte in bytes {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let (high, low) = isBigEndian ? (first, byte) : (byte, first)
      add(unit: UInt32(high) << 8 | UInt32(low), to: &utf8)
    }
  }

  /// Writes what still waits for its other half; half a unit is lost.
  mutating func finish(_ utf8: inout [UInt8]) {
    if let high = highSurrogate { Self.append(high, to: &utf8) }
    highSurrogate = nil
    oddByte = nil
  }

  private mutating func add(unit: UInt32, to utf8: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        Self.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &utf8)
        return
      }
      Self.append(high, to: &utf8)
    }
    if (0xD800...0xDBFF).contains(unit) { highSurrogate = unit } else { Self.append(unit, to: &utf8) }
  }

  private static func append(_ code: UInt32, to utf8: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | code >> shift & 0x3F) }
    switch code {
    case ..<0x80: utf8.append(UInt8(code))
    case ..<0x800: utf8 += [UInt8(0xC0 | code >> 6), tail(0)]
    case ..<0x10000: utf8 += [UInt8(0xE0 | code >> 12), tail(6), tail(0)]
    default: utf8 += [UInt8(0xF0 | code >> 18), tail(12), tail(6), tail(0)]
    }
  }

  /// The UTF-16 bytes that `utf8`, made here, was made of.
  static func restored(_ utf8: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ unit: UInt32) {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    var code: UInt32 = 0
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case ..<0x80: code = UInt32(byte)
      case ..<0xC0: code = code << 6 | UInt32(byte & 0x3F)
      case ..<0xE0: code = UInt32(byte & 0x1F)
      case ..<0xF0: code = UInt32(byte & 0x0F)
      default: code = UInt32(byte & 0x07)
      }
      let isLast = index + 1 == utf8.count || utf8[index + 1] & 0xC0 != 0x80
      guard isLast else { continue }
      if code < 0x10000 {
        append(code)
      } else {
        append(0xD800 + (code - 0x10000) >> 10)
        append(0xDC00 + (code - 0x10000) & 0x3FF)
      }
    }
    return bytes
  }
}
