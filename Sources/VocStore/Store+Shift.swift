import SQLite
public import VocDomain

/// How a ticket came to the agent who has it.
public struct TicketHanding: Equatable, Sendable {
  public var at: Instant
  /// Who gave it, and to whom.
  public var actor: String
  public var to: String?
  /// It was part of somebody's act: not of a run, nor of an import.
  public var isByHand: Bool
  /// Who has done anything on it since.
  public var since: Set<String>
}

/// What somebody who takes tickets over needs to know of them.
extension Store {
  /// What agents last told each other on a ticket, the newest first.
  public func lastNotes(ofTicket id: Int64, limit: Int) throws -> [Message] {
    try database.rows(
      """
      SELECT \(Store.messageColumns) FROM message
      WHERE ticket_id = ? AND NOT is_public AND author = 'agent' ORDER BY at DESC, id DESC LIMIT ?
      """, id, limit, element: Store.message(_:))
  }

  /// The last time that a ticket went from one to another; nil where it never did.
  public func lastHanding(ofTicket id: Int64) throws -> TicketHanding? {
    var handing: TicketHanding?
    let sql = """
      SELECT at, actor, to_value, act_id IS NOT NULL FROM event
      WHERE ticket_id = ?1 AND id >= (
        SELECT id FROM event WHERE ticket_id = ?1 AND kind = 'assignee' AND \(Store.eventCounts)
        ORDER BY id DESC LIMIT 1)
      ORDER BY id
      """
    try database.statement(sql).run([id]) { row in
      if handing == nil {
        handing = TicketHanding(
          at: Instant(unixSeconds: row.int(0)), actor: row.text(1), to: row.optionalText(2),
          isByHand: row.bool(3), since: [])
      } else {
        handing?.since.insert(row.text(1))
      }
    }
    return handing
  }
}
