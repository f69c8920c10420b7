public import VocDomain

/// What became of a ticket's clocks, moment by moment, for people who ask why.
public enum SLATimeline {
  public enum What: Equatable, Sendable {
    case started
    /// From here on so many business seconds are promised, by this policy; nil: none.
    case target(Int64?, policyName: String?)
    case paused(SLAClock.PauseReason)
    case resumed(SLAClock.PauseReason)
    /// At 75 and at 90 per cent of the target.
    case warned(SLAAlert.Level)
    case breached
    case stopped(SLAClock.StopReason)
  }

  public struct Entry: Equatable, Sendable {
    public var at: Instant
    public var measure: SLAPolicy.Measure
    /// Which of the measure's instances.
    public var clockStart: Instant
    public var what: What
    /// Business seconds that had run, without pauses.
    public var elapsed: Int64
    /// Business seconds of the target that were left, negative when it was exceeded; nil without a target.
    public var remaining: Int64?
  }

  /// The entries up to `now`, in the order of their times.
  public static func entries(
    _ clocks: [SLAClock], until now: Instant, in calendars: Calendars
  ) throws -> [Entry] {
    let entries = try clocks.flatMap { clock in
      SLAClocks.inOrder(try moments(of: clock, in: calendars), by: \.at).map { moment in
        entry(of: clock, moment.what, at: moment.at, in: calendars)
      }
    }
    return SLAClocks.inOrder(entries, by: \.at).filter { $0.at <= now }
  }

  private static func moments(
    of clock: SLAClock, in calendars: Calendars
  ) throws -> [(at: Instant, what: What)] {
    var moments: [(at: Instant, what: What)] = [(clock.start, .started)]
    for terms in clock.terms.dropFirst() {
      moments.append((terms.since, .target(terms.target, policyName: terms.policyName)))
    }
    for pause in clock.pauses {
      moments.append((pause.from, .paused(pause.reason)))
      if let end = pause.to { moments.append((end, .resumed(pause.reason))) }
    }
    for alert in try SLAClocks.alerts([clock], in: calendars) {
      moments.append((alert.at, alert.level == .breach ? .breached : .warned(alert.level)))
    }
    if let stop = clock.stop, let reason = clock.stopReason { moments.append((stop, .stopped(reason))) }
    return moments
  }

  private static func entry(
    of clock: SLAClock, _ what: What, at: Instant, in calendars: Calendars
  ) -> Entry {
    let index = clock.terms.lastIndex { $0.since <= at } ?? 0
    let elapsed = clock.counting(in: calendars, through: index)
      .between(clock.start, at, pauses: clock.pauseRanges(until: at))
    return Entry(
      at: at, measure: clock.measure, clockStart: clock.start, what: what, elapsed: elapsed,
      remaining: clock.terms[index].target.map { $0 - elapsed })
  }
}
