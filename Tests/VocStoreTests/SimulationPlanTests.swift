import Testing
import VocDomain

@testable import VocStore

/// A simulation reads its period and nothing else, in order, without sorting.
@Suite struct SimulationPlanTests {
  private let store: Store
  private let period = Instant(unixSeconds: 0)..<Instant(unixSeconds: 1)

  init() throws { store = try Store() }

  private static let byPeriod = "SEARCH ticket USING INDEX ticket_created (created_at>? AND created_at<?)"

  @Test func ticketsOfAPeriod() throws {
    let plan = try store.plan { _ = try store.tickets(createdIn: period) }
    #expect(plan.first == SimulationPlanTests.byPeriod, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test func whatWasSaidOnThem() throws {
    let plan = try store.plan { try store.eachUtterance(onTicketsCreatedIn: period) { _ in } }
    let expected = [
      SimulationPlanTests.byPeriod.replacing("USING INDEX", with: "USING COVERING INDEX"),
      "SEARCH message USING INDEX message_ticket (ticket_id=?)",
      "SEARCH call USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN",
    ]
    #expect(plan == expected)
  }
}
