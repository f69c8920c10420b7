import VocDomain

/// A simulated period in figures.
public struct SimulationFigures: Equatable, Sendable {
  /// Of the seconds that tickets waited to be given to somebody. Who gave up counts until then, who still
  /// waited at the end until the end.
  public struct Waits: Equatable, Sendable {
    public var mean = 0.0
    public var median: Int64 = 0
    public var p90: Int64 = 0
    public var max: Int64 = 0
  }

  /// How many of the tickets for which it is known broke something.
  public struct Breaches: Equatable, Sendable {
    public var known = 0
    public var broken = 0

    /// Nil where nothing is known.
    public var share: Double? { known > 0 ? Double(broken) / Double(known) : nil }
  }

  public struct AgentWork: Equatable, Sendable {
    public var agent: Int64
    public var given = 0
    /// Seconds of their shift in which they had at least one ticket.
    public var busy: Int64 = 0
    public var shift: Int64

    public var busyShare: Double? { shift > 0 ? Double(busy) / Double(shift) : nil }
  }

  public var arrivals = 0
  public var given = 0
  public var abandoned = 0
  public var left = 0
  public var calendarWaits = Waits()
  /// In the calendars of the queues.
  public var businessWaits = Waits()
  /// Of the promise of the first reply.
  public var promise = Breaches()
  /// Of the queues' maximum wait.
  public var maximumWait = Breaches()
  /// By id.
  public var agents: [AgentWork] = []

  public init(
    _ log: SimulationLog, agents: [RoutingAgent], _ policy: RoutingPolicy, _ calendars: Calendars
  ) {
    let clocks = policy.queues.map { calendars.clock($0.calendar) }
    var (inCalendar, inBusiness): ([Int64], [Int64]) = ([], [])
    arrivals = log.arrivals.count
    for (ticket, arrival) in log.arrivals.enumerated() {
      let until = log.waitedUntil(ticket)
      let queue = policy.queue(at: arrival.queue)
      let clock = clocks.indices.contains(arrival.queue) ? clocks[arrival.queue] : calendars.usual
      let wait = clock.between(arrival.at, until)
      inCalendar.append(until - arrival.at)
      inBusiness.append(wait)
      count(log.fates[ticket])
      note(log, ticket)
      guard let limit = queue.maximumWait, log.fates[ticket] != .left || wait > limit else { continue }
      maximumWait.known += 1
      if wait > limit { maximumWait.broken += 1 }
    }
    calendarWaits = Waits(inCalendar)
    businessWaits = Waits(inBusiness)
    self.agents = log.work(of: agents, calendars)
  }

  private mutating func count(_ fate: SimulationLog.Fate) {
    switch fate {
    case .given: given += 1
    case .abandoned: abandoned += 1
    case .left: left += 1
    }
  }

  /// A reply that would come after the period is known to be late only where it was due within it.
  private mutating func note(_ log: SimulationLog, _ ticket: Int) {
    guard let due = log.dueAt[ticket] else { return }
    switch log.fates[ticket] {
    case .given(_, let moment):
      promise.known += 1
      if moment + log.arrivals[ticket].handling.untilReply > due { promise.broken += 1 }
    case .abandoned, .left:
      guard due < log.period.upperBound else { return }
      promise.known += 1
      promise.broken += 1
    }
  }
}

extension SimulationFigures.Waits {
  fileprivate init(_ waits: [Int64]) {
    let waits = waits.sorted()
    guard let middle = waits.nearestRank(0.5), let high = waits.nearestRank(0.9), let last = waits.last
    else { return }
    mean = waits.reduce(0.0) { $0 + Double($1) } / Double(waits.count)
    (median, p90, max) = (middle, high, last)
  }
}

extension SimulationLog {
  fileprivate func work(
    of agents: [RoutingAgent], _ calendars: Calendars
  ) -> [SimulationFigures.AgentWork] {
    var stretches: [Int64: [Range<Instant>]] = [:]
    for (ticket, fate) in fates.enumerated() {
      guard case .given(let agent, let moment) = fate else { continue }
      let end = Swift.min(moment + arrivals[ticket].handling.total, period.upperBound)
      stretches[agent, default: []].append(moment..<Swift.max(moment, end))
    }
    return agents.sorted { $0.id < $1.id }.map { agent in
      let own = stretches[agent.id] ?? []
      let worked = { [period] (stretch: Range<Instant>) -> Int64 in
        let stretch = stretch.clamped(to: period)
        guard let shift = agent.shift else { return stretch.upperBound - stretch.lowerBound }
        return calendars.clock(shift).between(stretch.lowerBound, stretch.upperBound)
      }
      var load = SimulationFigures.AgentWork(agent: agent.id, given: own.count, shift: worked(period))
      var busyUntil = period.lowerBound
      for stretch in own.sorted(by: { $0.lowerBound < $1.lowerBound }) where stretch.upperBound > busyUntil {
        load.busy += worked(Swift.max(stretch.lowerBound, busyUntil)..<stretch.upperBound)
        busyUntil = stretch.upperBound
      }
      return load
    }
  }
}
