import Testing
import VocDomain

@testable import VocDesk

/// The same answer told twice is refused; whatever differs in anything is another.
@Suite struct SameAnswerTests {
  @Test func anotherCustomerTicketDayOrScoreIsAnother() throws {
    let centre = try Centre()
    let tickets = try (0..<2).map { _ in try centre.create(customer: "Ana Mora") }
    let desk = try centre.desk("Lucia")
    _ = try centre.create(customer: "Luis Vega")
    func answer(_ change: (inout Desk.NewAnswer) -> Void = { _ in }) throws {
      var new = Desk.NewAnswer(survey: .csat, score: 5)
      new.customer = "Ana Mora"
      change(&new)
      _ = try desk.record(new)
    }
    try answer()
    let today = try desk.today()
    let same = VocError.sameAnswer(.csat, 5, on: today, ticket: nil)
    #expect(throws: same) { try answer() }
    try answer { $0.score = 4 }
    try answer { $0.customer = "Luis Vega" }
    for ticket in tickets { try answer { $0.ticket = ticket } }
    #expect(throws: VocError.sameAnswer(.csat, 5, on: today, ticket: tickets[1])) {
      try answer { $0.ticket = tickets[1] }
    }
    try answer { $0.day = today + -1 }
    #expect(throws: VocError.sameAnswer(.csat, 5, on: today + -1, ticket: nil)) {
      try answer { $0.day = today + -1 }
    }
    #expect(throws: VocError.dayToCome(today + 1)) { try answer { $0.day = today + 1 } }
    for _ in 0..<2 { try answer { $0.customer = nil } }
    try answer { $0.allowsSame = true }
    centre.wait(Seconds.day)
    try answer()
  }
}
