import SQLite
import VocDomain

/// The names of competitors, which texts are searched for.
extension Store {
  /// In the order of their folded names.
  public func competitors() throws -> [String] {
    try database.rows("SELECT name FROM competitor ORDER BY folded_name") { $0.text(0) }
  }

  /// False where it is there already, in whatever spelling.
  public func addCompetitor(_ name: String) throws -> Bool {
    try database.execute(
      "INSERT OR IGNORE INTO competitor (folded_name, name) VALUES (?, ?)", Folding.folded(name), name)
    return database.changes == 1
  }

  /// False where it is not there.
  public func removeCompetitor(_ name: String) throws -> Bool {
    try database.execute("DELETE FROM competitor WHERE folded_name = ?", Folding.folded(name))
    return database.changes == 1
  }
}
