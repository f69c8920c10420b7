extension JSONParser {
  /// Reads a string from its opening quote to its closing one.
  mutating func string() throws(Failure) -> String {
    let start = position + 1
    var isASCII = true
    let end = plainEnd(from: start, &isASCII)
    guard end < bytes.count else {
      position = bytes.count
      throw .incomplete
    }
    if bytes[end] != UInt8(ascii: "\"") { return try escapedString(from: start) }
    position = end + 1
    return text(UnsafeBufferPointer(rebasing: bytes[start..<end]), isASCII: isASCII)
  }

  /// The first quote, backslash or control character, looked for eight bytes at a time.
  private func plainEnd(from start: Int, _ isASCII: inout Bool) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      let found =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & tops
      guard found == 0 else {
        let length = found.trailingZeroBitCount / 8
        if word & tops & (1 &<< UInt64(length * 8) &- 1) != 0 { isASCII = false }
        return index + length
      }
      if word & tops != 0 { isASCII = false }
      index += 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    return index
  }

  private mutating func text(_ slice: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> String {
    if !isASCII {
      if let valid = String(validating: slice, as: UTF8.self) { return valid }
      isDamaged = true
    }
    return String(decoding: slice, as: UTF8.self)
  }

  private mutating func escapedString(from start: Int) throws(Failure) -> String {
    var plain: [UInt8] = []
    var isASCII = true
    position = start
    while true {
      let end = plainEnd(from: position, &isASCII)
      plain.append(contentsOf: bytes[position..<end])
      position = end
      guard position < bytes.count else { throw .incomplete }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return plain.withUnsafeBufferPointer { text($0, isASCII: false) }
      case UInt8(ascii: "\\"): try escape(&plain)
      case 0: break
      default: plain.append(byte)
      }
    }
  }

  /// Reads what stands after a backslash.
  private mutating func escape(_ plain: inout [UInt8]) throws(Failure) {
    guard position < bytes.count else { throw .incomplete }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(letter)
    case UInt8(ascii: "n"): plain.append(0x0A)
    case UInt8(ascii: "t"): plain.append(0x09)
    case UInt8(ascii: "r"): plain.append(0x0D)
    case UInt8(ascii: "b"): plain.append(0x08)
    case UInt8(ascii: "f"): plain.append(0x0C)
    case UInt8(ascii: "u"):
      let code = try scalar()
      if code.value != 0 { plain.append(contentsOf: UTF8.encode(code) ?? UTF8.encodedReplacementCharacter) }
    default:
      position -= 1
      throw .malformed
    }
  }

  /// The character of one \u, or of the two that a surrogate pair is.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let unit = try hexadecimal()
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    guard position < bytes.count else { throw .incomplete }
    guard bytes[position] == UInt8(ascii: "\\") else { return "\u{FFFD}" }
    guard position + 1 < bytes.count else { throw .incomplete }
    guard bytes[position + 1] == UInt8(ascii: "u") else { return "\u{FFFD}" }
    let second = position
    position += 2
    let low = try hexadecimal()
    guard UTF16.isTrailSurrogate(low) else {
      position = second
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Failure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw .incomplete }
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x57
      default: throw .malformed
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
