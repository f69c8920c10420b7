import Testing
import VocDesk
import VocDomain

@Suite struct BoardTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk()
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    _ = try desk.addAgent(name: "lucia", email: nil)
  }

  private func answer(_ survey: SurveyKind, _ score: Int, times: Int = 1) throws {
    for _ in 0..<times { _ = try desk.record(Desk.NewAnswer(survey: survey, score: score)) }
  }

  @Test func ofNothingThereIsNothingToSay() throws {
    let board = try desk.board(since: nil, until: nil)
    #expect(board.figure(.nps, .points).warnings == [.noData] && board.employees.value == nil)
    #expect(board.customers.customers == 0 && board.agents.map(\.held) == [0])
  }

  @Test func theSameFigureIsTheSameAsInItsOwnReport() throws {
    let id = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
    _ = try desk.perform([.take, .reply("Va")], on: [id])
    try answer(.nps, 9, times: 12)
    try answer(.csat, 2, times: 3)
    let board = try desk.board(since: nil, until: nil)
    let period = board.satisfaction.period
    let satisfaction = try desk.satisfaction(since: period.since, until: period.until, by: nil)
    #expect(board.satisfaction.figures == satisfaction.figures)
    let customers = try desk.customerReport(since: period.since, until: period.until)
    #expect(board.customers.classes.map(\.tally) == customers.classes.map(\.tally))
    #expect(board.agents.map(\.name) == ["lucia"] && board.agents.map(\.held) == [1] && board.online.isEmpty)
  }

  /// What waits for the customer takes up no capacity, and is held all the same; with a filter only what it matches.
  @Test(arguments: [("", 3), ("status:pending", 2), ("status:open", 1)])
  func agentsHaveWhatTheirOwnReportSays(filter: String, held: Int) throws {
    let ids = try ["Ana Mora", "Ema Ruiz", "Ivo Paz", "Luz Sol"].map {
      try desk.createTicket(.init(customer: $0, channel: "Mostrador", text: "Hola")).id
    }
    _ = try desk.perform([.take], on: Array(ids.prefix(3)))
    for id in ids.prefix(2) { _ = try desk.perform([.pend], on: [id]) }
    let board = try desk.board(since: nil, until: nil, matching: filter)
    let report = try desk.agentReport(since: nil, until: nil, matching: filter)
    #expect(board.agents.map(\.held) == [held] && report.rows.map(\.held) == [held])
  }

  @Test func withoutDatesItIsAboutTheLastThirtyDays() throws {
    let period = try desk.board(since: nil, until: nil).satisfaction.period
    let (since, until) = (try #require(period.since), try #require(period.until))
    #expect(until.daysSince1970 - since.daysSince1970 == 29)
    let march = try #require(CivilDate(year: 2026, month: 3, day: 1))
    #expect(try desk.board(since: march, until: nil).satisfaction.period.until == nil)
  }

  @Test func employeesAreNotShownBeforeThereAreTen() throws {
    try answer(.enps, 3, times: 9)
    let hidden = try desk.board(since: nil, until: nil).employees
    #expect(hidden.value == nil && hidden.low == nil && hidden.high == nil && hidden.n == 9)
    try answer(.enps, 3)
    #expect(try desk.board(since: nil, until: nil).employees.value == -100)
  }
}
