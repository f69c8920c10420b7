import VocDomain
import VocRouting
import VocStore

/// What a run takes back, where it is still so.
extension Desk {
  /// False where somebody has acted since the router looked, so that nothing is to be done.
  func carryOut(
    _ step: SweepStep, _ service: Service, _ names: [Int64: String], into report: inout RouteReport
  ) throws -> Bool {
    guard try holds(step, service) else { return false }
    let moment = now()
    func takeBack(_ ticket: Int64, _ agent: Int64, _ outcome: ReturnReason) throws {
      let isOffer = outcome == .expired
      if isOffer {
        try store.deleteOffer(ofTicket: ticket)
      } else {
        guard try store.unclaim(ticket: ticket, fromAgent: agent, at: moment) else { return }
        try store.setAssignment(ofTicket: ticket, to: nil, at: moment)
      }
      try record(isOffer ? .offer : .assignee, on: ticket, from: names[agent], to: nil)
      try store.insert(
        StoredDecision(
          ticketID: ticket, at: moment, outcome: outcome.stored, agentID: agent, policyID: service.id,
          explanation: "{}"))
      report.returned.append(.init(ticketID: ticket, agent: names[agent] ?? "", outcome: outcome))
    }
    func silence(_ agent: Int64, _ state: String) throws {
      try store.setState(state, ofAgent: agent, at: moment)
      report.silenced.append((names[agent] ?? "", state))
    }
    switch step {
    case .offerExpired(let ticket, let agent):
      try takeBack(ticket, agent, .expired)
      try store.addMiss(ofAgent: agent)
    case .unanswered(let ticket, let agent, let until):
      try takeBack(ticket, agent, .unanswered)
      try store.exclude(agent: agent, fromTicket: ticket, until: until, at: moment)
    case .offShift(let ticket, let agent): try takeBack(ticket, agent, .offShift)
    case .unresponsive(let agent): try silence(agent, AgentProfile.State.unresponsive)
    case .idle(let agent): try silence(agent, AgentProfile.State.away)
    }
    return true
  }

  private func holds(_ step: SweepStep, _ service: Service) throws -> Bool {
    let routing = service.policy.routing
    switch step {
    case .offerExpired(let ticket, let agent):
      return try store.offer(ofTicket: ticket).map { $0.agentID == agent && $0.expiresAt <= now() } ?? false
    case .unanswered(let ticket, let agent, _):
      return try heldRow(ticket, by: agent).map { try !isAnswered($0, by: agent) } ?? false
    case .offShift(let ticket, let agent):
      return try heldRow(ticket, by: agent).map { try !isTakenOffShift($0, by: agent, service) } ?? false
    case .unresponsive(let agent):
      return try store.profile(ofAgent: agent).map { $0.misses >= routing.missesUntilUnresponsive } ?? false
    case .idle(let agent):
      guard let profile = try store.profile(ofAgent: agent), profile.state == AgentProfile.State.online,
        let act = profile.lastActAt, let limit = routing.idleAfter
      else { return false }
      return now() - act >= limit
    }
  }

  private func isTakenOffShift(_ row: RoutableTicket, by agent: Int64, _ service: Service) throws -> Bool {
    guard let assigned = row.assignedAt, let profile = try store.profile(ofAgent: agent) else { return false }
    return Router.isTakenOffShift(
      at: assigned, by: RoutingAgent(profile), service.policy.routing, service.calendars, now: now())
  }

  /// Nil where the agent has the ticket no more, or need not act on it.
  private func heldRow(_ ticket: Int64, by agent: Int64) throws -> RoutableTicket? {
    guard let row = try store.routableTicket(ticket), row.assigneeID == agent,
      [.new, .open].contains(row.facts.status)
    else { return nil }
    return row
  }
}

extension Desk.ReturnReason {
  fileprivate var stored: StoredDecision.Outcome {
    switch self {
    case .expired: .expired
    case .unanswered: .unanswered
    case .offShift: .offShift
    }
  }
}
