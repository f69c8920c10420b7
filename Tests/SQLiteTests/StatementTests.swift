import SQLite
import Testing

@Suite struct StatementTests {
  /// Texts that are put together anew come to lie where others lay before.
  @Test func statementsAreKnownByTheirTextsWhereverTheyLie() throws {
    let database = try Database(path: ":memory:")
    for round in 0..<3 {
      for number in 0..<1_500 {
        #expect(
          try database.value("SELECT \(number % 50) + \(round) -- as long as others, but another")
            == Int64(number % 50 + round))
        #expect(try database.value("SELECT \(number % 9)") == Int64(number % 9))
        #expect(try database.value("SELECT 7") == 7)
      }
    }
  }
}
