/// Reads the header of a line.
///
/// The grammar is what CLDR's short date and short or medium time give over all regions, between WhatsApp's
/// own separators (the fixtures of whatstk, chat-miner, Pustur/whatsapp-chat-parser and langchain agree):
/// ```
/// line  := marks ( '[' stamp ']' SP | stamp ( ' - ' | ' – ' | ': ' ) ) rest
/// stamp := date (',' | '،')? WS ('klo' WS)? time (WS? ('a'|'p') '.'? WS? 'm' '.'?)?
/// ```
struct HeaderReader {
  private let bytes: ByteView
  private var index = 0
  private var header = Header()

  private init(_ bytes: ByteView) { self.bytes = bytes }

  /// Nil for a line that does not have the form of a header, whether or not its date exists.
  static func read(_ bytes: ByteView) -> Header? {
    // Nothing shorter than "1/1/24 1:02: " can be one, and most continuation lines end here.
    let first = bytes[0]
    guard bytes.count >= 12, first == 0x5B || first.isDigit || first >= 0xD9 else { return nil }
    var reader = HeaderReader(bytes)
    return reader.readHeader() ? reader.header : nil
  }

  private mutating func readHeader() -> Bool {
    index = bytes.skippingSpaces(from: bytes.skippingMarks(from: 0))
    let isBracketed = bytes[index] == 0x5B
    if isBracketed { index = bytes.skippingMarks(from: index + 1) }
    guard readDate(), readJoin(), readTime() else { return false }
    readDayHalf()
    return readClose(isBracketed: isBracketed)
  }

  // MARK: The date

  private mutating func readDate() -> Bool {
    guard let first = readNumber() else { return false }
    guard let firstSeparator = readSeparator(), let second = readNumber() else { return false }
    guard let secondSeparator = readSeparator(), let third = readNumber() else { return false }
    (header.first, header.second, header.third) = (first, second, third)
    header.shape.firstSeparator = firstSeparator
    header.shape.secondSeparator = secondSeparator
    header.shape.isYearFirst = first.digits == 4
    header.shape.hasLongYear = first.digits == 4 || third.digits == 4
    if bytes[index] == 0x2E {
      header.shape.hasDotAfterDate = true
      index += 1
    }
    guard second.digits <= 2 else { return false }
    return first.digits == 4 ? third.digits <= 2 : first.digits <= 2 && third.digits != 1
  }

  private mutating func readSeparator() -> HeaderShape.Separator? {
    index = bytes.skippingMarks(from: index)
    let separator: HeaderShape.Separator
    switch bytes[index] {
    case 0x2F: separator = .slash
    case 0x2E: separator = .dot
    case 0x2D: separator = .dash
    default: return nil
    }
    index = bytes.skippingMarks(from: index + 1)
    if separator == .dot, bytes.spaceLength(at: index) > 0 {
      header.shape.hasSpacedDate = true
      index = bytes.skippingSpaces(from: index)
    }
    return separator
  }

  /// One to four digits, but not three: ASCII, Arabic-Indic or extended Arabic-Indic.
  private mutating func readNumber() -> Header.Number? {
    var number = Header.Number()
    while number.digits < 5, let digit = readDigit() {
      number.value = number.value * 10 + digit
      number.digits += 1
    }
    return number.digits == 1 || number.digits == 2 || number.digits == 4 ? number : nil
  }

  @inline(__always)
  private mutating func readDigit() -> Int? {
    let byte = bytes[index]
    if byte.isDigit {
      index += 1
      return Int(byte) - 0x30
    }
    let next = bytes[index + 1]
    if byte == 0xD9, next >= 0xA0, next <= 0xA9 {
      index += 2
      return Int(next) - 0xA0
    }
    if byte == 0xDB, next >= 0xB0, next <= 0xB9 {
      index += 2
      return Int(next) - 0xB0
    }
    return nil
  }

  // MARK: Between date and time

  private mutating func readJoin() -> Bool {
    index = bytes.skippingMarks(from: index)
    if bytes[index] == 0x2C {
      header.shape.comma = .latin
      index += 1
    } else if bytes[index] == 0xD8, bytes[index + 1] == 0x8C {
      header.shape.comma = .arabic
      index += 2
    }
    let start = index
    skipSpacesAndMarks()
    if index == start, header.shape.comma == .none { return false }
    if bytes.hasPrefix(HeaderReader.klo, at: index), bytes.spaceLength(at: index + 3) > 0 {
      header.shape.hasKlo = true
      index = bytes.skippingSpaces(from: index + 3)
    }
    return true
  }

  private static let klo = Array("klo".utf8)

  private mutating func skipSpacesAndMarks() {
    while true {
      let next = bytes.skippingMarks(from: bytes.skippingSpaces(from: index))
      if next == index { return }
      index = next
    }
  }

  // MARK: The time

  private mutating func readTime() -> Bool {
    guard let hour = readNumber(), hour.digits <= 2 else { return false }
    let separator = bytes[index]
    guard separator == 0x3A || separator == 0x2E else { return false }
    index += 1
    guard let minute = readNumber(), minute.digits == 2 else { return false }
    header.hour = hour.value
    header.minute = minute.value
    header.shape.hasDottedTime = separator == 0x2E
    let start = index
    guard bytes[index] == separator else { return true }
    index += 1
    if let seconds = readNumber(), seconds.digits == 2 {
      header.seconds = seconds.value
      header.shape.hasSeconds = true
    } else {
      index = start
    }
    return true
  }

  /// Reads the half of the day, with any white space before it and within.
  ///
  /// "AM", "p. m.", "a.m.", "_PM", "ص".
  private mutating func readDayHalf() {
    let start = index
    skipSpacesAndMarks()
    // One exporter's sample (langchain) has an underscore for the space.
    if bytes[index] == 0x5F { index += 1 }
    guard let isAfternoon = readDayHalfLetters() else {
      index = start
      return
    }
    header.shape.hasDayHalf = true
    // "00:08 a. m." and "13:05 PM" are real: the hour then already counts from midnight.
    if header.hour <= 12 { header.hour = header.hour % 12 + (isAfternoon ? 12 : 0) }
  }

  private mutating func readDayHalfLetters() -> Bool? {
    if bytes[index] == 0xD8, bytes[index + 1] == 0xB5 {
      index += 2
      return false
    }
    if bytes[index] == 0xD9, bytes[index + 1] == 0x85 {
      index += 2
      return true
    }
    let letter = bytes[index]
    guard letter.asciiLowercased == 0x61 || letter.asciiLowercased == 0x70 else { return nil }
    index += 1
    var hasDots = false
    if bytes[index] == 0x2E {
      hasDots = true
      index += 1
    }
    index = bytes.skippingSpaces(from: index)
    guard bytes[index].asciiLowercased == 0x6D else { return nil }
    header.hasPlainCapitals = letter < 0x61 && bytes[index] == 0x4D && !hasDots && bytes[index + 1] != 0x2E
    index += 1
    if bytes[index] == 0x2E { index += 1 }
    return letter.asciiLowercased == 0x70
  }

  // MARK: What closes the stamp

  private mutating func readClose(isBracketed: Bool) -> Bool {
    let afterStamp = index
    index = bytes.skippingMarks(from: index)
    if isBracketed {
      guard bytes[index] == 0x5D else { return false }
      return close(with: .bracket, length: 1)
    }
    if bytes[index] == 0x3A, afterStamp == index { return close(with: .colon, length: 1) }
    skipSpacesAndMarks()
    if index == afterStamp { return false }
    if bytes[index] == 0x2D { return close(with: .hyphen, length: 1) }
    if bytes.hasPrefix([0xE2, 0x80, 0x93], at: index) { return close(with: .enDash, length: 3) }
    return false
  }

  private mutating func close(with close: HeaderShape.Close, length: Int) -> Bool {
    header.shape.close = close
    index += length
    let space = bytes.spaceLength(at: index)
    guard space > 0 || index == bytes.count else { return false }
    header.restStart = index + space
    return true
  }
}
