/// Windows-1252 to Unicode, total: every byte is a character.
///
/// Source: WHATWG Encoding Standard, index-windows-1252: the bytes 81 8D 8F 90 9D, which Microsoft leaves
/// undefined, are the C1 controls of the same number. (Foundation gives nil for a whole buffer with one.)
enum Windows1252 {
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { utf8.append(byte) } else { utf8 += upperHalf[Int(byte) - 0x80].utf8 }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// The characters of the bytes 80...FF.
  static let upperHalf: [String] = (0x80...0xFF).map { byte in
    let code = byte < 0xA0 ? punctuation[byte - 0x80] : UInt32(byte)
    return Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  private static let punctuation: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
