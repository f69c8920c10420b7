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
    if let serial = text.serial(bytes) {
      take(serial.day)
      (hour, minute, seconds) = (serial.seconds / 3600, serial.seconds / 60 % 60, serial.seconds % 60)
      return
    }
    if let day = text.namedMonth(bytes) {
      take(day)
      if text.isAtEnd(bytes) { return }
      guard text.skipTimeMark(bytes), readTime(&text, bytes) else { return nil }
      return
    }
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

  /// A day of which nobody asks the order.
  private mutating func take(_ day: (year: Int, month: Int, day: Int)) {
    (first, second, third) = day
    isYearFirst = true
    separator = UInt8(ascii: "-")
  }

  var hasOffset: Bool { offset != nil }

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
