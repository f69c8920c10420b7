import SQLite
public import VocDomain

extension Call {
  /// From `Store.callColumns`, the first of which is column `first`.
  init(_ row: Row, from first: Int32) {
    self.init(
      direction: CallRecord.Direction(rawValue: row.text(first)) ?? .inbound,
      disposition: CallRecord.Disposition(rawValue: row.text(first + 1)) ?? .unknown)
    queue = row.optionalText(first + 2)
    wait = row.optionalInt(first + 3)
    talk = row.optionalInt(first + 4)
    hold = row.optionalInt(first + 5)
    wrapUp = row.optionalInt(first + 6)
    transfers = Int(row.int(first + 7))
    fragments = row.optionalText(first + 8).map { $0.components(separatedBy: "\n") } ?? []
  }
}

extension Store {
  public func insert(_ call: Call, message id: Int64) throws {
    let insertion = try insertion(into: .call)
    insertion.bind(id)
    insertion.bind(call.direction.rawValue)
    insertion.bind(call.disposition.rawValue)
    insertion.bind(call.queue)
    for seconds in [call.wait, call.talk, call.hold, call.wrapUp] {
      insertion.bind(seconds.map { max(0, $0) })
    }
    insertion.bind(Int64(call.transfers))
    insertion.bind(call.fragments.isEmpty ? nil : call.fragments.joined(separator: "\n"))
    try insertion.run()
  }

  public func update(_ call: Call, message id: Int64) throws {
    try remember(.call, id)
    try touchTicket(of: RowReference(.call, id))
    try database.execute("DELETE FROM call WHERE message_id = ?", id)
    try insert(call, message: id)
  }

  static let callColumns = "direction, disposition, queue, wait, talk, hold, wrap_up, transfers, fragments"

  public func call(ofMessage id: Int64) throws -> Call? {
    try database.row("SELECT \(Store.callColumns) FROM call WHERE message_id = ?", id) { Call($0, from: 0) }
  }

  /// The calls among a ticket's messages, by message.
  public func calls(ofTicket id: Int64) throws -> [Int64: Call] {
    let calls = try database.rows(
      """
      SELECT message_id, \(Store.callColumns) FROM message CROSS JOIN call ON call.message_id = message.id
      WHERE ticket_id = ? AND kind = 'call'
      """, id
    ) { ($0.int(0), Call($0, from: 1)) }
    return Dictionary(calls) { $1 }
  }

  /// A customer's calls with their channels, the newest first: those on their tickets, but for other members' of a
  /// group.
  public func newestCalls(
    ofCustomer id: Int64, limit: Int
  ) throws -> [(message: Message, call: Call, channelID: Int64)] {
    try database.rows(
      """
      SELECT \(Store.messageColumns("message.")), \(Store.callColumns),
        coalesce((SELECT channel_id FROM conversation WHERE id = message.conversation_id), ticket.channel_id)
      FROM ticket CROSS JOIN message ON message.ticket_id = ticket.id
      CROSS JOIN call ON call.message_id = message.id
      WHERE ticket.customer_id = ?1 AND message.kind = 'call' AND coalesce(message.customer_id, ?1) = ?1
      ORDER BY message.at DESC, message.id DESC LIMIT ?2
      """, id, limit
    ) { (Store.message($0), Call($0, from: 13), $0.int(22)) }
  }

  /// Keeps when an agent came, paused or went; false where that is known.
  public func insert(
    state: AgentStateRecord.State, ofAgent agentID: Int64, at time: Instant, queue: String?, reason: String?
  ) throws -> Bool {
    try database.execute(
      """
      INSERT OR IGNORE INTO agent_state (id, agent_id, at, state, queue, reason, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, try nextID("agent_state"), agentID, time.unixSeconds, state.rawValue, queue ?? "", reason, batchID)
    return database.changes > 0
  }

  /// The names of queues that their source calls by numbers, by those.
  public func queueNames(ofSource sourceID: Int64) throws -> [String: String] {
    let names = try database.rows("SELECT key, name FROM queue_name WHERE source_id = ?", sourceID) {
      ($0.text(0), $0.text(1))
    }
    return Dictionary(names) { first, _ in first }
  }

  /// Keeps the name of a queue that had none and gives it to the calls that came before it.
  public func nameQueue(_ key: String, _ name: String, ofSource sourceID: Int64) throws {
    try database.execute(
      "INSERT INTO queue_name (id, source_id, key, name, batch_id) VALUES (?, ?, ?, ?, ?)",
      try nextID("queue_name"),
      sourceID, key, name, batchID)
    let calls = try database.rows("SELECT message_id FROM call WHERE queue = ?", key) { $0.int(0) }
    for id in calls {
      try remember(.call, id)
      try database.execute("UPDATE call SET queue = ? WHERE message_id = ?", name, id)
    }
  }
}
