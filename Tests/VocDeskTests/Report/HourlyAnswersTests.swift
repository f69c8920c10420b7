import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

@Suite struct HourlyAnswersTests {
  /// Against SQLite's own calendar, in a zone of whole hours without summer time.
  @Test(arguments: 1...4)
  func equalARecount(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    let desk = try fixture.desk(zone: "America/Bogota")
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    let ticket = try desk.createTicket(.init(customer: "Ana", channel: "Mostrador", text: "Hola")).id
    for _ in 0..<120 {
      let survey = chance.one(of: SurveyKind.allCases) ?? .nps
      var answer = Desk.NewAnswer(survey: survey, score: chance.number(survey.scale))
      answer.at = fixture.clock + -Int64(chance.number(0...5_000_000))
      answer.ticket = chance.isTrue(oneIn: 3) ? ticket : nil
      _ = try desk.record(answer)
    }
    let march = ReportPeriod(
      since: CivilDate(year: 2026, month: 3, day: 1), until: CivilDate(year: 2026, month: 3, day: 31))
    for (filter, condition) in [("", "1"), ("status:new,open", "ticket_id IS NOT NULL")] {
      let hours = try desk.supervisorPage(march, matching: filter).hours
      var wanted = Array(repeating: [0, 0], count: 168)
      let rows = try Database(path: fixture.path).rows(
        """
        SELECT (strftime('%w', at - 5 * 3600, 'unixepoch') + 6) % 7 * 24 + strftime('%H', at - 5 * 3600, 'unixepoch'),
          survey = 'nps' AND score <= 6 OR survey = 'csat' AND score <= 2
        FROM answer WHERE survey IN ('nps', 'csat') AND \(condition)
          AND strftime('%Y-%m', at - 5 * 3600, 'unixepoch') = '2026-03'
        """
      ) { (Int($0.int(0)), Int($0.int(1))) }
      #expect(rows.count > 5)
      for (hour, negative) in rows {
        wanted[hour][0] += 1
        wanted[hour][1] += negative
      }
      #expect(hours.answers == wanted.map { $0[0] }, "seed \(seed)")
      #expect(hours.negative == wanted.map { $0[1] }, "seed \(seed)")
    }
  }
}
