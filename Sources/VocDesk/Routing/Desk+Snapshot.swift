import VocDomain
import VocRouting
import VocStore

/// What the router looks at, read from the store.
extension Desk {
  /// Everything as of a moment.
  func snapshot(_ service: Service, at moment: Instant) throws -> RoutingSnapshot {
    try snapshotAndTickets(service, at: moment).snapshot
  }

  /// The same, and each waiting ticket as it was read.
  func snapshotAndTickets(
    _ service: Service, at moment: Instant
  ) throws -> (snapshot: RoutingSnapshot, tickets: [RoutableTicket]) {
    let exclusions = try store.exclusions(at: moment)
    var snapshot = try agentSnapshot(service, exclusions, at: moment)
    let tickets = try store.waitingTickets()
    snapshot.waiting = try waiting(
      tickets, service, exclusions, withAffinity: service.policy.routing.hasAffinity, at: moment)
    return (snapshot, tickets)
  }

  /// The agents with what they have, without what waits; `isBrief`: enough for their loads and for whether anything is to
  /// be taken back.
  func agentSnapshot(
    _ service: Service, _ exclusions: [Int64: [Int64: Instant]]? = nil, isBrief: Bool = false,
    at moment: Instant
  ) throws -> RoutingSnapshot {
    var snapshot = RoutingSnapshot()
    snapshot.agents = try store.roster().map(RoutingAgent.init)
    let exclusions = try exclusions ?? store.exclusions(at: moment)
    snapshot.held = try heldTickets(
      by: snapshot.agents.map(\.id), service, exclusions, isBrief: isBrief, at: moment)
    for offer in try store.offers() {
      guard let row = try store.routableTicket(offer.ticketID) else { continue }
      let ticket = try waiting([row], service, exclusions, withAffinity: false, at: moment)[0]
      snapshot.offers.append(Offer(ticket: ticket, agent: offer.agentID, expiresAt: offer.expiresAt))
    }
    return snapshot
  }

  /// Without who last served each customer.
  func waitingTickets(_ service: Service, at moment: Instant) throws -> [WaitingTicket] {
    try waiting(try store.waitingTickets(), service, [:], withAffinity: false, at: moment)
  }

  func heldTickets(
    by agents: [Int64], _ service: Service, _ exclusions: [Int64: [Int64: Instant]] = [:], isBrief: Bool,
    at moment: Instant
  ) throws -> [VocRouting.HeldTicket] {
    let channels = try store.channels().map { channel in
      let rest = service.policy.routing.channel(channel.kind).inactiveAfter
      return (channelID: channel.id, moment: rest.map { moment + -$0 })
    }
    let holders = Set(agents)
    let held = try store.heldTickets(activeSince: channels, most: Desk.mostHeld, isBrief: isBrief)
      .filter { $0.assigneeID.map(holders.contains) ?? false }
    let tickets = try waiting(held, service, exclusions, withAffinity: false, at: moment)
    return try zip(held, tickets).compactMap { row, ticket in
      guard let agent = row.assigneeID else { return nil }
      return VocRouting.HeldTicket(
        ticket: ticket, agent: agent, assignedAt: row.assignedAt,
        isAnswered: try !mayBeUnanswered(row, service, at: moment) || isAnswered(row, by: agent),
        isCustomerWaiting: row.facts.waitingSince != nil, lastMessageAt: row.lastMessageAt)
    }
  }

  /// Whether a run may take the ticket back because nobody has answered: only then is it worth a look at its messages.
  private func mayBeUnanswered(_ row: RoutableTicket, _ service: Service, at moment: Instant) -> Bool {
    guard let limit = service.policy.routing.channel(row.facts.channelKind).noAnswerAfter,
      let assigned = row.assignedAt
    else { return false }
    return moment - assigned >= limit
  }

  /// More than any agent's capacity.
  private static let mostHeld = 1_001

  /// Nobody waits, or the assignee has said something since: either is an answer.
  func isAnswered(_ row: RoutableTicket, by agent: Int64) throws -> Bool {
    if row.facts.waitingSince == nil { return true }
    return try row.assignedAt.map { try store.hasReplied(agent: agent, onTicket: row.facts.id, since: $0) }
      ?? true
  }

  /// Each with its queue, and what else the router asks of it; `withAffinity`: with who last served each customer, which
  /// costs a look at their messages.
  private func waiting(
    _ rows: [RoutableTicket], _ service: Service, _ exclusions: [Int64: [Int64: Instant]], withAffinity: Bool,
    at moment: Instant
  ) throws -> [WaitingTicket] {
    let policy = service.policy
    let context = try service.context ?? filterContext(service, at: moment)
    let tags =
      policy.queueFields.contains(.tag) ? try store.tags(ofTickets: Set(rows.map(\.facts.id))) : [:]
    let said =
      policy.queueFields.isDisjoint(with: [.cue, .mood])
      ? [:] : try store.said(onTickets: Set(rows.map(\.facts.id)))
    return try rows.map { row in
      var facts = row.facts
      facts.tags = tags[facts.id] ?? []
      facts.take(said[facts.id])
      facts.isBreached = facts.isBreached(at: moment)
      let channel = policy.routing.channel(facts.channelKind)
      return WaitingTicket(
        id: facts.id, queue: policy.queue(of: facts, context), channelKind: facts.channelKind,
        priority: facts.priority, segment: facts.segment, stage: facts.stage,
        // Who does not wait does not go before those who do: since it was last left to others.
        eligibleAt: facts.waitingSince ?? max(facts.createdAt, facts.updatedAt),
        isLive: channel.inactiveAfter.map { moment - (row.lastMessageAt ?? facts.createdAt) < $0 } ?? true,
        dueAt: facts.dueAt,
        windowClosesAt: facts.waitingSince.flatMap { _ in
          channel.replyWindow.flatMap { window in row.lastMessageAt.map { $0 + window } }
        },
        preferredAgent: withAffinity ? try store.lastAgent(of: row) : nil,
        excluded: exclusions[facts.id] ?? [:])
    }
  }
}
