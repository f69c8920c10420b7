import VocDomain

/// When customers write: more by day than by night, less at weekends, more before Christmas, and growing.
struct DemoCalendar {
  /// Two years.
  static let hours = 730 * 24

  let start: Instant
  /// The share of everything that has come by the end of each hour.
  private let shares: [Double]

  init(until end: Instant) {
    start = end + -Int64(DemoCalendar.hours) * Seconds.hour
    var total = 0.0
    var sums: [Double] = []
    sums.reserveCapacity(DemoCalendar.hours)
    for hour in 0..<DemoCalendar.hours {
      // Mexico City's wall clock, near enough for habits.
      let local = LocalTime(wallSeconds: start.unixSeconds + Int64(hour - 6) * Seconds.hour)
      let weekday = local.date.weekday.rawValue
      let season = local.date.components.month >= 11 ? 1.3 : 1
      let growth = 0.7 + 0.6 * Double(hour) / Double(DemoCalendar.hours)
      total += DemoCalendar.byHour[local.hour] * DemoCalendar.byWeekday[weekday] * season * growth
      sums.append(total)
    }
    shares = sums.map { $0 / total }
  }

  /// The instant by which this share (0..<1) of everything has come.
  func instant(at share: Double) -> Instant {
    var low = 0
    var high = shares.count - 1
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] <= share { low = middle + 1 } else { high = middle }
    }
    let before = low == 0 ? 0 : shares[low - 1]
    let part = (share - before) / (shares[low] - before)
    return start + (Int64(low) * Seconds.hour + Int64(part * Double(Seconds.hour - 1)))
  }

  private static let byHour: [Double] = [
    1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 4, 7, 9, 10, 9, 8, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2,
  ]
  /// Monday first.
  private static let byWeekday: [Double] = [1.25, 1.1, 1.05, 1, 1.05, 0.75, 0.45]
}
