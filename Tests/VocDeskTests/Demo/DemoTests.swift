import Foundation
import SQLite
import Testing
import VocDomain
import VocTesting

@testable import VocDesk
@testable import VocStore

struct DemoTests {
  private static let until = Instant(unixSeconds: 1_795_230_000)

  private func desk(_ folder: TemporaryFolder, _ name: String = "voc.db") throws -> Desk {
    try Desk(
      path: folder[name], for: .writing, actor: "prueba", systemZone: "America/Bogota",
      now: { DemoTests.until })
  }

  private let plan = DemoPlan(
    tickets: 1_500, messagesPerTicket: 3, answers: 4_000, seed: 7, until: DemoTests.until)

  @Test func samePlanGivesTheSameData() throws {
    let folder = try TemporaryFolder()
    let (one, other, third) = (
      try desk(folder, "one.db"), try desk(folder, "other.db"), try desk(folder, "third.db")
    )
    #expect(try one.fillDemo(plan) == other.fillDemo(plan))
    var changed = plan
    changed.seed = 8
    _ = try third.fillDemo(changed)
    let dump = try Dump.lines(one.store.database)
    #expect(try dump == Dump.lines(other.store.database))
    #expect(try dump != Dump.lines(third.store.database))
  }

  @Test func keepsWhatIsDerivedEqualToItsSource() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let report = try desk.fillDemo(plan)
    let store = desk.store
    #expect(try store.transaction { try store.integrityProblems() } == [])

    var counters = AnswerCounters(zone: try ZoneClock(named: try desk.reportZone()))
    try store.eachAnswer { counters.add($0) }
    #expect(try store.everyAnswerCount() == counters.cells)

    let unsolved = try store.unsolved()
    #expect(unsolved.count == report.unsolved)
    for (id, waitingSince) in unsolved {
      #expect(try store.waitingSince(ticket: id) == waitingSince, "ticket \(id)")
    }
  }

  @Test func isOfTheSizeAndKindThatWasAskedFor() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let report = try desk.fillDemo(plan)
    let store = desk.store
    #expect(report.tickets == 1_500)
    #expect(report.answers == 4_000)
    #expect((4_000...5_000).contains(report.messages))
    #expect((90...190).contains(report.unsolved))
    for status in Ticket.Status.allCases {
      var query = TicketQuery()
      query.statuses = [status]
      #expect(try store.countTickets(query).number > 0, "\(status)")
    }
    let satisfaction = try desk.satisfaction(since: nil, until: nil, by: .agent)
    #expect(satisfaction.groups.count > 12)
    let nps = try #require(satisfaction.surveys.nps.score)
    #expect((0...60).contains(nps))
    #expect(satisfaction.surveys.enps.n > 0)
    #expect(try store.latest() <= DemoTests.until)
    #expect(try store.phones().allSatisfy { PhoneNumber($0, country: nil)?.e164 == $0 })
  }

  @Test func movesTicketsByLegalActsOnly() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    _ = try desk.fillDemo(plan)
    for id in Int64(1)...200 {
      let ticket = try desk.ticket(id)
      var status: String?
      for event in try desk.store.events(ofTicket: id) where [.created, .status].contains(event.kind) {
        #expect(event.from == status)
        status = event.to
      }
      #expect(status == ticket.status.rawValue)
      #expect((ticket.solvedAt == nil) == Ticket.Status.unsolved.contains(ticket.status))
    }
  }

  @Test func refusesADatabaseThatIsNotEmpty() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    // What a fill leaves that is killed before its first ticket.
    _ = try desk.fillDemo(DemoPlan(tickets: 0, answers: 0, until: DemoTests.until))
    #expect(throws: VocError.notEmpty) { try desk.fillDemo(plan) }
  }

  @Test(arguments: [1, 2, 5]) func fillsWithAnyNumberOfMessages(perTicket: Int) throws {
    let folder = try TemporaryFolder()
    let plan = DemoPlan(
      tickets: 300, messagesPerTicket: perTicket, answers: 50, seed: 3, until: DemoTests.until)
    let report = try desk(folder).fillDemo(plan)
    #expect((250 * perTicket...330 * perTicket).contains(report.messages))
  }
}

extension Store {
  fileprivate func everyAnswerCount() throws -> [AnswerCell: AnswerCount] {
    var counts: [AnswerCell: AnswerCount] = [:]
    for dimension in AnswerCell.Dimension.allCases {
      for grain in AnswerCell.Grain.allCases {
        try answerCounts(dimension, grain: grain, periods: 0...100_000) { counts[$0] = $1 }
      }
    }
    return counts
  }

  fileprivate func unsolved() throws -> [(id: Int64, waitingSince: Instant?)] {
    try database.rows(
      "SELECT id, waiting_since FROM ticket WHERE status IN ('new', 'open', 'pending', 'hold')"
    ) { ($0.int(0), $0.optionalInt(1).map(Instant.init(unixSeconds:))) }
  }

  fileprivate func latest() throws -> Instant {
    let seconds = try database.value(
      "SELECT max((SELECT max(at) FROM message), (SELECT max(at) FROM event), (SELECT max(at) FROM answer))")
    return Instant(unixSeconds: seconds ?? 0)
  }

  fileprivate func phones() throws -> [String] {
    try database.rows("SELECT value FROM contact_point WHERE kind = 'phone'") { $0.text(0) }
  }
}
