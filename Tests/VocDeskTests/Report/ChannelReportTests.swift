import Testing
import VocDesk
import VocDomain

/// The comparison of channels, against the satisfaction report by channel and against what was put in.
@Suite struct ChannelReportTests {
  private let fixture: DeskFixture
  private let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía", zone: SatisfactionTests.zone)
  }

  private func add(_ channel: String, satisfied: Int, not: Int) throws {
    _ = try desk.addChannel(name: channel, kind: "chat", zone: "UTC", country: nil, identities: [])
    for index in 0..<(satisfied + not) {
      var answer = Desk.NewAnswer(survey: .csat, score: index < satisfied ? 5 : 1)
      answer.allowsSame = true
      answer.channel = channel
      _ = try desk.record(answer)
    }
  }

  @Test func aChannelOfUnhappyCustomersIsAGap() throws {
    try add("WhatsApp", satisfied: 90, not: 10)
    try add("Correo", satisfied: 30, not: 70)
    try add("Web", satisfied: 89, not: 11)
    try add("Tienda", satisfied: 1, not: 8)
    let report = try desk.channelReport(since: nil, until: nil)
    #expect(report.rows.map(\.name) == ["Correo", "Tienda", "Web", "WhatsApp"])
    #expect(report.comparisons.map(\.measure) == [.csat] && report.verdict == .gap)
    let comparison = try #require(report.comparisons.first)
    #expect(comparison.standings.map(\.channel) == ["WhatsApp", "Correo", "Web"])
    #expect(comparison.standings.map(\.verdict) == [nil, .gap, .parity])
    #expect(comparison.standings[1].ratio == 30.0 / 90)
    #expect(comparison.pairs.count == 3 && comparison.test.name == .chiSquare && comparison.test.degrees == 2)
    #expect(report.leftOut(of: .csat).map(\.name) == ["Tienda"])
  }

  /// 98 % and 92 % are equivalent, and told apart.
  @Test func paritySaysWhereADifferenceIsShownAllTheSame() throws {
    try add("WhatsApp", satisfied: 245, not: 5)
    try add("Correo", satisfied: 230, not: 20)
    try add("Web", satisfied: 244, not: 6)
    let report = try desk.channelReport(since: nil, until: nil)
    let comparison = try #require(report.comparisons.first)
    #expect(report.verdict == .parity && comparison.standings.map(\.verdict) == [nil, .parity, .parity])
    #expect(comparison.standings.map(\.differsLittle) == [false, true, false])
  }

  @Test func nothingAndOneChannelCannotBeCompared() throws {
    #expect(try desk.channelReport(since: nil, until: nil).verdict == nil)
    try add("WhatsApp", satisfied: 20, not: 20)
    try add("Correo", satisfied: 5, not: 4)
    let report = try desk.channelReport(since: nil, until: nil)
    #expect(report.rows.count == 2 && report.comparisons.isEmpty && report.verdict == nil)
  }

  @Test func fewAnswersShowNoParity() throws {
    try add("WhatsApp", satisfied: 9, not: 3)
    try add("Correo", satisfied: 9, not: 3)
    let report = try desk.channelReport(since: nil, until: nil)
    #expect(report.verdict == .inconclusive)
  }

  @Test(arguments: ["", "priority:>=normal", "-channel:instagram"])
  func figuresAreThoseOfTheSatisfactionReport(filter: String) throws {
    _ = try desk.fillDemo(
      DemoPlan(tickets: 400, messagesPerTicket: 4, answers: 900, seed: 11, until: fixture.clock))
    let since = CivilDate(year: 2026, month: 1, day: 10)
    let report = try desk.channelReport(since: since, until: nil, matching: filter)
    let other = try desk.satisfaction(since: since, until: nil, by: .channel, matching: filter)
    #expect(!report.comparisons.isEmpty)
    for row in report.rows {
      let group = try #require(other.groups.first { $0.name == row.name })
      #expect(row.figures == group.figures.filter { ChannelReport.measures.contains($0.measure) })
    }
    for comparison in report.comparisons {
      let enough = report.rows.filter { ($0.figure(comparison.measure)?.n ?? 0) >= 10 }
      #expect(Set(comparison.standings.map(\.channel)) == Set(enough.map(\.name)))
      for standing in comparison.standings {
        guard let above = standing.above else { continue }
        #expect(above.n == report.rows.first { $0.name == standing.channel }?.figure(comparison.measure)?.n)
      }
    }
  }
}
