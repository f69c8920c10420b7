import SQLite
import Testing
import VocDomain
import VocStore
import VocTesting

@testable import VocDesk

/// Filters in SQL find exactly the tickets that they match in memory.
@Suite struct FilterSQLTests {
  private let fixture: DeskFixture
  private let desk: Desk
  private let world: FilterWorld

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía", zone: "America/Mexico_City")
    world = try FilterWorld(fixture, desk)
  }

  @Test(arguments: 1...4)
  func whatSQLFindsIsWhatMatches(seed: Int) throws {
    var maker = FilterText(seed: UInt64(seed))
    try world.fill(&maker.chance, tickets: 150)
    let facts = try world.facts(1...150)
    let context = try world.context(zone: "America/Mexico_City")
    var found = 0
    for _ in 0..<300 {
      let text = maker.filter()
      let filter = try TicketFilter.parse(text)
      let condition: TicketCondition
      do {
        condition = try desk.condition(of: filter)
      } catch VocError.filterTooLong {
        continue
      }
      let matching = facts.filter { filter.matches($0, context) }.map(\.id)
      #expect(try desk.store.ticketIDs(matching: condition) == matching, "seed \(seed): \(text)")
      if !matching.isEmpty && matching.count < facts.count { found += 1 }
      try expectList(of: condition, is: Set(matching), &maker.chance, "seed \(seed): \(text)")
    }
    #expect(found > 100)
  }

  /// Whatever index serves a list, it has the same tickets, and it counts them.
  private func expectList(
    of condition: TicketCondition, is matching: Set<Int64>, _ chance: inout Chance, _ note: String
  ) throws {
    var query = TicketQuery()
    query.statuses = chance.isTrue(oneIn: 2) ? Ticket.Status.allCases : Ticket.Status.unsolved
    query.sort = chance.one(of: TicketQuery.Sort.allCases)
    query.limit = 1_000
    let all = Set(try desk.store.tickets(query).map(\.ticket.id))
    query.condition = condition
    let listed = try desk.store.tickets(query).map(\.ticket.id)
    #expect(Set(listed) == all.intersection(matching), "\(note) \(query.sort ?? .pressing)")
    let count = try desk.store.countTickets(query)
    #expect(count.number == listed.count && !count.isLeast, "\(note)")
  }
}
