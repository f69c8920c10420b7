import Testing
import VocDesk
import VocDomain

@Suite struct SimulateTests {
  private let fixture: DeskFixture
  private let desk: Desk

  /// Three days of e-mails, one each ten minutes from nine to five UTC, each answered after five minutes, by two
  /// agents who work then and take one at a time.
  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía")
    _ = try desk.applyPolicy(Array(SimulateTests.policy.utf8))
    _ = try desk.addChannel(
      name: "Correo", kind: "email", zone: "UTC", country: "MX", identities: ["Café Andino"])
    for name in ["Lucía", "Diego"] {
      _ = try desk.addAgent(name: name, email: nil)
      _ = try desk.setShift("dia", ofAgent: name)
    }
    for day in 0..<3 as Range<Int64> {
      for number in 0..<48 as Range<Int64> {
        fixture.clock = DeskFixture.start + day * Seconds.day + 9 * Seconds.hour + number * 600
        let ticket = try desk.createTicket(
          .init(customer: "cliente\(day)-\(number)@example.com", channel: "Correo", text: "¿Dónde está?"))
        fixture.clock = fixture.clock + 300
        _ = try desk.perform([.reply("En camino"), .solve(cause: nil)], on: [ticket.id])
      }
    }
    fixture.clock = DeskFixture.start + 3 * Seconds.day
  }

  private static let policy = """
    {"calendars": [{"name": "dia", "zone": "UTC", "hours": {"mon-sun": ["09:00-17:00"]}}],
     "channels": {"email": {"capacity": 1}},
     "queues": [{"name": "todo", "groups": [], "maximum_wait": "10m"}],
     "sla": [{"name": "todos", "targets": {"first_reply": {"normal": "6m"}}}]}
    """

  private func report(_ change: (inout Desk.SimulationOptions) -> Void = { _ in }) throws -> SimulationReport
  {
    var options = Desk.SimulationOptions()
    options.last = 3 * Seconds.day
    change(&options)
    return try desk.simulate(options)
  }

  private func median(_ report: SimulationReport, _ measure: SimulationReport.Measure) throws -> (
    now: Double?, other: Double?, difference: Double?
  ) {
    let figure = try #require(report.figures.first { $0.measure == measure }).comparison
    return (figure.now?.median, figure.other?.median, figure.difference?.median)
  }

  @Test func enoughAgentsNobodyWaits() throws {
    let report = try report()
    #expect(report.tickets == 144 && report.observed == 144 && report.ours == 0)
    #expect(report.agentsNow == 2 && report.agentsOther == nil && report.withoutShift == 0)
    #expect(try median(report, .waitMax).now == 0)
    #expect(try median(report, .lateReply).now == 0)
    #expect(try median(report, .left).now == 0)
    #expect(try median(report, .waitMax).other == nil)
    // 144 times five minutes in 2 times 24 hours.
    #expect(try median(report, .busy).now == 0.25)
    #expect(report.agents.map(\.name) == ["Lucía", "Diego"])
  }

  @Test func fewerAgentsAreBusier() throws {
    let report = try report { $0.staffing = [StaffingChange("-1")].compactMap(\.self) }
    #expect(report.agentsOther == 1)
    #expect(try median(report, .busy).now == 0.25)
    #expect(try median(report, .busy).other == 0.5)
    #expect(try median(report, .busy).difference == 0.25)
    #expect(report.agents.map { $0.busy.other?.median } == [0.5, nil])
  }

  @Test func whoIsAddedIsNobodyWhoWasTakenAway() throws {
    let report = try report { $0.staffing = ["-1", "+1", "+1"].compactMap { StaffingChange($0) } }
    #expect(report.agentsOther == 3)
    #expect(report.agents.map(\.name) == ["Lucía", "Diego", nil, nil])
    #expect(report.agents.map { $0.busy.other == nil } == [false, true, false, false])
  }

  @Test func anotherPolicy() throws {
    let report = try report { options in
      options.policy = Array(
        #"{"sla": [{"name": "todos", "targets": {"first_reply": {"normal": "4m"}}}]}"#.utf8)
    }
    let late = try median(report, .lateReply)
    #expect(late.now == 0 && late.other == 1 && late.difference == 1)
    #expect(report.differences.count == 1)
    #expect(try desk.policyHistory().count == 1)
  }

  /// Only the seed decides, and the past itself stays as it was.
  @Test func sameSeedSameReport() throws {
    let before = try fixture.dump()
    let one = try report { ($0.runs, $0.seed, $0.resamples) = (5, 7, true) }
    let same = try report { ($0.runs, $0.seed, $0.resamples) = (5, 7, true) }
    #expect(one.figures.map(\.comparison.now) == same.figures.map(\.comparison.now))
    #expect(one.agents.map(\.busy.now) == same.agents.map(\.busy.now))
    #expect(try fixture.dump() == before)
  }

  @Test func whatCannotBeSimulated() throws {
    #expect(throws: SimulationProblem.unknownGroup("ventas", nearest: [], all: [])) {
      try report { $0.staffing = [StaffingChange("+1:ventas")].compactMap(\.self) }
    }
    #expect(throws: PolicyProblems.self) { try report { $0.policy = Array(#"{"sla": 1}"#.utf8) } }
    #expect(throws: PolicySyntaxError.self) { try report { $0.policy = Array("{".utf8) } }
    #expect(throws: SimulationProblem.noTickets(inLast: 3600)) { try report { $0.last = 3600 } }
    let empty = try DeskFixture().desk()
    #expect(throws: SimulationProblem.noAgents) { try empty.simulate(Desk.SimulationOptions()) }
  }
}

extension DeskFixture {
  static let start = Instant(unixSeconds: 1_775_001_600)
}
