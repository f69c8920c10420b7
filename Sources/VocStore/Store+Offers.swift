import SQLite
public import VocDomain

/// A ticket that was offered to an agent.
public struct TicketOffer: Equatable, Sendable {
  public var ticketID: Int64
  public var agentID: Int64
  public var offeredAt: Instant
  public var expiresAt: Instant

  public init(ticketID: Int64, agentID: Int64, offeredAt: Instant, expiresAt: Instant) {
    self.ticketID = ticketID
    self.agentID = agentID
    self.offeredAt = offeredAt
    self.expiresAt = expiresAt
  }
}

/// Who has a ticket since when, who is offered it, and who is passed over for it.
extension Store {
  public func offers() throws -> [TicketOffer] {
    try database.rows(
      "SELECT ticket_id, agent_id, offered_at, expires_at FROM offer ORDER BY ticket_id",
      element: Store.offer(_:))
  }

  public func offer(ofTicket id: Int64) throws -> TicketOffer? {
    try database.row(
      "SELECT ticket_id, agent_id, offered_at, expires_at FROM offer WHERE ticket_id = ?", id,
      element: Store.offer(_:))
  }

  private static func offer(_ row: Row) -> TicketOffer {
    TicketOffer(
      ticketID: row.int(0), agentID: row.int(1), offeredAt: Instant(unixSeconds: row.int(2)),
      expiresAt: Instant(unixSeconds: row.int(3)))
  }

  public func insert(_ offer: TicketOffer) throws {
    try database.execute(
      "INSERT INTO offer (ticket_id, agent_id, offered_at, expires_at) VALUES (?, ?, ?, ?)", offer.ticketID,
      offer.agentID, offer.offeredAt.unixSeconds, offer.expiresAt.unixSeconds)
  }

  public func deleteOffer(ofTicket id: Int64) throws {
    try database.execute("DELETE FROM offer WHERE ticket_id = ?", id)
  }

  /// Which agents are passed over for which tickets at a moment, and until when.
  public func exclusions(at moment: Instant) throws -> [Int64: [Int64: Instant]] {
    var exclusions: [Int64: [Int64: Instant]] = [:]
    try database.statement("SELECT ticket_id, agent_id, until FROM exclusion WHERE until > ?")
      .run([moment.unixSeconds]) { row in
        exclusions[row.int(0), default: [:]][row.int(1)] = Instant(unixSeconds: row.int(2))
      }
    return exclusions
  }

  /// Forgets those that have run out by `now`.
  public func exclude(
    agent id: Int64, fromTicket ticket: Int64, until moment: Instant, at now: Instant
  ) throws {
    try database.execute("DELETE FROM exclusion WHERE until <= ?", now.unixSeconds)
    try database.execute(
      """
      INSERT INTO exclusion (ticket_id, agent_id, until) VALUES (?1, ?2, ?3)
      ON CONFLICT (ticket_id, agent_id) DO UPDATE SET until = ?3
      """, ticket, id, moment.unixSeconds)
  }

  /// Keeps since when the assignee of a ticket has it; nil: nobody has it.
  public func setAssignment(ofTicket id: Int64, to agent: Int64?, at moment: Instant) throws {
    guard let agent else {
      return try database.execute("DELETE FROM assignment WHERE ticket_id = ?", id)
    }
    try database.execute(
      """
      INSERT INTO assignment (ticket_id, agent_id, at) VALUES (?1, ?2, ?3)
      ON CONFLICT (ticket_id) DO UPDATE SET agent_id = ?2, at = ?3
      """, id, agent, moment.unixSeconds)
  }

  /// What an import, or undoing one, made of a ticket may be somebody else's, or nobody's any more.
  func fitHolder(ofTicket id: Int64) throws {
    try database.execute(
      """
      DELETE FROM assignment WHERE ticket_id = ?1 AND NOT EXISTS (
        SELECT 1 FROM ticket
        WHERE id = ?1 AND assignee_id = agent_id AND status <> 'solved' AND status <> 'closed')
      """, id)
    try database.execute(
      """
      DELETE FROM offer WHERE ticket_id = ?1 AND NOT EXISTS (
        SELECT 1 FROM ticket WHERE id = ?1 AND assignee_id IS NULL AND (status = 'new' OR status = 'open'))
      """, id)
  }
}
