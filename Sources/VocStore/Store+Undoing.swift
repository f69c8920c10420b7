import SQLite
public import VocDomain

extension Store {
  /// Takes back all that a batch brought, and puts back what it changed; in a `removal` of the caller.
  ///
  /// A ticket on which people, or imports that came after, have built is kept with all its messages, and so is
  /// what it needs. `counters` is told each answer that goes or comes back.
  public func undo(
    batch id: Int64, removed: (Answer) -> Void, restored: (Answer) -> Void
  ) throws -> UndoReport {
    var report = UndoReport()
    let kept = try keptTickets(ofBatch: id)
    report.keptTickets = kept.sorted()
    let messages = try broughtMessages(byBatch: id).filter { message in
      message.ticketID.map { !kept.contains($0) } ?? true
    }
    for message in messages { try remove(message: message.id) }
    report.messages = messages.count
    try removeEvents(ofBatch: id, butOf: kept)
    for answerID in try broughtIDs("answer", byBatch: id) {
      if let answer = try wholeAnswer(answerID) { removed(answer) }
      try delete("answer", [answerID])
      report.answers += 1
    }
    for table in ["agent_state", "reaction", "delivery", "import_pending", "queue_name"] {
      let ids = try broughtIDs(table, byBatch: id)
      try delete(table, ids)
      report.otherRows += ids.count
    }
    report.restored = try putBack(batch: id, kept: kept, removed: removed, restored: restored)
    try undoMerges(ofBatch: id)
    try removeTickets(ofBatch: id, butNot: kept, into: &report)
    try removeOrigins(ofBatch: id, kept: kept)
    try removePeople(ofBatch: id, into: &report)
    // The zone of the reports is fixed with the first answer.
    try database.execute("DELETE FROM setting WHERE name = 'zone' AND NOT EXISTS (SELECT 1 FROM answer)")
    return report
  }

  private func broughtMessages(byBatch id: Int64) throws -> [(id: Int64, ticketID: Int64?)] {
    try database.rows(
      """
      SELECT id, ticket_id FROM message
      WHERE id >= (SELECT first_ids ->> '$.message' FROM import_batch WHERE id = ?1) AND batch_id = ?1 ORDER BY id
      """, id
    ) { ($0.int(0), $0.optionalInt(1)) }
  }

  /// The tickets that the batch made or went on with, and that somebody has built on since.
  private func keptTickets(ofBatch id: Int64) throws -> Set<Int64> {
    var touched = Set(try broughtIDs("ticket", byBatch: id))
    touched.formUnion(try changes(ofBatch: id).filter { $0.reference.entity == .ticket }.map(\.reference.id))
    return try touched.filter { ticket in
      try database.value(
        """
        SELECT EXISTS (SELECT 1 FROM event WHERE ticket_id = ?1 AND batch_id IS NULL
            AND id > coalesce((SELECT max(id) FROM event WHERE ticket_id = ?1 AND batch_id = ?2),
              (SELECT first_ids ->> '$.event' FROM import_batch WHERE id = ?2) - 1))
          OR EXISTS (SELECT 1 FROM message WHERE ticket_id = ?1
            AND (batch_id > ?2 OR batch_id IS NULL
              AND id >= (SELECT first_ids ->> '$.message' FROM import_batch WHERE id = ?2)))
          OR EXISTS (SELECT 1 FROM event WHERE ticket_id = ?1 AND batch_id > ?2)
          OR EXISTS (SELECT 1 FROM answer WHERE ticket_id = ?1 AND ticket_id IS NOT NULL
            AND (batch_id > ?2 OR batch_id IS NULL
              AND id >= (SELECT first_ids ->> '$.answer' FROM import_batch WHERE id = ?2)))
        """, ticket, id) == 1
        || isChangedLater(RowReference(.ticket, ticket), thanBatch: id)
    }
  }

  private func remove(message id: Int64) throws {
    try removeFromSearch(message: id)
    try database.execute("DELETE FROM call WHERE message_id = ?", id)
    try database.execute("DELETE FROM reaction WHERE message_id = ?", id)
    try database.execute("DELETE FROM message WHERE id = ?", id)
  }

  private func removeEvents(ofBatch id: Int64, butOf kept: Set<Int64>) throws {
    let events = try database.rows(
      """
      SELECT id, ticket_id FROM event
      WHERE id >= (SELECT first_ids ->> '$.event' FROM import_batch WHERE id = ?1) AND batch_id = ?1
      """, id
    ) { (id: $0.int(0), ticketID: $0.int(1)) }
    try delete("event", events.filter { !kept.contains($0.ticketID) }.map(\.id))
  }

  /// Puts back what the batch changed, but for what later batches changed again and what kept tickets need.
  private func putBack(
    batch id: Int64, kept: Set<Int64>, removed: (Answer) -> Void, restored: (Answer) -> Void
  ) throws -> Int {
    var count = 0
    for (row, before) in try changes(ofBatch: id) {
      if try isChangedLater(row, thanBatch: id) || belongs(row, before, to: kept) { continue }
      if row.entity == .answer, let answer = try wholeAnswer(row.id) { removed(answer) }
      try restore(row, to: before)
      if row.entity == .answer, let answer = try wholeAnswer(row.id) { restored(answer) }
      count += 1
    }
    try forgetChanges(ofBatch: id)
    return count
  }

  private func belongs(_ row: RowReference, _ before: String, to kept: Set<Int64>) throws -> Bool {
    switch row.entity {
    case .ticket: return kept.contains(row.id)
    case .message:
      return try database.value("SELECT ticket_id FROM message WHERE id = ?", row.id).map(kept.contains)
        ?? false
    case .event:
      let index = try columns(of: .event).firstIndex(of: "ticket_id") ?? 0
      return try database.value("SELECT ? ->> '$[\(index)]'", before).map(kept.contains) ?? false
    default: return false
    }
  }

  private func removeTickets(ofBatch id: Int64, butNot kept: Set<Int64>, into report: inout UndoReport) throws
  {
    let tickets = try broughtIDs("ticket", byBatch: id).filter { !kept.contains($0) }
    for ticket in tickets {
      try database.execute("DELETE FROM ticket_tag WHERE ticket_id = ?", ticket)
      try database.execute(
        "UPDATE answer SET ticket_id = NULL WHERE ticket_id = ? AND ticket_id IS NOT NULL", ticket)
    }
    try delete("ticket", tickets)
    try database.execute("DELETE FROM ticket_tag WHERE batch_id = ?", id)
    report.tickets = tickets.count
  }

  /// A key whose row has gone leads nowhere.
  private func removeOrigins(ofBatch id: Int64, kept: Set<Int64>) throws {
    let origins = try database.rows(
      """
      SELECT id, kind, row_id FROM origin
      WHERE id >= (SELECT first_ids ->> '$.origin' FROM import_batch WHERE id = ?1) AND batch_id = ?1
      """, id
    ) { (id: $0.int(0), kind: $0.text(1), row: $0.int(2)) }
    for origin in origins {
      let table: String? =
        switch Origin.Kind(rawValue: origin.kind) {
        case .message, .call: "message"
        case .event: "event"
        case .ticket: "ticket"
        case .answer: "answer"
        case .customer, .agent, .bot, .chat, nil: nil
        }
      let isKept = try table.map { try isThere($0, origin.row, keptOf: id, kept: kept) } ?? false
      if !isKept { try delete("origin", [origin.id]) }
    }
  }

  /// Whether the row is there, and as this batch left it: a message that stood for one of an older batch is not.
  private func isThere(_ table: String, _ id: Int64, keptOf batch: Int64, kept: Set<Int64>) throws -> Bool {
    if table == "message" {
      let row = try database.row("SELECT batch_id, ticket_id FROM message WHERE id = ?", id) {
        (batch: $0.optionalInt(0), ticket: $0.optionalInt(1))
      }
      guard let row else { return false }
      return row.batch == batch || row.ticket.map(kept.contains) ?? false
    }
    return try database.value("SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", id) == 1
  }

  /// Conversations, customers, agents, channels and sources of the batch that nothing refers to any more.
  private func removePeople(ofBatch id: Int64, into report: inout UndoReport) throws {
    try delete(
      "conversation",
      try unreferred(
        "conversation", ofBatch: id,
        by: [("message", "conversation_id"), ("ticket", "conversation_id"), ("ticket", "group_id")]))
    let customers = try unreferred(
      "customer", ofBatch: id,
      by: [
        ("ticket", "customer_id"), ("message", "customer_id"), ("answer", "customer_id"),
        ("conversation", "customer_id"), ("conversation", "first_customer_id"),
        ("contact_point", "first_customer_id"), ("customer", "merged_into"),
        ("customer_merge", "survivor_id"),
        ("customer_merge", "absorbed_id"),
      ])
    for customer in customers {
      forgetFreeIDs()
      try database.execute("DELETE FROM contact_point WHERE customer_id = ?", customer)
      try database.execute(
        "DELETE FROM customer_suggestion WHERE customer_id = ?1 OR other_id = ?1", customer)
    }
    try delete("customer", customers)
    try database.execute("DELETE FROM customer_suggestion WHERE batch_id = ?", id)
    report.customers = customers.count
    report.keptCustomers = try broughtIDs("customer", byBatch: id)
    let kept = Set(report.keptCustomers)
    for point in try broughtIDs("contact_point", byBatch: id) {
      let owner = try database.value("SELECT customer_id FROM contact_point WHERE id = ?", point)
      if owner.map({ !kept.contains($0) }) ?? true { try delete("contact_point", [point]) }
    }
    try database.execute(
      """
      DELETE FROM origin WHERE kind IN ('customer', 'chat', 'agent', 'bot') AND batch_id = ?1
        AND id >= (SELECT first_ids ->> '$.origin' FROM import_batch WHERE id = ?1)
        AND NOT (kind = 'customer' AND EXISTS (SELECT 1 FROM customer WHERE id = row_id))
      """, id)
    try delete(
      "agent",
      try unreferred(
        "agent", ofBatch: id,
        by: [
          ("ticket", "assignee_id"), ("message", "agent_id"), ("answer", "agent_id"),
          ("answer", "last_reply_agent_id"), ("agent_state", "agent_id"),
        ]))
    try database.execute("DELETE FROM channel_identity WHERE batch_id = ?", id)
    let channels = try unreferred(
      "channel", ofBatch: id,
      by: [
        ("ticket", "channel_id"), ("conversation", "channel_id"), ("answer", "channel_id"),
        ("contact_point", "channel_id"),
      ])
    for channel in channels {
      try database.execute("DELETE FROM channel_identity WHERE channel_id = ?", channel)
    }
    try delete("channel", channels)
    try delete(
      "source",
      try unreferred(
        "source", ofBatch: id,
        by: [
          ("origin", "source_id"), ("ticket", "source_id"), ("import_pending", "source_id"),
          ("delivery", "source_id"), ("queue_name", "source_id"),
        ]))
  }

  /// The batch's rows of a table that none of these columns names; one pass over each column.
  private func unreferred(
    _ table: String, ofBatch id: Int64, by columns: [(table: String, column: String)]
  ) throws -> [Int64] {
    try database.executeScript("CREATE TEMP TABLE IF NOT EXISTS candidate (id INTEGER PRIMARY KEY)")
    try database.executeScript("DELETE FROM candidate")
    for row in try broughtIDs(table, byBatch: id) {
      try database.execute("INSERT INTO candidate (id) VALUES (?)", row)
    }
    for (table, column) in columns {
      try database.execute(
        "DELETE FROM candidate WHERE id IN (SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL)")
    }
    return try database.rows("SELECT id FROM candidate ORDER BY id DESC") { $0.int(0) }
  }
}
