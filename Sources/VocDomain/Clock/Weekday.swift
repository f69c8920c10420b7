public enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension CivilDate {
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[daysSince1970 + 3 - (daysSince1970 + 3).dividedFlooring(by: 7) * 7]
  }

  public static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(daysSince1970: date.daysSince1970 + days)
  }
}
