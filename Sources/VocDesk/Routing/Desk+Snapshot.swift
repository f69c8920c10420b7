import VocDomain
import VocRouting
import VocStore

/// What the router looks at, read from the store.
extension Desk {
  /// Everything as of a moment; `agents` nil: all of them.
  func snapshot(_ service: Service, agents: [Int64]? = nil, at moment: Instant) throws -> RoutingSnapshot {
    let exclusions = try store.exclusions(at: moment)
    var snapshot = try agentSnapshot(service, exclusions, agents: agents, at: moment)
    snapshot.waiting = try waitingTickets(service, exclusions, at: moment)
    return snapshot
  }

  /// The agents with what they have, without what waits; `isBrief`: enough for their loads and for whether anything is to
  /// be taken back.
  func agentSnapshot(
    _ service: Service, _ exclusions: [Int64: [Int64: Instant]]? = nil, agents: [Int64]? = nil,
    isBrief: Bool = false, at moment: Instant
  ) throws -> RoutingSnapshot {
    var snapshot = RoutingSnapshot()
    snapshot.agents = try store.roster().filter { agents?.contains($0.agent.id) ?? true }.map(
      RoutingAgent.init)
    let exclusions = try exclusions ?? store.exclusions(at: moment)
    snapshot.held = try heldTickets(
      by: snapshot.agents.map(\.id), service, exclusions, isBrief: isBrief, at: moment)
    for offer in try store.offers() where agents?.contains(offer.agentID) ?? true {
      guard let row = try store.routableTicket(offer.ticketID) else { continue }
      let ticket = try waiting([row], service, exclusions, withAffinity: false, at: moment)[0]
      snapshot.offers.append(Offer(ticket: ticket, agent: offer.agentID, expiresAt: offer.expiresAt))
    }
    return snapshot
  }

  /// `withAffinity`: with who last served each customer, which costs a look at their messages.
  func waitingTickets(
    _ service: Service, _ exclusions: [Int64: [Int64: Instant]] = [:], withAffinity: Bool = true,
    at moment: Instant
  ) throws -> [WaitingTicket] {
    try waiting(
      try store.waitingTickets(), service, exclusions,
      withAffinity: withAffinity && service.policy.routing.hasAffinity, at: moment)
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
        isAnswered: try isAnswered(row, by: agent),
        isCustomerWaiting: row.facts.waitingSince != nil, lastMessageAt: row.lastMessageAt)
    }
  }

  /// More than any agent's capacity.
  private static let mostHeld = 1_001

  /// Nobody waits, or the assignee has said something since: either is an answer.
  func isAnswered(_ row: RoutableTicket, by agent: Int64) throws -> Bool {
    if row.facts.waitingSince == nil { return true }
    return try row.assignedAt.map { try store.hasReplied(agent: agent, onTicket: row.facts.id, since: $0) }
      ?? true
  }

  /// Each with its queue, and what else the router asks of it.
  private func waiting(
    _ rows: [RoutableTicket], _ service: Service, _ exclusions: [Int64: [Int64: Instant]], withAffinity: Bool,
    at moment: Instant
  ) throws -> [WaitingTicket] {
    let policy = service.policy
    let context = try service.context ?? filterContext(service, at: moment)
    let tags =
      policy.queueFields.contains(.tag) ? try store.tags(ofTickets: Set(rows.map(\.facts.id))) : [:]
    return try rows.map { row in
      var facts = row.facts
      facts.tags = tags[facts.id] ?? []
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
