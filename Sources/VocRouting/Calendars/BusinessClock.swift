public import VocDomain

/// Counts and adds business time by one calendar.
///
/// Each day's hours are taken on the wall clock of the calendar's zone and then converted: an hour that the
/// clocks skip shortens the day, one that they repeat lengthens it. Hours that start or end inside a repeated
/// hour mean its first occurrence; inside a skipped hour, the moment of the jump.
///
/// Not Sendable, like `ZoneClock`: it remembers the days that it has seen. A calendar is closed before 1900
/// and from 2200 on.
public final class BusinessClock {
  public let calendar: BusinessCalendar

  private let zone: ZoneClock
  private var stretches = OpenStretches()
  /// The days whose hours `stretches` has, as days since 1970.
  private var known: Range<Int>
  private var holidays: [Int: Set<CivilDate>] = [:]
  /// No later day is open.
  private let lastDay: Int

  /// Unix seconds of 1900 to 2199.
  private static let reach = Int64(-2_208_988_800)...7_258_118_399
  /// More days are taken in at once than asked for: questions come close to each other.
  private static let step = 366

  /// Throws the first of the calendar's `problems`, `VocError.unknownZone` and `VocError.unknownCountry`.
  public init(_ calendar: BusinessCalendar) throws {
    if let problem = calendar.problems.first { throw problem }
    if let country = calendar.holidays, !Holidays.countries.contains(country) {
      throw VocError.unknownCountry(country)
    }
    self.calendar = calendar
    zone = try ZoneClock(named: calendar.zone)
    let lastReached = Int(BusinessClock.reach.upperBound / Seconds.day)
    lastDay =
      calendar.week.allSatisfy(\.isEmpty)
      ? calendar.exceptions.keys.map(\.daysSince1970).max() ?? lastReached : lastReached
    known = 0..<0
  }

  /// The business seconds from `start` to `end`, outside all pauses; 0 where `end` is not later.
  ///
  /// Pauses may overlap and stand in any order.
  public func between(_ start: Instant, _ end: Instant, pauses: [Range<Instant>] = []) -> Int64 {
    guard start < end else { return 0 }
    var seconds = worked(start, end)
    for pause in BusinessClock.merged(pauses) where pause.overlaps(start..<end) {
      seconds -= worked(max(start, pause.lowerBound), min(end, pause.upperBound))
    }
    return seconds
  }

  /// The first instant at which so many business seconds have passed since `start`, outside all pauses.
  ///
  /// Time that is used up exactly at closing, or where a pause begins, ends there and not at the next
  /// opening. Adding nothing gives `start` itself, or the next opening where that is closed or paused.
  /// Throws `CalendarProblem.opensNoMore`.
  public func add(
    _ seconds: Int64, to start: Instant, pauses: [Range<Instant>] = []
  ) throws -> Instant {
    precondition(seconds >= 0, "\(seconds) seconds of business time to add")
    var cursor = start
    var left = seconds
    for pause in BusinessClock.merged(pauses) where pause.upperBound > cursor {
      if cursor < pause.lowerBound {
        let worked = worked(cursor, pause.lowerBound)
        if left < worked || left == worked && left > 0 { break }
        left -= worked
      }
      cursor = pause.upperBound
    }
    return try left == 0 ? opening(atOrAfter: cursor) : end(of: left, from: cursor)
  }

  public func isOpen(at instant: Instant) -> Bool { stretch(at: instant) != nil }

  /// The first open instant that is not earlier. Throws `CalendarProblem.opensNoMore`.
  public func opening(atOrAfter instant: Instant) throws -> Instant {
    let from = BusinessClock.reached(instant)
    cover(from, from)
    while true {
      if let stretch = stretches.stretch(atOrAfter: from) {
        return Instant(unixSeconds: max(stretch.start, from))
      }
      try coverMore()
    }
  }

  /// When the open stretch around an instant ends. Nil when it is closed then, and when it stays open for
  /// more than 366 days.
  public func closing(after instant: Instant) -> Instant? {
    let horizon = instant + Int64(BusinessClock.step) * Seconds.day
    cover(BusinessClock.reached(instant), BusinessClock.reached(horizon))
    guard let stretch = stretch(at: instant), stretch.end <= horizon.unixSeconds else { return nil }
    return Instant(unixSeconds: stretch.end)
  }

  private func stretch(at instant: Instant) -> OpenStretches.Stretch? {
    let seconds = BusinessClock.reached(instant)
    cover(seconds, seconds)
    guard seconds == instant.unixSeconds, let stretch = stretches.stretch(atOrAfter: seconds),
      stretch.start <= seconds
    else { return nil }
    return stretch
  }

  /// Business seconds without regard to pauses.
  private func worked(_ start: Instant, _ end: Instant) -> Int64 {
    let from = BusinessClock.reached(start)
    let to = BusinessClock.reached(end)
    cover(from, to)
    return stretches.worked(until: to) - stretches.worked(until: from)
  }

  private func end(of seconds: Int64, from start: Instant) throws -> Instant {
    let from = BusinessClock.reached(start)
    guard seconds <= BusinessClock.reach.upperBound - from else {
      throw CalendarProblem.opensNoMore(calendar.name)
    }
    cover(from, from)
    while true {
      if let end = stretches.instant(whenWorked: stretches.worked(until: from) + seconds) {
        return Instant(unixSeconds: end)
      }
      try coverMore()
    }
  }

  private static func reached(_ instant: Instant) -> Int64 {
    min(max(instant.unixSeconds, reach.lowerBound), reach.upperBound)
  }

  private static func merged(_ pauses: [Range<Instant>]) -> [Range<Instant>] {
    guard pauses.count > 1 else { return pauses.filter { !$0.isEmpty } }
    var merged: [Range<Instant>] = []
    for pause in pauses.sorted(by: { $0.lowerBound < $1.lowerBound }) where !pause.isEmpty {
      if let last = merged.last, pause.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, pause.upperBound)
      } else {
        merged.append(pause)
      }
    }
    return merged
  }
}

// Which days the stretches have.
extension BusinessClock {
  /// Takes in all days that may hold something between two instants, bounds included.
  private func cover(_ from: Int64, _ to: Int64) {
    // A wall clock is less than a day away from UTC; 0..<0 holds no day at all.
    let first = LocalTime(wallSeconds: from).date.daysSince1970 - 1
    let last = LocalTime(wallSeconds: to).date.daysSince1970 + 1
    if first >= known.lowerBound && last < known.upperBound { return }
    if known.isEmpty || first < known.lowerBound {
      takeInAnew(first, last)
    } else {
      takeIn(known.upperBound..<last + 1 + BusinessClock.step)
    }
  }

  /// What is earlier than the known days moves the business time before each of them: all are read again, so
  /// many more at once that this seldom happens.
  private func takeInAnew(_ first: Int, _ last: Int) {
    let margin = max(BusinessClock.step, known.count)
    let end = known.isEmpty ? last + 1 + BusinessClock.step : max(last + 1, known.upperBound)
    stretches = OpenStretches()
    known = first - margin..<first - margin
    takeIn(known.upperBound..<end)
  }

  private func coverMore() throws {
    guard known.upperBound <= lastDay else { throw CalendarProblem.opensNoMore(calendar.name) }
    takeIn(known.upperBound..<known.upperBound + BusinessClock.step)
  }

  private func takeIn(_ days: Range<Int>) {
    for day in days {
      let date = CivilDate(daysSince1970: day)
      for hours in calendar.hours(on: date, isHoliday: { isHoliday(date) }) {
        stretches.append(
          from: moment(of: date.midnight, plus: hours.start), to: moment(of: date.midnight, plus: hours.end))
      }
    }
    known = known.lowerBound..<days.upperBound
  }

  private func isHoliday(_ date: CivilDate) -> Bool {
    guard let country = calendar.holidays else { return false }
    let year = date.components.year
    if let dates = holidays[year] { return dates.contains(date) }
    let dates = Set(Holidays.days(of: country, in: year).map(\.date))
    holidays[year] = dates
    return dates.contains(date)
  }

  /// Unix seconds of a wall-clock time; of one that the clocks skip, the moment of the jump.
  private func moment(of midnight: LocalTime, plus seconds: Int) -> Int64 {
    let local = LocalTime(wallSeconds: midnight.wallSeconds + Int64(seconds))
    let instant = zone.instant(of: local)
    let skipped = zone.localTime(of: instant).wallSeconds - local.wallSeconds
    if skipped == 0 { return instant.unixSeconds }
    let offset = zone.offset(at: instant)
    var before = instant.unixSeconds - skipped
    var jumped = instant.unixSeconds
    while jumped - before > 1 {
      let middle = (before + jumped) / 2
      if zone.offset(at: Instant(unixSeconds: middle)) == offset { jumped = middle } else { before = middle }
    }
    return jumped
  }
}
