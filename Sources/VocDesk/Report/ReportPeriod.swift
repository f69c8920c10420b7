public import VocDomain

/// The days that a report is about, both ends included; nil where there is no limit.
public struct ReportPeriod: Equatable, Sendable {
  public var since: CivilDate?
  public var until: CivilDate?

  public init(since: CivilDate?, until: CivilDate?) { (self.since, self.until) = (since, until) }

  static func year(_ year: Int) -> ReportPeriod {
    ReportPeriod(
      since: CivilDate(year: year, month: 1, day: 1), until: CivilDate(year: year, month: 12, day: 31))
  }

  /// Nil without both ends.
  public var dayCount: Int? {
    guard let since, let until else { return nil }
    return until.daysSince1970 - since.daysSince1970 + 1
  }

  /// Of all time.
  public static let always = ReportPeriod(since: nil, until: nil)

  /// As long a stretch right before, to compare with: whole months before whole months, else as many days. Nil for a
  /// period without a beginning, and one that has not begun.
  ///
  /// A period that ends after `today`, or never, is taken to end today.
  func before(today: CivilDate) -> ReportPeriod? {
    guard let since, since <= today else { return nil }
    if let until, until <= today, let months = ReportPeriod.wholeMonths(since, until) {
      let first = CivilDate(firstOfMonthsSince1970: since.monthsSince1970 - months)
      return ReportPeriod(since: first, until: since + -1)
    }
    let last = min(until ?? today, today)
    guard since <= last else { return nil }
    let days = last.daysSince1970 - since.daysSince1970 + 1
    return ReportPeriod(since: since + -days, until: since + -1)
  }

  private static func wholeMonths(_ since: CivilDate, _ until: CivilDate) -> Int? {
    let first = CivilDate.days(ofMonth: since.monthsSince1970).lowerBound
    let last = CivilDate.days(ofMonth: until.monthsSince1970).upperBound
    guard since.daysSince1970 == first, until.daysSince1970 == last else { return nil }
    return until.monthsSince1970 - since.monthsSince1970 + 1
  }

  func contains(_ day: CivilDate) -> Bool {
    since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }

  /// The period within bounds; nil where nothing of it is.
  func days(within bounds: ClosedRange<Int>) -> ClosedRange<Int>? {
    let first = max(bounds.lowerBound, since?.daysSince1970 ?? .min)
    let last = min(bounds.upperBound, until?.daysSince1970 ?? .max)
    return first <= last ? first...last : nil
  }

  /// The moments of these days in a zone.
  func moments(in zone: ZoneClock) -> Range<Instant> {
    let first = since.map { zone.instant(of: $0.midnight) } ?? .distantPast
    let end = until.map { zone.instant(of: ($0 + 1).midnight) } ?? .distantFuture
    return min(first, end)..<end
  }

  /// The moments that may be of these days, wherever on earth they are: the zone's own bounds lie within.
  var stretch: ClosedRange<Instant> {
    let first = since.map { Int64($0.daysSince1970 - 1) * Seconds.day } ?? .min
    let last = until.map { Int64($0.daysSince1970 + 2) * Seconds.day } ?? .max
    return Instant(unixSeconds: min(first, last))...Instant(unixSeconds: max(first, last))
  }
}
