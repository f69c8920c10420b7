import SQLite
public import VocDomain

/// A message as far as threading looks at it.
public struct Utterance: Equatable, Sendable {
  public var messageID: Int64
  public var ticketID: Int64?
  public var at: Instant
  /// Nil for a notice.
  public var side: Threading.Side?
  public var channelID: Int64?
  public var conversationID: Int64?
}

extension Store {
  /// The messages of a ticket in the order of their times.
  public func utterances(ofTicket id: Int64) throws -> [Utterance] {
    try database.rows(
      """
      SELECT message.id, ticket_id, at, author, is_public, flags, conversation.channel_id, conversation_id
      FROM message LEFT JOIN conversation ON conversation.id = conversation_id
      WHERE ticket_id = ? ORDER BY at, message.id
      """, id, element: Store.utterance(_:))
  }

  /// The notices of a conversation that belong to no ticket, between two moments.
  public func looseNotices(ofConversation id: Int64, from: Instant, to: Instant) throws -> [Utterance] {
    try database.rows(
      """
      SELECT message.id, ticket_id, at, author, is_public, flags, NULL, conversation_id
      FROM message
      WHERE conversation_id = ? AND at BETWEEN ? AND ? AND fingerprint IS NOT NULL AND ticket_id IS NULL
      ORDER BY at, id
      """, id, from.unixSeconds, to.unixSeconds, element: Store.utterance(_:))
  }

  private static func utterance(_ row: Row) -> Utterance {
    Utterance(
      messageID: row.int(0), ticketID: row.optionalInt(1), at: Instant(unixSeconds: row.int(2)),
      side: Message.side(
        author: Message.Author(rawValue: row.text(3)) ?? .system, isPublic: row.bool(4),
        flags: ChannelRecord.Flags(rawValue: Int(row.int(5)))),
      channelID: row.optionalInt(6), conversationID: row.optionalInt(7))
  }

  /// The first words on a ticket, which its subject is made of.
  public func firstWords(ofTicket id: Int64) throws -> String? {
    try database.row(
      """
      SELECT body FROM message WHERE ticket_id = ? AND author <> 'system' AND trim(body) <> ''
      ORDER BY is_public DESC, at, id LIMIT 1
      """, id
    ) { $0.text(0) }
  }

  /// Who, other than this customer, first wrote on a ticket.
  public func firstAuthor(ofTicket id: Int64, otherThan customerID: Int64) throws -> Int64? {
    try database.value(
      """
      SELECT customer_id FROM message WHERE ticket_id = ? AND author = 'customer' AND customer_id <> ?
      ORDER BY at, id LIMIT 1
      """, id, customerID)
  }

  /// What is said on a ticket.
  public func texts(ofTicket id: Int64) throws -> [String] {
    try database.rows("SELECT body FROM message WHERE ticket_id = ? AND author <> 'system'", id) {
      $0.text(0)
    }
  }

  /// Whether a message of the ticket stands for one that may come (flag 256).
  public func hasStandIn(ticket id: Int64) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM message WHERE ticket_id = ? AND flags & 256 <> 0)", id)
      == 1
  }

  /// The answers about a ticket that imports brought.
  public func importedAnswers(ofTicket id: Int64) throws -> [(
    id: Int64, at: Instant, lastReplyAgentID: Int64?
  )] {
    try database.rows(
      """
      SELECT id, at, last_reply_agent_id FROM answer
      WHERE ticket_id = ? AND ticket_id IS NOT NULL AND batch_id IS NOT NULL
      """, id
    ) { ($0.int(0), Instant(unixSeconds: $0.int(1)), $0.optionalInt(2)) }
  }

  public func setLastReplyAgent(_ agentID: Int64?, ofAnswer id: Int64) throws {
    try remember(.answer, id)
    try database.execute("UPDATE answer SET last_reply_agent_id = ? WHERE id = ?", agentID, id)
  }

  /// Whether a person has done anything to a ticket.
  public func hasActs(ticket id: Int64) throws -> Bool {
    try database.value(
      "SELECT EXISTS (SELECT 1 FROM event WHERE ticket_id = ? AND batch_id IS NULL)", id) == 1
  }

  /// What happened to a ticket in another system, with the statuses that it stood for, in the order of the times.
  public func activities(ofTicket id: Int64) throws -> [(at: Instant, status: Ticket.Status?)] {
    try database.rows(
      "SELECT at, from_value FROM event WHERE ticket_id = ? AND kind = 'activity' ORDER BY at, id", id
    ) { (Instant(unixSeconds: $0.int(0)), $0.optionalText(1).flatMap(Ticket.Status.init(rawValue:))) }
  }

  public func hasActivities(ticket id: Int64) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM event WHERE ticket_id = ? AND kind = 'activity')", id)
      == 1
  }

  /// When a person last did anything to a ticket.
  public func lastAct(onTicket id: Int64) throws -> Instant? {
    try database.value("SELECT max(at) FROM event WHERE ticket_id = ? AND batch_id IS NULL", id)
      .map(Instant.init(unixSeconds:))
  }

  /// Whether anything but messages and an import's own events refers to a ticket.
  public func isReferredTo(ticket id: Int64) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM ticket_tag WHERE ticket_id = ?1)
        OR EXISTS (SELECT 1 FROM answer WHERE ticket_id = ?1 AND ticket_id IS NOT NULL)
      """, id) == 1
  }

  /// The events that imports derived, with their numbers.
  public func derivedEvents(ofTicket id: Int64) throws -> [(id: Int64, event: TicketEvent)] {
    try database.rows(
      """
      SELECT id, ticket_id, at, actor, kind, from_value, to_value FROM event
      WHERE ticket_id = ? AND is_derived = 1 ORDER BY id
      """, id
    ) { row in
      (
        row.int(0),
        TicketEvent(
          ticketID: row.int(1), at: Instant(unixSeconds: row.int(2)), actor: row.text(3),
          kind: TicketEvent.Kind(rawValue: row.text(4)) ?? .status, from: row.optionalText(5),
          to: row.optionalText(6))
      )
    }
  }

  /// Takes back an event that an import derived from messages which have turned out otherwise.
  public func deleteDerivedEvent(_ id: Int64) throws {
    try remember(.event, id)
    try touchTicket(of: RowReference(.event, id))
    forgetFreeIDs()
    try database.execute("DELETE FROM event WHERE id = ? AND is_derived = 1", id)
  }

  /// Removes a ticket that has neither messages nor events any more.
  public func deleteTicket(_ id: Int64) throws {
    try remember(.ticket, id)
    try forgetService(ofTicket: id)
    try database.execute("DELETE FROM ticket WHERE id = ?", id)
  }

  public func move(message id: Int64, toTicket ticketID: Int64?) throws {
    try remember(.message, id)
    try touchTicket(of: RowReference(.message, id))
    if let ticketID { touch(ticket: ticketID) }
    try database.execute("UPDATE message SET ticket_id = ? WHERE id = ?", ticketID, id)
  }

  /// Moves a message of a source's into another chat, too.
  public func move(message id: Int64, toTicket ticketID: Int64, conversation: Int64) throws {
    try move(message: id, toTicket: ticketID)
    try database.execute("UPDATE message SET conversation_id = ? WHERE id = ?", conversation, id)
  }

  /// Whether an import was killed, so that what it had begun is still to be finished.
  public func hasUnfinishedBatch(before id: Int64) throws -> Bool {
    try database.value(
      "SELECT EXISTS (SELECT 1 FROM import_batch WHERE finished_at IS NULL AND undone_at IS NULL AND id < ?)",
      id)
      == 1
  }
}
