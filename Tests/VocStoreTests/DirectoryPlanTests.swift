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
  }

  @Test(arguments: [
    (ContactPoint.Kind.phone, "contact_point_match (match_key=?)"),
    (.email, "contact_point_value (kind=? AND value=?)"),
    (.bsuid, "contact_point_value (kind=? AND value=?)"),
    (.name, "contact_point_channel_value (channel_id=? AND kind=? AND value=?)"),
  ])
  func aContactPointIsFoundByOneLookup(kind: ContactPoint.Kind, index: String) throws {
    let plan = try store.plan {
      _ = try store.points(matching: ContactPoint(kind: kind, value: "1", raw: ""), onChannel: 1)
    }
    #expect(plan.first == "SEARCH contact_point USING INDEX \(index)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test func suggestionsWalkAnIndexOnce() throws {
    let plans: [(Store.SharedKey, String, String)] = [
      (.number, "contact_point USING COVERING INDEX contact_point_match", "match_key"),
      (.looseNumber, "contact_point USING COVERING INDEX contact_point_loose", "loose_key"),
      (.name, "customer USING COVERING INDEX customer_name_key", "name_key"),
    ]
    for (kind, index, key) in plans {
      let keys = try store.plan { _ = try store.sharedKeys(kind, after: "", limit: 9) }
      #expect(keys == ["SEARCH \(index) (\(key)>?)"], "\(keys)")
      let customers = try store.plan { _ = try store.customers(sharing: "", kind) }
      #expect(customers.first?.hasPrefix("SEARCH \(index) (\(key)=?") == true, "\(customers)")
    }
    let pairs = try store.plan { _ = try store.suggestedPairs(after: (0, 0), limit: 9) }
    #expect(
      pairs == ["SEARCH customer_suggestion USING PRIMARY KEY ((customer_id,other_id)>(?,?))"], "\(pairs)")
    for line in try store.plan({ _ = try store.wereToldApart(1, 2) }) where line.contains("customer_merge") {
      #expect(line.hasPrefix("SEARCH"), "\(line)")
    }
  }

  @Test func theTimelineReadsOnlyOneCustomersRows() throws {
    #expect(
      try store.plan { _ = try store.newestTickets(ofCustomer: 1, limit: 9) }.first
        == "SEARCH ticket USING INDEX ticket_customer (customer_id=?)")
    #expect(
      try store.plan { _ = try store.newestAnswers(ofCustomer: 1, limit: 9) }.first
        == "SEARCH answer USING INDEX answer_customer (customer_id=?)")
    let calls = try store.plan { _ = try store.newestCalls(ofCustomer: 1, limit: 9) }
    #expect(calls.first == "SEARCH ticket USING INDEX ticket_customer (customer_id=?)", "\(calls)")
    #expect(!calls.contains { $0.hasPrefix("SCAN") }, "\(calls)")
  }

  /// No statement of a merge or of its undoing goes through a whole table.
  @Test func mergesReadOnlyWhatTheyMove() throws {
    try store.database.executeScript(ConstraintTests.base)
    let known = Set(store.database.prepared.keys)
    try store.transaction {
      let other = try store.insertCustomer(name: "Ana", country: nil, at: Instant(unixSeconds: 0))
      let merge = CustomerMerge(
        id: 1, survivorID: 1, absorbedID: other, at: Instant(unixSeconds: 0), actor: "lucia", reason: nil)
      try store.merge(merge)
      try store.undo(merge, at: Instant(unixSeconds: 1), by: "lucia")
    }
    var checked = 0
    for sql in store.database.prepared.keys where !known.contains(sql) && !sql.contains("pragma_table_info") {
      checked += 1
      let plan = try store.plan(of: sql)
      let scans = plan.filter { step in
        step.hasPrefix("SCAN") && !["SCAN part", "SCAN CONSTANT ROW"].contains(step)
          && !step.hasPrefix("SCAN pragma_")
      }
      // Groups: their messages are where the customer may have written.
      let groups = "SCAN conversation USING COVERING INDEX conversation_subject"
      #expect(scans.allSatisfy { $0 == groups }, "\(sql) \(plan)")
    }
    #expect(checked > 20)
  }

  @Test func satisfactionReadsARangeOfCounters() throws {
    #expect(
      try store.plan { try store.answerCounts(.all, grain: .day, periods: 0...9) { _, _ in } }
        == ["SEARCH answer_count USING PRIMARY KEY (dimension=? AND grain=? AND period>? AND period<?)"])
    try store.transaction {}
    let known = Set(store.database.prepared.keys)
    try store.transaction {
      try store.add([
        AnswerCell(dimension: .all, grain: .day, period: 3, member: 0, survey: .nps, score: 9):
          AnswerCount(n: 1, commented: 0)
      ])
    }
    #expect(try store.answerDays() == 3...3)
    for sql in store.database.prepared.keys where sql.hasPrefix("SELECT m") && !known.contains(sql) {
      #expect(try store.plan(of: sql) == ["SEARCH answer_count USING PRIMARY KEY (dimension=? AND grain=?)"])
    }
  }
}
