public import SQLite

/// The contents of a database as text, to compare.
public enum Dump {
  /// Every row of every table, sorted, but for the tables whose name starts with one of `tables` and for some
  /// columns. The shadow tables of the search index are left out: the same index may be cut up differently.
  public static func lines(
    _ database: Database, without tables: [String] = ["import_"], columns: Set<String> = []
  ) throws -> [String] {
    let names = try database.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ) { $0.text(0) }
    var lines: [String] = []
    for name in names where !name.hasPrefix("message_search") && !tables.contains(where: name.hasPrefix) {
      let kept = try database.rows("SELECT name FROM pragma_table_info(?)", name) { $0.text(0) }
        .filter { !columns.contains($0) }
      if kept.isEmpty { continue }
      let row = kept.map { "'\($0)=' || quote(\($0))" }.joined(separator: " || ' ' || ")
      lines += try database.rows("SELECT '\(name): ' || \(row) FROM \(name) ORDER BY 1") { $0.text(0) }
    }
    return lines
  }

  public static func lines(
    path: String, without tables: [String] = ["import_"], columns: Set<String> = []
  ) throws -> [String] {
    try lines(try Database(path: path), without: tables, columns: columns)
  }

  /// What SQLite finds wrong with the file, its references and its search index; empty when all is well.
  public static func faults(_ database: Database) throws -> [String] {
    var faults = try database.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    faults += try database.rows("PRAGMA foreign_key_check") { "\($0.text(0)) row \($0.int(1))" }
    try database.execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)")
    return faults
  }
}
