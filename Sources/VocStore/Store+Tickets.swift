import SQLite
public import VocDomain

extension Store {
  static let ticketColumns = """
    ticket.id, ticket.status, ticket.priority, ticket.subject, ticket.customer_id, ticket.channel_id,
    ticket.conversation_id, ticket.assignee_id, ticket.cause, ticket.created_at, ticket.updated_at,
    ticket.waiting_since, ticket.last_message_at, ticket.solved_at, ticket.group_id,
    ticket.pending_until
    """

  public func hasTickets() throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM ticket)") == 1
  }

  static func ticket(_ row: Row) -> Ticket {
    Ticket(
      id: row.int(0), status: Ticket.Status(rawValue: row.text(1)) ?? .open,
      priority: Ticket.Priority(rawValue: row.int(2)) ?? .normal, subject: row.text(3),
      customerID: row.int(4),
      channelID: row.int(5), conversationID: row.optionalInt(6), groupID: row.optionalInt(14),
      assigneeID: row.optionalInt(7),
      cause: row.optionalText(8), createdAt: Instant(unixSeconds: row.int(9)),
      updatedAt: Instant(unixSeconds: row.int(10)),
      waitingSince: row.optionalInt(11).map(Instant.init(unixSeconds:)),
      lastMessageAt: row.optionalInt(12).map(Instant.init(unixSeconds:)),
      solvedAt: row.optionalInt(13).map(Instant.init(unixSeconds:)),
      pendingUntil: row.optionalInt(15).map(Instant.init(unixSeconds:)))
  }

  public func ticket(_ id: Int64) throws -> Ticket? {
    try database.row("SELECT \(Store.ticketColumns) FROM ticket WHERE id = ?", id, element: Store.ticket(_:))
  }

  public func nextTicketID() throws -> Int64 { try nextID("ticket") }

  public func insert(_ ticket: Ticket, isSettled: Bool = false, sourceID: Int64? = nil) throws {
    let insertion = try insertion(into: .ticket)
    insertion.bind(ticket.id)
    insertion.bind(ticket.status.rawValue)
    insertion.bind(ticket.priority.rawValue)
    insertion.bind(ticket.subject)
    insertion.bind(ticket.customerID)
    insertion.bind(ticket.channelID)
    insertion.bind(ticket.conversationID)
    insertion.bind(ticket.assigneeID)
    insertion.bind(ticket.cause)
    insertion.bind(ticket.createdAt.unixSeconds)
    insertion.bind(ticket.updatedAt.unixSeconds)
    insertion.bind(ticket.waitingSince?.unixSeconds)
    insertion.bind(ticket.lastMessageAt?.unixSeconds)
    insertion.bind(ticket.solvedAt?.unixSeconds)
    insertion.bind(isSettled ? 1 : 0)
    insertion.bind(batchID)
    insertion.bind(sourceID)
    insertion.bind(ticket.groupID)
    insertion.bind(ticket.pendingUntil?.unixSeconds)
    try insertion.run()
    // What the running import has made is nobody else's to keep.
    if batchID != nil { remembered.insert(RowReference(.ticket, ticket.id)) }
  }

  /// Writes every field of a ticket that acts may change; nil leaves whether it is settled.
  public func update(_ ticket: Ticket, isSettled: Bool?) throws {
    try remember(.ticket, ticket.id)
    touch(ticket: ticket.id)
    try database.execute(
      """
      UPDATE ticket SET status = ?, priority = ?, subject = ?, customer_id = ?, channel_id = ?, conversation_id = ?,
        assignee_id = ?, cause = ?, created_at = ?,
        updated_at = ?, waiting_since = ?, last_message_at = ?, solved_at = ?, pending_until = ?,
        is_settled = coalesce(?, is_settled)
      WHERE id = ?
      """,
      ticket.status.rawValue, ticket.priority.rawValue, ticket.subject, ticket.customerID, ticket.channelID,
      ticket.conversationID, ticket.assigneeID, ticket.cause,
      ticket.createdAt.unixSeconds, ticket.updatedAt.unixSeconds, ticket.waitingSince?.unixSeconds,
      ticket.lastMessageAt?.unixSeconds, ticket.solvedAt?.unixSeconds, ticket.pendingUntil?.unixSeconds,
      isSettled, ticket.id)
    try fitHolder(ofTicket: ticket.id)
  }

  /// The same, but leaves alone the indices of what is as in `old`: messages move only the status and four times.
  public func update(_ ticket: Ticket, from old: Ticket?, isSettled: Bool) throws {
    guard var moved = old else { return try update(ticket, isSettled: isSettled) }
    (moved.status, moved.waitingSince) = (ticket.status, ticket.waitingSince)
    (moved.lastMessageAt, moved.solvedAt) = (ticket.lastMessageAt, ticket.solvedAt)
    moved.pendingUntil = ticket.pendingUntil
    guard moved == ticket else { return try update(ticket, isSettled: isSettled) }
    try remember(.ticket, ticket.id)
    touch(ticket: ticket.id)
    try database.execute(
      """
      UPDATE ticket SET status = ?, waiting_since = ?, last_message_at = ?, solved_at = ?, pending_until = ?,
        is_settled = ?
      WHERE id = ?
      """,
      ticket.status.rawValue, ticket.waitingSince?.unixSeconds, ticket.lastMessageAt?.unixSeconds,
      ticket.solvedAt?.unixSeconds, ticket.pendingUntil?.unixSeconds, isSettled, ticket.id)
    try fitHolder(ofTicket: ticket.id)
  }

  /// Since when the customer waits, computed from the messages: what `waiting_since` caches.
  ///
  /// A call in which both spoke (flag 64) is a reply, one of ours that nobody took (flag 128) is none. What came before
  /// somebody said that no reply is needed waits for none.
  public func waitingSince(ticket id: Int64) throws -> Instant? {
    try database.value(
      """
      SELECT min(at) FROM message WHERE ticket_id = ?1 AND author = 'customer' AND is_public
        AND (at, id) > (SELECT coalesce(max(at), -1), coalesce(max(id), -1) FROM (
          SELECT at, id FROM message
          WHERE ticket_id = ?1 AND is_public AND (author = 'agent' AND flags & 128 = 0 OR flags & 64 <> 0)
          ORDER BY at DESC, id DESC LIMIT 1))
        AND at > (SELECT coalesce(max(at), -1) FROM event
          WHERE ticket_id = ?1 AND kind = 'no_reply' AND \(Store.eventCounts))
      """, id
    ).map(Instant.init(unixSeconds:))
  }

  /// Who of our agents last replied publicly on a ticket, by some moment.
  public func lastReplyAgent(ticket id: Int64, by time: Instant = Instant(unixSeconds: .max)) throws -> Int64?
  {
    try database.value(
      """
      SELECT agent_id FROM message
      WHERE ticket_id = ? AND author = 'agent' AND is_public AND agent_id IS NOT NULL AND at <= ?
      ORDER BY at DESC, id DESC LIMIT 1
      """, id, time.unixSeconds)
  }

  public func newestTickets(ofCustomer id: Int64, limit: Int) throws -> [Ticket] {
    try database.rows(
      """
      SELECT \(Store.ticketColumns) FROM ticket WHERE customer_id = ? ORDER BY created_at DESC, id DESC LIMIT ?
      """, id, limit, element: Store.ticket(_:))
  }

  public func tags(ofTicket id: Int64) throws -> [String] {
    try database.rows("SELECT tag FROM ticket_tag WHERE ticket_id = ? ORDER BY tag", id) { $0.text(0) }
  }

  public func addTag(_ tag: String, toTicket id: Int64) throws {
    try database.execute(
      "INSERT OR IGNORE INTO ticket_tag (tag, ticket_id, batch_id) VALUES (?, ?, ?)", tag, id, batchID)
  }

  public func removeTag(_ tag: String, fromTicket id: Int64) throws {
    try database.execute("DELETE FROM ticket_tag WHERE tag = ? AND ticket_id = ?", tag, id)
  }
}
