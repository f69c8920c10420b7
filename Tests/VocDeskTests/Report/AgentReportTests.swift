import Testing
import VocDesk
import VocDomain

@Suite struct AgentReportTests {
  private let fixture: DeskFixture
  private let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía")
    for name in ["Lucía", "Diego", "Ana"] { _ = try desk.addAgent(name: name, email: nil) }
    _ = try desk.addChannel(name: "WhatsApp", kind: "whatsapp", zone: "UTC", country: nil, identities: [])
  }

  /// Tickets of an agent, each rated by its customer, with a tag and a cause.
  private func serve(
    _ agent: String, _ scores: [Int], tag: String, cause: String? = nil, solving: Bool = true
  ) throws {
    let own = try fixture.desk(agent)
    for score in scores {
      var new = Desk.NewTicket(customer: "Cliente \(agent) \(tag)", channel: "WhatsApp", text: "hola")
      new.tags = [tag]
      let ticket = try own.createTicket(new)
      fixture.clock = fixture.clock + 60
      _ = try own.perform([.take], on: [ticket.id])
      if solving { _ = try own.perform([.solve(cause: cause)], on: [ticket.id]) }
      var answer = Desk.NewAnswer(survey: .csat, score: score)
      answer.allowsSame = true
      answer.ticket = ticket.id
      _ = try own.record(answer)
    }
  }

  private func report(_ filter: String = "") throws -> AgentReport {
    try desk.agentReport(since: nil, until: nil, matching: filter)
  }

  @Test func agentsStandByNameWithWhatTheyDid() throws {
    try serve("Lucía", Array(repeating: 5, count: 12), tag: "envío")
    try serve("Diego", [1, 5], tag: "envío")
    try serve("Diego", [4], tag: "envío", solving: false)
    let report = try report()
    #expect(report.rows.map(\.name) == ["Diego", "Lucía"])
    #expect(report.rows.map(\.solved) == [2, 12] && report.rows.map(\.held) == [1, 0])
    #expect(report.rows.map { $0.figure(.csat)?.n } == [3, 12])
    #expect(report.rows.map { $0.figure(.csat)?.part } == [2, 12])
    #expect(report.team.solved == 14 && report.team.held == 1 && report.team.figure(.csat)?.n == 15)
    let shares = try #require(report.solvedShares)
    #expect(abs(shares.gini - 10.0 / 28) < 1e-9)
    // (2 − 7)² / 7 + (12 − 7)² / 7 on 1 degree of freedom.
    #expect(abs(shares.p - 0.00753) < 1e-5 && shares.isDemonstrable)
    #expect(report.heldShares?.isDemonstrable == false)
  }

  @Test func lowTagsAndCausesAreAssociatedNotRanked() throws {
    try serve("Lucía", Array(repeating: 5, count: 40), tag: "envío", cause: "entregado")
    try serve("Diego", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2], tag: "garantía", cause: "reparado")
    try serve("Diego", [1, 1, 1], tag: "pocas")
    let needs = try report().needs
    #expect(
      needs.map { "\($0.agent ?? "-") \($0.kind) \($0.topic) \($0.csat.n)" } == [
        "- tag garantía 12", "- cause reparado 12", "Diego tag garantía 12", "Diego cause reparado 12",
      ])
    #expect(try report("tag:envio OR tag:envío").needs.isEmpty)
  }

  /// Of many topics one is low by chance: 14 of 20 where all others have 18 tells nothing, 3 of 20 does.
  @Test func manyTopicsAreComparedAtOnce() throws {
    func scores(_ good: Int) -> [Int] { (0..<20).map { $0 < good ? 5 : 1 } }
    for topic in 1...5 { try serve("Lucía", scores(18), tag: "tema \(topic)") }
    try serve("Lucía", scores(14), tag: "azar")
    #expect(try report().needs.isEmpty)
    try serve("Lucía", scores(3), tag: "grave")
    #expect(try report().needs.map { "\($0.agent ?? "-") \($0.topic)" } == ["- grave", "Lucía grave"])
  }

  @Test func aMeanStaysOnItsScale() throws {
    let card = try QualityCard(items: [.init("todo", weight: 1)])
    try serve("Diego", Array(repeating: 5, count: 4), tag: "x")
    func judge(_ tickets: ClosedRange<Int64>, _ score: Int) throws {
      for ticket in tickets {
        _ = try desk.judge(
          ticket: ticket, agent: "Diego", marks: [("todo", score)], comment: "", usual: card)
      }
    }
    try judge(1...3, 5)
    let same = try #require(try report().team.quality)
    #expect(same.value == 100 && same.low == nil && same.high == nil)
    try judge(4...4, 4)
    let quality = try #require(try report().team.quality)
    #expect(quality.high == 100)
    #expect(try #require(quality.low) < quality.value)
  }

  @Test func fewEmployeesAnswersAreNotShown() throws {
    func answer() throws { _ = try desk.record(Desk.NewAnswer(survey: .enps, score: 9)) }
    if case .none = try report().teamSurvey {} else { Issue.record("there is an eNPS of nothing") }
    for _ in 1...9 { try answer() }
    if case .hidden = try report().teamSurvey {} else { Issue.record("nine answers are shown") }
    try answer()
    guard case .shown(let figure) = try report().teamSurvey else {
      Issue.record("ten answers are hidden")
      return
    }
    #expect(figure.n == 10 && figure.value == 100)
    // Nobody's ticket: a filter of tickets does not make them fewer.
    if case .shown = try report("channel:whatsapp").teamSurvey {} else { Issue.record("hidden by a filter") }
  }

  @Test func ourEyesAndTheirs() throws {
    try serve("Diego", [1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1], tag: "x")
    try serve("Diego", [5], tag: "sin evaluar")
    let card = try QualityCard(items: [.init("todo", weight: 1)])
    for ticket in 1...11 {
      _ = try desk.judge(
        ticket: Int64(ticket), agent: "Diego", marks: [("todo", ticket % 2 == 0 ? 5 : 4)], comment: "",
        usual: card)
    }
    let report = try report()
    let perception = try #require(report.perception)
    #expect(perception.difference.n == 11 && perception.difference.isShown)
    #expect(abs(perception.csat - 50.0 / 11) < 1e-9)
    #expect(abs(perception.difference.value - (perception.quality - perception.csat)) < 1e-9)
    #expect(try #require(perception.difference.low) > 0)
    let quality = try #require(report.rows.first { $0.name == "Diego" }?.quality)
    #expect(quality.n == 11 && quality == report.team.quality)
    #expect(try #require(quality.low) < quality.value && quality.isShown)
  }

  @Test func nothingIsNoReport() throws {
    let report = try report()
    #expect(report.rows.isEmpty && report.needs.isEmpty && report.perception == nil)
    #expect(report.solvedShares == nil && report.heldShares == nil)
  }

  @Test(arguments: ["", "-channel:instagram"])
  func figuresAreThoseOfTheSatisfactionReport(filter: String) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.desk()
    _ = try desk.fillDemo(
      DemoPlan(tickets: 300, messagesPerTicket: 4, answers: 600, seed: 5, until: fixture.clock))
    let report = try desk.agentReport(since: nil, until: nil, matching: filter)
    let other = try desk.satisfaction(since: nil, until: nil, by: .agent, matching: filter)
    #expect(report.rows.count > 1)
    for row in report.rows {
      let group = other.groups.first { $0.name == row.name }
      #expect(row.figures == (group?.figures ?? []).filter { AgentReport.measures.contains($0.measure) })
    }
    let held = try fixture.rows(
      "SELECT count(*) FROM ticket WHERE assignee_id IS NOT NULL AND status NOT IN ('solved', 'closed')")
    #expect(filter != "" || "\(report.team.held)" == held[0])
  }
}
