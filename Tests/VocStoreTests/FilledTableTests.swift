import Testing

@testable import SQLite
@testable import VocStore

/// Rows that imports write by the million.
@Suite struct FilledTableTests {
  /// SQLite builds one for each IN of three values or more in a CHECK or in the condition of an index, for every row.
  @Test(arguments: FilledTable.allCases)
  func writingARowBuildsNoTemporaryTable(_ table: FilledTable) throws {
    let store = try Store()
    let steps = try store.database.rows(
      "EXPLAIN " + table.insertion, Array(repeating: nil, count: table.insertion.filter { $0 == "?" }.count)
    ) { $0.text(1) }
    #expect(steps.contains("Insert"))
    #expect(!steps.contains("OpenEphemeral"))
  }
}
