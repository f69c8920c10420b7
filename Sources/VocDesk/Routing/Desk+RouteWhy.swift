public import VocDomain
public import VocRouting
import VocStore

/// Why a ticket is where it is.
extension Desk {
  /// Why a ticket is with whom it is, or with nobody.
  public struct RouteWhy: Sendable {
    /// What goes first, and who gets it.
    public struct Ways: Sendable {
      public var order: RouteOrder
      public var method: RouteMethod

      init(_ policy: RoutingPolicy) { (order, method) = (policy.order, policy.method) }
    }

    /// What the router decided once, as it is kept.
    public struct Past: Sendable {
      public var at: Instant
      public var outcome: String
      public var agent: String
      public var policyVersion: Int64
      /// By that version of the policy.
      public var ways: Ways
      /// Nil where the ticket was taken back.
      public var decision: RoutingDecision?
    }

    public var ticket: Ticket
    public var assignee: String?
    public var offeredTo: String?
    public var offerExpiresAt: Instant?
    public var queue: String
    /// Somebody moved it there by hand.
    public var isMoved: Bool
    public var past: [Past]
    /// Who took, gave, released or moved it by hand, the oldest first.
    public var byHand: [TicketEvent]
    /// As of now, for a ticket that waits; nil where a run would give it to somebody.
    public var wait: WaitExplanation?
    public var isWaiting: Bool
    /// To whom a run would give it now.
    public var wouldGoTo: RoutingDecision?
    /// Of the policy in force.
    public var ways: Ways
    public var channelKind: String
    public var names: [Int64: String]
    public var onlineAgents: Int
  }

  public func routeWhy(ticket id: Int64) throws -> RouteWhy {
    try store.snapshot {
      let service = try currentService()
      let moment = now()
      guard let row = try store.routableTicket(id) else { throw VocError.unknownTicket(id) }
      let offer = try store.offer(ofTicket: id)
      let names = try namesOfAgents()
      var ways = [service.id: RouteWhy.Ways(service.policy.routing)]
      let past = try store.decisions(onTicket: id).map { stored in
        let then = try ways[stored.policyID] ?? self.ways(inPolicy: stored.policyID)
        ways[stored.policyID] = then
        return RouteWhy.Past(
          at: stored.at, outcome: stored.outcome.rawValue, agent: names[stored.agentID] ?? "",
          policyVersion: stored.policyID, ways: then,
          decision: DecisionText.decision(stored.explanation, ticket: id, agent: stored.agentID))
      }
      let isWaiting = row.assigneeID == nil && offer == nil && [.new, .open].contains(row.facts.status)
      var why = RouteWhy(
        ticket: try ticket(id), assignee: row.facts.assignee, offeredTo: offer.flatMap { names[$0.agentID] },
        offerExpiresAt: offer?.expiresAt,
        queue: try facts(of: row, service, filterContext(service, at: moment)).queue ?? "",
        isMoved: row.facts.queue != nil, past: past,
        byHand: try store.events(ofTicket: id).filter {
          [.assignee, .queue].contains($0.kind) && $0.actor != Desk.router
        }, isWaiting: isWaiting,
        ways: RouteWhy.Ways(service.policy.routing), channelKind: row.facts.channelKind, names: names,
        onlineAgents: 0)
      if !isWaiting { return why }
      let snapshot = try snapshot(service, at: moment)
      let policy = service.policy.routing
      why.wait = Router.explain(ticket: id, snapshot, policy, service.calendars, now: moment)
      if why.wait == nil {
        let outcome = Router.route(snapshot, policy, service.calendars, now: moment)
        why.wouldGoTo = outcome.decisions.first { $0.ticket == id }
        why.onlineAgents = outcome.onlineAgents
      } else {
        why.onlineAgents = why.wait?.onlineAgents ?? 0
      }
      return why
    }
  }

  /// Of a version of the policy; 0: before any was applied.
  private func ways(inPolicy version: Int64) throws -> RouteWhy.Ways {
    let document = version == 0 ? PolicyDocument.initial : try policyDocument(version: version)
    return RouteWhy.Ways(try servicePolicy(document).routing)
  }
}
