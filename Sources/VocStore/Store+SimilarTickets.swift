import SQLite
public import VocDomain

/// A customer's message on a ticket that is over.
public struct SolvedMessage: Sendable {
  public var ticketID: Int64
  public var body: String
}

/// Finding tickets about the same by words that few messages have.
extension Store {
  /// How many of the newest messages that came into the file have a word; nil where at most one message of all has it.
  public func recentUse(of word: String) throws -> Int? {
    let match = MessageSearch.Words.phrase(word, isBeginning: false).match
    let newest = try nextID("message") - 20_000
    let recent = try database.value(
      "SELECT count(*) FROM message_search WHERE message_search MATCH ? AND rowid > ?", match, newest)
    if let recent, recent > 1 { return Int(recent) }
    let known = try database.value(
      "SELECT count(*) FROM (SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT 2)", match)
    return known == 2 ? Int(recent ?? 0) : nil
  }

  /// Of the messages that came last into the file and say it, those of customers on other tickets that are over.
  public func solvedMessages(saying words: MessageSearch.Words, besides ticket: Int64) throws
    -> [SolvedMessage]
  {
    try database.rows(
      """
      SELECT ticket.id, message.body
      FROM (SELECT rowid AS found FROM message_search WHERE message_search MATCH ? ORDER BY rowid DESC LIMIT 400)
      CROSS JOIN message ON message.id = found
      CROSS JOIN ticket ON ticket.id = message.ticket_id
      WHERE message.author = 'customer' AND ticket.id <> ? AND ticket.status IN ('solved', 'closed')
      """, words.match, ticket
    ) { SolvedMessage(ticketID: $0.int(0), body: $0.text(1)) }
  }

  /// What we said last on a ticket, to the customer and in words.
  public func lastReply(onTicket id: Int64) throws -> String? {
    try database.rows(
      """
      SELECT body FROM message WHERE ticket_id = ? AND author = 'agent' AND is_public AND kind = 'message'
      ORDER BY at DESC, id DESC LIMIT 1
      """, id
    ) { $0.text(0) }.first
  }
}
