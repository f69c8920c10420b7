import SQLite
public import VocDomain

/// A reply of the outbox with what a connector needs to deliver it.
public struct OutboxRow: Sendable {
  public var entry: OutboxEntry
  public var ticketID: Int64
  public var subject: String
  public var customerID: Int64
  public var customer: String
  public var author: String
  public var text: String
}

/// Replies on their way to customers.
extension Store {
  private static let outboxColumns = """
    outbox.message_id, outbox.channel_id, outbox.state, outbox.attempts, outbox.reason, outbox.external_id,
    outbox.template, outbox.claimed_by, outbox.claimed_until, outbox.queued_at, outbox.changed_at
    """

  private static func outboxEntry(_ row: Row) -> OutboxEntry {
    var claim: OutboxEntry.Claim?
    if let connector = row.optionalText(7), let until = row.optionalInt(8) {
      claim = OutboxEntry.Claim(connector: connector, until: Instant(unixSeconds: until))
    }
    return OutboxEntry(
      messageID: row.int(0), channelID: row.int(1),
      state: OutboxEntry.State(rawValue: row.text(2)) ?? .pending,
      attempts: Int(row.int(3)), reason: row.optionalText(4), externalID: row.optionalText(5),
      template: row.optionalText(6), claim: claim, queuedAt: Instant(unixSeconds: row.int(9)),
      changedAt: Instant(unixSeconds: row.int(10)))
  }

  public func insert(_ entry: OutboxEntry) throws {
    try database.execute(
      """
      INSERT INTO outbox (message_id, channel_id, state, attempts, reason, external_id, template, claimed_by,
        claimed_until, queued_at, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, entry.messageID, entry.channelID, entry.state.rawValue, entry.attempts, entry.reason,
      entry.externalID,
      entry.template, entry.claim?.connector, entry.claim?.until.unixSeconds, entry.queuedAt.unixSeconds,
      entry.changedAt.unixSeconds)
  }

  public func update(_ entry: OutboxEntry) throws {
    try database.execute(
      """
      UPDATE outbox SET state = ?, attempts = ?, reason = ?, external_id = ?, claimed_by = ?, claimed_until = ?,
        changed_at = ?
      WHERE message_id = ?
      """, entry.state.rawValue, entry.attempts, entry.reason, entry.externalID, entry.claim?.connector,
      entry.claim?.until.unixSeconds, entry.changedAt.unixSeconds, entry.messageID)
  }

  public func outboxEntry(ofMessage id: Int64) throws -> OutboxEntry? {
    try database.row(
      "SELECT \(Store.outboxColumns) FROM outbox WHERE message_id = ?", id, element: Store.outboxEntry(_:))
  }

  /// The message that a connector delivered under the channel's number.
  public func deliveredReply(_ externalID: String, on channel: Int64) throws -> Int64? {
    try database.value(
      "SELECT message_id FROM outbox WHERE external_id = ? AND channel_id = ? ORDER BY message_id",
      externalID,
      channel)
  }

  /// By message.
  public func outboxEntries(ofTicket id: Int64) throws -> [Int64: OutboxEntry] {
    let entries = try database.rows(
      """
      SELECT \(Store.outboxColumns) FROM message CROSS JOIN outbox ON message_id = message.id WHERE ticket_id = ?
      """, id, element: Store.outboxEntry(_:))
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.messageID, $0) })
  }

  /// In the order in which they were written; a state, channel or message of nil: any. `freeAt`: only those that no
  /// connector has in hand then, nor one before them on their ticket.
  public func outbox(
    state: OutboxEntry.State? = nil, channel: Int64? = nil, message: Int64? = nil,
    freeAt moment: Instant? = nil,
    limit: Int
  ) throws -> [OutboxRow] {
    var conditions: [String] = []
    if message != nil { conditions.append("outbox.message_id = ?4") }
    if state != nil { conditions.append("outbox.state = ?1") }
    if channel != nil { conditions.append("outbox.channel_id = ?2") }
    if moment != nil {
      conditions.append("(outbox.claimed_until IS NULL OR outbox.claimed_until <= ?3)")
      // Two connectors must not overtake each other on one ticket.
      conditions.append(
        """
        NOT EXISTS (SELECT 1 FROM message AS said CROSS JOIN outbox AS ahead ON ahead.message_id = said.id
          WHERE said.ticket_id = message.ticket_id AND ahead.message_id < outbox.message_id
            AND ahead.state = 'pending' AND ahead.claimed_until > ?3)
        """)
    }
    return try database.rows(
      """
      SELECT \(Store.outboxColumns), ticket.id, ticket.subject, customer.id, customer.name, message.author_name,
        message.body
      FROM outbox CROSS JOIN message ON message.id = message_id
        CROSS JOIN ticket ON ticket.id = message.ticket_id CROSS JOIN customer ON customer.id = ticket.customer_id
      WHERE \(conditions.isEmpty ? "?1 IS ?1" : conditions.joined(separator: " AND "))
      ORDER BY outbox.message_id LIMIT ?5
      """, state?.rawValue, channel, moment?.unixSeconds, message, limit
    ) { row in
      OutboxRow(
        entry: Store.outboxEntry(row), ticketID: row.int(11), subject: row.text(12), customerID: row.int(13),
        customer: row.text(14), author: row.text(15), text: row.text(16))
    }
  }

  /// One reply as `outbox` lists it.
  public func outboxRow(ofMessage id: Int64) throws -> OutboxRow? {
    try outbox(message: id, limit: 1).first
  }

  /// How many replies failed and wait for somebody to decide.
  public func failedReplies() throws -> Int {
    Int(try database.value("SELECT count(*) FROM outbox WHERE state = 'failed'") ?? 0)
  }

  /// The customer's contact points but names; first those of whom the ticket's chat is with.
  public func addresses(ofCustomer id: Int64, onTicket ticket: Int64) throws -> [ContactPoint] {
    try database.rows(
      """
      SELECT kind, value, raw_value FROM contact_point
      WHERE customer_id = ?1 AND kind <> 'name'
      ORDER BY coalesce(first_customer_id, customer_id) IS NOT (
        SELECT coalesce(conversation.first_customer_id, conversation.customer_id)
        FROM ticket JOIN conversation ON conversation.id = ticket.conversation_id WHERE ticket.id = ?2), id
      """, id, ticket
    ) { row in
      ContactPoint.Kind(rawValue: row.text(0)).map {
        ContactPoint(kind: $0, value: row.text(1), raw: row.text(2))
      }
    }.compactMap { $0 }
  }

  /// When the customer last said something publicly: on the ticket, and unless it is only theirs who wrote it
  /// (`alone`), on their other tickets, as far as it was on this channel.
  public func lastCustomerMessage(on ticket: Ticket, alone: Bool) throws -> Instant? {
    let sum = """
      SELECT max(message.at) FROM ticket CROSS JOIN message ON message.ticket_id = ticket.id
        LEFT JOIN conversation ON conversation.id = message.conversation_id
      WHERE \(alone ? "ticket.id = ?2" : "ticket.customer_id = ?1") AND message.author = 'customer' AND message.is_public
        AND coalesce(conversation.channel_id, ticket.channel_id) = ?3
      """
    return try database.value(sum, ticket.customerID, ticket.id, ticket.channelID)
      .map(Instant.init(unixSeconds:))
  }

  /// How many replies of the outbox are no public message of an agent's.
  public func wrongOutbox() throws -> Int {
    Int(
      try database.value(
        """
        SELECT count(*) FROM outbox LEFT JOIN message ON message.id = message_id
        WHERE message.id IS NULL OR author <> 'agent' OR NOT is_public
        """) ?? 0)
  }
}
