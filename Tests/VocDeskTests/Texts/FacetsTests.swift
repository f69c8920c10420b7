import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What satisfaction goes along with besides topics.
@Suite struct FacetsTests {
  /// CSAT answers of a ticket.
  private func answer(_ centre: Centre, _ id: Int64, bad: Int, good: Int) throws {
    let desk = try centre.desk()
    for score in Array(repeating: 1, count: bad) + Array(repeating: 5, count: good) {
      var answer = Desk.NewAnswer(survey: .csat, score: score)
      answer.allowsSame = true
      answer.ticket = id
      _ = try desk.record(answer)
    }
  }

  private func facets(_ centre: Centre, _ text: String = "") throws -> TopicsReport.Facets {
    try centre.desk().topics(since: nil, until: nil, matching: text).facets
  }

  @Test func eachFacetIsReadFromItsTicket() throws {
    // Wednesday noon; then that night and the weekend.
    let centre = try Centre()
    let noon = SLADeskTests.start + 12 * Seconds.hour
    centre.fixture.clock = noon
    try answer(centre, centre.create(), bad: 5, good: 55)
    let again = try centre.create()
    try centre.perform(.solve(cause: nil), on: again)
    try centre.perform(.reopen, on: again)
    try answer(centre, again, bad: 20, good: 10)
    try answer(centre, centre.create("Correo", tags: ["cobro"]), bad: 20, good: 20)
    centre.fixture.clock = noon + 9 * Seconds.hour
    try answer(centre, centre.create(), bad: 4, good: 14)
    centre.fixture.clock = noon + 3 * Seconds.day
    try answer(centre, centre.create(), bad: 2, good: 12)
    let facets = try facets(centre)
    #expect(facets.n == 162 && facets.all == 162 && !facets.knowsPromises)
    let counts = Dictionary(uniqueKeysWithValues: facets.lines.map { ("\($0.fact)", $0.facet.with) })
    #expect(
      counts == [
        "reopened": Proportion(10, of: 30), "nightOrWeekend": Proportion(26, of: 32),
        "channel(\"WhatsApp\")": Proportion(91, of: 122),
        "topic(VocDesk.TopicsReport.Kind.tag, \"cobro\")": Proportion(20, of: 40),
      ])
    #expect(facets.hidden == [.transferred])
    #expect(facets.lines.first?.fact == .reopened && facets.lines.first?.facet.quadrant == .keyWeakness)
    #expect(facets.isDemonstrable && facets.explained > facets.explainedByChance)
    #expect(abs(facets.lines.reduce(0) { $0 + facets.part(of: $1) } - 1) < 1e-12)
  }

  @Test func fewerThanThirtyAnswersSayNothing() throws {
    let centre = try Centre()
    try answer(centre, centre.create(tags: ["cobro"]), bad: 14, good: 15)
    let facets = try facets(centre)
    #expect(facets.n == 29 && facets.lines == [] && facets.p == nil)
    #expect(try self.facets(centre, "tag:otro").all == 0)
  }

  @Test func whatIsPromisedAndNotKeptIsLate() throws {
    let centre = try Centre(SLADeskTests.four)
    for (wait, bad, good) in [(600, 2, 38), (7200, 25, 10)] as [(Int64, Int, Int)] {
      let id = try centre.create()
      centre.fixture.clock = centre.fixture.clock + wait
      try centre.perform(.reply("Ya está"), on: id)
      try answer(centre, id, bad: bad, good: good)
    }
    let facets = try facets(centre)
    #expect(facets.knowsPromises)
    let late = try #require(facets.lines.first { $0.fact == .late })
    #expect(late.facet.with == Proportion(10, of: 35) && late.facet.without == Proportion(38, of: 40))
  }

  @Test func ofManyAnswersSomeAreRead() throws {
    let centre = try Centre()
    _ = (try centre.create(), try centre.create())
    try Database(path: centre.fixture.path).execute(
      """
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
      INSERT INTO answer (survey, score, at, comment, ticket_id)
      SELECT 'csat', 1 + n % 5, 1775001600 + n, '', 1 + n % 2 FROM number
      """)
    let facets = try facets(centre)
    #expect(facets.all == 20_000 && (4_000...8_000).contains(facets.n))
  }

  /// The strongest of forty tags always looks like something: of chance alone it must not make the headline.
  @Test func theStrongestOfManyTagsIsNoFindingByItself() throws {
    var found = 0
    for seed in UInt64(4_000)..<4_012 {
      var chance = Chance(seed: seed)
      let centre = try Centre()
      for tag in 0..<40 { _ = try centre.create(tags: ["tag\(tag)"]) }
      let database = try Database(path: centre.fixture.path)
      try database.transaction {
        for n in 0..<1_600 {
          try database.execute(
            "INSERT INTO answer (survey, score, at, comment, ticket_id) VALUES ('csat', ?, ?, '', ?)",
            chance.isTrue(oneIn: 7) ? 1 : 5, 1_775_001_600 + n, 1 + n % 40)
        }
      }
      if try facets(centre).lines.contains(where: { if case .topic = $0.fact { true } else { false } }) {
        found += 1
      }
    }
    #expect(found <= 2)
  }

  @Test func untilTicketsAreMeasuredNothingIsSaid() throws {
    let centre = try Centre()
    try answer(centre, centre.create("Correo"), bad: 10, good: 30)
    try answer(centre, centre.create(), bad: 1, good: 39)
    #expect(try facets(centre).lines.count == 1)
    try Database(path: centre.fixture.path).execute("INSERT INTO ticket_unmeasured (ticket_id) VALUES (1)")
    let facets = try facets(centre)
    #expect(facets.unmeasured == 1 && facets.lines == [])
  }
}
