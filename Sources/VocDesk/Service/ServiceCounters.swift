import VocDomain
import VocStore

/// Gathers what the kept histograms of service are to change by, day by day and month by month.
struct ServiceCounters {
  /// By day alone: what a day changes by, its month does too.
  private var days: [Store.ServiceCell: [Store.ServiceChange]] = [:]
  private let zone: ZoneClock
  /// Nil where channels have no business hours.
  private let hours: TicketHours?

  init(zone: ZoneClock, hours: TicketHours?) { (self.zone, self.hours) = (zone, hours) }

  func changes() -> [Store.ServiceCell: [Store.ServiceChange]] {
    var changes = days
    for (cell, ofDay) in days {
      let month = CivilDate(daysSince1970: cell.period).monthsSince1970
      changes[Store.ServiceCell(cell.measure, .month, month), default: []] += ofDay
    }
    return changes
  }

  /// Counts all that a ticket contributes to, `n` times: -1 takes it away.
  mutating func count(_ measure: TicketMeasure, times n: Int) {
    measure.eachContribution { count($0, at: $1, $2, times: n) }
    countBusinessTime(of: measure, times: n)
  }

  /// Counts what a ticket contributes to the figures of business time alone.
  mutating func countBusinessTime(of measure: TicketMeasure, times n: Int) {
    hours?.eachContribution(of: measure) { count($0, at: $1, $2, times: n) }
  }

  private mutating func count(_ figure: ServiceMeasure, at moment: Instant, _ value: Int64, times n: Int) {
    let local = zone.localTime(of: moment)
    let (bucket, value) = ServiceCounters.bucket(of: figure, value, local)
    let change = Store.ServiceChange(bucket: bucket, value: value, n: n)
    days[Store.ServiceCell(figure, .day, local.date.daysSince1970), default: []].append(change)
  }

  mutating func removeAll() { days.removeAll(keepingCapacity: true) }

  static func bucket(
    of figure: ServiceMeasure, _ value: Int64, _ local: LocalTime
  ) -> (bucket: Int, value: Int64) {
    switch figure {
    case .created: (HourOfWeek(local).index, 0)
    case .unanswered, .unsolved: (0, 0)
    case .solved, .businessUnresolved: (Int(value), 0)
    case .firstReply, .businessFirstReply, .nextReply, .resolution, .businessResolution, .netResolution,
      .unresolvedRunning, .unresolvedPaused, .answeredCall, .abandonedCall, .handle:
      (DurationBuckets.bucket(of: value), value)
    }
  }
}
