import Testing
import VocChannels
import VocDomain

@Suite struct ToolExportTests {
  private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0)
    -> RecordTime?
  {
    LocalTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).map {
      .local($0)
    }
  }

  private let utc = RecordTime.instant(Instant(unixSeconds: 1_778_423_530))

  /// Reader, fixture, the answers, the problems, rows without a score.
  @Test(arguments: [
    (
      ExportFormat.qualtrics, "three-headers-german-interface.csv",
      [
        "4 nps 9 R_1aAna/QID1 complete", "4 ces 7 R_1aAna/QID3 complete", "6 nps 4 R_2bBeto/QID1 partial",
        "7 nps 10 R_3cTest/QID1 test", "7 ces 2 R_3cTest/QID3 test", "8 ces 4 R_4dCarla/QID3 complete",
      ], ["9 score"], 1
    ),
    (
      .qualtrics, "finished-in-words.csv",
      [
        "4 nps 9 R_1/QID1 complete", "5 nps 8 R_2/QID1 test", "6 nps 7 R_3/QID1 partial",
        "7 nps 6 R_4/QID1 complete",
      ], [], 0
    ),
    (.qualtrics, "legacy-bom-trailing-comma.csv", ["3 nps 9 R_1/Q1 complete"], [], 0),
    (.qualtrics, "no-score-question.csv", [], [], 1),
    (.qualtrics, "without-import-ids.csv", ["2 nps 9 R_1/NPS complete"], [], 0),
    (
      .surveymonkey, "two-headers.csv",
      [
        "4 nps 9 11800000001/quetanprobableesquenosrecomiendeaunamigo/nadaprobable0muyprobable10 complete",
        "4 csat 5 11800000001/quetansatisfechoestaconlaatencion complete",
        "5 nps 0 11800000002/quetanprobableesquenosrecomiendeaunamigo/nadaprobable0muyprobable10 complete",
        "5 csat 2 11800000002/quetansatisfechoestaconlaatencion complete",
      ], [], 1
    ),
    (
      .qualtrics, "nps-groups-in-numbers.csv",
      ["4 nps 9 R_1/QID1 complete", "5 nps 2 R_2/QID1 partial"], [], 0
    ),
    (
      .surveymonkey, "two-choices-ticked.csv",
      [
        "3 csat 5 11800000001/quetansatisfechoestaconlaatencion complete",
        "4 csat 4 11800000002/quetansatisfechoestaconlaatencion complete",
      ], ["5 score"], 0
    ),
    (.typeform, "every-type-of-answer.json", ["1 nps 9 tok9/n1 complete"], [], 0),
    (
      .googleForms, "multiple-choice-joined.csv", ["2 csat 5 - complete", "3 csat 2 - complete"], [], 0
    ),
    (
      .limesurvey, "bom-semicolon-partial.csv",
      ["2 nps 9 1/NPS complete", "3 nps 4 2/NPS partial"], [], 0
    ),
    (.surveymonkey, "second-header-empty.csv", ["3 nps 8 1/nps complete"], [], 0),
    (.typeform, "webhook.json", ["1 nps 9 tok1/n1 complete", "1 csat 5 tok1/c1 complete"], [], 0),
    (
      .typeform, "webhooks.jsonl", ["1 nps 9 tok1/n1 complete", "1 csat 5 tok1/c1 complete"],
      ["2 score", "4 shape", "5 json"], 1
    ),
    (.typeform, "responses-api.json", ["1 nps 9 tok1/n1 complete", "1 nps 3 tok2/n1 partial"], [], 0),
    (
      .typeform, "table-with-hash-column.csv",
      [
        "2 nps 9 tok1/quetanprobableesquenosrecomiende complete",
        "3 nps 3 tok2/quetanprobableesquenosrecomiende partial",
      ], [], 0
    ),
    (
      .googleForms, "year-first-nbsp-period.csv",
      [
        "2 csat 5 - complete", "2 ces 7 - complete", "3 csat 3 - complete", "3 ces 2 - complete",
        "4 csat 2 - complete", "4 ces 6 - complete",
      ], [], 0
    ),
    (.googleForms, "sheet-local-dates.csv", ["2 csat 5 - complete", "3 csat 2 - complete"], [], 0),
    (
      .googleForms, "yes-no-maybe.csv", ["2 nps 9 - complete", "3 nps 3 - complete", "4 nps 8 - complete"],
      [],
      0
    ),
    (
      .limesurvey, "partial-and-no-date.csv",
      [
        "2 nps 9 1/NPS complete", "2 csat 4 1/CSAT[SQ002] complete", "3 nps 3 2/NPS partial",
        "4 nps 10 3/NPS complete", "4 csat 5 3/CSAT[SQ002] complete",
      ], [], 0
    ),
    (
      .limesurvey, "codes-and-texts-semicolon.csv", ["2 ces 1 7/G1Q1 complete", "3 ces 6 8/G1Q1 complete"],
      [], 0
    ),
    (.limesurvey, "answer-codes.csv", [], [], 3),
    (
      .delighted, "api-array.json", ["2 nps 9 1/score complete", "17 ces 6 2/score complete"], ["34 score"], 0
    ),
    (.delighted, "table.csv", ["2 nps 9 1/score complete", "3 csat 5 2/score complete"], [], 0),
  ])
  func outcome(
    format: ExportFormat, fixture: String, answers: [String], problems: [String], unanswered: Int
  ) throws {
    let reader = try #require(ToolFixture.readers.first { $0.format == format })
    let reading = try ToolReading(reader, fixture)
    #expect(reading.lines == answers)
    #expect(reading.problemLines == problems && reading.unanswered == unanswered)
  }

  @Test func aMapOfAQuestionThatTypeformDidNotAskIsRefused() throws {
    var options = ReadingOptions()
    options.map = [("Q17", "csat")]
    #expect(throws: UnreadableExport.self) { try ToolReading(TypeformExport.self, "webhook.json", options) }
  }

  @Test func qualtricsTellsWhoAndWhen() throws {
    let answers = try ToolReading(QualtricsExport.self, "three-headers-german-interface.csv").answers
    #expect(answers[0].name == "Ana Torres" && answers[0].email == "ana@example.com")
    #expect(answers[0].at == local(2026, 5, 10, 14, 32, 10))
    #expect(answers[0].comment == "Me atendieron\nmuy rápido")
    let instant = try ToolReading(QualtricsExport.self, "without-import-ids.csv").answers.first?.at
    #expect(instant == utc)
  }

  @Test func surveyMonkeyGivesEachScoreItsComment() throws {
    let answers = try ToolReading(SurveyMonkeyExport.self, "two-headers.csv").answers
    #expect(answers.map(\.comment) == ["", "Nada, todo bien", "me colgaron", ""])
    #expect(answers[0].name == "Ana Torres" && answers[0].at == local(2026, 5, 25, 14, 32, 10))
    #expect(answers[2].at == local(2026, 5, 26, 0, 2, 10))
  }

  @Test func typeformTellsWhoAndWhen() throws {
    let answers = try ToolReading(TypeformExport.self, "webhook.json").answers
    #expect(answers.map(\.comment) == ["Muy amables", ""])
    #expect(
      answers.allSatisfy { $0.phone == "+525555550101" && $0.email == "ana@example.com" && $0.at == utc })
    #expect(answers[0].ticket == 101 && answers[0].agent == "Lucía")
    let table = try ToolReading(TypeformExport.self, "table-with-hash-column.csv").answers
    #expect(table[0].at == utc && table[0].comment == "Rápidos" && table[0].email == "ana@example.com")
  }

  @Test func aQuestionWithoutASurveyIsReportedAndMapped() throws {
    #expect(try ToolReading(TypeformExport.self, "webhook.json").standings == [.read, .read, .unnamed])
    var options = ReadingOptions()
    options.map = [("Califique la sucursal", "csat")]
    #expect(
      try ToolReading(TypeformExport.self, "webhook.json", options).lines == ["1 csat 4 tok1/o1 complete"])
    options.map = [("q1", "csat")]
    let mapped = try ToolReading(QualtricsExport.self, "no-score-question.csv", options)
    #expect(mapped.lines == ["4 csat 2 R_1/QID1 complete"])
    let without = try ToolReading(QualtricsExport.self, "no-score-question.csv")
    #expect(without.standings == [.unnamed] && without.unused.isEmpty)
  }

  @Test func responsesThatAreCutOffAreTypeforms() throws {
    for name in ["responses-api.json", "webhook.json"] {
      let bytes = try ToolFixture.bytes(TypeformExport.self, name)
      for length in stride(from: bytes.count, to: 200, by: -13) {
        let head = ExportHead(bytes: Array(bytes.prefix(length)), fileName: name)
        #expect(FormatSniffer.format(of: head) == .typeform, "\(name) \(length)")
      }
    }
  }

  @Test func googleFormsKeepsOffsets() throws {
    let answers = try ToolReading(GoogleFormsExport.self, "year-first-nbsp-period.csv").answers
    #expect(answers[0].at == .instant(Instant(unixSeconds: 1_517_095_046)))
    #expect(answers[2].at == .instant(Instant(unixSeconds: 1_644_802_012)) && answers[4].at == answers[2].at)
    let sheet = try ToolReading(GoogleFormsExport.self, "sheet-local-dates.csv").answers
    #expect(sheet.map(\.at) == [local(2026, 1, 27, 18, 17, 26), local(2026, 2, 5, 8, 0)])
    let words = try ToolReading(GoogleFormsExport.self, "yes-no-maybe.csv")
    #expect(words.standings == [.noScore, .read] && words.scores[0].labels == ["Sí", "No", "Tal vez"])
  }

  @Test func limeSurveyWithoutDates() throws {
    let bytes = try ToolFixture.bytes(LimeSurveyExport.self, "partial-and-no-date.csv")
    let source = ByteSource(name: "results-survey123456.csv", bytes: bytes)
    let reading = try ToolReading(LimeSurveyExport.self, source)
    #expect(reading.account == "123456" && reading.answers.last?.at == nil)
    #expect(reading.answers[2].at == local(2026, 5, 11, 9, 1))
    #expect(try ToolReading(LimeSurveyExport.self, "answer-codes.csv").standings == [.noScore])
  }

  @Test func delightedTellsWhoAndWhen() throws {
    let answer = try #require(ToolReading(DelightedExport.self, "api-array.json").answers.first)
    #expect(answer.name == "Ana Torres" && answer.phone == "+525555550101" && answer.at == utc)
    #expect(answer.updatedAt == Instant(unixSeconds: 1_778_423_600) && answer.comment == "Rápidos")
    let row = try #require(ToolReading(DelightedExport.self, "table.csv").answers.first)
    #expect(row.email == "ana@example.com" && row.at == utc && row.comment == "Rápidos")
  }

  @Test func noTwoFormatsClaimAFile() throws {
    for reader in ToolFixture.readers {
      for name in try ToolFixture.names(of: reader) where reader.format != .surveyCSV {
        let head = ExportHead(bytes: try ToolFixture.bytes(reader, name), fileName: name)
        let claims = ToolFixture.readers.filter { $0.recognises(head) }.map { $0.format }
        #expect(
          claims.first == reader.format && Set(claims).isSubset(of: [reader.format, .surveyCSV]), "\(name)")
      }
    }
  }
}
