import VocDomain

enum Weekday: Int, CaseIterable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

extension CivilDate {
  /// 1970-01-01 was a Thursday.
  var weekday: Weekday { Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7] }

  static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(daysSince1970: date.daysSince1970 + days)
  }
}
