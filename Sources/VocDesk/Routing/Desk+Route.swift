public import VocDomain
public import VocRouting
import VocStore

/// The router at work: it decides on what it saw, and gives out what is still so.
extension Desk {
  /// What a run did, or would do.
  public struct RouteReport: Sendable {
    public struct Given: Sendable {
      public var ticketID: Int64
      public var subject: String
      public var customer: String
      public var channel: String
      public var queue: String
      public var agent: String
      /// Until when the agent may accept; nil: it is theirs.
      public var offerExpiresAt: Instant?
      public var decider: Decider
    }

    public struct Returned: Sendable {
      public var ticketID: Int64
      public var agent: String
      public var outcome: ReturnReason
    }

    public var given: [Given] = []
    public var returned: [Returned] = []
    /// Agents who turned unresponsive or away.
    public var silenced: [(agent: String, state: String)] = []
    public var left: [WaitReason: Int] = [:]
    /// Agents on their shift, in a state that takes something.
    public var onlineAgents = 0
    /// How many tickets wait now, counted no further than `countLimit`.
    public var waiting = 0
    public var alerts = 0
    public static let countLimit = 10_000
  }

  public enum ReturnReason: String, CaseIterable, Sendable {
    case expired, unanswered
    case offShift = "off_shift"
  }

  /// One run: takes back what nobody answered, then gives waiting tickets to agents.
  ///
  /// Decides without holding anybody up, then carries it out in short transactions; when another router was faster
  /// meanwhile it looks again.
  public func route(dryRun: Bool = false) throws -> RouteReport {
    if !dryRun { _ = try fireAlerts() }
    var report = RouteReport()
    for _ in 0..<Desk.routingAttempts {
      let seen = try store.routingStamp()
      guard let (service, outcome) = try decide() else { break }
      report.onlineAgents = outcome.onlineAgents
      report.left = outcome.left
      if dryRun {
        try show(outcome, service, in: &report)
        break
      }
      if try carryOut(outcome, service, seen: seen, into: &report) { break }
    }
    report.waiting = try store.countWaiting(limit: RouteReport.countLimit)
    return report
  }

  private static let routingAttempts = 50

  /// What to do now; nil where there is nothing to look at.
  private func decide() throws -> (Service, RoutingOutcome)? {
    try store.snapshot {
      let moment = now()
      var service = try currentService()
      service.context = try filterContext(service, at: moment)
      var snapshot = try agentSnapshot(service, at: moment)
      let policy = service.policy.routing
      let mayGive = Router.mayDoAnything(
        snapshot, kinds: try store.waitingKinds(), policy, service.calendars, now: moment)
      if mayGive {
        snapshot.waiting = try waitingTickets(service, try store.exclusions(at: moment), at: moment)
      }
      let told = snapshot.agents.count <= Desk.told.all ? Desk.told.all : Desk.told.nearest
      return (service, Router.route(snapshot, policy, service.calendars, now: moment, explaining: told))
    }
  }

  private static let chunk = 1_000
  /// Agents of whom each decision tells; of a larger roster only the nearest to eligible, and the others by number.
  private static let told = (all: 64, nearest: 16)

  /// Carries an outcome out; false where another router has decided something since, so that the rest is stale.
  private func carryOut(
    _ outcome: RoutingOutcome, _ service: Service, seen: Int64, into report: inout RouteReport
  ) throws -> Bool {
    let names = Dictionary(uniqueKeysWithValues: try store.agents().map { ($0.id, $0.name) })
    // A run can be repeated: a large one does not wait for the disk after each chunk.
    if outcome.decisions.count > Desk.chunk { try store.expectManyRows() }
    var stamp = seen
    func inTransaction(_ body: () throws -> Void) throws -> Bool {
      try store.transaction {
        guard try store.routingStamp() == stamp else { return false }
        try body()
        stamp = try store.routingStamp()
        return true
      }
    }
    if !outcome.sweep.isEmpty {
      let isCurrent = try inTransaction {
        for step in outcome.sweep { try carryOut(step, service, names, into: &report) }
      }
      if !isCurrent { return false }
    }
    for start in stride(from: 0, to: outcome.decisions.count, by: Desk.chunk) {
      let decisions = outcome.decisions[start..<min(start + Desk.chunk, outcome.decisions.count)]
      let isCurrent = try inTransaction {
        for decision in decisions {
          guard let row = try give(decision, service, names) else { continue }
          report.given.append(try given(decision, service, names, row))
        }
      }
      if !isCurrent { return false }
    }
    return true
  }

  /// Gives a ticket out as it was decided, and tells what it was; nil where somebody else has it by now.
  func give(
    _ decision: RoutingDecision, _ service: Service, _ names: [Int64: String]
  ) throws -> RoutableTicket? {
    let moment = now()
    guard let row = try store.routableTicket(decision.ticket), row.assigneeID == nil,
      try store.offer(ofTicket: decision.ticket) == nil
    else { return nil }
    let explanation = DecisionText.json(decision)
    let kind = row.facts.channelKind
    if let expiry = decision.offerExpiresAt {
      guard [.new, .open].contains(row.facts.status) else { return nil }
      try store.insert(
        TicketOffer(ticketID: decision.ticket, agentID: decision.agent, offeredAt: moment, expiresAt: expiry))
      try record(.offer, on: decision.ticket, from: nil, to: names[decision.agent])
    } else {
      guard try store.claim(ticket: decision.ticket, forAgent: decision.agent, at: moment) else {
        return nil
      }
      if row.facts.status == .new { try record(.status, on: decision.ticket, from: "new", to: "open") }
      try store.setAssignment(ofTicket: decision.ticket, to: decision.agent, at: moment)
      try record(.assignee, on: decision.ticket, from: nil, to: names[decision.agent])
    }
    try store.noteTurn(ofAgent: decision.agent, kind: kind, at: moment)
    try store.insert(
      StoredDecision(
        ticketID: decision.ticket, at: moment, outcome: decision.offerExpiresAt == nil ? .assigned : .offered,
        agentID: decision.agent, policyID: service.id, explanation: explanation))
    return row
  }

  private func record(
    _ kind: TicketEvent.Kind, on ticket: Int64, from: String?, to: String?, actor: String = Desk.router
  ) throws {
    try store.insert(
      TicketEvent(ticketID: ticket, at: now(), actor: actor, kind: kind, from: from, to: to))
  }

  /// What the router does nobody did by hand.
  static let router = "router"

  func carryOut(
    _ step: SweepStep, _ service: Service, _ names: [Int64: String], into report: inout RouteReport
  ) throws {
    let moment = now()
    func takeBack(_ ticket: Int64, _ agent: Int64, _ outcome: StoredDecision.Outcome) throws {
      try store.insert(
        StoredDecision(
          ticketID: ticket, at: moment, outcome: outcome, agentID: agent, policyID: service.id,
          explanation: "{}"))
      report.returned.append(
        .init(
          ticketID: ticket, agent: names[agent] ?? "",
          outcome: ReturnReason(rawValue: outcome.rawValue) ?? .expired))
    }
    func unassign(_ ticket: Int64, _ agent: Int64, _ outcome: StoredDecision.Outcome) throws {
      guard try store.unclaim(ticket: ticket, fromAgent: agent, at: moment) else { return }
      try store.setAssignment(ofTicket: ticket, to: nil, at: moment)
      try record(.assignee, on: ticket, from: names[agent], to: nil)
      try takeBack(ticket, agent, outcome)
    }
    switch step {
    case .offerExpired(let ticket, let agent):
      guard try store.offer(ofTicket: ticket)?.agentID == agent else { return }
      try store.deleteOffer(ofTicket: ticket)
      try store.addMiss(ofAgent: agent)
      try record(.offer, on: ticket, from: names[agent], to: nil)
      try takeBack(ticket, agent, .expired)
    case .unanswered(let ticket, let agent, let until):
      try unassign(ticket, agent, .unanswered)
      try store.exclude(agent: agent, fromTicket: ticket, until: until)
      try store.addMiss(ofAgent: agent)
    case .offShift(let ticket, let agent): try unassign(ticket, agent, .offShift)
    case .unresponsive(let agent): try silence(agent, AgentProfile.State.unresponsive, names, &report)
    case .idle(let agent): try silence(agent, AgentProfile.State.away, names, &report)
    }
  }

  private func silence(
    _ agent: Int64, _ state: String, _ names: [Int64: String], _ report: inout RouteReport
  ) throws {
    try store.setState(state, ofAgent: agent, at: now())
    report.silenced.append((names[agent] ?? "", state))
  }

  private func show(_ outcome: RoutingOutcome, _ service: Service, in report: inout RouteReport) throws {
    let names = Dictionary(uniqueKeysWithValues: try store.agents().map { ($0.id, $0.name) })
    report.given = try outcome.decisions.map { try given($0, service, names) }
    for step in outcome.sweep {
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
    _ decision: RoutingDecision, _ service: Service, _ names: [Int64: String], _ row: RoutableTicket? = nil
  ) throws -> RouteReport.Given {
    guard let row = try row ?? store.routableTicket(decision.ticket) else {
      throw VocError.unknownTicket(decision.ticket)
    }
    let context = try service.context ?? filterContext(service, at: now())
    return RouteReport.Given(
      ticketID: decision.ticket, subject: row.facts.subject, customer: row.facts.customerName,
      channel: row.facts.channelName, queue: try facts(of: row, service, context).queue ?? "",
      agent: names[decision.agent] ?? "", offerExpiresAt: decision.offerExpiresAt, decider: decision.decider)
  }
}
