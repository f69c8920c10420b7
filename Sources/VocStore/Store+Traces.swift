import SQLite
public import VocDomain

/// What is known of a ticket's messages besides what they say.
extension Store {
  /// The signs under a ticket's messages, by message.
  public func reactions(ofTicket id: Int64) throws -> [Int64: [Reaction]] {
    let rows = try database.rows(
      """
      SELECT message.id, reaction.author_name, sign, reaction.at FROM message
      CROSS JOIN reaction ON reaction.message_id = message.id
      WHERE ticket_id = ? AND sign <> '' ORDER BY reaction.at, reaction.id
      """, id
    ) { row in
      (row.int(0), Reaction(author: row.text(1), sign: row.text(2), at: Instant(unixSeconds: row.int(3))))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// How far our messages on a ticket came, by message: deliveries stand under the source's id of a message.
  public func deliveries(ofTicket id: Int64) throws -> [Int64: Delivery] {
    let rows = try database.rows(
      """
      SELECT message.id, delivery.status, delivery.at, delivery.reason FROM message
      CROSS JOIN origin ON origin.row_id = message.id AND origin.kind = 'message'
      CROSS JOIN delivery ON delivery.source_id = origin.source_id AND message_key = origin.key
      WHERE ticket_id = ? AND (author = 'agent' OR author = 'bot')
      """, id
    ) { row in
      (
        row.int(0),
        Delivery(
          status: MessageChangeRecord.Delivery(rawValue: row.text(1)) ?? .sent,
          at: Instant(unixSeconds: row.int(2)), reason: row.optionalText(3))
      )
    }
    return Dictionary(rows) { $1 }
  }

  /// The channels of those messages of a ticket that came by another than its own, by message.
  public func otherChannels(ofTicket id: Int64) throws -> [Int64: Int64] {
    let rows = try database.rows(
      """
      SELECT message.id, conversation.channel_id FROM ticket
      CROSS JOIN message ON message.ticket_id = ticket.id
      CROSS JOIN conversation ON conversation.id = message.conversation_id
      WHERE ticket.id = ? AND conversation.channel_id <> ticket.channel_id
      """, id
    ) { ($0.int(0), $0.int(1)) }
    return Dictionary(rows) { $1 }
  }
}
