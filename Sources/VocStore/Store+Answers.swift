import SQLite
public import VocDomain

/// What tells an answer of an export from the others, where the export gives no id.
public struct AnswerKey: Hashable, Sendable {
  public var fingerprint: Int64
  /// Which it is among identical answers, from 0.
  public var ordinal: Int64

  public init(fingerprint: Int64, ordinal: Int64) {
    self.fingerprint = fingerprint
    self.ordinal = ordinal
  }
}

extension Store {
  public func nextAnswerID() throws -> Int64 { try nextID("answer") }

  /// Writes the answer; whoever calls adds it to the counters too, in the same transaction.
  public func insert(_ answer: Answer, id: Int64, key: AnswerKey? = nil, batchID: Int64? = nil) throws {
    noteWritten(answer, id: id)
    try database.execute(
      """
      INSERT INTO answer (id, survey, score, at, comment, respondent, customer_id, ticket_id, channel_id, agent_id,
        last_reply_agent_id, segment, fingerprint, ordinal, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id, answer.survey.rawValue, answer.score, answer.at.unixSeconds, answer.comment, answer.respondent,
      answer.customerID, answer.ticketID, answer.channelID, answer.agentID, answer.lastReplyAgentID,
      answer.segment?.rawValue, key?.fingerprint, key?.ordinal, batchID)
  }

  /// The number, batch, score and comment of the answer with this key, to compare; nil where there is none.
  public func answer(at key: AnswerKey) throws -> (
    id: Int64, batchID: Int64?, survey: String, score: Int64, comment: String
  )? {
    try database.row(
      """
      SELECT id, batch_id, survey, score, comment FROM answer
      WHERE fingerprint = ? AND ordinal = ? AND fingerprint IS NOT NULL
      """, key.fingerprint, key.ordinal
    ) { ($0.int(0), $0.optionalInt(1), $0.text(2), $0.int(3), $0.text(4)) }
  }

  public func customerID(ofAnswer id: Int64) throws -> Int64? {
    try database.value("SELECT customer_id FROM answer WHERE id = ?", id)
  }

  public func link(answer id: Int64, toCustomer customerID: Int64) throws {
    try remember(.answer, id)
    try database.execute(
      "UPDATE answer SET customer_id = ?, respondent = NULL WHERE id = ?", customerID, id)
  }

  /// An answer with everything that it says.
  public func wholeAnswer(_ id: Int64) throws -> Answer? {
    try database.row(
      """
      SELECT survey, score, at, comment, respondent, customer_id, ticket_id, channel_id, agent_id,
        last_reply_agent_id, segment
      FROM answer WHERE id = ?
      """, id
    ) { row in
      Answer(
        survey: SurveyKind(rawValue: row.text(0)) ?? .csat, score: Int(row.int(1)),
        at: Instant(unixSeconds: row.int(2)), comment: row.text(3), respondent: row.optionalText(4),
        customerID: row.optionalInt(5), ticketID: row.optionalInt(6), channelID: row.optionalInt(7),
        agentID: row.optionalInt(8), lastReplyAgentID: row.optionalInt(9),
        segment: row.optionalText(10).flatMap(Customer.Segment.init(rawValue:)))
    }
  }

  /// Writes everything that an answer says; whoever calls moves the counters too.
  public func update(_ answer: Answer, id: Int64) throws {
    try remember(.answer, id)
    try forgetSignals(ofRow: id, in: "answer")
    try database.execute(
      """
      UPDATE answer SET survey = ?, score = ?, at = ?, comment = ?, respondent = ?, customer_id = ?, ticket_id = ?,
        channel_id = ?, agent_id = ?, last_reply_agent_id = ?, segment = ?
      WHERE id = ?
      """,
      answer.survey.rawValue, answer.score, answer.at.unixSeconds, answer.comment, answer.respondent,
      answer.customerID, answer.ticketID, answer.channelID, answer.agentID, answer.lastReplyAgentID,
      answer.segment?.rawValue, id)
  }

  /// Whether a customer has given the same score to the same survey about the same matter within a stretch of time.
  public func hasAnswer(like answer: Answer, within stretch: Range<Instant>) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM answer WHERE customer_id = ? AND survey = ? AND at >= ? AND at < ?
        AND score = ? AND ticket_id IS ?)
      """, answer.customerID, answer.survey.rawValue, stretch.lowerBound.unixSeconds,
      stretch.upperBound.unixSeconds, answer.score, answer.ticketID) == 1
  }

  public func answers(ofTicket id: Int64) throws -> [Answer] {
    try database.rows(
      "SELECT survey, score, at, comment FROM answer WHERE ticket_id = ? ORDER BY at, id", id,
      element: answer(_:))
  }

  /// The newest first.
  public func newestAnswers(ofCustomer id: Int64, limit: Int) throws -> [Answer] {
    try database.rows(
      """
      SELECT survey, score, at, comment, channel_id FROM answer WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT ?
      """, id, limit
    ) { row in
      var answer = answer(row)
      answer.channelID = row.optionalInt(4)
      return answer
    }
  }

  private func answer(_ row: Row) -> Answer {
    Answer(
      survey: SurveyKind(rawValue: row.text(0)) ?? .csat, score: Int(row.int(1)),
      at: Instant(unixSeconds: row.int(2)), comment: row.text(3))
  }
}
