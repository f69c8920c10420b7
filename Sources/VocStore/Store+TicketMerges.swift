import SQLite

/// Tickets that turned out to be one matter, or two.
extension Store {
  /// The ticket that one was merged into, if it was.
  public func mergedInto(ticket id: Int64) throws -> Int64? {
    try database.value("SELECT merged_into_id FROM ticket WHERE id = ?", id)
  }

  /// The ticket that has the messages of one: itself, or the last of those that it was merged into one after the other.
  public func survivor(ofTicket id: Int64) throws -> Int64 {
    var survivor = id
    while let next = try mergedInto(ticket: survivor) { survivor = next }
    return survivor
  }

  /// The tickets that were merged into one directly, by number.
  public func merged(intoTicket id: Int64) throws -> [Int64] {
    try database.rows("SELECT id FROM ticket WHERE merged_into_id = ? ORDER BY id", id) { $0.int(0) }
  }

  public func setMerged(ticket id: Int64, into target: Int64?) throws {
    touch(ticket: id)
    try remember(.ticket, id)
    try database.execute("UPDATE ticket SET merged_into_id = ? WHERE id = ?", target, id)
  }

  /// Moves a message and notes it as part of the running act.
  public func moveInAct(message id: Int64, from old: Int64, toTicket new: Int64) throws {
    try move(message: id, toTicket: new)
    try database.execute(
      "INSERT INTO moved_message (act_id, message_id, from_ticket_id, to_ticket_id) VALUES (?, ?, ?, ?)",
      runningAct?.id, id, old, new)
  }

  /// What an act moved, by message.
  public func movedMessages(byAct id: Int64) throws -> [(messageID: Int64, from: Int64, to: Int64)] {
    try database.rows(
      """
      SELECT message_id, from_ticket_id, to_ticket_id FROM moved_message WHERE act_id = ? ORDER BY message_id
      """, id
    ) { ($0.int(0), $0.int(1), $0.int(2)) }
  }

  /// The act that last merged a ticket into another and stands.
  public func mergingAct(ofTicket id: Int64) throws -> Int64? {
    try database.value(
      """
      SELECT act_id FROM event WHERE ticket_id = ? AND kind = 'merge' AND to_value IS NOT NULL AND \(Store.eventCounts)
      ORDER BY id DESC LIMIT 1
      """, id)
  }

  public func messageIDs(ofTicket id: Int64) throws -> [Int64] {
    try database.rows("SELECT id FROM message WHERE ticket_id = ? ORDER BY at, id", id) { $0.int(0) }
  }
}
