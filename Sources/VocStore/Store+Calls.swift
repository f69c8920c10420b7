import SQLite
public import VocDomain

/// What a call adds to the message that stands for it. Lengths of time in seconds.
public struct Call: Equatable, Sendable {
  public var direction: CallRecord.Direction
  public var disposition: CallRecord.Disposition
  public var queue: String?
  public var wait: Int64?
  public var talk: Int64?
  public var hold: Int64?
  public var wrapUp: Int64?
  public var transfers: Int
  /// Raw rows, where another file may hold the rest.
  public var fragments: [String]

  public init(_ record: CallRecord) {
    direction = record.direction
    disposition = record.disposition
    queue = record.queue
    wait = record.wait
    talk = record.talk
    hold = record.hold
    wrapUp = record.wrapUp
    transfers = record.transfers
    fragments = record.fragments
  }

  init(_ row: Row, from first: Int32) {
    direction = CallRecord.Direction(rawValue: row.text(first)) ?? .inbound
    disposition = CallRecord.Disposition(rawValue: row.text(first + 1)) ?? .unknown
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
}
