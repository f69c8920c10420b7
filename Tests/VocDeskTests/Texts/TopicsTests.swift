import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Topics by number, and what goes along with satisfaction.
@Suite struct TopicsTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  /// A ticket with tags, a cause and CSAT scores.
  private func ticket(_ tags: [String], cause: String? = nil, scores: [Int] = []) throws {
    let desk = try fixture.desk()
    if try desk.channels().isEmpty {
      _ = try desk.addChannel(name: "Web", kind: "web", zone: "UTC", country: nil, identities: [])
    }
    var new = Desk.NewTicket(customer: "Ana Mora", channel: "Web", text: "Hola")
    new.tags = tags
    let id = try desk.createTicket(new).id
    if let cause {
      try Database(path: fixture.path).execute("UPDATE ticket SET cause = ? WHERE id = ?", cause, id)
    }
    for score in scores {
      var answer = Desk.NewAnswer(survey: .csat, score: score)
      answer.allowsSame = true
      answer.ticket = id
      _ = try desk.record(answer)
    }
  }

  private func lines(_ report: TopicsReport) -> [String] {
    report.lines.map {
      "\($0.kind) \($0.name) \($0.tickets) \(Int(100 * $0.share)) \(Int(100 * $0.cumulative))"
    }
  }

  @Test func nothingIsAnEmptyReport() throws {
    _ = try fixture.desk()
    let report = try fixture.desk().topics(since: nil, until: nil)
    #expect(report.tickets == 0 && report.lines == [] && report.drivers == [] && report.csatN == 0)
  }

  @Test func topicsAreCountedAndAddedUp() throws {
    try ticket(["envio", "vip"], cause: "Retraso")
    try ticket(["envio"], cause: "Retraso")
    try ticket(["pago"])
    try ticket([])
    let expected = [
      "tag envio 2 50 50", "tag pago 1 25 75", "tag vip 1 25 100", "cause Retraso 2 50 100",
    ]
    #expect(lines(try fixture.desk().topics(since: nil, until: nil)) == expected)
    let today = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day))
    #expect(lines(try fixture.desk().topics(since: today, until: today)) == expected)
    #expect(try fixture.desk().topics(since: today + 1, until: nil).lines == [])
    #expect(
      lines(try fixture.desk().topics(since: nil, until: nil, matching: "tag:pago")) == ["tag pago 1 100 100"]
    )
    try Database(path: fixture.path).execute("UPDATE ticket SET merged_into_id = 2 WHERE id = 1")
    #expect(
      lines(try fixture.desk().topics(since: nil, until: nil)) == [
        "tag envio 1 33 50", "tag pago 1 33 100", "cause Retraso 1 33 100",
      ])
  }

  @Test func driversNeedTenAnswersAndSayWhatIsDemonstrable() throws {
    try ticket(["malo"], scores: Array(repeating: 1, count: 18) + [5, 5])
    try ticket(["malo", "raro"], scores: Array(repeating: 5, count: 9))
    try ticket(["bueno"], scores: Array(repeating: 5, count: 40))
    let report = try fixture.desk().topics(since: nil, until: nil)
    #expect(report.csatN == 69 && report.csatTop == 51 && report.hiddenDrivers == 1)
    #expect(report.drivers.map(\.name) == ["bueno", "malo"])
    let bad = try #require(report.drivers.last)
    #expect(bad.withTop == 11 && bad.withN == 29 && bad.withoutTop == 40 && bad.withoutN == 40)
    #expect(abs(bad.difference - 100 * (11.0 / 29 - 1)) < 1e-9 && bad.low < bad.difference && bad.high < 0)
    #expect(bad.isDemonstrable && bad.impact < 0)
    #expect(abs(bad.shrunken - 100 * (11 + 20 * 51.0 / 69) / 49) < 1e-9)
    #expect(report.modelN == 0, "no two tags that are shown meet on a ticket")
  }

  @Test func overlappingTagsAreSplit() throws {
    // Where both stand it is the first that goes along with bad scores.
    try ticket(["falla", "urgente"], scores: Array(repeating: 1, count: 30) + [5, 5])
    try ticket(["urgente"], scores: Array(repeating: 5, count: 28) + [1, 1])
    try ticket(["falla"], scores: Array(repeating: 1, count: 14) + [5])
    try ticket([], scores: Array(repeating: 5, count: 50) + [1, 1, 1])
    let report = try fixture.desk().topics(since: nil, until: nil)
    #expect(report.modelN == 130)
    let odds = Dictionary(uniqueKeysWithValues: report.drivers.map { ($0.name, $0.oddsRatio ?? 0) })
    #expect(odds["falla", default: 9] < 0.1)
    #expect((0.3...3).contains(odds["urgente", default: 9]))
  }

  @Test func withoutAnythingToCompareThereIsNoDriver() throws {
    try ticket(["solo"], scores: Array(repeating: 5, count: 30))
    let report = try fixture.desk().topics(since: nil, until: nil)
    #expect(report.csatN == 30 && report.drivers == [] && report.modelN == 0)
  }
}
