public import VocDomain

extension BusinessCalendar {
  /// Open at any hour of any day.
  public static func always(zone: String) -> BusinessCalendar {
    BusinessCalendar(name: "24/7", zone: zone, week: Array(repeating: [.wholeDay], count: 7))
  }

  /// The hours of one day: those of its exception, none on a holiday, else those of its weekday.
  public func hours(on date: CivilDate) -> [OpenHours] {
    hours(on: date) { holidays.map { Holidays.isHoliday(date, in: $0) } ?? false }
  }

  /// The same for whoever knows by other means whether the day is a holiday.
  func hours(on date: CivilDate, isHoliday: () -> Bool) -> [OpenHours] {
    if let exception = exceptions[date] { return exception }
    let weekday = week[date.weekday.rawValue]
    return weekday.isEmpty || isHoliday() ? [] : weekday
  }

  /// What is wrong with the hours, Monday first, then the exceptions by date; empty for a calendar that
  /// `BusinessClock` accepts (its zone and its country apart).
  public var problems: [CalendarProblem] {
    let days: [(CalendarDay, [OpenHours])] =
      week.enumerated().map { (.weekday($0.offset), $0.element) }
      + exceptions.sorted { $0.key < $1.key }.map { (.date($0.key), $0.value) }
    if days.allSatisfy({ $0.1.isEmpty }) { return [.neverOpen(name)] }
    return days.flatMap { day, hours in
      BusinessCalendar.wrong(in: hours).map { .wrongHours($0, on: day) }
    }
  }

  private static func wrong(in hours: [OpenHours]) -> [OpenHours] {
    var closedSince = 0
    return hours.filter { stretch in
      defer { closedSince = max(closedSince, stretch.end) }
      return stretch.start < closedSince || stretch.end <= stretch.start
        || stretch.end > OpenHours.wholeDay.end
    }
  }
}

extension OpenHours {
  /// From 00:00 to 24:00.
  public static let wholeDay = OpenHours(start: 0, end: Int(Seconds.day))
}
