import SQLite
public import VocDomain

/// Who a conversation is with.
public enum ConversationParty: Hashable, Sendable {
  case customer(Int64)
  /// A group, by its subject.
  case group(String)
}

/// A ticket as far as threading looks at it.
public struct ThreadedTicket: Equatable, Sendable {
  public var ticket: Ticket
  /// Solved because it had gone quiet, not by a person.
  public var isSettled: Bool
  /// Its status is told by the system that it is from.
  public var isTold: Bool

  public init(ticket: Ticket, isSettled: Bool, isTold: Bool = false) {
    self.ticket = ticket
    self.isSettled = isSettled
    self.isTold = isTold
  }
}

extension Store {
  /// The conversation with this party on a channel, made where there is none.
  ///
  /// A customer who was merged into another keeps their chats: what is said in them counts as the survivor's.
  public func conversationID(with party: ConversationParty, onChannel channelID: Int64) throws -> Int64 {
    let known: Int64?
    switch party {
    case .customer(let id):
      known = try database.value(
        """
        SELECT id FROM conversation
        WHERE channel_id = ? AND coalesce(first_customer_id, customer_id) = ? AND customer_id IS NOT NULL
        """, channelID, id)
    case .group(let subject):
      known = try database.value(
        "SELECT id FROM conversation WHERE channel_id = ? AND subject = ? AND subject IS NOT NULL",
        channelID, subject)
    }
    if let known { return known }
    let id = try takeID(of: .conversation)
    switch party {
    case .customer(let customerID):
      let survivor = try survivor(of: customerID)
      try writeConversation(
        id, channel: channelID, customer: survivor, first: survivor == customerID ? nil : customerID)
    case .group(let subject): try writeConversation(id, channel: channelID, subject: subject)
    }
    return id
  }

  /// The group conversations of a channel, the newest first.
  public func groupConversations(onChannel channelID: Int64) throws -> [Int64] {
    try database.rows(
      """
      SELECT id FROM conversation WHERE channel_id = ? AND subject IS NOT NULL ORDER BY id DESC
      """, channelID
    ) { $0.int(0) }
  }

  /// Where the tickets of a thread begin and end, oldest first: those of voc's own, not those that another system
  /// tells apart.
  public func stretches(of owner: Threading.Owner) throws -> [Threading.Stretch] {
    try newestStretches(of: owner, limit: .max)
  }

  /// The last of them, oldest first.
  public func newestStretches(of owner: Threading.Owner, limit: Int) throws -> [Threading.Stretch] {
    let (condition, id) =
      switch owner {
      case .customer(let id): ("customer_id = ? AND source_id IS NULL AND group_id IS NULL", id)
      case .group(let id): ("group_id = ?", id)
      }
    return try database.rows(
      """
      SELECT id, created_at, coalesce(last_message_at, created_at) FROM ticket
      WHERE \(condition) AND merged_into_id IS NULL ORDER BY created_at DESC, id DESC LIMIT ?
      """, id, limit
    ) { row in
      Threading.Stretch(
        ticketID: row.int(0), first: Instant(unixSeconds: row.int(1)), last: Instant(unixSeconds: row.int(2)))
    }.reversed()
  }

  /// When the newest message came that an import brought into this conversation.
  public func newestImported(conversation id: Int64) throws -> Instant? {
    try database.value(
      "SELECT max(at) FROM message WHERE conversation_id = ? AND fingerprint IS NOT NULL", id
    ).map(Instant.init(unixSeconds:))
  }

  public func threadedTicket(_ id: Int64) throws -> ThreadedTicket? {
    try database.row(
      "SELECT \(Store.ticketColumns), ticket.is_settled, ticket.is_told FROM ticket WHERE id = ?", id
    ) { ThreadedTicket(ticket: Store.ticket($0), isSettled: $0.bool(16), isTold: $0.bool(17)) }
  }

  /// Checks references at the end of this transaction instead of at each row.
  public func deferReferences() throws { try database.executeScript("PRAGMA defer_foreign_keys = ON") }

  /// Says that the ticket's own system tells its status.
  public func setTold(ticket id: Int64) throws {
    try remember(.ticket, id)
    try database.execute("UPDATE ticket SET is_told = 1 WHERE id = ? AND is_told = 0", id)
  }

  /// Whether another system tells this ticket from the others.
  public func isOfAnotherSystem(ticket id: Int64) throws -> Bool {
    try database.value("SELECT source_id IS NOT NULL FROM ticket WHERE id = ?", id) == 1
  }

  /// Whose thread a ticket is of.
  public func owner(ofTicket id: Int64) throws -> Threading.Owner? {
    try database.row("SELECT customer_id, group_id FROM ticket WHERE id = ?", id) { row in
      row.optionalInt(1).map(Threading.Owner.group) ?? .customer(row.int(0))
    }
  }
}
