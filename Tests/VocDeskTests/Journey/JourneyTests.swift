import Testing
import VocDesk
import VocDomain

/// The journeys of tickets that people work on, in worlds small enough to count by hand.
@Suite struct JourneyTests {
  private func edges(_ report: JourneyReport) -> [String] {
    report.edges.map { "\($0.from) > \($0.to) \($0.waits.count) \($0.waits.total)" }.sorted()
  }

  private func variants(_ report: JourneyReport) -> [String] {
    report.variants.map { "\($0.count) " + $0.activities.joined(separator: " ") }
  }

  @Test func nothingIsSaidOfNothing() throws {
    let report = try DeskFixture().desk().journey()
    #expect(report.tickets == 0 && report.edges.isEmpty && report.variants.isEmpty)
    #expect(report.rework.count == JourneyReport.ReworkKind.allCases.count)
    #expect(report.rework.allSatisfy { $0.share.share == nil && $0.share.warnings == [.noData] })
    #expect(report.channelSwitches.isEmpty && report.feltSeconds == 0)
  }

  @Test func aTicketFromItsBeginningToItsEnd() throws {
    let centre = try Centre()
    let id = try centre.create()
    centre.wait(60)
    try centre.perform(.assign("Lucia"), on: id, as: "Pedro")
    centre.wait(30)
    try centre.perform(.note("ojo"), on: id)
    centre.wait(10)
    try centre.perform(.reply("va"), on: id)
    centre.wait(500)
    try centre.perform(.assign("Pedro"), on: id)
    centre.wait(40)
    try centre.perform(.assign("Lucia"), on: id)
    try centre.perform(.solve(cause: nil), on: id)
    centre.wait(9000)
    try centre.perform(.close, on: id)
    let report = try centre.desk().journey()
    #expect(
      variants(report) == ["1 customer_message assigned agent_reply assigned assigned solved closed"])
    #expect(
      report.bottlenecks.map { "\($0.from) > \($0.to) \($0.waits.total)" }
        == ["customer_message > assigned 60", "assigned > agent_reply 40"])
    #expect(report.feltSeconds == 100)
    let rework = report.rework.filter { $0.share.count == 1 }.map(\.kind)
    #expect(rework == [.repeated, .selfLoop, .handedBack])
    let closing = report.edges.first { $0.to == "closed" }
    #expect(closing?.held == [.nobody: 9000])
  }

  @Test func whatWasUndoneHasNotHappened() throws {
    let centre = try Centre()
    let id = try centre.create()
    centre.wait(60)
    try centre.perform(.take, on: id)
    let before = edges(try centre.desk().journey())
    centre.wait(60)
    try centre.perform(.solve(cause: nil), on: id)
    #expect(edges(try centre.desk().journey()) != before)
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(edges(try centre.desk().journey()) == before)
  }

  @Test func aBurstIsOneTouchpointFromItsFirstMessage() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(
      Chat([0: "ana: hola", 5: "ana: ¿hay alguien?", 20: "us: sí", 22: "us: dígame", 50: "ana: gracias"]))
    let report = try fixture.desk().journey()
    #expect(
      edges(report).filter { $0.hasPrefix("customer_message > agent") } == [
        "customer_message > agent_reply 1 1200"
      ])
    #expect(
      report.edges.first { $0.from == "agent_reply" && $0.to == "customer_message" }?.held
        == [.customer: 1800])
  }

  @Test func daysOfCreationAndAFilterTellWhichTickets() throws {
    let centre = try Centre()
    try centre.create(tags: ["vip"])
    centre.setClock(day: 3, 23, 59)
    try centre.create()
    centre.setClock(day: 4, 0)
    try centre.create(tags: ["vip"])
    centre.setClock(day: 20, 0)
    func tickets(_ since: Int?, _ until: Int?, _ filter: String = "") throws -> Int {
      func day(_ day: Int?) -> CivilDate? { day.flatMap { CivilDate(year: 2026, month: 4, day: $0) } }
      return try centre.desk().journey(
        in: ReportPeriod(since: day(since), until: day(until)), matching: filter
      ).tickets
    }
    #expect(try tickets(nil, nil) == 3 && tickets(3, 3) == 1 && tickets(4, nil) == 1 && tickets(nil, 3) == 2)
    #expect(try tickets(nil, nil, "tag:vip") == 2 && tickets(2, 30, "tag:vip") == 1)
    #expect(try tickets(nil, nil, "tag:vip tag:nada") == 0 && tickets(30, nil) == 0)
    #expect(throws: FilterError.self) { try tickets(nil, nil, "canal:fax") }
  }

  @Test func customersWhoComeBackByAnotherChannel() throws {
    let centre = try Centre()
    let (ana, bo, caro) = ("+52 55 1111 0001", "+52 55 1111 0002", "+52 55 1111 0003")
    for customer in [ana, bo, caro] {
      try centre.create("WhatsApp", customer: customer)
    }
    centre.setClock(day: 3, 0)
    try centre.create("Fono", customer: ana)
    try centre.create("WhatsApp", customer: bo)
    centre.setClock(day: 9, 0)
    // Too late to have to do with it.
    try centre.create("Correo", customer: caro)
    centre.setClock(day: 10, 0)
    func switches() throws -> [String] {
      try centre.desk().journey().channelSwitches.map {
        "\($0.from) > \($0.to) \($0.share.count)/\($0.share.of) \(Int64($0.median) / 86_400)"
      }
    }
    // Of the fourth WhatsApp ticket (the 3rd) seven days have passed: it counts as not followed.
    #expect(try switches() == ["WhatsApp > Fono 1/4 2", "WhatsApp > WhatsApp 1/4 2"])
    centre.setClock(day: 9, 12)
    // Of those of the 3rd not yet.
    #expect(try switches() == ["WhatsApp > Fono 1/3 2", "WhatsApp > WhatsApp 1/3 2"])
  }

  /// We opened it: the customer has not come back, and it is no contact that somebody could come back from.
  @Test func aFollowUpIsNoReturn() throws {
    let centre = try Centre()
    try centre.create(customer: "Ana")
    centre.setClock(day: 2, 0)
    var answer = Desk.NewAnswer(survey: .nps, score: 1)
    answer.customer = "Ana"
    _ = try centre.desk().record(answer)
    #expect(try centre.desk().openFollowUps(since: nil).tickets.count == 1)
    centre.setClock(day: 4, 0)
    try centre.create("Correo", customer: "Ana")
    centre.setClock(day: 20, 0)
    let report = try centre.desk().journey()
    #expect(
      report.channelSwitches.map { "\($0.from) > \($0.to) \($0.share.count)/\($0.share.of)" } == [
        "WhatsApp > Correo 1/1"
      ])
    #expect(report.tickets == 2)
  }

  @Test func whatWasMergedHasNoJourneyOfItsOwn() throws {
    let centre = try Centre()
    let first = try centre.create(customer: "Ana")
    centre.wait(60)
    let second = try centre.create("Correo", customer: "Ana")
    _ = try centre.desk("Lucia").merge([second], into: first)
    centre.setClock(day: 20, 0)
    let report = try centre.desk().journey()
    #expect(report.tickets == 1 && report.channelSwitches.isEmpty)
  }
}
