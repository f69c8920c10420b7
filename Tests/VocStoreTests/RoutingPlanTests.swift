import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// How SQLite runs what routers and service levels ask: never through all tickets, messages or events.
@Suite struct RoutingPlanTests {
  let store: Store

  init() throws { store = try Store() }

  static let byKey = "USING INTEGER PRIMARY KEY (rowid=?)"
  /// What may be read as a whole: it grows with the agents, or holds what is in hand only.
  static let small = [
    "assignment", "given", "holder", "part", "agent", "offer", "exclusion", "CONSTANT", "(sub",
    "ticket USING COVERING INDEX ticket_held",
  ]
  static let moment = Instant(unixSeconds: 1_775_001_600)

  /// The plan's line for the first table of each.
  @Test func everyReadGoesThroughItsIndex() throws {
    let unsolved = "SCAN ticket USING COVERING INDEX ticket_pressing"
    let expected: [(String, () throws -> Void, String)] = [
      ("policy", { _ = try store.policy() }, "SCAN policy"),
      (
        "waiting", { _ = try store.waitingTickets() },
        "SEARCH ticket \(Self.byKey)"
      ),
      (
        "how many wait", { _ = try store.countWaiting(limit: 9) },
        "SCAN ticket USING INDEX ticket_unassigned"
      ),
      ("which kinds wait", { _ = try store.waitingKinds() }, "SCAN channel"),
      (
        "whose time has come", { _ = try store.ticketsPending(until: Self.moment) },
        "SEARCH ticket USING INDEX ticket_pending_until (pending_until>? AND pending_until<?)"
      ),
      ("one ticket", { _ = try store.routableTicket(1) }, "SEARCH ticket \(Self.byKey)"),
      (
        "tags", { _ = try store.tags(ofTickets: [1]) },
        "SEARCH ticket_tag USING COVERING INDEX ticket_tag_ticket (ticket_id=?)"
      ),
      ("an offer", { _ = try store.offer(ofTicket: 1) }, "SEARCH offer \(Self.byKey)"),
      (
        "decisions", { _ = try store.decisions(onTicket: 1) },
        "SEARCH route_decision USING INDEX route_decision_ticket (ticket_id=?)"
      ),
      ("the newest decision", { _ = try store.routingStamp() }, "SEARCH route_decision"),
      ("the newest policy", { _ = try store.policyID() }, "SEARCH policy"),
      ("kept", { _ = try store.sla(ofTicket: 1) }, "SEARCH ticket_sla \(Self.byKey)"),
      (
        "promises", { _ = try store.slaPolicies(ofTicket: 1) },
        "SEARCH ticket_sla_policy USING PRIMARY KEY (ticket_id=?)"
      ),
      ("unsolved", { _ = try store.unsolvedTicketIDs() }, unsolved),
      ("unsolved of a channel", { _ = try store.unsolvedTicketIDs(onChannel: 1) }, unsolved),
      (
        "since", { _ = try store.ticketIDs(createdSince: Self.moment) },
        "SEARCH ticket USING COVERING INDEX ticket_created (created_at>?)"
      ),
      (
        "to warn of", { _ = try store.ticketsToAlert(by: Self.moment, limit: 9) },
        "SEARCH ticket_sla USING COVERING INDEX ticket_sla_alert (alert_at>? AND alert_at<?)"
      ),
      (
        "warnings of a ticket", { _ = try store.alerts(ofTicket: 1) },
        "SEARCH sla_alert USING INDEX sla_alert_key (ticket_id=?)"
      ),
      (
        "the outbox", { _ = try store.alerts(pendingOnly: true, limit: 9) },
        "SCAN sla_alert USING INDEX sla_alert_pending"
      ),
      ("all warnings", { _ = try store.alerts(pendingOnly: false, limit: 9) }, "SCAN sla_alert"),
    ]
    for (name, body, wanted) in expected {
      let plan = try store.plan(body)
      #expect(plan.first { $0.hasPrefix("S") && !$0.contains("SUBQUERY") } == wanted, "\(name): \(plan)")
    }
  }

  /// What reads more than once, or writes: no statement goes through a table that grows with the tickets.
  @Test func nothingScansWhatGrows() throws {
    let offer = TicketOffer(ticketID: 1, agentID: 1, offeredAt: Self.moment, expiresAt: Self.moment)
    try store.database.executeScript("PRAGMA foreign_keys = OFF")
    _ = try store.heldTickets(activeSince: [(1, Self.moment)], most: 9, isBrief: false)
    _ = try store.lastReplyAgent(ticket: 1)
    _ = try store.agentMarks()
    _ = try store.hasReplied(agent: 1, onTicket: 1, since: Self.moment)
    _ = try store.serviceHistory(ofTicket: 1, createdAt: Self.moment)
    _ = try store.waitingSince(ticket: 1)
    _ = try store.offers()
    _ = try store.roster()
    _ = try store.agentMarks()
    _ = try store.groups()
    _ = try store.exclusions(at: Self.moment)
    try store.transaction {
      try store.insert(offer)
      try store.deleteOffer(ofTicket: 1)
      try store.exclude(agent: 1, fromTicket: 1, until: Self.moment, at: Self.moment)
      _ = try store.claim(ticket: 1, forAgent: 1, at: Self.moment)
      _ = try store.unclaim(ticket: 1, fromAgent: 1, at: Self.moment)
      try store.setAssignment(ofTicket: 1, to: 1, at: Self.moment)
      try store.setAssignment(ofTicket: 1, to: nil, at: Self.moment)
      try store.setQueue("x", ofTicket: 1)
      try store.setQueue(nil, ofTicket: 1)
      try store.insert(
        StoredDecision(
          ticketID: 1, at: Self.moment, outcome: .assigned, agentID: 1, policyID: 0, explanation: "{}"))
      try store.insert(
        StoredAlert(
          ticketID: 1, measure: "x", clockStart: Self.moment, level: 75, at: Self.moment, firedAt: Self.moment
        ))
      _ = try store.acknowledge(alert: 1, at: Self.moment)
      try store.setSLA(TicketSLA(dueAt: nil, isBreached: false, alertAt: nil), ofTicket: 1)
      try store.setSLA(nil, ofTicket: 1)
      try store.forgetService(ofTicket: 1)
    }
    var checked = 0
    let known = ["PRAGMA", "INSERT", "SELECT count(*) FROM sqlite_schema"]
    for sql in store.database.prepared.keys where !known.contains(where: sql.hasPrefix) {
      checked += 1
      for line in try store.plan(of: sql) where line.hasPrefix("SCAN") {
        let isSmall = Self.small.contains { line.hasPrefix("SCAN \($0)") }
        #expect(isSmall, "\(sql): \(line)")
      }
    }
    #expect(checked > 25)
  }
}
