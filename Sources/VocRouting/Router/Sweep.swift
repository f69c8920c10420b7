import VocDomain

/// The first step of a run: what ran out or was left behind goes back to its queue.
///
/// A ticket that comes back keeps its `eligibleAt`, hence its place, and takes part in the same run.
struct Sweep {
  private(set) var steps: [SweepStep] = []
  /// By id, in the states that the sweep leaves them in.
  private(set) var agents: [RoutingAgent]
  private(set) var waiting: [WaitingTicket]
  private(set) var held: [HeldTicket] = []
  private(set) var offers: [Offer] = []

  private let policy: RoutingPolicy
  private let calendars: Calendars
  private let now: Instant
  private let indices: [Int64: Int]
  private var missed: Set<Int> = []
  private var returns: [Int: Instant] = [:]

  init(_ snapshot: RoutingSnapshot, _ policy: RoutingPolicy, _ calendars: Calendars, now: Instant) {
    self.policy = policy
    self.calendars = calendars
    self.now = now
    agents = snapshot.agents.sorted { $0.id < $1.id }
    indices = Dictionary(uniqueKeysWithValues: agents.enumerated().map { ($1.id, $0) })
    waiting = snapshot.waiting
    expire(snapshot.offers.sorted { $0.ticket.id < $1.ticket.id })
    returnUnanswered(snapshot.held.sorted { $0.ticket.id < $1.ticket.id })
    markUnresponsive()
    let idle = markIdle()
    returnOffShift()
    steps += idle
  }

  private mutating func expire(_ all: [Offer]) {
    for offer in all {
      let agent = indices[offer.agent]
      if agent != nil, offer.expiresAt > now {
        offers.append(offer)
        continue
      }
      steps.append(.offerExpired(ticket: offer.ticket.id, agent: offer.agent))
      waiting.append(offer.ticket)
      if let agent { miss(agent) }
    }
  }

  private mutating func returnUnanswered(_ all: [HeldTicket]) {
    for var one in all {
      guard indices[one.agent] != nil, isUnanswered(one) else {
        held.append(one)
        continue
      }
      let until = now + policy.exclusion
      steps.append(.unanswered(ticket: one.ticket.id, agent: one.agent, excludedUntil: until))
      one.ticket.excluded[one.agent] = until
      waiting.append(one.ticket)
    }
  }

  private func isUnanswered(_ held: HeldTicket) -> Bool {
    guard !held.isAnswered, let assigned = held.assignedAt else { return false }
    let channel = policy.channel(held.ticket.channelKind)
    guard let limit = channel.noAnswerAfter, now - assigned >= limit else { return false }
    return calendars.clock(channel.calendar).between(assigned, now) >= limit
  }

  private mutating func miss(_ agent: Int) {
    agents[agent].misses += 1
    missed.insert(agent)
  }

  /// Only who missed something in this run: one who has come back online since starts afresh.
  private mutating func markUnresponsive() {
    guard policy.missesUntilUnresponsive > 0 else { return }
    for agent in missed.sorted() where agents[agent].misses >= policy.missesUntilUnresponsive {
      guard !policy.takesNothing(in: agents[agent].state) else { continue }
      (agents[agent].state, agents[agent].stateSince) = (AgentProfile.State.unresponsive, now)
      steps.append(.unresponsive(agent: agents[agent].id))
    }
  }

  /// Told after the tickets of those who are off, yet settled before: else the next run would find more of
  /// them.
  private mutating func markIdle() -> [SweepStep] {
    guard let limit = policy.idleAfter else { return [] }
    var found: [SweepStep] = []
    for agent in agents.indices where agents[agent].state == AgentProfile.State.online {
      guard let act = agents[agent].lastActAt, now - act >= limit else { continue }
      (agents[agent].state, agents[agent].stateSince) = (AgentProfile.State.away, now)
      found.append(.idle(agent: agents[agent].id))
    }
    return found
  }

  private mutating func returnOffShift() {
    let all = held
    held.removeAll(keepingCapacity: true)
    for one in all {
      if isLeftBehind(one) {
        steps.append(.offShift(ticket: one.ticket.id, agent: one.agent))
        waiting.append(one.ticket)
      } else {
        held.append(one)
      }
    }
  }

  /// Whether the assignee is gone for good, or off until after the ticket is due.
  private mutating func isLeftBehind(_ held: HeldTicket) -> Bool {
    guard let agent = indices[held.agent] else { return true }
    guard let assigned = held.assignedAt, agents[agent].isRostered, isOff(agents[agent]) else { return false }
    if Router.isTakenOffShift(at: assigned, by: agents[agent], policy, calendars, now: now) { return false }
    if let due = held.ticket.dueAt { return due < nextShift(of: agent) }
    // Nothing is promised; yet nobody waits for somebody who has left without a shift to come back to.
    return held.isCustomerWaiting && agents[agent].shift == nil
  }

  private func isOff(_ agent: RoutingAgent) -> Bool {
    policy.takesNothing(in: agent.state)
      || agent.shift.map { !calendars.clock($0).isOpen(at: now) } ?? false
  }

  /// When an agent who is off comes back; the end of time where no shift tells.
  private mutating func nextShift(of agent: Int) -> Instant {
    if let known = returns[agent] { return known }
    let start = agents[agent].shift.flatMap { opening(of: calendars.clock($0)) }
    let instant = start ?? Instant(unixSeconds: .max)
    returns[agent] = instant
    return instant
  }

  /// The next beginning of a shift; nil for a calendar that never opens again.
  private func opening(of clock: BusinessClock) -> Instant? {
    do {
      guard clock.isOpen(at: now) else { return try clock.opening(atOrAfter: now) }
      guard let closing = clock.closing(after: now) else { return nil }
      return try clock.opening(atOrAfter: closing)
    } catch {
      return nil
    }
  }
}
