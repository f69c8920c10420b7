import SQLite
public import VocDomain

/// What tickets are about, as people have told them apart.
extension Store {
  public enum TopicKind: String, CaseIterable, Sendable { case tag, cause }

  /// Every topic of a kind with the numbers of its tickets, by its name.
  public func eachTopic(_ kind: TopicKind, _ body: (_ name: String, _ tickets: [Int64]) throws -> Void) throws
  {
    switch kind {
    case .tag:
      for tag in try allTags() {
        try body(tag, try database.rows("SELECT ticket_id FROM ticket_tag WHERE tag = ?", tag) { $0.int(0) })
      }
    case .cause:
      let causes = try database.rows(
        "SELECT DISTINCT cause FROM ticket INDEXED BY ticket_cause WHERE cause IS NOT NULL ORDER BY cause"
      ) { $0.text(0) }
      for cause in causes {
        let tickets = try database.rows(
          "SELECT id FROM ticket INDEXED BY ticket_cause WHERE cause IS NOT NULL AND cause = ?", cause
        ) { $0.int(0) }
        try body(cause, tickets)
      }
    }
  }

  /// The topics of a ticket.
  public func eachTopic(ofTicket id: Int64, _ body: (TopicKind, _ name: String) -> Void) throws {
    try database.statement("SELECT tag FROM ticket_tag WHERE ticket_id = ?").run([id]) {
      body(.tag, $0.text(0))
    }
    try database.statement("SELECT cause FROM ticket WHERE id = ? AND cause IS NOT NULL").run([id]) {
      body(.cause, $0.text(0))
    }
  }

  /// A CSAT answer about a ticket.
  public struct TicketScore: Sendable {
    public var ticketID: Int64
    /// Who solved the ticket, or had it.
    public var agentID: Int64?
    public var score: Int
    public var at: Instant
  }

  /// The CSAT answers about tickets within a stretch of time.
  public func eachCSAT(within stretch: ClosedRange<Instant>, _ body: (TicketScore) -> Void) throws {
    try database.statement(
      """
      SELECT ticket_id, agent_id, score, at FROM answer INDEXED BY answer_csat
      WHERE survey = 'csat' AND ticket_id IS NOT NULL AND at BETWEEN ? AND ?
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) {
      body(
        TicketScore(
          ticketID: $0.int(0), agentID: $0.optionalInt(1), score: Int($0.int(2)),
          at: Instant(unixSeconds: $0.int(3))))
    }
  }

  public func countTickets() throws -> Int {
    Int(try database.value("SELECT count(*) FROM ticket INDEXED BY ticket_created") ?? 0)
  }

  /// The tickets that stand for nothing of a customer's: merged into others, which have their messages, or opened by
  /// ourselves.
  public func ticketsApart() throws -> Set<Int64> {
    let merged = try database.rows(
      "SELECT id FROM ticket INDEXED BY ticket_merged_into WHERE merged_into_id IS NOT NULL"
    ) { $0.int(0) }
    return try ownTickets().union(merged)
  }
}
