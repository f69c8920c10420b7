import SQLite

/// The full-text index over what was said, and what else a search for the newest needs; kept in the transaction that
/// writes the messages.
extension Store {
  /// How many message numbers share a row of `message_search_span`.
  static let spanLength: Int64 = 8192

  /// Adds the messages from this number on.
  ///
  /// Those without text too: FTS5's integrity check takes a row that it does not know for damage.
  public func indexMessages(from id: Int64) throws {
    try database.execute(
      "INSERT INTO message_search (rowid, body) SELECT id, body FROM message WHERE id >= ?", id)
    try keepSpans(from: id, to: Int64.max)
  }

  /// Writes the index anew from all messages: for many at once faster than one by one.
  public func rebuildSearch() throws {
    try database.execute("INSERT INTO message_search (message_search) VALUES ('rebuild')")
    try keepSpans(from: 0, to: Int64.max)
  }

  func addToSearch(message id: Int64) throws {
    try database.execute(
      "INSERT INTO message_search (rowid, body) SELECT id, body FROM message WHERE id = ?", id)
    try keepSpans(from: id, to: id)
  }

  /// An external-content index must be told what it forgets
  /// (https://www.sqlite.org/fts5.html#the_delete_command).
  func removeFromSearch(message id: Int64) throws {
    try database.execute(
      "INSERT INTO message_search (message_search, rowid, body) SELECT 'delete', id, body FROM message WHERE id = ?",
      id)
  }

  /// What is deleted later leaves the bound where it was: it is a bound, not the newest one.
  private func keepSpans(from first: Int64, to last: Int64) throws {
    try database.execute(
      """
      INSERT INTO message_search_span (span, newest_at)
      SELECT id / \(Store.spanLength), max(at) FROM message WHERE id BETWEEN ? AND ? GROUP BY 1
      ON CONFLICT (span) DO UPDATE SET newest_at = max(newest_at, excluded.newest_at)
      """, first, last)
  }

  /// Merges some of the index's segments, about 50 ms of work at ten million messages, so that imports leave few
  /// (https://www.sqlite.org/fts5.html#the_merge_command).
  public func mergeSearchIndex() throws {
    try database.execute("INSERT INTO message_search (message_search, rank) VALUES ('merge', 500)")
  }

  /// Compares the index with the messages (https://www.sqlite.org/fts5.html#the_integrity_check_command).
  public func searchIndexIsSound() throws -> Bool {
    do {
      try database.execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)")
    } catch let error as SQLiteError where error.code == SQLiteError.corrupt {
      return false
    }
    return try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM message LEFT JOIN message_search_span ON span = message.id / \(Store.spanLength)
        WHERE newest_at IS NULL OR at > newest_at)
      """) == 0
  }
}
