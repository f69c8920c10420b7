import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

@Suite struct CompetitorReportTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk()
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    for name in ["Café Rival", "Telco"] { _ = try desk.addCompetitor(name) }
  }

  @discardableResult
  private func say(_ customer: String, _ text: String) throws -> Int64 {
    fixture.clock = fixture.clock + 60
    return try desk.createTicket(.init(customer: customer, channel: "Mostrador", text: text)).id
  }

  private func answer(_ survey: SurveyKind, _ score: Int, on ticket: Int64?, _ comment: String = "") throws {
    fixture.clock = fixture.clock + 60
    var answer = Desk.NewAnswer(survey: survey, score: score)
    answer.allowsSame = true
    (answer.ticket, answer.comment) = (ticket, comment)
    _ = try desk.record(answer)
  }

  private func report(_ since: String? = nil, _ until: String? = nil) throws -> LoopReport {
    func day(_ text: String?) -> CivilDate? {
      let parts = text?.split(separator: "-").compactMap { Int($0) } ?? []
      return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
    return try desk.loopReport(since: day(since), until: day(until))
  }

  @Test func nothingIsSaidWithoutAList() throws {
    for name in ["Café Rival", "Telco"] { _ = try desk.removeCompetitor(name) }
    try say("Ana", "En otra empresa me atienden")
    #expect(try report().competitors.isEmpty)
  }

  @Test func mentionsAreToldByNameWithTheirCustomersAndMood() throws {
    try say("Ana", "El Café Rival me atiende antes. Pésimo servicio, un desastre.")
    try say("Ana", "me voy con cafe rival")
    try say("Beto", "Uso Telco y CAFÉ RIVAL")
    // A turn of phrase names nobody.
    try say("Carla", "Voy a usar otra empresa")
    let ticket = try say("Dora", "Hola")
    try answer(.csat, 2, on: ticket, "telco es mejor")
    try answer(.nps, 2, on: nil, "Prefiero Telco")
    let report = try report()
    #expect(report.competitors.map(\.name) == ["Café Rival", "Telco"])
    let (cafe, telco) = (report.competitors[0], report.competitors[1])
    #expect(cafe.messages == 3 && cafe.comments == 0 && cafe.share.part == 2 && cafe.share.n == 4)
    #expect(telco.messages == 1 && telco.comments == 2 && telco.share.part == 2)
    #expect(cafe.negative.n == 3 && cafe.negative.part == 1)
    #expect(cafe.mentionsBefore == nil && cafe.share.change == nil)
    // The ticket's answer and the one without a ticket.
    #expect(telco.satisfaction.map(\.measure) == [.csat, .nps])
    #expect(telco.satisfaction.map(\.n) == [1, 1] && cafe.satisfaction.isEmpty)
  }

  @Test func aPeriodIsComparedWithTheOneBefore() throws {
    // From 1 April 2026 on: three of twelve customers in April, ten of twelve in May.
    for month in 0..<2 {
      for customer in 0..<12 {
        let names = month == 0 ? customer < 3 : customer < 10
        try say("Cliente \(customer)", names ? "Telco cobra menos" : "Hola")
      }
      fixture.clock = fixture.clock + 30 * Seconds.day
    }
    let telco = try #require(try report("2026-05-01", "2026-05-31").competitors.first)
    #expect(telco.name == "Telco" && telco.mentions == 10 && telco.mentionsBefore == 3)
    #expect(telco.share.part == 10 && telco.share.n == 12 && telco.share.previousN == 12)
    let change = try #require(telco.share.change)
    #expect(abs(change.value - 58.333) < 0.01 && change.isDemonstrable)
  }

  @Test func answersWhereOneIsNamedAreComparedWithAllOthers() throws {
    for n in 0..<30 {
      let ticket = try say("Cliente \(n)", n < 12 ? "En Telco es más barato" : "Hola")
      try answer(.csat, n < 12 ? 1 + n / 11 : 5, on: ticket)
    }
    try answer(.csat, 4, on: nil)
    let report = try report()
    let csat = try #require(report.competitors.first { $0.name == "Telco" }?.satisfaction.first)
    #expect(csat.n == 12 && csat.part == 0 && csat.previousN == 19 && csat.previous == 100)
    #expect(csat.change?.value == -100 && csat.change?.isDemonstrable == true)
    // Whatever the day on which it was said.
    let later = try #require(
      try self.report("2026-04-01", "2026-04-30").competitors.first { $0.name == "Telco" })
    #expect(later.satisfaction.first?.n == 12)
  }

  /// The figures of random months against a plain recount of the rows.
  @Test(arguments: 1...5)
  func everyFigureEqualsARecount(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let texts = [
      "Telco cobra menos", "cafe rival sí", "Café Rival y telco", "Hola", "gracias", "otra empresa",
    ]
    for _ in 0..<60 {
      fixture.clock = fixture.clock + Int64(chance.number(0...100_000))
      let ticket = try say("Cliente \(chance.number(0...9))", chance.one(of: texts) ?? "")
      if chance.isTrue(oneIn: 2) {
        try answer(
          .nps, chance.number(0...10), on: chance.isTrue(oneIn: 4) ? nil : ticket,
          chance.one(of: texts + ["", ""]) ?? "")
      }
    }
    let (first, last) = ("2026-04-10", "2026-04-30")
    let bounds = "at >= unixepoch('\(first)') AND at < unixepoch('2026-05-01')"
    let report = try report(first, last)
    let database = try Database(path: fixture.path)
    for (name, pattern) in [("Telco", "%telco%"), ("Café Rival", "%caf_ rival%")] {
      let found = try #require(report.competitors.first { $0.name == name })
      let says = "lower(body) LIKE '\(pattern)' AND author = 'customer'"
      let comments = "lower(comment) LIKE '\(pattern)'"
      #expect(
        try database.value("SELECT count(*) FROM message WHERE \(says) AND \(bounds)")
          == Int64(found.messages), "seed \(seed)")
      #expect(
        try database.value("SELECT count(*) FROM answer WHERE \(comments) AND \(bounds)")
          == Int64(found.comments), "seed \(seed)")
      #expect(
        try database.value(
          """
          SELECT count(*) FROM (
            SELECT ticket.customer_id FROM message JOIN ticket ON ticket.id = ticket_id WHERE \(says) AND \(bounds)
            UNION SELECT customer_id FROM answer WHERE \(comments) AND \(bounds) AND customer_id IS NOT NULL)
          """) == found.share.part.map(Int64.init), "seed \(seed)")
      let isNamed = """
        (\(comments) OR ticket_id IN (SELECT ticket_id FROM message WHERE \(says))
          OR ticket_id IN (SELECT ticket_id FROM answer WHERE \(comments) AND ticket_id IS NOT NULL))
        """
      let with = try database.value("SELECT count(*) FROM answer WHERE \(isNamed) AND \(bounds)") ?? 0
      let all = try database.value("SELECT count(*) FROM answer WHERE \(bounds)") ?? 0
      let nps = found.satisfaction.first
      #expect(Int64(nps?.n ?? 0) == with, "seed \(seed)")
      if let nps, all > with { #expect(Int64(nps.previousN ?? 0) == all - with, "seed \(seed)") }
    }
  }

  // MARK: - What is published

  private func keep(_ name: String, _ survey: SurveyKind, _ figure: Double, _ year: Int) throws {
    _ = try desk.keep([
      Desk.NewBenchmark(name: name, survey: survey, figure: figure, year: year, source: "CX Index")
    ])
  }

  @Test func ourFigureStandsBesideThePublishedOnes() throws {
    try keep("Sector", .nps, 20, 2025)
    try keep("Sector", .nps, 90, 2026)
    try keep("sector", .csat, 50, 2026)
    try keep("Café Rival", .nps, -80, 2026)
    try keep("Telco", .nps, 15, 2026)
    #expect(try report().benchmarks.map(\.standing) == [.noData, .noData, .noData, .noData])
    for score in 1...9 { try answer(.nps, score, on: nil) }
    #expect(try report().benchmarks.map(\.standing) == [.tooFew, .tooFew, .noData, .tooFew])
    // 40 promoters, 20 passives, 20 detractors, and the nine: NPS 17.
    for _ in 0..<20 {
      try answer(.nps, 9, on: nil)
      try answer(.nps, 10, on: nil)
      try answer(.nps, 8, on: nil)
      try answer(.nps, 3, on: nil)
    }
    let lines = try report().benchmarks
    #expect(lines.map(\.published.name) == ["Café Rival", "Sector", "sector", "Telco"])
    #expect(lines.map(\.published.year) == [2026, 2026, 2026, 2026])
    #expect(lines.map(\.standing) == [.above, .below, .noData, .notDemonstrable])
  }

  @Test func oursIsOfThePublishedYear() throws {
    try keep("Sector", .nps, 20, 2024)
    try keep("Sector", .csat, 20, 2024)
    try keep("Telco", .nps, 20, 2025)
    #expect(throws: VocError.yearToCome(2027)) { try keep("Telco", .nps, 20, 2027) }
    for (year, score) in [(2024, 10), (2026, 0)] {
      var new = Desk.NewAnswer(survey: .nps, score: score)
      new.at = Instant(
        unixSeconds: Int64(CivilDate(year: year, month: 6, day: 1)?.daysSince1970 ?? 0) * 86_400)
      for _ in 0..<10 { _ = try desk.record(new) }
    }
    let lines = try report().benchmarks
    #expect(
      lines.map(\.published.survey) == [.csat, .nps, .nps]
        || lines.map(\.published.survey) == [.nps, .csat, .nps])
    let (sector, telco) = (
      lines.first { $0.published.year == 2024 && $0.published.survey == .nps }, lines.last
    )
    #expect(sector?.own?.value == 100 && sector?.isOfItsYear == true && sector?.own?.n == 10)
    #expect(telco?.own?.n == 20 && telco?.isOfItsYear == false)
  }

  @Test func theSameYearIsCorrectedAnotherIsKeptApart() throws {
    try keep("Telco", .nps, 15, 2025)
    try keep("TELCO", .nps, 25, 2025)
    try keep("Telco", .nps, 35, 2026)
    #expect(try desk.benchmarks().map(\.figure) == [35, 25])
    #expect(try desk.benchmarks().map(\.name) == ["Telco", "TELCO"])
    let id = try #require(try desk.benchmarks().first?.id)
    #expect(try desk.removeBenchmark(id).year == 2026)
    #expect(throws: VocError.unknownBenchmark(id)) { try desk.removeBenchmark(id) }
    #expect(try report().benchmarks.map(\.published.figure) == [25])
  }

  @Test(arguments: [
    (SurveyKind.nps, 100.5), (.nps, -101), (.csat, -1), (.csat, 101), (.ces, 5), (.enps, 5), (.nps, .nan),
  ])
  func whatNoFigureCanBeIsRefused(survey: SurveyKind, figure: Double) throws {
    #expect(throws: VocError.figureOutOfScale(survey)) { try keep("Telco", survey, figure, 2026) }
    #expect(try desk.benchmarks().isEmpty)
  }
}
