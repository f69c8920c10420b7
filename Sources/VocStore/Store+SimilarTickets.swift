import SQLite
public import VocDomain

/// A customer's message on a ticket that is over.
public struct SolvedMessage: Sendable {
  public var ticketID: Int64
  public var body: String
}

/// Finding tickets about the same by words that few messages have.
extension Store {
  /// The number of the message that came last into the file; 0 where there is none.
  public func newestMessageID() throws -> Int64 { try database.value("SELECT max(id) FROM message") ?? 0 }

  /// How many messages behind this number have a word; nil where at most one message of all has it.
  public func use(of word: String, behind number: Int64) throws -> Int? {
    let match = MessageSearch.Words.phrase(word, isBeginning: false).match
    let recent = try database.value(
      "SELECT count(*) FROM message_search WHERE message_search MATCH ? AND rowid > ?", match, number)
    if let recent, recent > 1 { return Int(recent) }
    let known = try database.value(
      "SELECT count(*) FROM (SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT 2)", match)
    return known == 2 ? Int(recent ?? 0) : nil
  }

  /// Of the messages behind a number that say it, the last 400: those of customers on other tickets that are over.
  public func solvedMessages(
    saying words: MessageSearch.Words, behind number: Int64, besides ticket: Int64
  ) throws -> [SolvedMessage] {
    try database.rows(
      """
      SELECT ticket.id, message.body
      FROM (SELECT rowid AS found FROM message_search
        WHERE message_search MATCH ? AND rowid > ? ORDER BY rowid DESC LIMIT 400)
      CROSS JOIN message ON message.id = found
      CROSS JOIN ticket ON ticket.id = message.ticket_id
      WHERE message.author = 'customer' AND ticket.id <> ? AND ticket.status IN ('solved', 'closed')
      """, words.match, number, ticket
    ) { SolvedMessage(ticketID: $0.int(0), body: $0.text(1)) }
  }

  /// What we said last on a ticket, to the customer and in words: the last `limit`, the newest first.
  public func lastReplies(onTicket id: Int64, limit: Int) throws -> [String] {
    try database.rows(
      """
      SELECT body FROM message WHERE ticket_id = ? AND author = 'agent' AND is_public AND kind = 'message'
      ORDER BY at DESC, id DESC LIMIT ?
      """, id, limit
    ) { $0.text(0) }
  }
}
