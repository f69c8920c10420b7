import SQLite

/// What proves the database sound.
extension Store {
  /// What SQLite finds wrong with its file, and each row that refers to one that is not there.
  public func integrityProblems() throws -> [String] {
    let damage = try database.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    return try damage
      + database.rows("PRAGMA foreign_key_check") { "\($0.text(0)) \($0.int(1)) \($0.text(2))" }
  }

  /// Compares the full-text index with the messages (https://www.sqlite.org/fts5.html#the_integrity_check_command).
  public func searchIndexIsSound() throws -> Bool {
    do {
      try database.execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)")
      return true
    } catch let error as SQLiteError where error.code == SQLiteError.corrupt {
      return false
    }
  }

  /// How many tickets say the wrong time since when their customer waits.
  public func wrongWaitingTimes() throws -> Int {
    var wrong = 0
    try database.statement("SELECT id, status, waiting_since FROM ticket").run([]) { row in
      let isUnsolved = row.text(1) != "solved" && row.text(1) != "closed"
      let expected = isUnsolved ? try waitingSince(ticket: row.int(0))?.unixSeconds : nil
      if expected != row.optionalInt(2) { wrong += 1 }
    }
    return wrong
  }
}
