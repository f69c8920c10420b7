import SQLite
public import VocDomain

/// A text of a customer that gives the cue of a competitor: one of the list, or a turn of phrase.
public struct CompetitorText: Sendable {
  public var text: String
  public var at: Instant
  public var mood: SentimentLabel
  /// Nil of a comment that nobody signed.
  public var customerID: Int64?
  public var ticketID: Int64?
  /// What was answered with it; nil of a message.
  public var answer: (survey: SurveyKind, score: Int)?
}

/// What customers say of competitors, and who had the occasion.
extension Store {
  /// Hands over every such message and comment, in any order.
  public func eachCompetitorText(_ body: (CompetitorText) -> Void) throws {
    let mask = CueSet.mask(of: [.competitor])
    try database.statement(
      """
      SELECT message.body, message.at, signal.mood, ticket.customer_id, message.ticket_id
      FROM message_signal AS signal INDEXED BY message_signal_cues
        CROSS JOIN message ON message.id = signal.message_id
        CROSS JOIN ticket ON ticket.id = message.ticket_id
      WHERE signal.cues <> 0 AND signal.cues & ? <> 0
      """
    ).run([mask]) { body(Store.competitorText($0)) }
    try database.statement(
      """
      SELECT answer.comment, answer.at, signal.mood, answer.customer_id, answer.ticket_id, answer.survey, answer.score
      FROM answer_signal AS signal CROSS JOIN answer ON answer.id = signal.answer_id WHERE signal.cues & ? <> 0
      """
    ).run([mask]) { row in
      var text = Store.competitorText(row)
      text.answer = SurveyKind(rawValue: row.text(5)).map { ($0, Int(row.int(6))) }
      body(text)
    }
  }

  private static func competitorText(_ row: Row) -> CompetitorText {
    CompetitorText(
      text: row.text(0), at: Instant(unixSeconds: row.int(1)), mood: SentimentLabel(number: row.int(2)),
      customerID: row.optionalInt(3), ticketID: row.optionalInt(4))
  }

  /// From when to when each ticket with messages went on, and whose it is.
  public func eachConversation(
    _ body: (_ customer: Int64, _ opened: Instant, _ lastMessage: Instant) -> Void
  ) throws {
    try database.statement(
      """
      SELECT customer_id, created_at, last_message_at FROM ticket NOT INDEXED
      WHERE merged_into_id IS NULL AND last_message_at IS NOT NULL
      """
    ).run([]) {
      body($0.int(0), Instant(unixSeconds: $0.int(1)), Instant(unixSeconds: $0.int(2)))
    }
  }

  /// Who wrote a comment when, within a stretch of time.
  public func eachCommenter(
    within stretch: ClosedRange<Instant>, _ body: (_ customer: Int64, _ at: Instant) -> Void
  ) throws {
    try database.statement(
      """
      SELECT customer_id, at FROM answer INDEXED BY answer_commented
      WHERE comment <> '' AND at BETWEEN ? AND ? AND customer_id IS NOT NULL
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) {
      body($0.int(0), Instant(unixSeconds: $0.int(1)))
    }
  }
}
