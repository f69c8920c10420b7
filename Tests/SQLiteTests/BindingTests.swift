import SQLite
import Testing

@Suite struct BindingTests {
  let database: Database

  init() throws { database = try Database(path: ":memory:") }

  @Test(arguments: ["", "a", "ñandú", "a😀b", "👩‍👩‍👧 e\u{301}", "'; DROP TABLE t; --", "tab\tnew\nline"])
  func textComesBackAsItWent(text: String) throws {
    #expect(try database.row("SELECT ?", text) { $0.text(0) } == text)
    #expect(try database.row("SELECT typeof(?)", text) { $0.text(0) } == "text")
    #expect(try database.value("SELECT length(CAST(? AS BLOB))", text) == Int64(text.utf8.count))
    #expect(try database.row("SELECT ?", text) { $0.optionalText(0) } == text)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 1 << 53 + 1, .max])
  func integersComeBackAsTheyWent(number: Int64) throws {
    #expect(try database.value("SELECT ?", number) == number)
    #expect(try database.value("SELECT ?", Int(number)) == number)
    #expect(try database.row("SELECT typeof(?)", number) { $0.text(0) } == "integer")
    #expect(try database.row("SELECT ?", number) { $0.optionalInt(0) } == number)
  }

  @Test(arguments: [0.0, -0.5, 1e300, .leastNonzeroMagnitude, .infinity])
  func doublesComeBackAsTheyWent(number: Double) throws {
    #expect(try database.row("SELECT ?", number) { $0.double(0) } == number)
    #expect(try database.row("SELECT typeof(?)", number) { $0.text(0) } == "real")
  }

  @Test(arguments: [true, false])
  func boolsAreOneAndZero(flag: Bool) throws {
    #expect(try database.row("SELECT ?", flag) { $0.bool(0) } == flag)
    #expect(try database.value("SELECT ?", flag) == (flag ? 1 : 0))
  }

  @Test func nilIsNull() throws {
    let text: String? = nil
    #expect(try database.row("SELECT ?", text) { $0.isNull(0) } == true)
    #expect(try database.row("SELECT ?", text) { $0.text(0) } == "")
    #expect(try database.rows("SELECT ?", text) { $0.optionalText(0) } == [nil])
    #expect(try database.rows("SELECT ?", text) { $0.optionalInt(0) } == [nil])
    #expect(try database.value("SELECT ?", text) == nil)
    #expect(try database.row("SELECT 1 WHERE 0") { $0.int(0) } == nil)
  }

  @Test func aStatementForgetsWhatWasBoundBefore() throws {
    #expect(try database.row("SELECT ?", "first") { $0.text(0) } == "first")
    #expect(try database.row("SELECT ?", nil as String?) { $0.isNull(0) } == true)
  }

  @Test func changesCountsTheRowsOfTheLastStatement() throws {
    try database.executeScript("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
    try database.execute("UPDATE t SET a = a + 1 WHERE a > ?", 1)
    #expect(database.changes == 2)
    try database.execute("UPDATE t SET a = 0 WHERE a > 99")
    #expect(database.changes == 0)
  }
}
