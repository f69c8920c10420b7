import SQLite
public import VocDomain

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

  /// A customer's answer about a ticket that has a tag or a cause.
  public struct TopicAnswer: Sendable {
    public var at: Instant
    public var score: Int
    public var agentID: Int64?
    public var topic: String
  }

  /// The CSAT answers within a stretch of time about tickets with a tag or a cause, one for each tag: of these tickets,
  /// or of all.
  public func eachTopicAnswer(
    ofTickets tickets: [Int64]?, within stretch: ClosedRange<Instant>, by group: ReportGroup,
    _ body: (TopicAnswer) -> Void
  ) throws {
    let (topic, joins) = group.ofAnswer
    let wanted = tickets.map(Set.init)
    try database.statement(
      """
      SELECT at, score, answer.agent_id, \(topic), answer.ticket_id FROM answer NOT INDEXED \(joins)
      WHERE survey = 'csat' AND answer.ticket_id IS NOT NULL AND at BETWEEN ? AND ? AND \(topic) IS NOT NULL
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) { row in
      guard wanted?.contains(row.int(4)) ?? true else { return }
      body(
        TopicAnswer(
          at: Instant(unixSeconds: row.int(0)), score: Int(row.int(1)), agentID: row.optionalInt(2),
          topic: row.text(3)))
    }
  }

  /// The CSAT scores that customers gave a ticket.
  public func csatScores(ofTicket id: Int64) throws -> [Int] {
    try database.rows(
      "SELECT score FROM answer WHERE ticket_id = ? AND ticket_id IS NOT NULL AND survey = 'csat'", id
    ) { Int($0.int(0)) }
  }
}
