/// When somebody promises to come back to a customer, as they say it; only a clock and a zone make it certain.
///
/// A day without an hour means the start of business, and a weekday the next one, never today: whoever means today says
/// so. A time of day without a day is the next time that the clock shows it.
public struct PromisedTime: Equatable, Sendable {
  private enum Moment: Equatable {
    /// In so many seconds: a day is 24 hours here.
    case after(Int64)
    case at(Instant)
    /// In seconds since midnight.
    case clock(Int64)
    case on(FilterDate, clock: Int64)
  }

  /// The hour at which business starts.
  public static let startOfBusiness = 9

  private let moment: Moment

  public func instant(now: Instant, zone: ZoneClock) -> Instant {
    let today = zone.localTime(of: now).date
    func instant(_ day: CivilDate, _ clock: Int64) -> Instant {
      zone.instant(of: LocalTime(wallSeconds: day.midnight.wallSeconds + clock))
    }
    switch moment {
    case .after(let seconds): return now + seconds
    case .at(let instant): return instant
    case .clock(let clock):
      let next = instant(today, clock)
      return next > now ? next : instant(today + 1, clock)
    case .on(let date, let clock): return instant(date.promisedDay(today: today), clock)
    }
  }
}

extension PromisedTime {
  /// Reads 2026-11-23, 2026-11-23T10:30, mañana, monday, 10:30, 2h, and a day with an hour: "mañana a las 10".
  ///
  /// Nil for anything else.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init).filter {
      !PromisedTime.fillers.contains(Folding.folded($0))
    }
    guard let first = words.first, words.count <= 2 else { return nil }
    if words.count == 2 {
      guard let day = FilterDate(first), day.isDay, let clock = PromisedTime.clock(words[1], mayBeHour: true)
      else { return nil }
      moment = .on(day, clock: clock)
    } else if let seconds = FilterLength.magnitude(first) {
      moment = .after(seconds)
    } else if let clock = PromisedTime.clock(first, mayBeHour: false) {
      moment = .clock(clock)
    } else if let date = FilterDate(first), let moment = PromisedTime.moment(date) {
      self.moment = moment
    } else {
      return nil
    }
  }

  /// The words between a day and an hour, and before either: "el lunes a las 10".
  private static let fillers: Set<String> = ["el", "a", "la", "las", "at", "on", "en", "in"]

  private static func moment(_ date: FilterDate) -> Moment? {
    switch date {
    case .instant(let instant): .at(instant)
    case .minute(let time), .second(let time): .on(.day(time.date), clock: Int64(time.secondOfDay))
    case _ where date.isDay: .on(date, clock: Int64(startOfBusiness) * Seconds.hour)
    default: nil
    }
  }

  /// Seconds since midnight of 10:30, 9:05 or, where it can be nothing else, 10.
  private static func clock(_ text: String, mayBeHour: Bool) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 1 && mayBeHour, (1...2).contains(parts[0].utf8.count),
      let hour = FilterNumber.read(String(parts[0])), hour < 24
    else { return nil }
    if parts.count == 1 { return hour * Seconds.hour }
    guard parts[1].utf8.count == 2, let minute = FilterNumber.read(String(parts[1])), minute < 60 else {
      return nil
    }
    return hour * Seconds.hour + minute * Seconds.minute
  }
}

extension FilterDate {
  fileprivate var isDay: Bool {
    switch self {
    case .day, .today, .yesterday, .tomorrow, .weekday: true
    case .year, .month, .thisMonth, .minute, .second, .instant, .ago: false
    }
  }

  /// Of what `isDay` holds for.
  fileprivate func promisedDay(today: CivilDate) -> CivilDate {
    switch self {
    case .day(let date): date
    case .yesterday: today + -1
    case .tomorrow: today + 1
    case .weekday(let weekday): today + (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
    default: today
    }
  }
}

extension Instant {
  /// As events tell a promised time: 2026-11-23T16:30:00Z.
  public var eventText: String { FilterDate.instant(self).text }

  /// Nil for what is not written so.
  public init?(eventText: String) {
    guard case .instant(let instant)? = FilterDate(eventText) else { return nil }
    self = instant
  }
}
