import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// A page of a shift reads the tickets that an agent has and, of each, its own rows: never what is solved.
@Suite struct ShiftPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func onlyTheAgentsUnsolvedAreRead() throws {
    var query = TicketQuery()
    (query.assignee, query.limit) = (.agent(1), .max)
    let lines = try store.plan { _ = try store.tickets(query) }
    #expect(lines.contains("SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)"), "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(lines)")
  }

  @Test func notesAreReadFromTheTicketsEnd() throws {
    let lines = try store.plan { _ = try store.lastNotes(ofTicket: 1, limit: 2) }
    #expect(lines == ["SEARCH message USING INDEX message_ticket (ticket_id=?)"], "\(lines)")
  }

  @Test func whoHandedItOverIsReadFromTheTicketsHistory() throws {
    let lines = try store.plan { _ = try store.lastHanding(ofTicket: 1) }
    #expect(lines.first == "SEARCH event USING INDEX event_ticket (ticket_id=? AND id>?)", "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(lines)")
  }
}
