import Testing
import VocDesk
import VocDomain

/// Who looks after causes, and when something was done about them.
@Suite struct CauseCareTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.counter()
  }

  @Test func ofADayToComeOnlyTheDaysThatHaveBeenCount() throws {
    let id = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
    _ = try desk.perform([.solve(cause: "demora")], on: [id])
    fixture.clock = fixture.clock + 10 * Seconds.day
    let today = try desk.today()
    #expect(throws: VocError.dayToCome(today + 1)) { try desk.markFixed(cause: "demora", on: today + 1) }
    #expect(try desk.loopReport(since: nil, until: nil).causes.first?.effect == nil)
    // As voc kept it before it refused such days.
    fixture.clock = fixture.clock + 5 * Seconds.day
    _ = try desk.markFixed(cause: "demora", on: today + 5)
    fixture.clock = fixture.clock + -5 * Seconds.day
    let effect = try #require(try desk.loopReport(since: nil, until: nil).causes.first?.effect)
    #expect(effect.before == 1 && effect.daysBefore == 10 && effect.after == 0 && effect.daysAfter == 0)
    #expect(effect.change == nil)
  }

  @Test func whatWasSaidIsTakenBackEachByItself() throws {
    let id = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
    _ = try desk.perform([.solve(cause: "demora")], on: [id])
    _ = try desk.setOwner(ofCause: "demora", to: "lucia")
    _ = try desk.markFixed(cause: "demora", on: nil)
    func cause() throws -> LoopReport.Cause {
      try #require(try desk.loopReport(since: nil, until: nil).causes.first)
    }
    _ = try desk.unmarkFixed(cause: "Demora")
    #expect(try cause().owner == "lucia" && cause().effect == nil)
    _ = try desk.markFixed(cause: "demora", on: nil)
    _ = try desk.setOwner(ofCause: "demora", to: nil)
    #expect(try cause().owner == nil && cause().effect != nil)
    _ = try desk.unmarkFixed(cause: "demora")
    #expect(try fixture.rows("SELECT count(*) FROM cause_care") == ["0"])
    // What nobody said may be taken back, too.
    _ = try desk.setOwner(ofCause: "demora", to: nil)
    #expect(throws: VocError.noSuchCause("nada", nearest: [])) { try desk.unmarkFixed(cause: "nada") }
    try fixture.expectSound()
  }
}
