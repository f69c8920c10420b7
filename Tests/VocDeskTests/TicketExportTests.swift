import Testing
import VocDomain
import VocStore
import VocTesting

@testable import VocDesk

/// An export has the tickets of the list with the same filter, each with what the ticket's view has.
@Suite struct TicketExportTests {
  private func exported(
    _ desk: Desk, _ text: String = "", with parts: Desk.ExportedTicket.Parts = [], pageSize: Int = 500
  ) throws -> [Desk.ExportedTicket] {
    var all: [Desk.ExportedTicket] = []
    try desk.exportTickets(matching: desk.filter(text), with: parts, pageSize: pageSize) { page in
      #expect(!page.isEmpty && page.count <= pageSize)
      all += page
      return true
    }
    return all
  }

  @Test(arguments: 1...3)
  func theTicketsAreThoseOfTheList(seed: UInt64) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.desk("Lucía", zone: "America/Mexico_City")
    let world = try FilterWorld(fixture, desk)
    var maker = FilterText(seed: seed)
    try world.fill(&maker.chance, tickets: 80)
    var found = 0
    for _ in 0..<100 {
      let text = maker.chance.isTrue(oneIn: 10) ? "" : maker.filter()
      var list = Desk.TicketSelection()
      do {
        list.condition = try desk.filter(text)
        (list.statuses, list.sort, list.limit) = (Ticket.Status.allCases, .number, 1_000)
        let lines = try desk.tickets(list)
        let exported = try exported(
          desk, text, pageSize: maker.chance.one(of: [1, 7, 79, 80, 500]) ?? 500)
        #expect(exported.map { "\($0.line)" } == lines.map { "\($0)" }, "seed \(seed): \(text)")
        #expect(exported.allSatisfy { $0.customer.name == $0.line.customer })
        if !lines.isEmpty && lines.count < 80 { found += 1 }
      } catch  where error is FilterError || error is VocError {
        // Names that there are not.
        continue
      }
    }
    #expect(found > 20)
  }

  @Test func eachHasWhatItsViewHas() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(Chat([0: "ana: No llega mi pedido", 60: "us: Va en camino", 99_000: "ana: Hola"]))
    let desk = try fixture.desk()
    var answer = Desk.NewAnswer(survey: .csat, score: 4)
    answer.ticket = 1
    _ = try desk.record(answer)
    _ = try desk.perform([.addTag("vip")], on: [1])
    let all = try exported(desk, with: [.messages, .tags, .answers, .contactPoints, .mergedInto])
    #expect(!all.isEmpty)
    for ticket in all {
      let view = try desk.view(ticket: ticket.line.ticket.id)
      #expect("\(ticket.messages)" == "\(view.lines)" && !ticket.messages.isEmpty)
      #expect(ticket.tags == view.tags && ticket.customer == view.customer)
      #expect(ticket.contactPoints == view.contactPoints && ticket.mergedInto == view.mergedInto)
      #expect("\(ticket.answers)" == "\(view.answers)" && ticket.line.ticket == view.ticket)
    }
    #expect(all[0].tags == ["vip"] && all[0].answers.count == 1)
    let bare = try exported(desk)
    #expect(bare.allSatisfy { $0.tags.isEmpty && $0.messages.isEmpty && $0.contactPoints.isEmpty })
  }

  @Test func itStopsWhenNobodyReadsOn() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.desk("Lucía")
    var chance = Chance(seed: 1)
    try FilterWorld(fixture, desk).fill(&chance, tickets: 30)
    var pages = 0
    try desk.exportTickets(matching: .everything, with: [], pageSize: 4) { _ in
      pages += 1
      return pages < 3
    }
    #expect(pages == 3)
  }

  @Test func anEmptyDatabaseHasNone() throws {
    let fixture = try DeskFixture()
    #expect(try exported(fixture.desk(for: .reading)).isEmpty)
  }
}
