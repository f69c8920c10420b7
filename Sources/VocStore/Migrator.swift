import Foundation
import SQLite
import VocDomain
import VocSchema

/// Brings a database to this binary's schema, or refuses it.
enum Migrator {
  static func migrate(_ database: Database) throws {
    // Another process may be writing the schema: what is read after isEmpty can only be newer than it.
    let isEmpty = try database.value("SELECT count(*) FROM sqlite_schema") == 0
    let applicationID = try database.value("PRAGMA application_id") ?? 0
    let version = try database.value("PRAGMA user_version") ?? 0
    if !isEmpty && applicationID != Schema.applicationID { throw VocError.foreignDatabase }
    if version == Schema.migrations.count { return }
    if version > Schema.migrations.count {
      let newest = try database.rows("SELECT name FROM migration ORDER BY name DESC LIMIT 1") { $0.text(0) }
      throw VocError.newerDatabase(migration: newest.first ?? "\(version)")
    }
    if isEmpty {
      try switchToWAL(database)
      // At once: the disk is waited for once, and whoever is killed here leaves an empty file.
      return try database.transaction {
        for index in Schema.migrations.indices { try apply(index, to: database) }
      }
    }
    for index in Schema.migrations.indices where index >= version {
      try database.transaction { try apply(index, to: database) }
    }
  }

  /// Kept in the file from here on; cannot change inside a transaction.
  ///
  /// The switch upgrades a lock, which fails at once, whatever the busy handler, while another process that
  /// found the file empty does the same.
  private static func switchToWAL(_ database: Database) throws {
    for _ in 1...500 {
      do {
        return try database.executeScript("PRAGMA journal_mode = WAL")
      } catch let error as SQLiteError where error.code == SQLiteError.busy {
        usleep(UInt32.random(in: 1_000...10_000))
      }
    }
    try database.executeScript("PRAGMA journal_mode = WAL")
  }

  /// Expects a transaction.
  private static func apply(_ index: Int, to database: Database) throws {
    // Another process may have been first.
    guard try database.value("PRAGMA user_version") ?? 0 == index else { return }
    if index == 0 {
      try database.executeScript(
        """
        PRAGMA application_id = \(Schema.applicationID);
        CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT;
        """)
    }
    try database.executeScript(Schema.migrations[index].sql)
    try database.execute("INSERT INTO migration (name) VALUES (?)", Schema.migrations[index].name)
    try database.executeScript("PRAGMA user_version = \(index + 1)")
  }
}
