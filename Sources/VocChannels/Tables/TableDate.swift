import VocDomain

/// A date of a table's cell, with a time where it has one, before anybody knows which number is the day.
///
/// Sources: ISO 8601-1:2019, 5.4.2.1 (with T or a space); Unicode CLDR, Spanish and Portuguese dayPeriods, for
/// "p. m." with every kind of space; Google Forms' "2026/05/10 2:32:10 p. m. GMT-6".
struct TableDate: Equatable {
  var first = 0
  var second = 0
  var third = 0
  /// Year, month, day, because the first number has four digits.
  var isYearFirst = false
  var separator: UInt8 = 0
  /// The last number has four digits.
  private var hasLongYear = true
  private var hour = 0
  private var minute = 0
  private var seconds = 0
  /// Seconds east of UTC, where the cell says so.
  private var offset: Int64?

  /// Nil for a text in no known shape; whether the day exists shows only in `time`.
  init?(_ bytes: Span<UInt8>) {
    var text = DateText()
    text.skipSpaces(bytes)
    guard let first = text.number(bytes, most: 4), let separator = text.next(bytes),
      separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: "."),
      let second = text.number(bytes, most: 2), text.next(bytes) == separator,
      let third = text.number(bytes, most: 4)
    else { return nil }
    switch (first.digits, third.digits) {
    case (4, 1...2): isYearFirst = true
    case (1...2, 4): break
    case (1...2, 2): hasLongYear = false
    default: return nil
    }
    self.first = first.value
    self.second = second.value
    self.third = third.value
    self.separator = separator
    if text.isAtEnd(bytes) { return }
    guard text.skipTimeMark(bytes), readTime(&text, bytes) else { return nil }
  }

  private mutating func readTime(_ text: inout DateText, _ bytes: Span<UInt8>) -> Bool {
    guard let hour = text.number(bytes, most: 2), text.skip(":", bytes),
      let minute = text.number(bytes, most: 2), minute.digits == 2
    else { return false }
    self.hour = hour.value
    self.minute = minute.value
    if text.skip(":", bytes) {
      guard let seconds = text.number(bytes, most: 2), seconds.digits == 2 else { return false }
      self.seconds = seconds.value
      if text.skip(".", bytes) || text.skip(",", bytes) {
        guard text.number(bytes, most: 9) != nil else { return false }
      }
    }
    text.skipSpaces(bytes)
    if let isAfternoon = text.dayPeriod(bytes) {
      guard (1...12).contains(self.hour) else { return false }
      self.hour = self.hour % 12 + (isAfternoon ? 12 : 0)
      text.skipSpaces(bytes)
    }
    if text.isAtEnd(bytes) { return true }
    guard let offset = text.offset(bytes), text.isAtEnd(bytes) else { return false }
    self.offset = offset
    return true
  }

  /// The day that the numbers mean in an order; a year of two digits is of this century.
  func day(_ order: DateOrder) -> CivilDate? {
    if isYearFirst { return CivilDate(year: first, month: second, day: third) }
    let long = hasLongYear ? third : 2000 + third
    return switch order {
    case .dmy: CivilDate(year: long, month: second, day: first)
    case .mdy: CivilDate(year: long, month: first, day: second)
    case .ymd: hasLongYear ? nil : CivilDate(year: 2000 + first, month: second, day: third)
    }
  }

  /// The moment in an order, nil when that day or time does not exist; midnight where the cell has no time.
  ///
  /// - Parameter isUTC: whether a time without an offset is UTC, because the column says so.
  func time(_ order: DateOrder?, isUTC: Bool = false) -> AnswerRecord.Time? {
    guard let order = isYearFirst ? .ymd : order, let day = day(order)?.components,
      let local = LocalTime(
        year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: seconds)
    else { return nil }
    guard let offset = offset ?? (isUTC ? 0 : nil) else { return .local(local) }
    return .instant(Instant(unixSeconds: local.wallSeconds - offset))
  }
}

/// Reads the small pieces that dates are made of, from left to right.
private struct DateText {
  private var index = 0

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
