import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// How many answers came with a comment, from the kept counters and from the answers themselves.
@Suite struct CommentRateTests {
  private static let surveys: [SurveyKind] = [.nps, .csat, .ces]

  /// One answer of an export that has an id for each, and may come again with another score or comment.
  private struct Line {
    var id: Int
    var survey: SurveyKind
    var score: Int
    var comment: String
    var day: Int

    var json: String {
      """
      {"id":"a\(id)","at":"2026-03-\(day < 10 ? "0" : "")\(day)T10:00:00Z","survey":"\(survey.rawValue)",\
      "score":\(score),"text":"\(comment)","email":"eva\(id % 4)@example.com"}
      """
    }
  }

  /// By its first line a file is known for one of messages, answers and calls.
  private static let first = """
    {"id":"m","at":"2026-03-01T08:30:00Z","author":"Eva","role":"customer","email":"eva0@example.com","text":"Hola"}

    """

  private func line(_ id: Int, _ chance: inout Chance) -> Line {
    let survey = CommentRateTests.surveys[id % 3]
    return Line(
      id: id, survey: survey, score: chance.number(survey.scale),
      comment: chance.one(of: ["", "", "Bien", "Muy mal"]) ?? "", day: 1 + id % 28)
  }

  /// Imports in versions, undos in any order, merges of the customers and answers by hand.
  @Test(arguments: 1...10)
  func theRateEqualsTheRecountWhateverHappened(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    let desk = try fixture.desk()
    var batches: [Int64] = []
    for round in 0..<8 {
      switch chance.number(0...5) {
      case 0 where !batches.isEmpty:
        _ = try desk.undoImport(batches.remove(at: chance.number(0...batches.count - 1)))
      case 1:
        let customers = try desk.customers(limit: 9).map(\.customer.id)
        guard customers.count > 1 else { continue }
        _ = try desk.merge(customer: "\(customers[0])", absorbing: "\(customers[1])", reason: nil)
      case 2:
        var new = Desk.NewAnswer(survey: .csat, score: chance.number(1...5))
        new.comment = chance.one(of: ["", "Por teléfono"]) ?? ""
        _ = try desk.record(new)
      default:
        let first = chance.number(0...30)
        let lines = (first..<first + chance.number(5...25)).map { line($0, &chance).json }
        let report = try fixture.importText(
          Self.first + lines.joined(separator: "\n") + "\n", as: "respuestas\(round).jsonl")
        if let batch = report.batch { batches.append(batch) }
      }
      try expectRates(fixture, "seed \(seed), round \(round)")
    }
    #expect(try desk.examine().allSatisfy { $0.problems == 0 }, "seed \(seed)")
    #expect(
      try Database(path: fixture.path).value(
        "SELECT count(*) FROM import_batch WHERE finished_at IS NOT NULL")
        ?? 0 > 0)
  }

  /// In one chunk known answers get or lose their comment, and new ones come with the same score: of a counter it may
  /// change how many were commented by more than how many there are.
  @Test(arguments: 1...6)
  func commentsComeToKnownAnswersBesideNewOnes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    var comments: [String] = []
    for round in 0..<6 {
      for id in comments.indices where chance.isTrue(oneIn: 2) {
        comments[id] = comments[id].isEmpty ? "Bien" : ""
      }
      for _ in 0..<chance.number(1...3) { comments.append(chance.one(of: ["", "Bien"]) ?? "") }
      let lines = comments.enumerated().map {
        Line(id: $0.offset, survey: .csat, score: 4, comment: $0.element, day: 3).json
      }
      try fixture.importText(
        Self.first + lines.joined(separator: "\n") + "\n", as: "respuestas\(round).jsonl")
      try expectRates(fixture, "seed \(seed), round \(round)")
    }
    #expect(try fixture.desk().examine().allSatisfy { $0.problems == 0 }, "seed \(seed)")
  }

  private func expectRates(_ fixture: DeskFixture, _ context: Comment) throws {
    let report = try fixture.desk().satisfaction(since: nil, until: nil, by: .channel)
    let rows = try Database(path: fixture.path).rows(
      "SELECT survey, count(*), sum(comment <> '') FROM answer GROUP BY survey"
    ) { ($0.text(0), Int($0.int(1)), Int($0.int(2))) }
    let rates = report.figures.filter { $0.measure == .commentRate }
    #expect(rates.count == rows.count, context)
    for (survey, n, commented) in rows {
      let rate = rates.first { $0.survey?.rawValue == survey }
      #expect(rate?.n == n && rate?.part == commented, context)
      let groups = report.groups.flatMap(\.figures).filter {
        $0.measure == .commentRate && $0.survey?.rawValue == survey
      }
      #expect(groups.map(\.n).reduce(0, +) == n, context)
      #expect(groups.compactMap(\.part).reduce(0, +) == commented, context)
    }
  }

  @Test func aCommentThatIsTakenBackCountsNoMore() throws {
    let fixture = try DeskFixture()
    func rate() throws -> ReportFigure? {
      try fixture.desk().satisfaction(since: nil, until: nil, by: nil).figures.first {
        $0.measure == .commentRate
      }
    }
    func send(_ comment: String) throws -> ImportReport {
      let line = Line(id: 1, survey: .nps, score: 9, comment: comment, day: 3)
      return try fixture.importText(Self.first + line.json + "\n", as: "respuestas.jsonl")
    }
    _ = try send("Bien")
    #expect(try rate()?.part == 1)
    let second = try send("")
    #expect(try rate()?.part == 0)
    #expect(try rate()?.n == 1)
    _ = try fixture.desk().undoImport(#require(second.batch))
    #expect(try rate()?.part == 1)
    #expect(try fixture.desk().examine().allSatisfy { $0.problems == 0 })
  }

  /// From counters, and one by one for the tickets of a filter.
  @Test func aFilterThatAllFulfilTellsTheSame() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    let ticket = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
    for score in 0...10 {
      var answer = Desk.NewAnswer(survey: .nps, score: score)
      (answer.ticket, answer.comment) = (ticket, score % 4 == 0 ? "Ya" : "")
      _ = try desk.record(answer)
    }
    let all = try desk.satisfaction(since: nil, until: nil, by: nil)
    let filtered = try desk.satisfaction(since: nil, until: nil, by: nil, matching: "status:new,open")
    #expect(all.figures == filtered.figures)
    let rate = try #require(all.figures.first { $0.measure == .commentRate })
    #expect(rate.part == 3 && rate.n == 11 && rate.survey == .nps)
    // Wilson's interval of 3 of 11.
    #expect(abs((rate.low ?? 0) - 9.7461) < 0.001 && abs((rate.high ?? 0) - 56.5645) < 0.001)
  }

  @Test func ofFewColleaguesNothingIsTold() throws {
    let desk = try DeskFixture().desk()
    for n in 1...10 {
      var answer = Desk.NewAnswer(survey: .enps, score: 9)
      answer.comment = "Bien"
      _ = try desk.record(answer)
      let rate = try desk.satisfaction(since: nil, until: nil, by: nil).figures.first {
        $0.measure == .commentRate
      }
      #expect((rate == nil) == (n < 10))
    }
  }

  @Test(arguments: [
    "UPDATE answer_count SET commented = commented + 1 WHERE dimension = 'all' AND commented < n",
    "UPDATE answer_count SET commented = 0 WHERE grain = 'month'",
    "UPDATE answer SET comment = ''",
  ])
  func theDoctorFindsAWrongCount(sql: String) throws {
    let fixture = try DeskFixture()
    let lines = (0..<6).map {
      Line(id: $0, survey: .nps, score: 9, comment: $0 == 0 ? "" : "Bien", day: 3).json
    }
    try fixture.importText(Self.first + lines.joined(separator: "\n") + "\n", as: "respuestas.jsonl")
    #expect(try fixture.desk().examine().allSatisfy { $0.problems == 0 })
    try Database(path: fixture.path).executeScript(sql)
    #expect(
      try fixture.desk().examine().contains { $0.check == .counters && $0.problems > 0 })
  }
}
