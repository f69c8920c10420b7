public import VocDomain

/// How well promises were kept over many tickets, by measure.
public struct SLAScore: Equatable, Sendable {
  /// The clocks of one measure that something was promised for.
  public struct Tally: Equatable, Sendable {
    public var met = 0
    /// Those that still run past their due too.
    public var breached = 0
    /// Neither: running or paused within their target.
    public var running = 0
    /// Those that nothing was promised for; they count nowhere else.
    public var unmeasured = 0
    /// Business seconds of the met and breached that have stopped, in the order in which they were counted.
    public var elapsed: [Int64] = []

    public init() {}

    public var n: Int { met + breached + running }

    /// Shortest first, as quantiles want them.
    public var sortedElapsed: [Int64] { elapsed.sorted() }
  }

  private var tallies: [SLAPolicy.Measure: Tally] = [:]

  public init() {}

  public subscript(measure: SLAPolicy.Measure) -> Tally { tallies[measure] ?? Tally() }

  /// Adds one ticket's clocks as they stand at `now`.
  public mutating func count(_ clocks: [SLAClock], at now: Instant, in calendars: Calendars) {
    for clock in clocks {
      let state = clock.state(at: now)
      tallies[clock.measure, default: Tally()].count(state)
      if clock.stop != nil && state != .unmeasured {
        let elapsed = clock.elapsed(until: now, in: calendars).business
        tallies[clock.measure, default: Tally()].elapsed.append(elapsed)
      }
    }
  }
}

extension SLAScore.Tally {
  fileprivate mutating func count(_ state: SLAClock.State) {
    switch state {
    case .met: met += 1
    case .breached: breached += 1
    case .running, .paused: running += 1
    case .unmeasured: unmeasured += 1
    }
  }
}
