import SQLite
public import VocDomain

/// The texts of a stretch of time: what customers first said on tickets, and comments of answers.
extension Store {
  /// The tickets that were created from one moment until before another, in the order of time, without those that stand
  /// apart (`ticketsApart`).
  public func ticketsCreated(
    _ stretch: Range<Instant>, without apart: Set<Int64>
  ) throws -> [(id: Int64, at: Instant)] {
    var tickets: [(id: Int64, at: Instant)] = []
    try database.statement(
      """
      SELECT id, created_at FROM ticket INDEXED BY ticket_created
      WHERE created_at >= ? AND created_at < ? ORDER BY created_at, id DESC
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) { row in
      if apart.isEmpty || !apart.contains(row.int(0)) {
        tickets.append((row.int(0), Instant(unixSeconds: row.int(1))))
      }
    }
    return tickets
  }

  /// The answers with a comment of a stretch of time, in its order.
  public func answersCommented(
    _ stretch: Range<Instant>
  ) throws -> [(id: Int64, at: Instant, ticketID: Int64?, customerID: Int64?)] {
    try database.rows(
      """
      SELECT id, at, ticket_id, customer_id FROM answer INDEXED BY answer_commented
      WHERE comment <> '' AND at >= ? AND at < ? ORDER BY at, ticket_id, customer_id
      """, stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds
    ) { ($0.int(0), Instant(unixSeconds: $0.int(1)), $0.optionalInt(2), $0.optionalInt(3)) }
  }

  /// What the customer first said on a ticket, and who; nil where they wrote nothing.
  public func opening(ofTicket id: Int64) throws -> (text: String, customerID: Int64)? {
    var found: (text: String, customerID: Int64)?
    try database.statement(
      """
      SELECT body, customer_id FROM message INDEXED BY message_ticket
      WHERE ticket_id = ? AND author = 'customer' AND is_public = 1 AND body <> ''
        AND (kind = 'message' OR kind = 'media') ORDER BY at, id LIMIT 1
      """
    ).run([id]) { found = ($0.text(0), $0.optionalInt(1) ?? 0) }
    return found
  }

  public func comment(ofAnswer id: Int64) throws -> String {
    try database.row("SELECT comment FROM answer WHERE id = ?", id) { $0.text(0) } ?? ""
  }

  /// The last moment of which there is a ticket or an answer; nil where there is neither.
  public func lastMoment() throws -> Instant? {
    let ticket = try database.value(
      "SELECT created_at FROM ticket INDEXED BY ticket_created ORDER BY created_at DESC LIMIT 1")
    let day = try answerDays()?.upperBound
    let answer = day.map { Int64($0) * Seconds.day + Seconds.day / 2 }
    return [ticket, answer].compactMap(\.self).max().map(Instant.init(unixSeconds:))
  }
}
