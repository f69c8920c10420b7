import SQLite
public import VocDomain

/// What the router decided on a ticket, as it is kept.
public struct StoredDecision: Sendable {
  public enum Outcome: String, CaseIterable, Sendable {
    case assigned, offered, unanswered, expired
    case offShift = "off_shift"
  }

  public var ticketID: Int64
  public var at: Instant
  public var outcome: Outcome
  public var agentID: Int64
  public var policyID: Int64
  /// JSON.
  public var explanation: String

  public init(
    ticketID: Int64, at: Instant, outcome: Outcome, agentID: Int64, policyID: Int64, explanation: String
  ) {
    self.ticketID = ticketID
    self.at = at
    self.outcome = outcome
    self.agentID = agentID
    self.policyID = policyID
    self.explanation = explanation
  }
}

extension Store {
  public func insert(_ decision: StoredDecision) throws {
    let insertion = try insertion(into: .decision)
    insertion.bind(try takeID(of: .decision))
    insertion.bind(decision.ticketID)
    insertion.bind(decision.at.unixSeconds)
    insertion.bind(decision.outcome.rawValue)
    insertion.bind(decision.agentID)
    insertion.bind(decision.policyID)
    insertion.bind(decision.explanation)
    try insertion.run()
  }

  /// Changes with each decision of a router.
  public func routingStamp() throws -> Int64 {
    try database.value("SELECT max(id) FROM route_decision") ?? 0
  }

  /// The oldest first.
  public func decisions(onTicket id: Int64) throws -> [StoredDecision] {
    try database.rows(
      """
      SELECT ticket_id, at, outcome, agent_id, policy_id, explanation FROM route_decision
      WHERE ticket_id = ? ORDER BY id
      """, id
    ) { row in
      StoredDecision(
        ticketID: row.int(0), at: Instant(unixSeconds: row.int(1)),
        outcome: StoredDecision.Outcome(rawValue: row.text(2)) ?? .assigned, agentID: row.int(3),
        policyID: row.int(4), explanation: row.text(5))
    }
  }
}
