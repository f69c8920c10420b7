import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What changes is found, and what does not change is left alone.
@Suite struct TrendsTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  /// A day, counted back from the one before the fixture's clock: a ticket of each customer with its first words.
  private func fill(days: Int, _ texts: (_ day: Int) -> [String]) throws {
    _ = try fixture.desk().addChannel(
      name: "Web", kind: "web", zone: "UTC", country: nil, identities: [])
    let database = try Database(path: fixture.path)
    var id: Int64 = 0
    for day in 0..<days {
      let at = fixture.clock.unixSeconds - Int64(days - day) * Seconds.day + Seconds.hour
      for text in texts(day) {
        id += 1
        try database.execute(
          "INSERT INTO customer (id, name, folded_name, created_at) VALUES (?, 'Ana', 'ana', 0)", id)
        try database.execute(
          """
          INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at, solved_at)
          VALUES (?, 'solved', 2, '', ?, 1, ?, ?, ?)
          """, id, id, at, at, at)
        try database.execute(
          """
          INSERT INTO message (id, ticket_id, at, author, author_name, customer_id, kind, is_public, body)
          VALUES (?, ?, ?, 'customer', 'Ana', ?, 'message', 1, ?)
          """, id, id, at, id, text)
      }
    }
  }

  private func day(_ text: String) throws -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  @Test func nothingIsNoReport() throws {
    _ = try fixture.desk()
    #expect(try fixture.desk().trends(since: nil, until: nil) == nil)
  }

  @Test func aNewWordIsFoundWithItsDays() throws {
    try fill(days: 150) { day in
      var texts = ["No llega mi pedido", "Quiero una factura", "Gracias por todo", "Pedí dos cafés"]
      if (140..<150).contains(day) { texts[day % 4] = "La válvula gotea mucho" }
      return texts
    }
    let report = try #require(try fixture.desk().trends(since: nil, until: nil))
    #expect(report.isUsual && report.readNow == 120 && report.readBefore == 480)
    let (first30, last30) = (try day("2026-03-02"), try day("2026-03-31"))
    #expect(report.period.until == last30 && report.period.since == first30)
    #expect(report.before.since == first30 + -120)
    let first = try #require(report.terms.first)
    #expect(first.tier == .emerging && first.now == 10 && first.before == 0 && first.customers == 10)
    #expect(first.ratio == nil && first.g2 > 15.13)
    #expect(report.terms.contains { $0.term == "valvula gotea" })
    #expect(!report.terms.contains { $0.term == "valvula" || $0.term == "pedido" })
    #expect(first.surge?.upperBound == last30)
    #expect(report.buckets.count == 21 && report.buckets.allSatisfy { $0.created == 28 })
    let negative = try #require(report.negative)
    #expect(negative.nowN == 120 && negative.beforeN == 480 && !negative.isDemonstrable)
    #expect(report.volume == nil, "nothing goes up or down where all weeks are alike")
  }

  /// Customers greet our agents: a new colleague is no news of theirs.
  @Test func namesOfAgentsAreNoTerms() throws {
    try fill(days: 150) { day in
      day < 140
        ? ["No llega mi pedido", "Quiero una factura"] : ["Hola Lucía Fernández", "La válvula gotea, Lucía"]
    }
    let desk = try fixture.desk()
    #expect(try desk.trends(since: nil, until: nil)?.terms.contains { $0.term == "lucia" } == true)
    _ = try desk.addAgent(name: "Lucía Fernández", email: nil)
    let terms = try #require(try desk.trends(since: nil, until: nil)).terms.map(\.term)
    #expect(terms.allSatisfy { !["lucia", "fernandez", "lucia fernandez"].contains($0) })
    #expect(terms.contains("valvula gotea"))
  }

  @Test func theSameTextsAllTheTimeAreNoTrend() throws {
    try fill(days: 150) { day in ["No llega mi pedido \(day % 7)", "Quiero una factura"] }
    let report = try #require(try fixture.desk().trends(since: nil, until: nil))
    #expect(report.terms == [])
    #expect(report.buckets.allSatisfy { $0.csatAlarm == nil && $0.npsAlarm == nil })
    #expect(!report.judgesCSAT && !report.judgesNPS)
  }

  @Test func oneCustomerIsNoTrend() throws {
    try fill(days: 60) { day in day < 48 ? ["Pedí café"] : ["La válvula gotea", "Pedí café"] }
    try Database(path: fixture.path).execute("UPDATE message SET customer_id = 1")
    let report = try #require(
      try fixture.desk().trends(since: try day("2026-03-20"), until: try day("2026-03-31")))
    #expect(!report.isUsual && report.terms == [])
  }

  @Test func moreTicketsEachWeekAreATrend() throws {
    try fill(days: 150) { day in Array(repeating: "Hola", count: 1 + day / 7) }
    let volume = try #require(try fixture.desk().trends(since: nil, until: nil)?.volume)
    #expect(volume.isDemonstrable && abs(volume.slope - 7) < 0.5 && volume.periods == 21)
  }

  /// Before the first ticket there was nothing to count: eight full weeks of the same are no rise.
  @Test(arguments: [20, 56, 60, 75]) func youngDataIsNoTrend(days: Int) throws {
    try fill(days: days) { day in Array(repeating: "Hola", count: 4 + day % 2) }
    let volume = try #require(try fixture.desk().trends(since: nil, until: nil)).volume
    #expect(volume?.isDemonstrable != true && volume?.periods ?? 8 == max(8, days / 7))
    #expect((volume != nil) == (days >= 56))
  }

  /// A period that ends today: the last week is not over.
  @Test func anUnfinishedTodayIsNotJudged() throws {
    try fill(days: 150) { _ in ["Hola", "Buenas"] }
    let today = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day))
    let report = try #require(try fixture.desk().trends(since: today + -29, until: today))
    #expect(report.buckets.count == 21 && report.buckets.last?.days.upperBound == today)
    #expect(report.volume == nil, "all full weeks are alike")
  }

  /// NPS of six promoters of ten, and of all of them in the last weeks.
  @Test func anAlarmSaysWhichWayItGoes() throws {
    try fill(days: 150) { _ in ["Hola"] }
    let desk = try fixture.desk()
    for day in 0..<150 {
      for number in 0..<10 {
        var answer = Desk.NewAnswer(survey: .nps, score: number < (day < 129 ? 6 : 10) ? 10 : 3)
        answer.at = fixture.clock + (Int64(day - 150) * Seconds.day + 7200)
        _ = try desk.record(answer)
      }
    }
    let report = try #require(try fixture.desk().trends(since: nil, until: nil))
    #expect(report.buckets.compactMap(\.npsAlarm).last == .up)
  }

  @Test func aWeekOfBadScoresGivesAlarm() throws {
    try fill(days: 150) { _ in ["Hola"] }
    let desk = try fixture.desk()
    for day in 0..<150 {
      for number in 0..<10 {
        var answer = Desk.NewAnswer(
          survey: .csat, score: number < ((136..<143).contains(day) ? 3 : 8) ? 5 : 1)
        answer.at = fixture.clock + (Int64(day - 150) * Seconds.day + 7200)
        _ = try desk.record(answer)
      }
    }
    let report = try #require(try fixture.desk().trends(since: nil, until: nil))
    #expect(report.judgesCSAT && !report.judgesNPS)
    // Of the periods that were judged alone, each with its one in 370.
    #expect(report.judgedCSAT == report.buckets.count - 7, "the first three days count as a week, too")
    #expect(report.expectedFalseAlarms == Double(report.judgedCSAT) / 370)
    let alarms = report.buckets.indices.filter { report.buckets[$0].csatAlarm != nil }
    #expect(alarms.map { report.buckets[$0].csatAlarm } == [.down])
    #expect(report.buckets[alarms[0]].csatTop * 2 < report.buckets[alarms[0]].csatN)
  }

  @Test(arguments: [
    ("0001-01-01", "9999-12-31"), ("2026-03-31", "2026-03-31"), ("1990-01-01", "1990-01-02"),
    ("2026-03-01", "9999-01-01"), ("0001-01-01", "0001-01-01"),
  ])
  func anyPeriodIsOne(since: String, until: String) throws {
    try fill(days: 40) { _ in ["La válvula gotea"] }
    let report = try #require(
      try fixture.desk().trends(since: try day(since), until: try day(until), matching: "mood:none"))
    #expect(report.terms.allSatisfy { $0.g2.isFinite })
    #expect(report.buckets.allSatisfy { $0.read <= $0.created })
  }
}
