import SQLite
public import VocDomain

/// Kept texts, and the list of causes.
extension Store {
  private static func macro(_ row: Row) -> Macro {
    Macro(
      name: row.text(0), body: row.text(1), author: row.text(2), savedAt: Instant(unixSeconds: row.int(3)))
  }

  /// By name.
  public func macros() throws -> [Macro] {
    try database.rows(
      "SELECT name, body, author, saved_at FROM macro ORDER BY folded_name", element: Store.macro(_:))
  }

  public func macro(named name: String) throws -> Macro? {
    try database.row(
      "SELECT name, body, author, saved_at FROM macro WHERE folded_name = ?", Folding.folded(name),
      element: Store.macro(_:))
  }

  /// Takes the place of the macro of that name, if there is one.
  public func save(_ macro: Macro) throws {
    try database.execute(
      """
      INSERT INTO macro (id, name, folded_name, body, author, saved_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (folded_name) DO UPDATE SET name = excluded.name, body = excluded.body, author = excluded.author,
        saved_at = excluded.saved_at
      """, try nextID("macro"), macro.name, Folding.folded(macro.name), macro.body, macro.author,
      macro.savedAt.unixSeconds)
  }

  public func removeMacro(named name: String) throws {
    try database.execute("DELETE FROM macro WHERE folded_name = ?", Folding.folded(name))
  }

  /// The listed causes by name; empty where any text is one.
  public func causes() throws -> [String] {
    try database.rows("SELECT name FROM cause ORDER BY folded_name") { $0.text(0) }
  }

  public func insertCause(_ name: String) throws {
    try database.execute(
      "INSERT INTO cause (id, name, folded_name) VALUES (?, ?, ?)", try nextID("cause"), name,
      Folding.folded(name))
  }

  public func removeCause(_ name: String) throws {
    try database.execute("DELETE FROM cause WHERE folded_name = ?", Folding.folded(name))
  }

  /// How many solved tickets each cause had, as it is written on them; what was merged into another does not count.
  public func solvedTicketsByCause() throws -> [String: Int] {
    let rows = try database.rows(
      """
      SELECT cause, count(*) FROM ticket INDEXED BY ticket_cause
      WHERE cause IS NOT NULL AND merged_into_id IS NULL AND (status = 'solved' OR status = 'closed')
      GROUP BY cause
      """
    ) { ($0.text(0), Int($0.int(1))) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
