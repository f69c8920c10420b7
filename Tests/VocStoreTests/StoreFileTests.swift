import Foundation
import SQLite
import Testing
import VocDomain
import VocSchema
import VocTesting

@testable import VocStore

/// The database file: how it is made, and what is refused.
@Suite struct StoreFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String) throws {
    let store = try Store(path: folder[name], for: .writing)
    try store.transaction { try store.setSetting("zone", to: "America/Bogota") }
  }

  @Test func aNewDatabaseIsItsOwnersOnly() throws {
    let store = try Store(path: folder["voc.db"], for: .writing)
    #expect(store.isNew)
    try store.transaction { try store.setSetting("zone", to: "America/Bogota") }
    #expect(folder.contents == ["voc.db", "voc.db-shm", "voc.db-wal"])
    for name in folder.contents { #expect(try folder.mode(name) == 0o600, "\(name)") }
  }

  @Test func itsFolderIsMadeForTheOwnerOnly() throws {
    let store = try Store(path: folder["a/b/voc.db"], for: .writing)
    #expect(store.isNew)
    #expect(try folder.mode("a") == 0o700)
    #expect(try folder.mode("a/b") == 0o700)
  }

  @Test func aNewDatabaseSaysWhatItIs() throws {
    try write("voc.db")
    let database = try Database(path: folder["voc.db"])
    #expect(try database.value("PRAGMA application_id") == Schema.applicationID)
    #expect(try database.value("PRAGMA user_version") == Int64(Schema.migrations.count))
    #expect(try database.row("PRAGMA journal_mode") { $0.text(0) } == "wal")
    #expect(
      try database.rows("SELECT name FROM migration ORDER BY name") { $0.text(0) }
        == Schema.migrations.map(\.name))
    #expect(try Dump.faults(database) == [])
  }

  @Test func openingAgainMakesNothing() throws {
    try write("voc.db")
    let store = try Store(path: folder["voc.db"], for: .writing)
    #expect(!store.isNew)
    #expect(try store.setting("zone") == "America/Bogota")
  }

  @Test func readingAFileThatIsNotThereCreatesNothing() throws {
    let store = try Store(path: folder["a/voc.db"], for: .reading)
    #expect(!store.isNew)
    #expect(try store.channels().isEmpty)
    #expect(folder.contents.isEmpty)
  }

  /// What a run leaves that was killed between making the file and writing the schema.
  @Test func anEmptyFileReadsAsAnEmptyDatabaseAndBecomesOneWhenWritten() throws {
    try folder.write([], to: "voc.db")
    #expect(try Store(path: folder["voc.db"], for: .reading).channels().isEmpty)
    #expect(try folder.bytes("voc.db").isEmpty)
    try write("voc.db")
    let database = try Database(path: folder["voc.db"])
    #expect(try database.row("PRAGMA journal_mode") { $0.text(0) } == "wal")
    #expect(try database.value("PRAGMA user_version") == Int64(Schema.migrations.count))
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var isRight: @Sendable (any Error) -> Bool
    /// Makes the file at the path; a voc database stands there before.
    var make: @Sendable (String) throws -> Void
  }

  static let refused: [Refused] = [
    Refused(testDescription: "another application's database") {
      $0 as? VocError == .foreignDatabase
    } make: {
      try FileManager.default.removeItem(atPath: $0)
      try Data().write(to: URL(fileURLWithPath: $0))
      try Database(path: $0).executeScript("CREATE TABLE customer (id INTEGER); PRAGMA user_version = 1")
    },
    Refused(testDescription: "a newer voc's database") {
      $0 as? VocError == .newerDatabase(migration: "9999-later")
    } make: {
      try Database(path: $0).executeScript(
        """
        INSERT INTO migration (name) VALUES ('9999-later');
        PRAGMA user_version = \(Schema.migrations.count + 1)
        """)
    },
    Refused(testDescription: "no database") {
      ($0 as? SQLiteError)?.code == SQLiteError.notADatabase
    } make: {
      try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: $0))
    },
    Refused(testDescription: "a short text") {
      ($0 as? SQLiteError)?.code == SQLiteError.notADatabase
    } make: {
      try Data("hola\n".utf8).write(to: URL(fileURLWithPath: $0))
    },
    Refused(testDescription: "a truncated file") {
      ($0 as? SQLiteError)?.code == SQLiteError.corrupt
    } make: {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: $0))
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: $0))
    },
    Refused(testDescription: "a damaged first page") {
      ($0 as? SQLiteError)?.code == SQLiteError.corrupt
    } make: {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: $0))
      bytes.replaceSubrange(100..<4096, with: repeatElement(0x5A, count: 3996))
      try bytes.write(to: URL(fileURLWithPath: $0))
    },
  ]

  @Test(arguments: refused, [Store.Purpose.reading, .writing])
  func isRefusedAndLeftAsItWas(refused: Refused, purpose: Store.Purpose) throws {
    try write("voc.db")
    try refused.make(folder["voc.db"])
    let before = try folder.bytes("voc.db")
    var error: (any Error)?
    do { _ = try Store(path: folder["voc.db"], for: purpose) } catch let thrown { error = thrown }
    #expect(error.map(refused.isRight) == true, "\(String(describing: error))")
    #expect(try folder.bytes("voc.db") == before)
    #expect(folder.contents == ["voc.db"])
  }

  @Test(arguments: [
    (DatabaseFile(isWritable: true, folderIsWritable: false, isInUse: false), Database.Access.readWrite),
    (DatabaseFile(isWritable: false, folderIsWritable: true, isInUse: false), .readOnly),
    (DatabaseFile(isWritable: false, folderIsWritable: false, isInUse: true), .readOnly),
    (DatabaseFile(isWritable: false, folderIsWritable: false, isInUse: false), .immutable),
  ])
  func whatNobodyMayWriteIsReadAsItStands(file: DatabaseFile, access: Database.Access) {
    #expect(file.access == access)
  }

  @Test func aLogOrAnOpenDatabaseIsInUse() throws {
    try write("voc.db")
    #expect(!DatabaseFile(folder["voc.db"]).isInUse)
    try folder.write("", to: "voc.db-wal")
    #expect(!DatabaseFile(folder["voc.db"]).isInUse)
    try folder.write("x", to: "voc.db-wal")
    #expect(DatabaseFile(folder["voc.db"]).isInUse)
    try FileManager.default.removeItem(atPath: folder["voc.db-wal"])
    let store = try Store(path: folder["voc.db"], for: .writing)
    #expect(DatabaseFile(folder["voc.db"]).isInUse)
    withExtendedLifetime(store) {}
  }

  /// Its name needs escaping in a URI; beside it nothing is made.
  @Test func anImmutableDatabaseIsReadWithoutFilesBesideIt() throws {
    let name = "año 50% #1?immutable=0&x.db"
    try write(name)
    let database = try Database(path: folder[name], access: .immutable)
    let zone = try database.row("SELECT value FROM setting WHERE name = 'zone'") { $0.text(0) }
    #expect(zone == "America/Bogota")
    #expect(folder.contents == [name])
    #expect(throws: SQLiteError.self) { try database.execute("DELETE FROM setting") }
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    try folder.write("", to: "file")
    #expect(throws: VocError.self) { try Store(path: folder["file/sub/voc.db"], for: .writing) }
  }
}

@Suite struct SchemaTests {
  @Test func everyMigrationOfTheFolderIsInTheListInOrder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("schema/migrations")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".sql")
    }
    .sorted()
    #expect(files == Schema.migrations.map { $0.name + ".sql" })
    for (file, migration) in zip(files, Schema.migrations) {
      #expect(try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8) == migration.sql)
    }
  }

  /// Prose above every table, and columns declared so that another engine could keep them.
  @Test func everyTableIsStrictAndSaysWhatItKeeps() throws {
    for (name, sql) in Schema.migrations {
      let lines = sql.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.hasPrefix("CREATE TABLE ") {
        #expect(index > 0 && lines[index - 1].hasPrefix("-- "), "\(name): \(line)")
        let end = lines[index...].first { $0.hasPrefix(")") } ?? ""
        #expect(end.hasPrefix(") STRICT"), "\(name): \(line)")
      }
    }
  }
}
