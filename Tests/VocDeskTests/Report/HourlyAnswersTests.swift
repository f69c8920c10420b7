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
      answer.allowsSame = true
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

  /// Santiago de Chile, by hand: on 5 April 2025 the hour from 23:00 came twice, on 7 September that from 00:00 never.
  /// Seconds from the change, and the hour of the week, of the Saturday and the Sunday around it.
  @Test(arguments: [
    (
      change: "2025-04-06T03:00:00Z", seconds: 1_743_908_400, day: 5, month: 4,
      hours: [
        (-86_401, nil), (-86_399, 120), (-54_000, 129), (-3601, 142), (-3600, 143), (-1, 143), (0, 143),
        (3599, 143), (3601, 144), (32_400, 152), (89_999, 167), (90_001, nil),
      ]
    ),
    (
      change: "2025-09-07T04:00:00Z", seconds: 1_757_217_600, day: 6, month: 9,
      hours: [
        (-86_401, nil), (-86_399, 120), (-57_600, 128), (-1, 143), (1, 145), (3600, 146), (28_800, 153),
        (82_799, 167), (82_801, nil),
      ]
    ),
  ])
  func hoursAreThoseOnTheWallWhenSummerTimeChanges(
    change: String, seconds: Int64, day: Int, month: Int, hours: [(Int64, Int?)]
  ) throws {
    let desk = try DeskFixture().desk(zone: "America/Santiago")
    var wanted = [Int](repeating: 0, count: 168)
    for (offset, hour) in hours {
      var answer = Desk.NewAnswer(survey: .nps, score: 0)
      answer.at = Instant(unixSeconds: seconds + offset)
      _ = try desk.record(answer)
      if let hour { wanted[hour] += 1 }
    }
    let weekend = ReportPeriod(
      since: CivilDate(year: 2025, month: month, day: day),
      until: CivilDate(year: 2025, month: month, day: day + 1))
    let found = try desk.supervisorPage(weekend, matching: "").hours
    #expect(found.answers == wanted && found.negative == wanted, "\(change)")
  }

  /// Midnight on the clock of the reports, of the channel's zone, or where the day began an hour late: no time is known.
  /// Seconds of 2025-09-07T00:00:00Z and after it, in UTC, in Madrid, and the first moment of that day in Santiago.
  @Test(arguments: [
    ("UTC", "UTC", 0, 0), ("UTC", "UTC", 1, 1), ("UTC", "UTC", 3600, 1), ("UTC", "Europe/Madrid", 0, 0),
    ("UTC", "Europe/Madrid", 79_200, 0), ("UTC", "Europe/Madrid", 79_201, 1),
    ("America/Santiago", "America/Santiago", 14_400, 0), ("America/Santiago", "America/Santiago", 14_401, 1),
  ])
  func aDayAloneIsNoHour(reports: String, channel: String, seconds: Int64, counted: Int) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.desk(zone: reports)
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: channel, country: nil, identities: [])
    let ticket = try desk.createTicket(.init(customer: "Ana", channel: "Mostrador", text: "Hola")).id
    var answer = Desk.NewAnswer(survey: .csat, score: 1)
    answer.at = Instant(unixSeconds: 1_757_203_200 + seconds)
    answer.ticket = ticket
    _ = try desk.record(answer)
    let september = ReportPeriod(
      since: CivilDate(year: 2025, month: 9, day: 1), until: CivilDate(year: 2025, month: 9, day: 30))
    for filter in ["", "status:new,open"] {
      let hours = try desk.supervisorPage(september, matching: filter).hours
      #expect(hours.n == counted && hours.withoutTime == 1 - counted, "\(filter)")
    }
  }
}
