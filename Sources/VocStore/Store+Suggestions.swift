import SQLite
public import VocDomain

/// Customers that may be one person. Each query walks one index once, a page at a time.
extension Store {
  /// What several customers share.
  public enum SharedKey: Sendable {
    case number, looseNumber, name
  }

  /// Notes that one record named both; known already, nothing changes.
  public func suggest(_ one: Int64, _ other: Int64, at now: Instant) throws {
    try database.execute(
      "INSERT OR IGNORE INTO customer_suggestion (customer_id, other_id, at, batch_id) VALUES (?, ?, ?, ?)",
      min(one, other), max(one, other), now.unixSeconds, batchID)
  }

  /// The pairs of customers that one record named, as numbered then.
  public func suggestedPairs(after pair: (Int64, Int64), limit: Int) throws -> [(Int64, Int64)] {
    try database.rows(
      """
      SELECT customer_id, other_id FROM customer_suggestion WHERE (customer_id, other_id) > (?, ?)
      ORDER BY customer_id, other_id LIMIT ?
      """, pair.0, pair.1, limit
    ) { ($0.int(0), $0.int(1)) }
  }

  /// The keys of more than one customer, in their order.
  public func sharedKeys(_ kind: SharedKey, after key: String, limit: Int) throws -> [String] {
    let sql =
      switch kind {
      case .number:
        """
        SELECT match_key FROM contact_point WHERE match_key > ?
        GROUP BY match_key HAVING min(customer_id) <> max(customer_id) ORDER BY match_key LIMIT ?
        """
      case .looseNumber:
        """
        SELECT loose_key FROM contact_point WHERE loose_key > ?
        GROUP BY loose_key HAVING min(customer_id) <> max(customer_id) ORDER BY loose_key LIMIT ?
        """
      case .name:
        """
        SELECT name_key FROM customer WHERE name_key > ? AND merged_into IS NULL
        GROUP BY name_key HAVING count(*) > 1 ORDER BY name_key LIMIT ?
        """
      }
    return try database.rows(sql, key, limit) { $0.text(0) }
  }

  /// Who has this key, by number; some of them where they are many.
  public func customers(sharing key: String, _ kind: SharedKey) throws -> [Int64] {
    let sql =
      switch kind {
      case .number:
        "SELECT DISTINCT customer_id FROM contact_point WHERE match_key = ? ORDER BY customer_id LIMIT 50"
      case .looseNumber:
        "SELECT DISTINCT customer_id FROM contact_point WHERE loose_key = ? ORDER BY customer_id LIMIT 50"
      case .name: "SELECT id FROM customer WHERE name_key = ? AND merged_into IS NULL ORDER BY id LIMIT 50"
      }
    return try database.rows(sql, key) { $0.int(0) }
  }
}
