public import VocDomain

/// A stretch of a day in which we work, on the wall clock: half-open, `start` belongs to it, `end` does not.
public struct OpenHours: Hashable, Sendable {
  /// Seconds since midnight, 0..<86,400.
  public var start: Int
  /// Seconds since midnight, `start`<...86,400: midnight at the day's end is 24:00.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// When a business works: hours by weekday, replaced entirely on holidays and on days with hours of their own.
public struct BusinessCalendar: Equatable, Sendable {
  public var name: String
  /// IANA name.
  public var zone: String
  /// Monday first; each day's stretches in order, none overlapping. Work past midnight stands on both days.
  public var week: [[OpenHours]]
  /// ISO 3166-1 alpha-2 of the country whose holidays are closed; nil where none are.
  public var holidays: String?
  /// What replaces the weekday's hours and the holiday on one date; empty: closed.
  public var exceptions: [CivilDate: [OpenHours]]

  public init(
    name: String, zone: String, week: [[OpenHours]], holidays: String? = nil,
    exceptions: [CivilDate: [OpenHours]] = [:]
  ) {
    precondition(week.count == 7, "\(week.count) days in a week")
    self.name = name
    self.zone = zone
    self.week = week
    self.holidays = holidays
    self.exceptions = exceptions
  }
}
