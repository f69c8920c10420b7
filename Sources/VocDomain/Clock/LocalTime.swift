/// A wall-clock date and time without a zone, to the second, as an export writes it.
///
/// Kept as the seconds from 1970-01-01T00:00:00 on the same wall clock, so that comparing and subtracting
/// need no calendar.
public struct LocalTime: Hashable, Comparable, Sendable, Codable {
  public var wallSeconds: Int64

  public init(wallSeconds: Int64) { self.wallSeconds = wallSeconds }

  /// Nil for a date or a time that does not exist (31 April, 25:00); nothing is rolled over.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard let date = CivilDate(year: year, month: month, day: day),
      (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    wallSeconds =
      Int64(date.daysSince1970) * Seconds.day + Int64(hour) * Seconds.hour + Int64(minute) * Seconds.minute
      + Int64(second)
  }

  public static func < (left: LocalTime, right: LocalTime) -> Bool { left.wallSeconds < right.wallSeconds }

  public var date: CivilDate {
    CivilDate(daysSince1970: Int(wallSeconds.dividedFlooring(by: Seconds.day)))
  }

  /// Seconds since midnight, 0..<86,400.
  public var secondOfDay: Int {
    Int(wallSeconds - wallSeconds.dividedFlooring(by: Seconds.day) * Seconds.day)
  }

  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }
}

/// A day of the proleptic Gregorian calendar.
///
/// Conversions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil and
/// civil_from_days).
public struct CivilDate: Hashable, Comparable, Sendable {
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// Nil for a day that does not exist; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.daysInMonth(month, of: year)
    else { return nil }
    daysSince1970 = CivilDate.days(fromCivilYear: year, month: month, day: day)
  }

  private static func days(fromCivilYear year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.dividedFlooring(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  /// The year, the month (1...12) and the day of the month (1...31).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = shifted.dividedFlooring(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Midnight at the start of this day.
  public var midnight: LocalTime { LocalTime(wallSeconds: Int64(daysSince1970) * Seconds.day) }

  public var noon: LocalTime { LocalTime(wallSeconds: midnight.wallSeconds + Seconds.day / 2) }
}

extension BinaryInteger {
  /// The quotient rounded towards minus infinity, where `/` rounds towards zero.
  func dividedFlooring(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension CivilDate {
  /// January 1970 is 0.
  public var monthsSince1970: Int {
    let (year, month, _) = components
    return (year - 1970) * 12 + month - 1
  }

  /// The first day of a month, counted from January 1970.
  public init(firstOfMonthsSince1970 months: Int) {
    let year = 1970 + months.dividedFlooring(by: 12)
    let month = months - months.dividedFlooring(by: 12) * 12 + 1
    daysSince1970 = CivilDate.days(fromCivilYear: year, month: month, day: 1)
  }

  /// The days of a month, counted from January 1970, as days since 1970.
  public static func days(ofMonth month: Int) -> ClosedRange<Int> {
    CivilDate(firstOfMonthsSince1970: month).daysSince1970...CivilDate(
      firstOfMonthsSince1970: month + 1
    ).daysSince1970 - 1
  }

  /// "2026-11".
  public var yearAndMonth: String {
    let (year, month, _) = components
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
