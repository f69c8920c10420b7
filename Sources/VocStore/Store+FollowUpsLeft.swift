import SQLite
import VocDomain

/// Follow-ups whose answer went with an undone import: they wait for it to come back.
extension Store {
  /// Takes the follow-ups of answers that are about to go off them, with what an import knows these again by, and says
  /// which they are. The tickets stay ours.
  func leaveFollowUps(ofAnswers ids: [Int64], ofBatch batch: Int64) throws -> [Int64] {
    var keys: [Int64: (source: Int64, key: String)]?
    var left: [Int64] = []
    for id in ids {
      guard let ticket = try database.value("SELECT ticket_id FROM follow_up WHERE answer_id = ?", id) else {
        continue
      }
      // Only where there is a follow-up at all: keys are found by a pass over all that the batch brought.
      keys = try keys ?? followedKeys(ofBatch: batch)
      let key = keys?[id]
      try database.execute(
        """
        INSERT INTO follow_up_left (ticket_id, opened_at, due_at, source_id, key, fingerprint, ordinal)
        SELECT follow_up.ticket_id, opened_at, due_at, ?2, ?3, iif(?3 IS NULL, fingerprint, NULL),
          iif(?3 IS NULL, ordinal, NULL)
        FROM follow_up CROSS JOIN answer ON answer.id = answer_id
        WHERE answer_id = ?1 AND (?3 IS NOT NULL OR fingerprint IS NOT NULL)
        """, id, key?.source, key?.key)
      try database.execute("DELETE FROM follow_up WHERE answer_id = ?", id)
      left.append(ticket)
    }
    return left.sorted()
  }

  private func followedKeys(ofBatch id: Int64) throws -> [Int64: (source: Int64, key: String)] {
    let rows = try database.rows(
      """
      SELECT row_id, source_id, key FROM origin
      WHERE id >= (SELECT first_ids ->> '$.origin' FROM import_batch WHERE id = ?1) AND batch_id = ?1
        AND kind = 'answer' AND EXISTS (SELECT 1 FROM follow_up WHERE answer_id = row_id)
      """, id
    ) { ($0.int(0), (source: $0.int(1), key: $0.text(2))) }
    return Dictionary(rows) { first, _ in first }
  }

  public func isFollowUpLeft(ticket id: Int64) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM follow_up_left WHERE ticket_id = ?)", id) == 1
  }

  /// For an answer of an export without ids that has come, maybe again.
  public func tieFollowUp(toAnswer id: Int64, _ key: AnswerKey) throws {
    try tie(
      database.value(
        """
        SELECT ticket_id FROM follow_up_left WHERE fingerprint = ? AND ordinal = ? AND fingerprint IS NOT NULL
        """, key.fingerprint, key.ordinal), toAnswer: id)
  }

  /// For an answer with an id in its source.
  public func tieFollowUp(toAnswer id: Int64, _ key: OriginKey) throws {
    try tie(
      database.value(
        "SELECT ticket_id FROM follow_up_left WHERE source_id = ? AND key = ? AND key IS NOT NULL",
        key.sourceID, key.key), toAnswer: id)
  }

  private func tie(_ ticket: Int64?, toAnswer id: Int64) throws {
    guard let ticket else { return }
    try database.execute(
      """
      INSERT INTO follow_up (answer_id, ticket_id, opened_at, due_at)
      SELECT ?, ticket_id, opened_at, due_at FROM follow_up_left WHERE ticket_id = ?
      """, id, ticket)
    try database.execute("DELETE FROM follow_up_left WHERE ticket_id = ?", ticket)
  }
}
