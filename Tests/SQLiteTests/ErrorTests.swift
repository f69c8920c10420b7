import SQLite
import Testing
import VocTesting

@Suite struct ErrorTests {
  let database: Database

  init() throws {
    database = try Database(path: ":memory:")
    try database.executeScript("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL UNIQUE) STRICT")
  }

  private func error(_ body: () throws -> Void) -> SQLiteError? {
    do { try body() } catch { return error as? SQLiteError }
    return nil
  }

  @Test func anErrorCarriesCodeMessageAndSQL() throws {
    let insert = "INSERT INTO t (a, b) VALUES (?, ?)"
    try database.execute(insert, 1, "x")
    let unique = try #require(error { try database.execute(insert, 2, "x") })
    #expect(unique.code == SQLiteError.constraint)
    #expect(unique.extendedCode == 2067, "SQLITE_CONSTRAINT_UNIQUE")
    #expect(unique.message == "UNIQUE constraint failed: t.b")
    #expect(unique.sql == insert)
    #expect(unique.description == "SQLite 2067: UNIQUE constraint failed: t.b")
    let syntax = try #require(error { try database.execute("SELEKT 1") })
    #expect(syntax.code == 1)
    #expect(syntax.message.contains("SELEKT"))
    #expect(syntax.sql == "SELEKT 1")
    let script = try #require(error { try database.executeScript("DELETE FROM nowhere") })
    #expect(script.message == "no such table: nowhere")
    #expect(script.sql == "DELETE FROM nowhere")
  }

  @Test func aFileThatIsNotThereCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    let error = try #require(error { _ = try Database(path: folder["none.db"]) })
    #expect(error.code == SQLiteError.cannotOpen)
    #expect(folder.contents.isEmpty)
  }

  @Test func aStatementServesAgainAfterAnError() throws {
    let insert = "INSERT INTO t (a, b) VALUES (?, ?)"
    try database.execute(insert, 1, "x")
    #expect(error { try database.execute(insert, 1, "y") }?.extendedCode == 1555)
    #expect(error { try database.execute(insert, 2, nil as String?) }?.code == SQLiteError.constraint)
    try database.execute(insert, 2, "y")
    #expect(try database.rows("SELECT b FROM t ORDER BY a") { $0.text(0) } == ["x", "y"])
  }

  @Test func aStatementServesAgainAfterTheReaderThrew() throws {
    struct Enough: Error {}
    try database.executeScript("INSERT INTO t VALUES (1, 'x'), (2, 'y')")
    let select = "SELECT b FROM t ORDER BY a"
    #expect(throws: Enough.self) { try database.rows(select) { _ in throw Enough() } }
    #expect(try database.rows(select) { $0.text(0) } == ["x", "y"])
    // A statement left half read would keep the table from being dropped.
    try database.executeScript("DROP TABLE t")
  }
}
