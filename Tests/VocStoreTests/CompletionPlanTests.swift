import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// What Tab asks is found by seeks, however many tickets there are.
@Suite struct CompletionPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func aTagIsOneSeek() throws {
    #expect(
      try store.plan { _ = try store.tags(beginning: "v", limit: 50) }
        == ["SEARCH ticket_tag USING PRIMARY KEY (tag>?)"])
  }

  @Test func numbersAreRangesOfThePrimaryKey() throws {
    try store.database.executeScript(ConstraintTests.base)
    let plans = try store.plans { _ = try store.tickets(numberedFrom: 1, limit: 50) }
    let ranges = plans.flatMap { $0 }.filter { $0.hasPrefix("SEARCH ticket ") }
    #expect(ranges.contains("SEARCH ticket USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"), "\(plans)")
    #expect(!plans.flatMap { $0 }.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plans)")
  }

  @Test func eachTagComesOnceAndInOrder() throws {
    try store.database.executeScript(ConstraintTests.base)
    for tag in ["vip", "café", "vino"] { try store.addTag(tag, toTicket: 1) }
    #expect(try store.tags(beginning: "vi", limit: 50) == ["vino", "vip"])
    #expect(try store.tags(beginning: "", limit: 2) == ["café", "vino"])
    #expect(try store.tickets(numberedFrom: 1, limit: 5).map(\.id) == [1])
    #expect(try store.tickets(numberedFrom: .max / 2, limit: 5).map(\.id) == [])
    #expect(try store.tickets(numberedFrom: 0, limit: 5).map(\.id) == [])
  }
}

extension Store {
  /// The plans of all statements that `body` prepares.
  fileprivate func plans(_ body: () throws -> Void) throws -> [[String]] {
    let known = Set(database.prepared.keys)
    try body()
    return try database.prepared.keys.filter { !known.contains($0) && !$0.contains("max(id)") }.map {
      try plan(of: $0)
    }
  }
}
