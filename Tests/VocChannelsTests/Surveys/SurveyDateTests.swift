import Testing
import VocChannels
import VocDomain

@Suite struct SurveyDateTests {
  private func time(_ cell: String, _ order: DateOrder) throws -> AnswerRecord.Time? {
    let source = ByteSource.table("at;nps\n\"\(cell)\";9\n")
    return try SurveyReading(source, options: .init(order: order)).answers.first?.at
  }

  /// 2026-05-10 in every shape, at the hour, minute and second given.
  @Test(arguments: [
    ("2026-05-10", 0, 0, 0), ("2026-05-10T14:32", 14, 32, 0), ("2026-05-10 14:32:10.123456", 14, 32, 10),
    ("2026/05/10 2:32:10 p. m.", 14, 32, 10), ("2026.05.10", 0, 0, 0), ("10/5/2026", 0, 0, 0),
    ("10/05/26", 0, 0, 0), ("10-05-26 07:00", 7, 0, 0), ("10.5.2026", 0, 0, 0),
    ("10/5/2026 14:32:10", 14, 32, 10), ("10/5/2026, 2:32 p.m.", 14, 32, 0),
    ("10/5/2026 2:32 PM", 14, 32, 0), ("10/5/2026 2:32pm", 14, 32, 0), ("10/5/2026 02:32 a. m.", 2, 32, 0),
    ("10/5/2026 2:32\u{202F}p.\u{202F}m.", 14, 32, 0), ("10/5/2026 2:32 p.\u{A0}m.", 14, 32, 0),
    ("10/5/2026 12:00 a.m.", 0, 0, 0), ("10/5/2026 12:00 P.M.", 12, 0, 0), ("  10/5/2026  ", 0, 0, 0),
    ("10/5/2026\u{A0}7:05", 7, 5, 0), ("10 de mayo de 2026", 0, 0, 0), ("10-may.-26", 0, 0, 0),
    ("domingo, 10 de mayo del 2026 2:32 p. m.", 14, 32, 0), ("10 de maio de 2026 07:05", 7, 5, 0),
    ("May 10, 2026, 2:32 PM", 14, 32, 0), ("mayo 10 2026", 0, 0, 0), ("dom 10 may 2026", 0, 0, 0),
    ("10/mai/2026", 0, 0, 0), ("46152", 0, 0, 0), ("46152.605671296", 14, 32, 10), ("46152,5", 12, 0, 0),
  ])
  func shapes(cell: String, hour: Int, minute: Int, second: Int) throws {
    let expected = LocalTime(year: 2026, month: 5, day: 10, hour: hour, minute: minute, second: second)
    #expect(try time(cell, .dmy) == expected.map { .local($0) })
  }

  @Test(arguments: [
    ("2026-05-10T14:32:10Z", 0), ("2026-05-10 14:32:10 UTC", 0), ("2026-05-10T14:32:10.5+00:00", 0),
    ("2026-05-10T08:32:10-06:00", 0), ("2026-05-10T08:32:10-0600", 0), ("2026-05-10T08:32:10-06", 0),
    ("2026/05/10 8:32:10 a. m. GMT-6", 0), ("2026/05/10 8:02:10 p. m. GMT+5:30", 0),
    ("2026/05/10 11:32:10 AM GMT-3", 0), ("10/5/2026 14:32:10 GMT", 0),
  ])
  func offsets(cell: String, seconds: Int64) throws {
    #expect(try time(cell, .dmy) == .instant(Instant(unixSeconds: 1_778_423_530 + seconds)))
  }

  @Test(arguments: [
    "10/5", "10/5/2026 7", "10/5/2026 7:5", "10/5/2026 0:15 p. m.", "10/5/2026 13:00 pm", "10/5-2026",
    "2026-13-01", "2026-02-29", "2026-05-10T24:00", "31/4/2026", "10 de mayor de 2026", "4615", "99999",
    "31 de abril de 2026", "46152 hoy", "10/5/202",
    "2026-05-10T14:32:10+99", "2026-05-10Zulu", "10/5/2026 14:32 ayer", "/", "10/", "10/5/20261",
  ])
  func whatIsNoDateIsAProblem(cell: String) throws {
    let source = ByteSource.table("at;nps\n\"\(cell)\";9\n")
    let reading = try SurveyReading(source, options: .init(order: .dmy))
    #expect(reading.answers.isEmpty && reading.problems.map(\.reason) == [.date], "\(cell)")
  }

  /// Read on 2026-05-10 at 14:32:10 UTC: clocks and zones differ by less than a day.
  @Test(arguments: [
    ("1989-12-31", false), ("0001-01-01", false), ("1970-01-01T00:00:00Z", false), ("1990-01-01", true),
    ("2026-05-10", true), ("2026-05-11T14:32:10Z", true), ("2026-05-11T14:32:11Z", false),
    ("2026-05-11 14:00", true), ("2026-05-12", false), ("9999-12-31", false),
  ])
  func aDateThatCannotBeIsAProblem(cell: String, isPossible: Bool) throws {
    var options = ReadingOptions(order: .dmy)
    options.now = Instant(unixSeconds: 1_778_423_530)
    let reading = try SurveyReading(ByteSource.table("nps;at\n9;\(cell)\n"), options: options)
    #expect(reading.answers.count == (isPossible ? 1 : 0))
    #expect(
      reading.problems.map { [$0.line, $0.column, $0.reason == .impossibleDate ? 1 : 0] }
        == (isPossible ? [] : [[2, 3, 1]]))
    let delighted = """
      [{"id":"1","survey_type":"nps","score":9,"person":{"id":"7"},"created_at":"\(cell)"}]
      """
    let tool = try ToolReading(
      DelightedExport.self, ByteSource(name: "-", bytes: Array(delighted.utf8)), options)
    #expect(tool.answers.count == (isPossible ? 1 : 0) && tool.problems.count == (isPossible ? 0 : 1))
  }

  @Test func otherOrders() throws {
    let may = LocalTime(year: 2026, month: 5, day: 10).map { AnswerRecord.Time.local($0) }
    #expect(try time("5/10/26", .mdy) == may)
    #expect(try time("26-05-10", .ymd) == may)
    #expect(try time("10-05-2026", .ymd) == nil)
  }

  private func times(_ fixture: String) throws -> [AnswerRecord.Time?] {
    let source = try ByteSource(name: fixture, bytes: SurveyFixture.bytes(fixture))
    return try SurveyReading(source, options: .init(survey: .csat)).answers.map(\.at)
  }

  private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) throws
    -> AnswerRecord.Time
  {
    .local(try #require(LocalTime(year: year, month: month, day: day, hour: hour, minute: minute)))
  }

  @Test func oneColumnMayHoldThreeShapesOfDates() throws {
    let expected = try [(1, 1), (1, 1), (1, 31), (2, 2), (2, 13)].map { try local(2017, $0.0, $0.1) }
    #expect(try times("dates-three-shapes.csv") == expected)
  }

  @Test func datesOfChileAndPanama() throws {
    let dashes = try [local(2026, 3, 5), local(2026, 3, 13, 15, 4), local(2026, 3, 31)]
    #expect(try times("dates-chile-dashes.csv") == dashes)
    let panama = try [local(2026, 3, 5), local(2026, 3, 25, 15, 4)]
    #expect(try times("dates-panama-month-first.csv") == panama)
  }

  @Test func everySpellingOfTheHalvesOfTheDay() throws {
    let clocks = try [15, 15, 15, 15, 15, 0].map { try local(2026, 3, 25, $0, 4) }
    #expect(try times("clock-12h-narrow-spaces.csv") == clocks)
  }
}
