import VocDomain
import VocRouting

/// A small contact centre for tests: what routing sees, by which policy, and what carrying a run out makes of
/// it.
struct RoutingWorld {
  static let now = Instant(unixSeconds: 1_795_000_000)

  var snapshot = RoutingSnapshot()
  var policy = RoutingPolicy()
  /// Besides "always", the usual one.
  var calendars: [BusinessCalendar] = []
  var now = RoutingWorld.now

  /// One queue that everybody serves, and what `change` makes of it.
  init(_ change: (inout RoutingPolicy) -> Void = { _ in }) {
    policy.queues = [QueuePolicy(name: "general")]
    change(&policy)
  }

  static let always = BusinessCalendar(
    name: "always", zone: "UTC", week: Array(repeating: [OpenHours(start: 0, end: 86_400)], count: 7))

  /// Open on each day from `start` to `end` o'clock UTC.
  static func daily(_ name: String, from start: Int, to end: Int) -> BusinessCalendar {
    let hours = [OpenHours(start: start * 3600, end: end * 3600)]
    return BusinessCalendar(name: name, zone: "UTC", week: Array(repeating: hours, count: 7))
  }

  /// Today at `hour` o'clock UTC.
  static func today(_ hour: Int64) -> Instant {
    Instant(unixSeconds: now.unixSeconds / Seconds.day * Seconds.day + hour * Seconds.hour)
  }

  func makeCalendars() throws -> Calendars {
    try Calendars([RoutingWorld.always] + calendars, usual: "always")
  }

  func route(_ calendars: Calendars? = nil, explaining: Int = 64) throws -> RoutingOutcome {
    Router.route(snapshot, policy, try calendars ?? makeCalendars(), now: now, explaining: explaining)
  }

  func explain(_ ticket: Int64) throws -> WaitExplanation? {
    Router.explain(ticket: ticket, snapshot, policy, try makeCalendars(), now: now)
  }

  /// Ticket to agent, as one run decides.
  func given() throws -> [Int64: Int64] {
    Dictionary(uniqueKeysWithValues: try route().decisions.map { ($0.ticket, $0.agent) })
  }

  mutating func add(_ agents: RoutingAgent...) { snapshot.agents += agents }

  /// A waiting ticket that became eligible `waited` seconds ago.
  mutating func wait(
    _ id: Int64, _ kind: String = "email", waited: Int64 = 60,
    _ change: (inout WaitingTicket) -> Void = { _ in }
  ) {
    snapshot.waiting.append(ticket(id, kind, waited: waited, change))
  }

  /// A ticket that an agent got `held` seconds ago.
  mutating func hold(
    _ id: Int64, _ kind: String = "email", by agent: Int64, since held: Int64? = 10, isAnswered: Bool = false,
    lastMessage: Int64? = nil, _ change: (inout WaitingTicket) -> Void = { _ in }
  ) {
    snapshot.held.append(
      HeldTicket(
        ticket: ticket(id, kind, waited: 300, change), agent: agent, assignedAt: held.map { now + -$0 },
        isAnswered: isAnswered, lastMessageAt: lastMessage.map { now + -$0 }))
  }

  mutating func offer(_ id: Int64, _ kind: String = "phone", to agent: Int64, expiresIn seconds: Int64) {
    snapshot.offers.append(
      Offer(ticket: ticket(id, kind, waited: 30) { _ in }, agent: agent, expiresAt: now + seconds))
  }

  private func ticket(
    _ id: Int64, _ kind: String, waited: Int64, _ change: (inout WaitingTicket) -> Void
  ) -> WaitingTicket {
    var ticket = WaitingTicket(id: id, channelKind: kind, eligibleAt: now + -waited)
    change(&ticket)
    return ticket
  }
}

extension RoutingWorld {
  /// The world after the sweep, before anybody gets anything.
  func swept(_ steps: [SweepStep]) -> RoutingWorld {
    var world = self
    for step in steps { world.carryOut(step) }
    return world
  }

  /// The world after the whole run.
  func applied(_ outcome: RoutingOutcome) -> RoutingWorld {
    var world = swept(outcome.sweep)
    for decision in outcome.decisions {
      guard let index = world.snapshot.waiting.firstIndex(where: { $0.id == decision.ticket }) else {
        continue
      }
      let ticket = world.snapshot.waiting.remove(at: index)
      if let expiry = decision.offerExpiresAt {
        world.snapshot.offers.append(Offer(ticket: ticket, agent: decision.agent, expiresAt: expiry))
      } else {
        world.snapshot.held.append(HeldTicket(ticket: ticket, agent: decision.agent, assignedAt: now))
      }
      world.change(decision.agent) { $0.lastAssigned[ticket.channelKind] = now }
    }
    return world
  }

  private mutating func carryOut(_ step: SweepStep) {
    switch step {
    case .offerExpired(let ticket, let agent):
      let back = snapshot.offers.filter { $0.ticket.id == ticket }.map(\.ticket)
      snapshot.offers.removeAll { $0.ticket.id == ticket }
      snapshot.waiting += back
      change(agent) { $0.misses += 1 }
    case .unanswered(let ticket, let agent, let until):
      comeBack(ticket) { $0.excluded[agent] = until }
      change(agent) { $0.misses += 1 }
    case .offShift(let ticket, _): comeBack(ticket) { _ in }
    case .unresponsive(let agent): change(agent) { $0.state = "unresponsive" }
    case .idle(let agent): change(agent) { $0.state = "away" }
    }
  }

  private mutating func comeBack(_ ticket: Int64, _ change: (inout WaitingTicket) -> Void) {
    for var back in snapshot.held.filter({ $0.ticket.id == ticket }).map(\.ticket) {
      change(&back)
      snapshot.waiting.append(back)
    }
    snapshot.held.removeAll { $0.ticket.id == ticket }
  }

  mutating func change(_ agent: Int64, _ change: (inout RoutingAgent) -> Void) {
    for index in snapshot.agents.indices where snapshot.agents[index].id == agent {
      change(&snapshot.agents[index])
    }
  }
}
