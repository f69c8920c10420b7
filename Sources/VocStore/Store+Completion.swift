import SQLite
public import VocDomain

/// What a shell proposes while somebody types: a few rows, each found through an index.
extension Store {
  /// Tags that begin so: one seek a tag, however many tickets carry it.
  public func tags(beginning prefix: String, limit: Int) throws -> [String] {
    var tags: [String] = []
    var next = try tag("SELECT tag FROM ticket_tag WHERE tag >= ? ORDER BY tag LIMIT 1", prefix)
    while let tag = next, tag.hasPrefix(prefix), tags.count < limit {
      tags.append(tag)
      next = try self.tag("SELECT tag FROM ticket_tag WHERE tag > ? ORDER BY tag LIMIT 1", tag)
    }
    return tags
  }

  private func tag(_ sql: String, _ bound: String) throws -> String? {
    try database.row(sql, bound) { $0.text(0) }
  }

  /// Tickets whose number has these digits in front, the newest first: one range for each length of number.
  public func tickets(numberedFrom digits: Int64, limit: Int) throws -> [NumberedTicket] {
    guard digits > 0, let newest = try database.value("SELECT max(id) FROM ticket") else { return [] }
    var ranges: [ClosedRange<Int64>] = []
    var (low, high) = (digits, digits)
    while low <= newest {
      ranges.append(low...high)
      if high > Int64.max / 100 { break }
      (low, high) = (low * 10, high * 10 + 9)
    }
    var found: [NumberedTicket] = []
    for range in ranges.reversed() where found.count < limit {
      found += try database.rows(
        """
        SELECT ticket.id, ticket.subject, customer.name
        FROM ticket JOIN customer ON customer.id = ticket.customer_id
        WHERE ticket.id BETWEEN ? AND ? ORDER BY ticket.id DESC LIMIT ?
        """, range.lowerBound, range.upperBound, limit - found.count
      ) { NumberedTicket(id: $0.int(0), subject: $0.text(1), customer: $0.text(2)) }
    }
    return found
  }
}
