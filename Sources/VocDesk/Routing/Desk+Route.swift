import VocDomain
import VocRouting
import VocStore

/// The router at work: it decides on what it saw, and gives out what is still so.
extension Desk {
  /// One run: opens what was promised for now, takes back what nobody answered, then gives waiting tickets to agents.
  ///
  /// Decides without holding anybody up, then carries it out in short transactions; when another router was faster
  /// meanwhile it looks again.
  public func route(dryRun: Bool = false) throws -> RouteReport {
    // Most runs find none, and hold nobody up.
    let hasPromises = try !duePromises(at: now()).isEmpty
    if dryRun { return try hasPromises ? store.rehearsal { try rehearsed() } : rehearsed() }
    var report = RouteReport()
    if hasPromises { report.reopened = try store.transaction { try keepDuePromises(at: now()) } }
    report.alerts = try fireAlerts()
    for _ in 0..<Desk.routingAttempts {
      let plan = try decide()
      report.tell(plan)
      if try carryOut(plan, into: &report) { break }
    }
    report.waiting = try store.countWaiting(limit: RouteReport.countLimit)
    return report
  }

  /// What a run would do; opens what was promised, which is for the caller to take back.
  private func rehearsed() throws -> RouteReport {
    var report = RouteReport()
    report.reopened = try keepDuePromises(at: now())
    let plan = try decide()
    report.tell(plan)
    try show(plan, in: &report)
    let waiting = try store.countWaiting(limit: RouteReport.countLimit)
    report.waiting = waiting + report.returned.count - report.given.count
    return report
  }

  private static let routingAttempts = 50

  /// What a run is to do, and what that rests on.
  struct RoutePlan {
    var service: Service
    var outcome: RoutingOutcome
    /// The tickets of the decisions, but for those that the sweep is to free first.
    var facts: [Int64: TicketFacts]
    /// The newest decision, and the agents as they were.
    var stamp: Int64
    var marks: [Int64: AgentMark]
    /// The names of agents who would take something, but are not on their shift.
    var offShift: [String]
  }

  /// What to do now.
  func decide() throws -> RoutePlan {
    try store.snapshot {
      let moment = now()
      var service = try currentService()
      service.context = try filterContext(service, at: moment)
      var snapshot = try agentSnapshot(service, isBrief: true, at: moment)
      let policy = service.policy.routing
      let mayGive = Router.mayDoAnything(
        snapshot, kinds: try store.waitingKinds(), policy, service.calendars, now: moment)
      var seen: [RoutableTicket] = []
      if mayGive { (snapshot, seen) = try snapshotAndTickets(service, at: moment) }
      let told = snapshot.agents.count <= Desk.told.all ? Desk.told.all : Desk.told.nearest
      let outcome = Router.route(snapshot, policy, service.calendars, now: moment, explaining: told)
      let absent = snapshot.agents.filter { agent in
        !service.isOn(shift: agent.shift, at: moment) && !policy.takesNothing(in: agent.state)
      }
      let names = absent.isEmpty ? [:] : try namesOfAgents()
      return RoutePlan(
        service: service, outcome: outcome, facts: facts(decidedBy: outcome, of: seen, snapshot, service),
        stamp: try store.routingStamp(), marks: try store.agentMarks(),
        offShift: absent.compactMap { names[$0.id] })
    }
  }

  /// Each decided ticket that waited, with the queue it is in.
  private func facts(
    decidedBy outcome: RoutingOutcome, of seen: [RoutableTicket], _ snapshot: RoutingSnapshot,
    _ service: Service
  ) -> [Int64: TicketFacts] {
    let decided = Set(outcome.decisions.map(\.ticket))
    var facts: [Int64: TicketFacts] = [:]
    for (row, ticket) in zip(seen, snapshot.waiting) where decided.contains(ticket.id) {
      facts[ticket.id] = row.facts
      facts[ticket.id]?.queue = service.policy.routing.queues[ticket.queue].name
    }
    return facts
  }

  private static let chunk = 4_000
  /// Agents of whom each decision tells; of a larger roster only the nearest to eligible, and the others by number.
  private static let told = (all: 64, nearest: 8)

  /// Carries a plan out; false where it is to be made anew for what is left of it: another router has decided
  /// something since, or an agent whom it gives something has gone or taken something by hand.
  func carryOut(_ plan: RoutePlan, into report: inout RouteReport) throws -> Bool {
    let names = try namesOfAgents()
    // A run can be repeated: a large one does not wait for the disk after each chunk.
    if plan.outcome.decisions.count > Desk.chunk { try store.expectManyRows() }
    var (stamp, marks) = (plan.stamp, plan.marks)
    var changed: Set<Int64> = []
    func inTransaction(_ body: () throws -> Void) throws -> Bool {
      try store.transaction {
        guard try store.routingStamp() == stamp, try store.policyID() == plan.service.id else { return false }
        let current = try store.agentMarks()
        changed.formUnion(Set(current.keys).union(marks.keys).filter { current[$0] != marks[$0] })
        try body()
        (stamp, marks) = (try store.routingStamp(), try store.agentMarks())
        return true
      }
    }
    let (outcome, service) = (plan.outcome, plan.service)
    if !outcome.sweep.isEmpty {
      var isSwept = true
      let isCurrent = try inTransaction {
        for step in outcome.sweep {
          // Who has come back, or has done something meanwhile, is judged anew.
          let isCarriedOut =
            try !changed.contains(step.agent) && carryOut(step, service, names, into: &report)
          if !isCarriedOut { isSwept = false }
        }
      }
      // The decisions count on what the sweep was to free.
      if !isCurrent || !isSwept { return false }
    }
    for start in stride(from: 0, to: outcome.decisions.count, by: Desk.chunk) {
      let decisions = outcome.decisions[start..<min(start + Desk.chunk, outcome.decisions.count)]
      let isCurrent = try inTransaction {
        for decision in decisions where !changed.contains(decision.agent) {
          let facts = try facts(of: decision, in: plan)
          if try give(decision, of: facts, service, names) {
            report.given.append(given(decision, of: facts, names))
          }
        }
      }
      if !isCurrent { return false }
    }
    return outcome.decisions.allSatisfy { !changed.contains($0.agent) }
  }

  /// Gives a ticket out as it was decided; false where somebody else has it by now.
  func give(
    _ decision: RoutingDecision, of facts: TicketFacts, _ service: Service, _ names: [Int64: String]
  ) throws -> Bool {
    let moment = now()
    guard let status = try store.freeStatus(ofTicket: decision.ticket) else { return false }
    if let expiry = decision.offerExpiresAt {
      try store.insert(
        TicketOffer(ticketID: decision.ticket, agentID: decision.agent, offeredAt: moment, expiresAt: expiry))
      try record(.offer, on: decision.ticket, from: nil, to: names[decision.agent])
    } else {
      guard try store.claim(ticket: decision.ticket, forAgent: decision.agent, at: moment) else {
        return false
      }
      if status == .new { try record(.status, on: decision.ticket, from: "new", to: "open") }
      try store.setAssignment(ofTicket: decision.ticket, to: decision.agent, at: moment)
      try record(.assignee, on: decision.ticket, from: nil, to: names[decision.agent])
    }
    try store.noteTurn(ofAgent: decision.agent, kind: facts.channelKind, at: moment)
    try store.insert(
      StoredDecision(
        ticketID: decision.ticket, at: moment, outcome: decision.offerExpiresAt == nil ? .assigned : .offered,
        agentID: decision.agent, policyID: service.id, explanation: DecisionText.json(decision)))
    return true
  }

  func record(
    _ kind: TicketEvent.Kind, on ticket: Int64, from: String?, to: String?, actor: String = Desk.router
  ) throws {
    try store.insert(
      TicketEvent(ticketID: ticket, at: now(), actor: actor, kind: kind, from: from, to: to))
  }

  /// What the router does nobody did by hand.
  static let router = "router"

  private func show(_ plan: RoutePlan, in report: inout RouteReport) throws {
    let names = try namesOfAgents()
    report.given = try plan.outcome.decisions.map {
      given($0, of: try facts(of: $0, in: plan), names)
    }
    for step in plan.outcome.sweep {
      switch step {
      case .offerExpired(let ticket, let agent):
        report.returned.append(.init(ticketID: ticket, agent: names[agent] ?? "", outcome: .expired))
      case .unanswered(let ticket, let agent, _):
        report.returned.append(.init(ticketID: ticket, agent: names[agent] ?? "", outcome: .unanswered))
      case .offShift(let ticket, let agent):
        report.returned.append(.init(ticketID: ticket, agent: names[agent] ?? "", outcome: .offShift))
      case .unresponsive(let agent):
        report.silenced.append((names[agent] ?? "", AgentProfile.State.unresponsive))
      case .idle(let agent): report.silenced.append((names[agent] ?? "", AgentProfile.State.away))
      }
    }
  }

  func given(
    _ decision: RoutingDecision, of facts: TicketFacts, _ names: [Int64: String]
  ) -> RouteReport.Given {
    RouteReport.Given(
      ticketID: decision.ticket, subject: facts.subject, customer: facts.customerName,
      channel: facts.channelName, queue: facts.queue ?? "", agent: names[decision.agent] ?? "",
      offerExpiresAt: decision.offerExpiresAt, decider: decision.decider)
  }

  private func facts(of decision: RoutingDecision, in plan: RoutePlan) throws -> TicketFacts {
    try plan.facts[decision.ticket] ?? facts(ofTicket: decision.ticket, plan.service)
  }

  /// Of any ticket, with the queue it is in.
  func facts(ofTicket id: Int64, _ service: Service) throws -> TicketFacts {
    guard let row = try store.routableTicket(id) else { throw VocError.unknownTicket(id) }
    return try facts(of: row, service, service.context ?? filterContext(service, at: now()))
  }
}
