import SQLite
import VocDomain

/// Keys, people and places of a batch that is taken back: they stay where somebody needs them.
extension Store {
  /// A key whose row has gone leads nowhere.
  func removeOrigins(ofBatch id: Int64, kept: Set<Int64>) throws {
    let origins = try database.rows(
      """
      SELECT id, kind, row_id FROM origin
      WHERE id >= (SELECT first_ids ->> '$.origin' FROM import_batch WHERE id = ?1) AND batch_id = ?1
        AND kind <> 'customer' AND kind <> 'agent'
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
      if !isKept { try delete("origin", [origin.id], ofBatch: id) }
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
  func removePeople(ofBatch id: Int64, into report: inout UndoReport) throws {
    try delete(
      "conversation",
      try unreferred(
        "conversation", ofBatch: id,
        by: [("message", "conversation_id"), ("ticket", "conversation_id"), ("ticket", "group_id")]),
      ofBatch: id)
    let customers = try unreferred(
      "customer", ofBatch: id,
      by: [
        ("ticket", "customer_id"), ("message", "customer_id"), ("answer", "customer_id"),
        ("conversation", "customer_id"), ("conversation", "first_customer_id"),
        ("contact_point", "first_customer_id"), ("customer", "merged_into"),
        ("customer_merge", "survivor_id"),
        ("customer_merge", "absorbed_id"), ("customer_value", "customer_id"),
      ], keys: .customer)
    for customer in customers {
      forgetFreeIDs()
      try database.execute("DELETE FROM contact_point WHERE customer_id = ?", customer)
      try database.execute(
        "DELETE FROM customer_suggestion WHERE customer_id = ?1 OR other_id = ?1", customer)
    }
    try delete("customer", customers, ofBatch: id)
    try database.execute("DELETE FROM customer_suggestion WHERE batch_id = ?", id)
    report.customers = customers.count
    report.keptCustomers = try broughtIDs("customer", byBatch: id)
    let kept = Set(report.keptCustomers)
    for point in try broughtIDs("contact_point", byBatch: id) {
      let owner = try database.value("SELECT customer_id FROM contact_point WHERE id = ?", point)
      if owner.map({ !kept.contains($0) }) ?? true { try delete("contact_point", [point], ofBatch: id) }
    }
    try delete(
      "agent",
      try unreferred(
        "agent", ofBatch: id,
        by: [
          ("ticket", "assignee_id"), ("message", "agent_id"), ("answer", "agent_id"),
          ("answer", "last_reply_agent_id"), ("agent_state", "agent_id"), ("cause_care", "owner_id"),
        ] + Store.rosterTables.map { ($0, "agent_id") }, keys: .agent), ofBatch: id)
    for (kind, table) in [("customer", "customer"), ("agent", "agent")] {
      let keys = try database.rows(
        """
        SELECT id FROM origin
        WHERE id >= (SELECT first_ids ->> '$.origin' FROM import_batch WHERE id = ?1) AND batch_id = ?1
          AND kind = ?2 AND row_id NOT IN (SELECT id FROM \(table) WHERE batch_id = ?1)
        """, id, kind
      ) { $0.int(0) }
      try delete("origin", keys, ofBatch: id)
    }
    try database.execute("DELETE FROM channel_identity WHERE batch_id = ?", id)
    let channels = try unreferred(
      "channel", ofBatch: id,
      by: [
        ("ticket", "channel_id"), ("conversation", "channel_id"), ("answer", "channel_id"),
        ("contact_point", "channel_id"), ("outbox", "channel_id"), ("survey_wave", "channel_id"),
      ])
    for channel in channels {
      try noteGoneChannel(channel)
      try database.execute("DELETE FROM channel_identity WHERE channel_id = ?", channel)
    }
    try delete("channel", channels, ofBatch: id)
    try delete(
      "source",
      try unreferred(
        "source", ofBatch: id,
        by: [
          ("origin", "source_id"), ("ticket", "source_id"), ("import_pending", "source_id"),
          ("delivery", "source_id"), ("queue_name", "source_id"), ("follow_up_left", "source_id"),
        ]), ofBatch: id)
  }

  /// The batch's rows of a table that none of these columns names, nor what later batches found in them, nor another
  /// batch's keys; one pass over each column.
  private func unreferred(
    _ table: String, ofBatch id: Int64, by columns: [(table: String, column: String)],
    keys kind: Origin.Kind? = nil
  ) throws -> [Int64] {
    try database.executeScript("CREATE TEMP TABLE IF NOT EXISTS candidate (id INTEGER PRIMARY KEY)")
    try database.executeScript("DELETE FROM candidate")
    for row in try broughtIDs(table, byBatch: id) {
      try database.execute("INSERT INTO candidate (id) VALUES (?)", row)
    }
    for (table, column) in columns {
      try database.execute(
        "DELETE FROM candidate WHERE id IN (SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL)")
      guard let entity = Entity(rawValue: table),
        let index = try self.columns(of: entity).firstIndex(of: column)
      else { continue }
      try database.execute(
        """
        DELETE FROM candidate WHERE id IN (
          SELECT before ->> '$[\(index)]' FROM import_change WHERE entity = ? AND batch_id > ?)
        """, table, id)
    }
    if let kind {
      try database.execute(
        "DELETE FROM candidate WHERE id IN (SELECT row_id FROM origin WHERE kind = ? AND batch_id <> ?)",
        kind.rawValue, id)
    }
    return try database.rows("SELECT id FROM candidate ORDER BY id DESC") { $0.int(0) }
  }
}
