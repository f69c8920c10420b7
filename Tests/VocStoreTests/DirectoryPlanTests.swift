import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// How SQLite runs the queries of customers and reports.
@Suite struct DirectoryPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func customersAreReadInTheOrderOfTheirNames() throws {
    let plan = try store.plan { _ = try store.customers(prefix: "an", limit: 50) }
    #expect(
      plan.first == "SEARCH customer USING INDEX customer_folded_name (folded_name>? AND folded_name<?)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
    #expect(
      try store.plan {
        _ = try store.customerID(of: ContactPoint(kind: .phone, value: "1", raw: ""), onChannel: 1)
      }
        == ["SEARCH contact_point USING INDEX contact_point_value (kind=? AND value=?)"])
    #expect(
      try store.plan {
        _ = try store.customerID(of: ContactPoint(kind: .name, value: "1", raw: ""), onChannel: 1)
      }
        == [
          "SEARCH contact_point USING INDEX contact_point_channel_value (channel_id=? AND kind=? AND value=?)"
        ])
  }

  @Test func satisfactionReadsARangeOfCounters() throws {
    #expect(
      try store.plan { try store.answerCounts(.all, grain: .day, periods: 0...9) { _, _ in } }
        == ["SEARCH answer_count USING PRIMARY KEY (dimension=? AND grain=? AND period>? AND period<?)"])
    let known = Set(store.database.prepared.keys)
    try store.transaction {
      try store.add([
        AnswerCell(dimension: .all, grain: .day, period: 3, member: 0, survey: .nps, score: 9): 1
      ])
    }
    #expect(try store.answerDays() == 3...3)
    for sql in store.database.prepared.keys where sql.hasPrefix("SELECT m") && !known.contains(sql) {
      #expect(try store.plan(of: sql) == ["SEARCH answer_count USING PRIMARY KEY (dimension=? AND grain=?)"])
    }
  }
}
