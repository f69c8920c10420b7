public import VocDomain
public import VocRouting
import VocStore

/// What an agent pulls.
extension Desk {
  /// What the router has for the agent who asks.
  public struct NextTicket: Sendable {
    /// Nil: nothing for them now.
    public var ticket: Ticket?
    /// Nil without a ticket, and for an offer of which nobody knows any more how it came about.
    public var given: RouteReport.Given?
    /// They had been offered it.
    public var wasOffered = false
    public var state: String
    public var isOnShift = true
    /// When their shift next begins, where they are not on it.
    public var shiftBegins: Instant?
    /// The kinds of channel of which they have all that they take.
    public var full: [Load] = []
    /// Where nothing is given: how many tickets wait, and why for this agent.
    public var waiting = 0
    public var left: [WaitReason: Int] = [:]
    /// Their own tickets that were opened because the promised time has come.
    public var reopened: [DuePromise] = []
  }

  /// Opens what was promised for now, then gives the acting agent what they were offered, else the first ticket that the
  /// router would give them.
  public func nextTicket() throws -> NextTicket {
    try store.transaction {
      let agent = try requiredActor()
      let service = try currentService()
      let moment = now()
      let names = try namesOfAgents()
      // Whoever asks is not idle.
      try store.noteAct(ofAgent: agent.id, at: moment, clearsMisses: false)
      let profile = try store.profile(ofAgent: agent.id) ?? AgentProfile(agent: agent)
      var next = NextTicket(state: profile.state)
      next.reopened = try keepDuePromises(at: moment).filter { $0.agent == agent.name }
      next.isOnShift = service.isOn(shift: profile.shift, at: moment)
      if let offer = try store.offers().first(where: { $0.agentID == agent.id && $0.expiresAt > moment }) {
        _ = try perform([.take], on: [offer.ticketID])
        next.given = try decision(of: offer).map {
          given($0, of: try facts(ofTicket: offer.ticketID, service), names)
        }
        next.ticket = try ticket(offer.ticketID)
        next.wasOffered = true
        return next
      }
      let snapshot = try snapshot(service, at: moment)
      let outcome = outcome(for: agent.id, snapshot, service, at: moment)
      var report = RouteReport()
      let decisions = outcome.decisions.filter { $0.agent == agent.id }
      // Who gets nothing loses nothing either, unless they have missed too much.
      let isSwept = !decisions.isEmpty || outcome.sweep.contains(.unresponsive(agent: agent.id))
      for step in outcome.sweep where step.agent == agent.id && isSwept {
        _ = try carryOut(step, service, names, into: &report)
      }
      for var decision in decisions {
        // Whoever asks has said yes.
        decision.offerExpiresAt = nil
        let facts = try facts(ofTicket: decision.ticket, service)
        if try pull(decision, of: facts, service, names, at: moment) {
          next.given = given(decision, of: facts, names)
          next.ticket = try ticket(decision.ticket)
          break
        }
      }
      if next.given != nil { try store.noteAct(ofAgent: agent.id, at: moment, clearsMisses: true) }
      if let state = report.silenced.last?.state { next.state = state }
      if let shift = profile.shift, !next.isOnShift {
        next.shiftBegins = try? service.calendars.clock(shift).opening(atOrAfter: moment)
      }
      let loads = Router.loads(snapshot, service.policy.routing, now: moment).first { $0.agent == agent.id }
      next.full = (loads?.kinds ?? []).filter { $0.used > 0 && $0.used >= $0.capacity }.map {
        Load(kind: $0.kind, used: $0.used, capacity: $0.capacity)
      }
      next.left = outcome.left
      next.waiting = snapshot.waiting.count
      return next
    }
  }

  /// Gives the actor a ticket as an act of theirs, though the router chose it.
  private func pull(
    _ decision: RoutingDecision, of facts: TicketFacts, _ service: Service, _ names: [Int64: String],
    at moment: Instant
  ) throws -> Bool {
    try store.act([.take], by: actor, at: moment) {
      try store.keepBefore(ticket: decision.ticket)
      return try give(decision, of: facts, service, names)
    }
  }

  /// What a run would do were the agent alone: whoever asks gets the first in the order. But customers whom a colleague
  /// knows who has room are that colleague's.
  private func outcome(
    for agent: Int64, _ snapshot: RoutingSnapshot, _ service: Service, at moment: Instant
  ) -> RoutingOutcome {
    let policy = service.policy.routing
    let all = Router.route(snapshot, policy, service.calendars, now: moment)
    let known = Set(all.decisions.filter { $0.decider == .affinity && $0.agent != agent }.map(\.ticket))
    var alone = snapshot
    alone.agents.removeAll { $0.id != agent }
    alone.held.removeAll { $0.agent != agent }
    alone.offers.removeAll { $0.agent != agent }
    alone.waiting.removeAll { known.contains($0.id) }
    return Router.route(alone, policy, service.calendars, now: moment)
  }

  /// What the router decided when it made the offer; nil where that cannot be read any more.
  private func decision(of offer: TicketOffer) throws -> RoutingDecision? {
    try store.decisions(onTicket: offer.ticketID)
      .last { $0.outcome == .offered && $0.agentID == offer.agentID }
      .flatMap { DecisionText.decision($0.explanation, ticket: offer.ticketID, agent: offer.agentID) }
  }
}
