import SQLite
import VocDomain

/// Finding tickets about the same by words that few messages have.
extension Store {
  /// The number of the message that came last into the file; 0 where there is none.
  public func newestMessageID() throws -> Int64 { try database.value("SELECT max(id) FROM message") ?? 0 }

  /// The numbers of the messages behind one that have a word.
  public func messages(saying word: String, behind number: Int64) throws -> [Int64] {
    try database.rows(
      "SELECT rowid FROM message_search WHERE message_search MATCH ? AND rowid > ?",
      MessageSearch.Words.phrase(word, isBeginning: false).match, number
    ) { $0.int(0) }
  }

  /// Of these messages those of customers on other tickets that are over, with their ticket.
  public func solvedTickets(
    ofMessages ids: [Int64], besides ticket: Int64
  ) throws -> [(message: Int64, ticket: Int64)] {
    try database.rows(
      """
      SELECT message.id, ticket.id FROM json_each(?) CROSS JOIN message ON message.id = json_each.value
      CROSS JOIN ticket ON ticket.id = message.ticket_id
      WHERE message.author = 'customer' AND ticket.id <> ? AND ticket.status IN ('solved', 'closed')
      """, Store.list(ids), ticket
    ) { ($0.int(0), $0.int(1)) }
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
