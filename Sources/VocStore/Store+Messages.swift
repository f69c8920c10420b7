import SQLite
public import VocDomain

/// What tells a message of an export from the others of its conversation, where the export gives no id.
public struct ImportKey: Hashable, Sendable {
  public var conversationID: Int64
  public var at: Instant
  /// A hash of author, kind, text and attachment.
  public var fingerprint: Int64
  /// Which it is among identical messages, from 0.
  public var ordinal: Int64

  public init(conversationID: Int64, at: Instant, fingerprint: Int64, ordinal: Int64) {
    self.conversationID = conversationID
    self.at = at
    self.fingerprint = fingerprint
    self.ordinal = ordinal
  }
}

extension Store {
  /// Never the number of a reply that a connector once had: late news of it would be taken for another's.
  public func nextMessageID() throws -> Int64 {
    let retired = try setting(Store.retiredMessage).flatMap { Int64($0) } ?? 0
    return max(try nextID("message"), retired + 1)
  }

  static let retiredMessage = "retired_message"

  /// `conversation` is where it was said, where `key` does not tell.
  public func insert(
    _ message: Message, key: ImportKey? = nil, conversation: Int64? = nil, batchID: Int64? = nil
  ) throws {
    if let id = message.ticketID { touch(ticket: id) }
    noteWritten(message)
    let insertion = try insertion(into: .message)
    insertion.bind(message.id)
    insertion.bind(message.ticketID)
    insertion.bind(message.at.unixSeconds)
    insertion.bind(message.author.rawValue)
    insertion.bind(message.authorName)
    insertion.bind(message.customerID)
    insertion.bind(message.agentID)
    insertion.bind(message.kind.rawValue)
    insertion.bind(message.isPublic ? 1 : 0)
    insertion.bind(message.body)
    insertion.bind(message.attachment)
    insertion.bind(Int64(message.flags.rawValue))
    insertion.bind(message.rawHeader)
    insertion.bind(key?.conversationID ?? conversation)
    insertion.bind(key?.fingerprint)
    insertion.bind(key?.ordinal)
    insertion.bind(batchID)
    try insertion.run()
  }

  /// The number, batch, author and text of the message with this key, to compare; nil where there is none.
  public func message(at key: ImportKey) throws -> (
    id: Int64, batchID: Int64?, authorName: String, body: String, ticketID: Int64?
  )? {
    try database.row(
      """
      SELECT id, batch_id, author_name, body, ticket_id FROM message
      WHERE conversation_id = ? AND at = ? AND fingerprint = ? AND ordinal = ? AND fingerprint IS NOT NULL
      """, key.conversationID, key.at.unixSeconds, key.fingerprint, key.ordinal
    ) { ($0.int(0), $0.optionalInt(1), $0.text(2), $0.text(3), $0.optionalInt(4)) }
  }

  public func messages(ofTicket id: Int64) throws -> [Message] {
    try database.rows(
      "SELECT \(Store.messageColumns) FROM message WHERE ticket_id = ? ORDER BY at, id", id,
      element: Store.message(_:))
  }

  static let messageColumns = messageColumns("")

  /// Each column after `table`, which ends in a point.
  static func messageColumns(_ table: String) -> String {
    [
      "id", "ticket_id", "at", "author", "author_name", "customer_id", "agent_id", "kind", "is_public",
      "body", "attachment", "flags", "raw_header",
    ].map { table + $0 }.joined(separator: ", ")
  }

  static func message(_ row: Row) -> Message {
    Message(
      id: row.int(0), ticketID: row.optionalInt(1), at: Instant(unixSeconds: row.int(2)),
      author: Message.Author(rawValue: row.text(3)) ?? .system, authorName: row.text(4),
      customerID: row.optionalInt(5), agentID: row.optionalInt(6),
      kind: ChannelRecord.Kind(rawValue: row.text(7)) ?? .message, isPublic: row.bool(8), body: row.text(9),
      attachment: row.optionalText(10), flags: ChannelRecord.Flags(rawValue: Int(row.int(11))),
      rawHeader: row.optionalText(12))
  }
}
