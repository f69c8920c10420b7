import VocDomain
import VocInsight

/// The days of a report of trends: the period, those before it, and the weeks or months of both.
struct TrendStretch {
  let period: ClosedRange<CivilDate>
  /// As long as four periods.
  let before: ClosedRange<CivilDate>
  let isMonthly: Bool
  /// In the order of time; weeks end with the period, months are whole.
  let buckets: [ClosedRange<CivilDate>]
  /// The buckets with those before them that their answers are held against.
  let answerBuckets: [ClosedRange<CivilDate>]
  private let zone: ZoneClock

  /// Longer stretches are told by month.
  private static let mostDaysByWeek = 400

  init(_ period: ClosedRange<CivilDate>, zone: ZoneClock) {
    self.period = period
    self.zone = zone
    let length = TrendStretch.length(period)
    before = (period.lowerBound + -length * TrendsReport.stretchesBefore)...(period.lowerBound + -1)
    isMonthly = length * (TrendsReport.stretchesBefore + 1) > TrendStretch.mostDaysByWeek
    buckets =
      isMonthly
      ? TrendStretch.months(before.lowerBound...period.upperBound)
      : TrendStretch.weeks(before.lowerBound...period.upperBound)
    answerBuckets = TrendStretch.earlier(than: buckets.first?.lowerBound, isMonthly) + buckets
  }

  var days: ClosedRange<CivilDate> { before.lowerBound...period.upperBound }

  /// How many days are counted together, so that long stretches take no more memory than short ones.
  private var unit: Int { (TrendStretch.length(days) + 399) / 400 }
  private var unitsBefore: Int { (TrendStretch.length(before) + unit - 1) / unit }
  var unitCount: Int { unitsBefore + (TrendStretch.length(period) + unit - 1) / unit }
  /// The unit with which the period begins.
  var firstUnit: Int { unitsBefore }

  func instants(_ days: ClosedRange<CivilDate>) -> Range<Instant> {
    let start = zone.instant(of: days.lowerBound.midnight)
    return start..<max(start, zone.instant(of: (days.upperBound + 1).midnight))
  }

  /// Which unit a day is of, from 0.
  func unit(of day: CivilDate) -> Int {
    let days = day.daysSince1970 - period.lowerBound.daysSince1970
    return unitsBefore + (days >= 0 ? days / unit : -((-days + unit - 1) / unit))
  }

  /// The days of some units in a row.
  func days(ofUnits units: ClosedRange<Int>) -> ClosedRange<CivilDate> {
    let first = period.lowerBound + (units.lowerBound - unitsBefore) * unit
    return max(first, before.lowerBound)...min(first + (units.count * unit - 1), period.upperBound)
  }

  /// The bucket of a day; nil for days before the first whole one.
  func bucket(of day: CivilDate) -> Int? { index(of: day, in: buckets) }

  /// Which of `answerBuckets` a day is of; nil for days before the first.
  func answerBucket(of day: CivilDate) -> Int? { index(of: day, in: answerBuckets) }

  private func index(of day: CivilDate, in buckets: [ClosedRange<CivilDate>]) -> Int? {
    guard let first = buckets.first, day >= first.lowerBound else { return nil }
    if !isMonthly {
      let number = (day.daysSince1970 - first.lowerBound.daysSince1970) / 7
      return buckets.indices.contains(number) ? number : nil
    }
    let number = day.monthsSince1970 - first.lowerBound.monthsSince1970
    return buckets.indices.contains(number) ? number : nil
  }

  private static func length(_ days: ClosedRange<CivilDate>) -> Int {
    days.upperBound.daysSince1970 - days.lowerBound.daysSince1970 + 1
  }

  private static func weeks(_ days: ClosedRange<CivilDate>) -> [ClosedRange<CivilDate>] {
    let count = length(days) / 7
    return (0..<count).map { week in
      let last = days.upperBound + -7 * (count - 1 - week)
      return (last + -6)...last
    }
  }

  private static func earlier(than first: CivilDate?, _ isMonthly: Bool) -> [ClosedRange<CivilDate>] {
    guard let first else { return [] }
    let count = TrendsReport.mostPeriodsBefore
    if !isMonthly { return weeks((first + -7 * count)...(first + -1)) }
    let start = CivilDate.days(ofMonth: first.monthsSince1970 - count).lowerBound
    return months(CivilDate(daysSince1970: start)...(first + -1))
  }

  private static func months(_ days: ClosedRange<CivilDate>) -> [ClosedRange<CivilDate>] {
    let months = days.lowerBound.monthsSince1970...days.upperBound.monthsSince1970
    return months.map { month in
      let range = CivilDate.days(ofMonth: month)
      return CivilDate(daysSince1970: range.lowerBound)...CivilDate(daysSince1970: range.upperBound)
    }.filter { $0.lowerBound >= days.lowerBound && $0.upperBound <= days.upperBound }
  }
}
