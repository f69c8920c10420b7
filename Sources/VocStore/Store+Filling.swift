import SQLite

/// The tables that imports fill fastest, and how a row of them is written.
enum FilledTable: Int, CaseIterable {
  case message, origin, event, ticket, call, conversation, contactPoint, customer, decision, measure
  case messageSignal, answerSignal

  var insertion: String {
    switch self {
    case .message:
      """
      INSERT INTO message (id, ticket_id, at, author, author_name, customer_id, agent_id, kind, is_public, body,
        attachment, flags, raw_header, conversation_id, fingerprint, ordinal, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .origin:
      """
      INSERT INTO origin (id, source_id, kind, key, row_id, updated_at, digest, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .event:
      """
      INSERT INTO event (id, ticket_id, at, actor, kind, from_value, to_value, batch_id, is_derived, act_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .ticket:
      """
      INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, conversation_id, assignee_id,
        cause, created_at, updated_at, waiting_since, last_message_at, solved_at, is_settled, batch_id, source_id,
        group_id, pending_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .call:
      """
      INSERT INTO call (message_id, direction, disposition, queue, wait, talk, hold, wrap_up, transfers, fragments)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .conversation:
      """
      INSERT INTO conversation (id, channel_id, customer_id, first_customer_id, subject, batch_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    case .contactPoint:
      """
      INSERT INTO contact_point (id, customer_id, kind, value, raw_value, channel_id, match_key, loose_key, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .customer:
      """
      INSERT INTO customer (id, name, folded_name, name_key, language, country, segment, stage, created_at,
        batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .measure:
      """
      INSERT OR REPLACE INTO ticket_measure (ticket_id, customer_id, channel_id, created_at, is_unsolved, is_settled,
        first_reply, is_unanswered, solved_at, pending, reply_rounds, bot_replies, reopens, reopened_after,
        is_transferred, hand_offs, is_followed, waits, agent_id, last_at, last_word_at, last_reopened_at, paused_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    case .messageSignal:
      "INSERT INTO message_signal (message_id, language, mood, score, cues) VALUES (?, ?, ?, ?, ?)"
    case .answerSignal:
      "INSERT INTO answer_signal (answer_id, language, mood, score, cues) VALUES (?, ?, ?, ?, ?)"
    case .decision:
      """
      INSERT INTO route_decision (id, ticket_id, at, outcome, agent_id, policy_id, explanation)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    }
  }

  /// Nil where whoever writes them gives out their numbers.
  fileprivate var counted: StaticString? {
    switch self {
    case .origin: "origin"
    case .event: "event"
    case .conversation: "conversation"
    case .contactPoint: "contact_point"
    case .customer: "customer"
    case .decision: "route_decision"
    case .message, .ticket, .call, .measure, .messageSignal, .answerSignal: nil
    }
  }
}

extension Store {
  /// The INSERT of this table, prepared the first time and kept.
  func insertion(into table: FilledTable) throws -> RowInsertion {
    if let known = insertions[table.rawValue] { return known }
    let insertion = try database.rowInsertion(table.insertion)
    insertions[table.rawValue] = insertion
    return insertion
  }

  /// The next free number of a table, taken: counted within a transaction, where nobody else writes.
  func takeID(of table: FilledTable) throws -> Int64 {
    if database.isInTransaction, let next = freeIDs[table.rawValue] {
      freeIDs[table.rawValue] = next + 1
      return next
    }
    guard let counted = table.counted else { preconditionFailure("\(table) is not counted") }
    let id = try nextID(counted)
    freeIDs[table.rawValue] = id + 1
    return id
  }

  /// To be called wherever rows are removed, or written under numbers that `takeID` did not give out.
  func forgetFreeIDs() { freeIDs = FilledTable.allCases.map { _ in nil } }
}
