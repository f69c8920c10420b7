import SQLite
import Testing
import VocDomain
import VocStore
import VocTesting

@testable import VocDesk

/// Satisfaction over the tickets of a filter, against a plain recount in memory.
@Suite struct FilteredSatisfactionTests {
  private let fixture: DeskFixture
  private let desk: Desk
  private let world: FilterWorld

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía", zone: SatisfactionTests.zone)
    world = try FilterWorld(fixture, desk)
  }

  /// Answers around the edges of days and months, each fourth of no ticket.
  private func answers(_ chance: inout Chance, _ number: Int, tickets: Int) throws -> [Answer] {
    try (0..<number).map { _ in
      let survey = chance.one(of: SurveyKind.allCases) ?? .nps
      var new = Desk.NewAnswer(survey: survey, score: chance.number(survey.scale))
      new.allowsSame = true
      new.ticket = chance.isTrue(oneIn: 4) ? nil : Int64(chance.number(1...tickets))
      new.channel = chance.one(of: [nil, "WhatsApp", "Teléfono 2"]) ?? nil
      new.agent = chance.one(of: [nil, "Lucía"]) ?? nil
      let edge = chance.one(of: [1_774_994_400, 1_774_742_400, 1_774_746_000, 1_772_319_600]) ?? 0
      new.at = Instant(unixSeconds: Int64(edge + (chance.one(of: [-86_400, -3600, -1, 0, 1, 3600]) ?? 0)))
      return try desk.record(new)
    }
  }

  private func member(of answer: Answer, _ grouping: SatisfactionReport.Grouping, day: CivilDate) -> Int64 {
    switch grouping {
    case .channel: answer.channelID ?? 0
    case .agent: answer.agentID ?? 0
    case .month: Int64(day.monthsSince1970)
    case .segment, .kind, .priority, .cause, .tag, .country, .language:
      Int64(answer.segment.flatMap { Customer.Segment.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    }
  }

  @Test(arguments: 1...3)
  func theReportEqualsAPlainRecount(seed: UInt64) throws {
    var maker = FilterText(seed: seed)
    try world.fill(&maker.chance, tickets: 60)
    let answers = try answers(&maker.chance, 150, tickets: 60)
    let facts = try world.facts(1...60)
    let context = try world.context(zone: SatisfactionTests.zone)
    let clock = try ZoneClock(named: SatisfactionTests.zone)
    var (asked, found) = (0, 0)
    for _ in 0..<120 {
      let text = maker.filter()
      let filter = try TicketFilter.parse(text)
      if filter == .everything { continue }
      let ends = (0..<2).map { _ in 20_513 + maker.chance.number(-5...40) }.sorted()
      let since = maker.chance.isTrue(oneIn: 3) ? nil : CivilDate(daysSince1970: ends[0])
      let until = maker.chance.isTrue(oneIn: 3) ? nil : CivilDate(daysSince1970: ends[1])
      let grouping = maker.chance.one(of: SatisfactionTests.ofAnswers)
      let report: SatisfactionReport
      do {
        report = try desk.satisfaction(since: since, until: until, by: grouping, matching: text)
      } catch  where error is FilterError || error is VocError {
        // Names that there are not.
        continue
      }
      asked += 1
      let matching = Set(facts.filter { filter.matches($0, context) }.map(\.id))
      let inside = answers.filter {
        let day = clock.localTime(of: $0.at).date
        return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
      }
      let counted = inside.filter { $0.ticketID.map(matching.contains) ?? false }
      let note: Comment = "seed \(seed): \(text) \(ends) \(String(describing: grouping))"
      #expect(report.filter == text, note)
      #expect(report.withoutTicket == inside.count { $0.ticketID == nil }, note)
      expect(report.surveys, counts: counted, note)
      let groups = grouping.map { grouping in
        Dictionary(grouping: counted) {
          member(of: $0, grouping, day: clock.localTime(of: $0.at).date)
        }
      }
      let sizes = report.groups.map(\.surveys.n).filter { $0 > 0 }.sorted()
      #expect(sizes == (groups?.values.map(\.count).sorted() ?? []), note)
      if !counted.isEmpty && counted.count < inside.count { found += 1 }
    }
    #expect(asked > 40 && found > 20, "\(asked) \(found)")
  }

  private func expect(_ figures: SatisfactionReport.Figures, counts answers: [Answer], _ note: Comment) {
    func scores(_ survey: SurveyKind) -> [Int] { answers.filter { $0.survey == survey }.map(\.score) }
    for (figure, survey) in [(figures.nps, SurveyKind.nps), (figures.enps, .enps)] {
      let all = scores(survey)
      if survey == .enps && (1..<10).contains(all.count) {
        #expect(figure.n == all.count && figure.promoters + figure.detractors == 0, note)
        continue
      }
      #expect(figure.n == all.count && figure.promoters == all.count { $0 >= 9 }, note)
      #expect(figure.detractors == all.count { $0 <= 6 }, note)
    }
    for (figure, survey, top) in [(figures.csat, SurveyKind.csat, 4), (figures.ces, .ces, 5)] {
      let all = scores(survey)
      #expect(figure.n == all.count && figure.top == all.count { $0 >= top }, note)
      let mean = all.isEmpty ? nil : Double(all.reduce(0, +)) / Double(all.count)
      #expect(figure.mean.map { abs($0 - (mean ?? .nan)) < 1e-9 } ?? (mean == nil), note)
    }
  }

  /// A filter that every ticket fulfils counts what the counters have, but for answers of no ticket; an empty one is
  /// none.
  @Test(arguments: SatisfactionReport.Grouping.allCases)
  func countingAfreshEqualsTheCounters(grouping: SatisfactionReport.Grouping) throws {
    var chance = Chance(seed: 7)
    try world.fill(&chance, tickets: 20)
    _ = try answers(&chance, 80, tickets: 20)
    let database = try Database(path: fixture.path)
    try database.execute("UPDATE answer SET ticket_id = 1 WHERE ticket_id IS NULL")
    let march = CivilDate(daysSince1970: 20_513)
    for (since, until) in [(nil, nil), (march, nil), (nil, march), (march, CivilDate(daysSince1970: 20_540))]
    {
      let kept = try desk.satisfaction(since: since, until: until, by: grouping)
      let afresh = try desk.satisfaction(since: since, until: until, by: grouping, matching: "id:>0")
      #expect(kept.filter == nil && afresh.filter == "id:>0" && afresh.withoutTicket == 0)
      #expect(SatisfactionTests.said(kept) == SatisfactionTests.said(afresh))
      let empty = try desk.satisfaction(since: since, until: until, by: grouping, matching: "  ")
      #expect(empty.filter == nil && SatisfactionTests.said(empty) == SatisfactionTests.said(kept))
    }
  }

  @Test func manyTicketsAreSoughtInOnePass() throws {
    var chance = Chance(seed: 3)
    try world.fill(&chance, tickets: 20)
    let answers = try answers(&chance, 40, tickets: 20)
    func sum(_ tickets: [Int64]) throws -> Int {
      var sum = 0
      let always = Instant(unixSeconds: .min)...Instant(unixSeconds: .max)
      try desk.store.eachAnswer(ofTickets: tickets, within: always) { sum += 1 + $0.score }
      return sum
    }
    let wanted: Set<Int64> = [2, 3, 5, 7]
    let expected = answers.filter { $0.ticketID.map(wanted.contains) ?? false }.reduce(0) {
      $0 + 1 + $1.score
    }
    #expect(try sum(wanted.sorted()) == expected)
    #expect(try sum(wanted.sorted() + (1000...31_000)) == expected)
  }

  @Test func aViewIsAFilterAndMistakesAreErrors() throws {
    var chance = Chance(seed: 1)
    try world.fill(&chance, tickets: 5)
    _ = try desk.saveView("una", filter: "id:1", replaces: false)
    var new = Desk.NewAnswer(survey: .nps, score: 9)
    new.ticket = 1
    _ = try desk.record(new)
    let report = try desk.satisfaction(since: nil, until: nil, by: nil, matching: "@una")
    #expect(report.filter == "@una" && report.surveys.nps.n == 1)
    #expect(throws: FilterError.self) {
      try desk.satisfaction(since: nil, until: nil, by: nil, matching: "canal:fax")
    }
  }
}
