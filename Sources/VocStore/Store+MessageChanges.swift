import SQLite
public import VocDomain

/// What happens to a message after it was written.
extension Store {
  public func message(_ id: Int64) throws -> Message? {
    try database.row(
      "SELECT \(Store.messageColumns) FROM message WHERE id = ?", id, element: Store.message(_:))
  }

  /// Writes what a newer version says: author, kind, text, attachment and flags; the search index with it.
  public func update(_ message: Message) throws {
    try remember(.message, message.id)
    try touchTicket(of: RowReference(.message, message.id))
    try forgetSignals(ofRow: message.id, in: "message")
    let isIndexed = message.id < firstUnindexed
    if isIndexed { try removeFromSearch(message: message.id) }
    try database.execute(
      """
      UPDATE message SET at = ?, author = ?, author_name = ?, customer_id = ?, agent_id = ?, kind = ?, is_public = ?,
        body = ?, attachment = ?, flags = ?
      WHERE id = ?
      """,
      message.at.unixSeconds, message.author.rawValue, message.authorName, message.customerID,
      message.agentID,
      message.kind.rawValue, message.isPublic, message.body, message.attachment, message.flags.rawValue,
      message.id)
    if !isIndexed { return }
    try addToSearch(message: message.id)
  }

  /// Takes back a message that was written by hand, and nobody has sent.
  public func deleteMessage(_ id: Int64) throws {
    if let entry = try outboxEntry(ofMessage: id) {
      let retired = try setting(Store.retiredMessage).flatMap { Int64($0) } ?? 0
      if entry.attempts > 0 && id > retired { try setSetting(Store.retiredMessage, to: "\(id)") }
      try database.execute("DELETE FROM outbox WHERE message_id = ?", id)
    }
    try removeFromSearch(message: id)
    try touchTicket(of: RowReference(.message, id))
    try forgetSignals(ofRow: id, in: "message")
    try database.execute("DELETE FROM message WHERE id = ? AND batch_id IS NULL", id)
  }

  /// When the newest public message of a ticket was said.
  public func lastPublicMessage(ofTicket id: Int64) throws -> Instant? {
    try database.value("SELECT max(at) FROM message WHERE ticket_id = ? AND is_public", id)
      .map(Instant.init(unixSeconds:))
  }

  /// Sets, or with nil takes away, somebody's reaction; false where a newer one stands or it is the same.
  public func setReaction(
    _ sign: String?, of author: String, onMessage messageID: Int64, at time: Instant
  ) throws -> Bool {
    let known = try database.row(
      "SELECT id, sign, at FROM reaction WHERE message_id = ? AND author_name = ?", messageID, author
    ) { ($0.int(0), $0.text(1), $0.int(2)) }
    // A sign taken away stays as an empty one, so that an older one which comes later does not return.
    let sign = sign ?? ""
    if let (id, old, at) = known {
      // Of two in one second, the same one whichever comes first.
      if (at, old) >= (time.unixSeconds, sign) { return false }
      try remember(.reaction, id)
      try database.execute("UPDATE reaction SET sign = ?, at = ? WHERE id = ?", sign, time.unixSeconds, id)
      return true
    }
    try database.execute(
      "INSERT INTO reaction (id, message_id, author_name, sign, at, batch_id) VALUES (?, ?, ?, ?, ?, ?)",
      try nextID("reaction"), messageID, author, sign, time.unixSeconds, batchID)
    return true
  }

  /// Keeps how far a message of ours came; false where it was known to be further, or as far.
  ///
  /// A failure is final; else read comes after delivered after sent, whatever order the notices come in; of one
  /// kind the first counts.
  public func setDelivery(
    _ status: MessageChangeRecord.Delivery, reason: String?, ofMessage key: String, source sourceID: Int64,
    at time: Instant
  ) throws -> Bool {
    let known = try database.row(
      "SELECT id, status, at FROM delivery WHERE source_id = ? AND message_key = ?", sourceID, key
    ) { ($0.int(0), $0.text(1), $0.int(2)) }
    if let (id, old, at) = known {
      let ranks = MessageChangeRecord.Delivery.allCases
      let oldRank = MessageChangeRecord.Delivery(rawValue: old).flatMap(ranks.firstIndex(of:)) ?? 0
      let rank = ranks.firstIndex(of: status) ?? 0
      if rank < oldRank || rank == oldRank && at <= time.unixSeconds { return false }
      try remember(.delivery, id)
      try database.execute(
        "UPDATE delivery SET status = ?, at = ?, reason = ? WHERE id = ?", status.rawValue, time.unixSeconds,
        reason, id)
      return true
    }
    try database.execute(
      """
      INSERT INTO delivery (id, source_id, message_key, status, at, reason, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, try nextID("delivery"), sourceID, key, status.rawValue, time.unixSeconds, reason, batchID)
    return true
  }
}
