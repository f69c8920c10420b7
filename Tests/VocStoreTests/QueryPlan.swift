import Testing

@testable import SQLite
@testable import VocStore

extension Store {
  /// The plan of the one statement that `body` prepares, a line each.
  func plan(_ body: () throws -> Void) throws -> [String] {
    let known = Set(database.prepared.keys)
    try body()
    let sql = try #require(database.prepared.keys.first { !known.contains($0) })
    return try plan(of: sql)
  }

  func plan(of sql: String) throws -> [String] {
    let count = (1...9).last { sql.contains("?\($0)") } ?? sql.count { $0 == "?" }
    let nothing = Array(repeating: nil as (any Bindable)?, count: count)
    return try database.rows("EXPLAIN QUERY PLAN " + sql, nothing) { $0.text(3) }
  }
}
