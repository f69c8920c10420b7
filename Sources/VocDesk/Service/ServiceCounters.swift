import VocDomain
import VocStore

/// Gathers what the kept histograms of service are to change by, day by day and month by month.
struct ServiceCounters {
  private(set) var changes: [Store.ServiceCell: [Store.ServiceChange]] = [:]
  private let zone: ZoneClock
  /// Nil where channels have no business hours.
  private let hours: TicketHours?

  init(zone: ZoneClock, hours: TicketHours?) { (self.zone, self.hours) = (zone, hours) }

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
    let day = local.date
    changes[Store.ServiceCell(figure, .day, day.daysSince1970), default: []].append(change)
    changes[Store.ServiceCell(figure, .month, day.monthsSince1970), default: []].append(change)
  }

  mutating func removeAll() { changes.removeAll(keepingCapacity: true) }

  static func bucket(
    of figure: ServiceMeasure, _ value: Int64, _ local: LocalTime
  ) -> (bucket: Int, value: Int64) {
    switch figure {
    case .created: (HourOfWeek(local).index, 0)
    case .unanswered, .unsolved, .unresolved: (0, 0)
    case .solved, .businessUnresolved: (Int(value), 0)
    case .firstReply, .businessFirstReply, .nextReply, .resolution, .businessResolution, .netResolution,
      .answeredCall, .abandonedCall, .handle:
      (DurationBuckets.bucket(of: value), value)
    }
  }
}
