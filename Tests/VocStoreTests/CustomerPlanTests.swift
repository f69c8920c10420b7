import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// The report on customers reads each table once, whoever they are.
@Suite struct CustomerPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func scoresComeFromTheIndexAloneInItsOrder() throws {
    #expect(
      try store.plan { try store.eachScore { _, _, _, _, _ in } }
        == ["SEARCH answer USING COVERING INDEX answer_customer (customer_id>?)"])
  }

  @Test func tablesAreReadInOnePass() throws {
    #expect(try store.plan { try store.eachCustomer { _, _, _ in } } == ["SCAN customer"])
    #expect(
      try store.plan { try store.eachMeasuredContact { _ in } } == ["SCAN ticket_measure"])
    #expect(
      try store.plan { try store.eachUnmeasuredContact { _ in } }
        == [
          "SCAN ticket_unmeasured",

          "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)",
          "CORRELATED SCALAR SUBQUERY 1",
          "SEARCH own_ticket USING INTEGER PRIMARY KEY (rowid=?)",
        ])
    #expect(
      try store.plan { try store.eachCustomerValue { _, _ in } }
        == ["SCAN customer_value", "SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"])
  }

  @Test func overdueTicketsAreReadWithTheirCustomers() throws {
    #expect(
      try store.plan { try store.eachOverdueTicket(at: Instant(unixSeconds: 0)) { _ in } }
        == ["SCAN ticket_sla", "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)"])
  }

  @Test func anAnswerLikeAnotherIsSoughtAmongTheCustomers() throws {
    var answer = Answer(survey: .csat, score: 5, at: Instant(unixSeconds: 0))
    answer.customerID = 1
    let day = Instant(unixSeconds: 0)..<Instant(unixSeconds: 86_400)
    let plan = try store.plan { _ = try store.hasAnswer(like: answer, within: day) }
    #expect(
      plan.contains(
        "SEARCH answer USING INDEX answer_customer (customer_id=? AND survey=? AND at>? AND at<?)"), "\(plan)"
    )
  }

  @Test func nobodiesAreASeekAChannel() throws {
    #expect(
      try store.plan { _ = try store.nobodies() } == [
        "SCAN channel USING COVERING INDEX sqlite_autoindex_channel_1",
        "SEARCH contact_point USING INDEX contact_point_channel_value (channel_id=? AND kind=? AND value=?)",
      ])
  }

  @Test func amountsAreChecked() throws {
    try store.database.executeScript(ConstraintTests.base)
    for amount in [-1, Double.infinity, .nan, 1e15] {
      #expect(throws: SQLiteError.self) {
        try store.setValue(amount, ofCustomer: 1, at: Instant(unixSeconds: 0), by: "ana")
      }
    }
    try store.setValue(5, ofCustomer: 1, at: Instant(unixSeconds: 0), by: "ana")
    try store.setValue(7.5, ofCustomer: 1, at: Instant(unixSeconds: 9), by: "ana")
    #expect(try store.value(ofCustomer: 1) == 7.5)
    try store.removeValue(ofCustomer: 1)
    #expect(try store.value(ofCustomer: 1) == nil)
  }
}
