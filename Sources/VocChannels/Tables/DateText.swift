import VocDomain

/// Reads the small pieces that dates are made of, from left to right.
struct DateText {
  var index = 0

  func peek(_ bytes: Span<UInt8>, _ ahead: Int = 0) -> UInt8 {
    index + ahead < bytes.count ? bytes[index + ahead] : 0
  }

  mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
    guard index < bytes.count else { return nil }
    index += 1
    return bytes[index - 1]
  }

  mutating func skip(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Between one and `most` digits.
  mutating func number(_ bytes: Span<UInt8>, most: Int) -> (value: Int, digits: Int)? {
    let start = index
    var value = 0
    while index - start < most, case let digit = Int(peek(bytes)) - 48, (0...9).contains(digit) {
      value = value * 10 + digit
      index += 1
    }
    return index == start ? nil : (value, index - start)
  }

  /// Blank, tab, U+00A0 (also as Windows-1252's A0), U+2009 and U+202F.
  mutating func skipSpaces(_ bytes: Span<UInt8>) {
    while true {
      switch (peek(bytes), peek(bytes, 1), peek(bytes, 2)) {
      case (32, _, _), (9, _, _), (0xA0, _, _): index += 1
      case (0xC2, 0xA0, _): index += 2
      case (0xE2, 0x80, 0x89), (0xE2, 0x80, 0xAF): index += 3
      default: return
      }
    }
  }

  mutating func isAtEnd(_ bytes: Span<UInt8>) -> Bool {
    let before = index
    skipSpaces(bytes)
    if index == bytes.count { return true }
    index = before
    return false
  }

  /// What stands between date and time: T, or a comma, or only spaces.
  mutating func skipTimeMark(_ bytes: Span<UInt8>) -> Bool {
    let before = index
    if skip("T", bytes) || skip("t", bytes) { return true }
    _ = skip(",", bytes)
    skipSpaces(bytes)
    return index > before
  }

  /// Whether a day period, in any spelling, is the afternoon one; nil where none stands.
  mutating func dayPeriod(_ bytes: Span<UInt8>) -> Bool? {
    let before = index
    let letter = peek(bytes) | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    index += 1
    _ = skip(".", bytes)
    skipSpaces(bytes)
    guard skip("m", bytes) || skip("M", bytes) else {
      index = before
      return nil
    }
    _ = skip(".", bytes)
    return letter == UInt8(ascii: "p")
  }

  /// Z, +hh, -hhmm, +hh:mm, or one of them after GMT or UTC; seconds east of UTC.
  mutating func offset(_ bytes: Span<UInt8>) -> Int64? {
    if skip("Z", bytes) || skip("z", bytes) { return 0 }
    let word = (peek(bytes) | 0x20, peek(bytes, 1) | 0x20, peek(bytes, 2) | 0x20)
    let isNamed = word == (0x67, 0x6D, 0x74) || word == (0x75, 0x74, 0x63)
    if isNamed {
      index += 3
      if isAtEnd(bytes) { return 0 }
    }
    let isWest = skip("-", bytes)
    guard isWest || skip("+", bytes), let hours = number(bytes, most: 2) else { return nil }
    var minutes = 0
    if skip(":", bytes) || hours.digits == 2, let given = number(bytes, most: 2) {
      guard given.digits == 2 else { return nil }
      minutes = given.value
    }
    guard hours.value <= 18, minutes < 60 else { return nil }
    let seconds = Int64(hours.value) * Seconds.hour + Int64(minutes) * Seconds.minute
    return isWest ? -seconds : seconds
  }
}
