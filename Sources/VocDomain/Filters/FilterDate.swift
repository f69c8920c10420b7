/// A time as a filter names it, which only a clock and a zone make certain.
public enum FilterDate: Hashable, Sendable {
  case year(Int)
  /// Counted from January 1970.
  case month(monthsSince1970: Int)
  case day(CivilDate)
  case minute(LocalTime)
  case second(LocalTime)
  case instant(Instant)
  case today, yesterday, tomorrow
  case thisMonth
  /// The most recent one, today included.
  case weekday(Weekday)
  /// So many seconds before now: a day is 24 hours here.
  case ago(Int64)
}

extension FilterDate {
  /// From its start until before its end: the whole day of a day, the one second of a moment.
  public func period(now: Instant, zone: ZoneClock) -> Range<Instant> {
    switch self {
    case .instant(let instant): return instant..<instant + 1
    case .ago(let seconds): return now + -seconds..<now + -seconds + 1
    case .minute(let time):
      let start = zone.instant(of: time)
      return start..<start + Seconds.minute
    case .second(let time):
      let start = zone.instant(of: time)
      return start..<start + 1
    default:
      let days = days(today: zone.localTime(of: now).date)
      let start = zone.instant(of: CivilDate(daysSince1970: days.lowerBound).midnight)
      let end = zone.instant(of: CivilDate(daysSince1970: days.upperBound + 1).midnight)
      // A zone that moved over the date line skipped a day: then it has no second.
      return start..<max(start, end)
    }
  }

  private func days(today: CivilDate) -> ClosedRange<Int> {
    let today = today.daysSince1970
    switch self {
    case .year(let year):
      let january = (year - 1970) * 12
      return CivilDate.days(ofMonth: january).lowerBound...CivilDate.days(ofMonth: january + 11).upperBound
    case .month(let months): return CivilDate.days(ofMonth: months)
    case .thisMonth: return CivilDate.days(ofMonth: CivilDate(daysSince1970: today).monthsSince1970)
    case .day(let date): return date.daysSince1970...date.daysSince1970
    case .yesterday: return today - 1...today - 1
    case .tomorrow: return today + 1...today + 1
    case .weekday(let weekday):
      let back = (CivilDate(daysSince1970: today).weekday.rawValue - weekday.rawValue + 7) % 7
      return today - back...today - back
    case .today, .minute, .second, .instant, .ago: return today...today
    }
  }

  /// The whole days that it means; so many days or weeks ago is that day. Nil for an hour and for a moment.
  ///
  /// `today`: asked only where it depends on that.
  public func wholeDays(today: () throws -> CivilDate) rethrows -> ClosedRange<Int>? {
    switch self {
    case .minute, .second, .instant: return nil
    case .year, .month, .day: return days(today: CivilDate(daysSince1970: 0))
    case .ago(let seconds):
      guard seconds.isMultiple(of: Seconds.day) else { return nil }
      let day = try today() + -Int(seconds / Seconds.day)
      return day.daysSince1970...day.daysSince1970
    case .today, .yesterday, .tomorrow, .thisMonth, .weekday: return days(today: try today())
    }
  }

  /// Where it starts on the wall clock; nil for what depends on now or is an instant.
  var wallStart: LocalTime? {
    switch self {
    case .year(let year): CivilDate(firstOfMonthsSince1970: (year - 1970) * 12).midnight
    case .month(let months): CivilDate(firstOfMonthsSince1970: months).midnight
    case .day(let date): date.midnight
    case .minute(let time), .second(let time): time
    case .instant, .today, .yesterday, .tomorrow, .thisMonth, .weekday, .ago: nil
    }
  }

  /// A moment, which no ticket's time equals but by chance.
  var isMoment: Bool {
    switch self {
    case .ago: true
    default: false
    }
  }
}

extension TicketFilter.Comparison<FilterDate> {
  /// Whether an instant lies before, in or after the dates' periods.
  func holds(_ instant: Instant, period: (FilterDate) -> Range<Instant>) -> Bool {
    switch self {
    case .equal(let date): period(date).contains(instant)
    case .below(let date): instant < period(date).lowerBound
    case .atMost(let date): instant < period(date).upperBound
    case .above(let date): instant >= period(date).upperBound
    case .atLeast(let date): instant >= period(date).lowerBound
    case .between(let from, let to):
      instant >= period(from).lowerBound && instant < period(to).upperBound
    }
  }
}
