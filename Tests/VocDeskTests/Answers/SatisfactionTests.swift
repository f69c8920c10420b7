import Foundation
import SQLite
import Testing
import VocDesk
import VocDomain
import VocStore
import VocTesting

/// The kept counters and the report from them, against a plain recount of the answers.
@Suite struct SatisfactionTests {
  /// Clocks go back on 2026-10-25 there, and its midnights are not UTC's.
  static let zone = "Europe/Madrid"

  /// An answer as the database has it, with the local day computed by Foundation's calendar.
  private struct Kept {
    var survey: String
    var score: Int
    var day: Int
    var month: String
    var channel: String
    var agent: String
    var segment: String

    func member(_ grouping: SatisfactionReport.Grouping) -> String {
      switch grouping {
      case .channel: channel
      case .agent: agent
      case .month: month
      case .segment, .kind, .priority, .cause, .tag, .country, .language: segment
      }
    }
  }

  /// What every answer tells by itself.
  static let ofAnswers: [SatisfactionReport.Grouping] = [.channel, .agent, .month, .segment]

  /// All that a report says but of which tickets.
  static func said(_ report: SatisfactionReport) -> String {
    """
    \(report.surveys) \(report.figures) \(report.created) \(report.unanswered) \(report.solved) \(report.settled)
    \(report.underObservation) \(report.calls) \(report.backlog) \(report.groups)
    """
  }

  private func kept(_ path: String) throws -> [Kept] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: SatisfactionTests.zone))
    return try Database(path: path).rows(
      """
      SELECT survey, score, at, coalesce(channel.name, ''), coalesce(agent.name, ''), coalesce(segment, '')
      FROM answer LEFT JOIN channel ON channel.id = channel_id LEFT JOIN agent ON agent.id = answer.agent_id
      """
    ) { row in
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: TimeInterval(row.int(2))))
      let (year, month) = (parts.year ?? 0, parts.month ?? 0)
      return Kept(
        survey: row.text(0), score: Int(row.int(1)),
        day: CivilDate(year: year, month: month, day: parts.day ?? 0)?.daysSince1970 ?? 0,
        month: "\(year)-\(month < 10 ? "0" : "")\(month)", channel: row.text(3), agent: row.text(4),
        segment: row.text(5))
    }
  }

  /// Answers around the edges of days, months and the changed clock, by import and by hand.
  private func fill(_ fixture: DeskFixture, _ chance: inout Chance) throws {
    // 2027-01-15: after all of them.
    fixture.clock = Instant(unixSeconds: 1_800_000_000)
    let desk = try fixture.desk(zone: SatisfactionTests.zone)
    _ = try desk.addAgent(name: "Lucia", email: nil)
    for name in ["WhatsApp", "Tienda"] {
      _ = try desk.addChannel(
        name: name, kind: "chat", zone: SatisfactionTests.zone, country: nil, identities: [])
    }
    let store = try Store(path: fixture.path, for: .writing)
    let phones = ["+5215500000001", "+5215500000002", "+5215500000003"]
    try store.transaction {
      for (phone, segment) in zip(phones, Customer.Segment.allCases) {
        let id = try store.insertCustomer(name: phone, country: nil, segment: segment, at: fixture.clock)
        try store.insert(ContactPoint(kind: .phone, value: phone, raw: phone), ofCustomer: id, onChannel: 0)
      }
    }
    let edges = [
      "2026-10-25T00:00:00", "2026-10-31T23:00:00", "2026-11-01T00:00:00", "2026-12-31T23:00:00",
      "2026-03-29T01:00:00", "2026-01-01T00:00:00",
    ]
    for _ in 0..<3 {
      var rows = ["encuesta,calificacion,fecha,canal,agente,telefono,comentario"]
      for _ in 0..<20 {
        let survey = chance.one(of: SurveyKind.allCases) ?? .nps
        let offset = chance.one(of: [-3600, -1, 0, 1, 1800, 3599, 3600, 7200, 86_400]) ?? 0
        let at = (Self.seconds(chance.one(of: edges) ?? "") ?? 0) + offset
        let channel = chance.one(of: ["", "WhatsApp", "Tienda"]) ?? ""
        let agent = chance.one(of: ["", "Lucia", "Pedro"]) ?? ""
        rows.append(
          "\(survey.rawValue),\(chance.number(survey.scale)),\(Self.text(at)),\(channel),\(agent),"
            + (chance.one(of: phones + [""]) ?? "") + "," + (chance.one(of: ["", "", "Bien", "Mal"]) ?? ""))
      }
      let path = try fixture.folder.write(rows.joined(separator: "\n") + "\n", to: "respuestas.csv")
      var options = ImportOptions()
      options.zone = SatisfactionTests.zone
      _ = try desk.importFiles([path], options: options, searchPath: "")
      for _ in 0..<5 {
        let survey = chance.one(of: SurveyKind.allCases) ?? .nps
        var new = Desk.NewAnswer(survey: survey, score: chance.number(survey.scale))
        new.channel = chance.one(of: [nil, "WhatsApp"]) ?? nil
        new.agent = chance.one(of: [nil, "Lucia"]) ?? nil
        new.comment = chance.one(of: ["", "Gracias"]) ?? ""
        new.at = Instant(
          unixSeconds: Int64((Self.seconds(chance.one(of: edges) ?? "") ?? 0) + chance.number(-9000...9000)))
        _ = try desk.record(new)
      }
    }
    let database = try Database(path: fixture.path)
    #expect(try database.value("SELECT count(*) FROM answer") ?? 0 > 50)
    #expect(try database.value("SELECT count(DISTINCT segment) FROM answer") == 3)
  }

  private static func seconds(_ text: String) -> Int? {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    return LocalTime(year: parts[0], month: parts[1], day: parts[2], hour: parts[3]).map {
      Int($0.wallSeconds)
    }
  }

  private static func text(_ seconds: Int) -> String {
    let time = LocalTime(wallSeconds: Int64(seconds))
    let (year, month, day) = time.date.components
    return [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-") + " "
      + [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  @Test(arguments: 1...6)
  func theCountersEqualTheRecount(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    try fill(fixture, &chance)
    let store = try Store(path: fixture.path, for: .reading)
    let clock = try ZoneClock(named: SatisfactionTests.zone)
    var wanted: [AnswerCell: AnswerCount] = [:]
    try store.eachAnswer { answer in
      for cell in AnswerCell.cells(of: answer, on: clock.localTime(of: answer.at).date) {
        let before = wanted[cell] ?? AnswerCount(n: 0, commented: 0)
        wanted[cell] = AnswerCount(
          n: before.n + 1, commented: (before.commented ?? 0) + (answer.comment.isEmpty ? 0 : 1))
      }
    }
    var found: [AnswerCell: AnswerCount] = [:]
    for dimension in AnswerCell.Dimension.allCases {
      for grain in AnswerCell.Grain.allCases {
        try store.answerCounts(dimension, grain: grain, periods: -100_000...100_000) {
          found[$0] = $1
        }
      }
    }
    #expect(found == wanted, "seed \(seed)")
    #expect(try store.setting("zone") == SatisfactionTests.zone)
  }

  @Test(arguments: 1...6)
  func theReportEqualsAPlainRecount(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    try fill(fixture, &chance)
    let answers = try kept(fixture.path)
    let desk = try fixture.desk(zone: "Asia/Tokyo")
    for _ in 0..<40 {
      let ends = (0..<2).map { _ in 20_454 + chance.number(-10...375) }.sorted()
      let since = chance.isTrue(oneIn: 4) ? nil : CivilDate(daysSince1970: ends[0])
      let until = chance.isTrue(oneIn: 4) ? nil : CivilDate(daysSince1970: ends[1])
      let days = (since?.daysSince1970 ?? .min)...(until?.daysSince1970 ?? .max)
      let inside = answers.filter { days.contains($0.day) }
      for grouping in SatisfactionTests.ofAnswers.map(Optional.some) + [nil] {
        let report = try desk.satisfaction(since: since, until: until, by: grouping)
        let context: Comment = "seed \(seed), \(ends), \(String(describing: grouping))"
        #expect(report.zone == SatisfactionTests.zone)
        expect(report.surveys, count: inside, context)
        let groups = grouping.map { grouping in Dictionary(grouping: inside) { $0.member(grouping) } } ?? [:]
        let answered = report.groups.filter { $0.surveys.n > 0 }
        #expect(answered.map(\.name).sorted() == groups.keys.sorted(), context)
        for group in answered { expect(group.surveys, count: groups[group.name] ?? [], context) }
        if grouping == .month { #expect(answered.map(\.name) == groups.keys.sorted(), context) }
      }
    }
  }

  private func expect(_ figures: SatisfactionReport.Figures, count answers: [Kept], _ context: Comment) {
    func scores(_ survey: String) -> [Int] { answers.filter { $0.survey == survey }.map(\.score) }
    for (figure, survey) in [(figures.nps, "nps"), (figures.enps, "enps")] {
      let all = scores(survey)
      if survey == "enps" && (1..<10).contains(all.count) {
        // Too few colleagues to tell anything but how many they are.
        #expect((figure.n, figure.promoters + figure.passives + figure.detractors) == (all.count, 0), context)
        #expect(figure.score == nil, context)
        continue
      }
      let (promoters, detractors) = (all.count { $0 >= 9 }, all.count { $0 <= 6 })
      #expect((figure.n, figure.promoters, figure.detractors) == (all.count, promoters, detractors), context)
      #expect(figure.passives == all.count - promoters - detractors, context)
      let score = all.isEmpty ? nil : 100 * Double(promoters - detractors) / Double(all.count)
      #expect(figure.score.map { abs($0 - (score ?? .nan)) < 1e-9 } ?? (score == nil), context)
    }
    for (figure, survey, top) in [(figures.csat, "csat", 4), (figures.ces, "ces", 5)] {
      let all = scores(survey)
      #expect((figure.n, figure.top) == (all.count, all.count { $0 >= top }), context)
      let mean = all.isEmpty ? nil : Double(all.reduce(0, +)) / Double(all.count)
      #expect(figure.mean.map { abs($0 - (mean ?? .nan)) < 1e-9 } ?? (mean == nil), context)
    }
  }
}
