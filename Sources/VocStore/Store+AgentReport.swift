import SQLite

/// What a report by agent counts one by one.
extension Store {
  /// How many unsolved tickets each agent has now: of these tickets, or of all.
  public func heldCounts(ofTickets tickets: [Int64]?) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    guard let tickets else {
      try database.statement(
        """
        SELECT assignee_id, count(*) FROM ticket INDEXED BY ticket_assignee_pressing
        WHERE status <> 'solved' AND status <> 'closed' AND assignee_id IS NOT NULL GROUP BY assignee_id
        """
      ).run([]) { counts[$0.int(0)] = Int($0.int(1)) }
      return counts
    }
    let statement = try database.statement(
      "SELECT assignee_id FROM ticket WHERE id = ? AND status <> 'solved' AND status <> 'closed'")
    for ticket in tickets {
      try statement.run([ticket]) { if let agent = $0.optionalInt(0) { counts[agent, default: 0] += 1 } }
    }
    return counts
  }

  /// The CSAT scores that customers gave a ticket.
  public func csatScores(ofTicket id: Int64) throws -> [Int] {
    try database.rows(
      "SELECT score FROM answer WHERE ticket_id = ? AND ticket_id IS NOT NULL AND survey = 'csat'", id
    ) { Int($0.int(0)) }
  }
}
