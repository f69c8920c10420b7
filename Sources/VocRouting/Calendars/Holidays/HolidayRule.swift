import VocDomain

/// When one holiday is, in the years in which the rule holds.
struct HolidayRule: Sendable {
  /// The day that the law names, before it is moved.
  enum Day: Sendable {
    case date(month: Int, day: Int)
    /// Days after Easter Sunday, negative before.
    case easter(Int)
    /// The first is 1, the last of the month -1; `later` days are added to it.
    case nth(Int, Weekday, month: Int, later: Int)
    /// The day of the June solstice at UTC-4, 2022 to 2046.
    case juneSolstice
  }

  /// A month and a day of it.
  typealias MonthDay = (month: Int, day: Int)

  let day: Day
  let name: String
  let source: String?
  /// Nil where it is kept on the very day.
  let moved: WeekdayShift?
  /// The first year in which it is moved.
  let movedFrom: Int
  /// Dates that a law or a decree gave it in single years.
  let decreed: [Int: MonthDay]
  let years: ClosedRange<Int>
  /// Only every so many years, counted from the first.
  let every: Int

  static func on(
    _ month: Int, _ day: Int, _ name: String, _ source: String? = nil, moved: WeekdayShift? = nil,
    movedFrom: Int = 1, decreed: [Int: MonthDay] = [:], from: Int = 1, until: Int = 9999, every: Int = 1
  ) -> HolidayRule {
    HolidayRule(
      day: .date(month: month, day: day), name: name, source: source, moved: moved, movedFrom: movedFrom,
      decreed: decreed, years: from...until, every: every)
  }

  static func easter(
    _ days: Int, _ name: String, _ source: String? = nil, moved: WeekdayShift? = nil
  ) -> HolidayRule {
    HolidayRule(
      day: .easter(days), name: name, source: source, moved: moved, movedFrom: 1, decreed: [:],
      years: 1...9999, every: 1)
  }

  static func nth(
    _ nth: Int, _ weekday: Weekday, of month: Int, later: Int = 0, _ name: String, _ source: String? = nil
  ) -> HolidayRule {
    HolidayRule(
      day: .nth(nth, weekday, month: month, later: later), name: name, source: source, moved: nil,
      movedFrom: 1, decreed: [:], years: 1...9999, every: 1)
  }

  static func juneSolstice(
    _ name: String, _ source: String? = nil, decreed: [Int: MonthDay], from: Int
  ) -> HolidayRule {
    HolidayRule(
      day: .juneSolstice, name: name, source: source, moved: nil, movedFrom: 1, decreed: decreed,
      years: from...9999, every: 1)
  }

  /// None in a year without this holiday, two where the law adds a day.
  func dates(ofYear year: Int) -> [CivilDate] {
    guard years.contains(year), (year - years.lowerBound) % every == 0 else { return [] }
    if let decreed = decreed[year] {
      return [CivilDate(year: year, month: decreed.month, day: decreed.day)].compactMap { $0 }
    }
    guard let date = day.date(ofYear: year) else { return [] }
    guard let moved, year >= movedFrom else { return [date] }
    return moved.days[date.weekday.rawValue].map { date + $0 }
  }
}

extension HolidayRule.Day {
  /// Nil outside the years 1 to 9999.
  func date(ofYear year: Int) -> CivilDate? {
    switch self {
    case .date(let month, let day):
      return CivilDate(year: year, month: month, day: day)
    case .easter(let days):
      return CivilDate.easter(ofYear: year).map { $0 + days }
    case .nth(let nth, let weekday, let month, let later):
      let length = CivilDate.daysInMonth(month, of: year)
      guard let end = CivilDate(year: year, month: month, day: nth > 0 ? 7 * nth : length) else { return nil }
      // The last such weekday of the seven days that end there.
      return end + (later - (end.weekday.rawValue - weekday.rawValue + 7) % 7)
    case .juneSolstice:
      return CivilDate(year: year, month: 6, day: year % 4 < 2 ? 20 : 21)
    }
  }
}

extension CivilDate {
  /// Easter Sunday of the Gregorian calendar. Nil outside the years 1 to 9999.
  ///
  /// The anonymous algorithm of Nature, 20 April 1876, as in Jean Meeus, Astronomical Algorithms, chapter 8.
  static func easter(ofYear year: Int) -> CivilDate? {
    let golden = year % 19
    let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * sunday) / 451
    let days = epact + sunday - 7 * late + 114
    return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
  }
}
