public import VocDomain

/// What keeps a calendar from counting business time.
public enum CalendarProblem: Error, Equatable, Sendable {
  /// The calendar of that name has not one open minute, on no weekday and in no exception.
  case neverOpen(String)
  /// The calendar of that name is closed for good before the time asked for is used up.
  case opensNoMore(String)
  /// Hours that end before they start, leave the day or overlap the ones before them.
  case wrongHours(OpenHours, on: CalendarDay)
}

/// A day as a calendar names it.
public enum CalendarDay: Hashable, Sendable {
  /// Monday is 0, Sunday 6.
  case weekday(Int)
  case date(CivilDate)
}
