import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// The policy applied again with other hours under the same name: what has passed stays as it was.
@Suite struct SLAEditedCalendarDeskTests {
  private func policy(_ hours: String) -> String {
    """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["\(hours)"]}}],
     "sla": [{"name": "s", "calendar": "oficina", "targets": {"first_reply": "2h", "resolution": "6h"}}]}
    """
  }

  private func clock(_ centre: Centre, _ measure: SLAPolicy.Measure, _ id: Int64 = 1) throws -> SLAClock {
    try #require(try centre.desk().slaView(ticket: id).clocks.first { $0.measure == measure })
  }

  private func moment(day: Int64, _ hour: Int64) -> Instant {
    SLADeskTests.start + (day - 1) * 86_400 + hour * 3600
  }

  private func elapsed(_ centre: Centre) throws -> [Int64] {
    let view = try centre.desk().slaView(ticket: 1)
    return zip(view.clocks, view.elapsed).filter { $0.0.measure == .resolution }.map { $1.business / 3600 }
  }

  /// A ticket of Wednesday at nine, three hours later.
  private func centre() throws -> Centre {
    let centre = try Centre(policy("09:00-18:00"), online: false)
    centre.setClock(day: 1, 9)
    try centre.create("Correo")
    centre.setClock(day: 1, 12)
    return centre
  }

  @Test(arguments: ["10:00-12:00", "15:00-17:00", "00:00-24:00"])
  func whatHasPassedStays(hours: String) throws {
    let centre = try centre()
    #expect(try elapsed(centre) == [3])
    _ = try centre.desk().fireAlerts()
    try centre.apply(policy(hours))
    #expect(try elapsed(centre) == [3])
    let reply = try clock(centre, .firstReply)
    #expect(reply.firstBreachAt(by: centre.fixture.clock) == moment(day: 1, 11))
    #expect(try centre.wrong() == [])
    try centre.perform(.reply("Va"), .pend, on: 1)
    #expect(try centre.fixture.rows("SELECT is_breached || '' FROM ticket_sla") == ["1"])
    #expect(try centre.wrong() == [])
  }

  /// Three hours are left: two on Thursday and one on Friday.
  @Test func whatIsLeftWaitsForTheNewHours() throws {
    let centre = try centre()
    try centre.perform(.reply("Va"), on: 1)
    #expect(try centre.apply(policy("10:00-12:00")).changedTickets == 1)
    #expect(try clock(centre, .resolution).due == moment(day: 3, 11))
    centre.setClock(day: 2, 12)
    // Three quarters were used up half an hour before the closing.
    #expect(try centre.desk().fireAlerts() == 0)
    centre.setClock(day: 3, 10)
    #expect(try centre.desk().fireAlerts() == 1)
    // Nothing of this is another ticket's, which begins under the new hours.
    try centre.create("Correo")
    #expect(try clock(centre, .resolution, 2).due == moment(day: 7, 12))
    #expect(try centre.wrong() == [])
  }

  /// Hours may change again and again, and in the end the calendar goes.
  @Test func manyVersions() throws {
    let centre = try centre()
    let desk = try centre.desk()
    for (day, hours) in [(1, "10:00-12:00"), (2, "09:00-11:00"), (3, "15:00-16:00")] as [(Int64, String)] {
      centre.setClock(day: day, 13)
      _ = try desk.applyPolicy(Array(policy(hours).utf8))
      #expect(try desk.examine().allSatisfy { $0.problems == 0 })
    }
    // Four hours on Wednesday until the first edit, two on Thursday, two on Friday morning, and one by the last.
    centre.setClock(day: 3, 16)
    #expect(try elapsed(centre) == [9])
    try centre.apply(#"{"sla": [], "calendars": []}"#, replacesAll: true)
    #expect(try elapsed(centre) == [9])
    let breach = try clock(centre, .resolution).firstBreachAt(by: centre.fixture.clock)
    #expect(breach == moment(day: 2, 12))
    #expect(try centre.wrong() == [])
  }

  /// A version that cannot be read troubles only whoever asks for it.
  @Test func whoBeginsUnderThePresentVersionReadsNoOlderOne() throws {
    let centre = try centre()
    try centre.apply(policy("10:00-12:00"))
    try Database(path: centre.fixture.path).execute("UPDATE policy SET document = '{\"x\": 1}' WHERE id = 1")
    centre.wait(60)
    try centre.create("Correo")
    try centre.perform(.reply("Va"), on: 2)
    #expect(try clock(centre, .resolution, 2).due == moment(day: 6, 12))
    #expect(throws: PolicyProblems.self) { try clock(centre, .resolution, 1) }
  }
}
