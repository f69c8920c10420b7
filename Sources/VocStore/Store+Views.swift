import SQLite
public import VocDomain

extension Store {
  /// The saved views, by name.
  public func views() throws -> [SavedView] {
    try database.rows(
      "SELECT name, filter, actor, at FROM view ORDER BY folded_name", element: Store.view(_:))
  }

  /// By name, whatever its case and accents.
  public func view(named name: String) throws -> SavedView? {
    try database.row(
      "SELECT name, filter, actor, at FROM view WHERE folded_name = ?", Folding.folded(name),
      element: Store.view(_:))
  }

  /// Keeps a view in the place of the one of its name.
  public func save(_ view: SavedView) throws {
    try database.execute(
      """
      INSERT INTO view (id, name, folded_name, filter, actor, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (folded_name) DO UPDATE SET name = ?2, filter = ?4, actor = ?5, at = ?6
      """, try nextID("view"), view.name, Folding.folded(view.name), view.text, view.actor,
      view.at.unixSeconds)
  }

  public func removeView(named name: String) throws {
    try database.execute("DELETE FROM view WHERE folded_name = ?", Folding.folded(name))
  }

  private static func view(_ row: Row) -> SavedView {
    SavedView(
      name: row.text(0), text: row.text(1), actor: row.text(2), at: Instant(unixSeconds: row.int(3)))
  }
}
