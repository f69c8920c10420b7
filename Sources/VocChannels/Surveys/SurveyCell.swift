/// Reads the cells of a survey table that hold numbers.
enum SurveyCell {
  enum Score: Equatable {
    case blank
    case number(Int)
    case unreadable
  }

  /// A whole number, as "9", " 9 ", "9,0" or "9 - Muy probable"; what follows the number holds no digit.
  static func score(_ bytes: Span<UInt8>) -> Score {
    var index = skipSpaces(bytes, 0)
    if index == bytes.count { return .blank }
    var value = 0
    let start = index
    while let digit = digit(bytes, index) {
      if value < 1000 { value = value * 10 + digit }
      index += 1
    }
    if index == start { return .unreadable }
    let isDecimal = index + 1 < bytes.count && (bytes[index] == 0x2E || bytes[index] == 0x2C)
    if isDecimal && digit(bytes, index + 1) != nil {
      index += 1
      while let digit = digit(bytes, index) {
        if digit != 0 { return .unreadable }
        index += 1
      }
    }
    while index < bytes.count {
      if digit(bytes, index) != nil { return .unreadable }
      index += 1
    }
    return .number(value)
  }

  /// "123" or "#123"; nil for anything else.
  static func ticket(_ text: String) -> Int64? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int64(digits)
  }

  /// Whether a spreadsheet turned a phone number into a figure: 5,21555E+11.
  static func isDamagedPhone(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0
    else { return false }
    let mantissa = bytes[..<mark]
    var exponent = bytes[(mark + 1)...]
    if exponent.first == UInt8(ascii: "+") { exponent.removeFirst() }
    return mantissa.allSatisfy { (48...57).contains($0) || $0 == 0x2C || $0 == 0x2E }
      && !exponent.isEmpty && exponent.allSatisfy { (48...57).contains($0) }
  }

  private static func digit(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index < bytes.count, (48...57).contains(bytes[index]) else { return nil }
    return Int(bytes[index]) - 48
  }

  /// White space, U+00A0 in UTF-8 and in Windows-1252 included.
  private static func skipSpaces(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 32 || (9...13).contains(byte) || byte == 0xA0 {
        index += 1
      } else if byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }
}
