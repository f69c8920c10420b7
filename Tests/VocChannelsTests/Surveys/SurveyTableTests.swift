import Foundation
import Testing
import VocChannels
import VocDomain

@Suite struct SurveyTableTests {
  private func reading(_ fixture: String, _ options: ReadingOptions = .init()) throws -> SurveyReading {
    try SurveyReading(ByteSource(name: fixture, bytes: SurveyFixture.bytes(fixture)), options: options)
  }

  private func survey(_ fixture: String) throws -> ExportFindings {
    let source = try ByteSource(name: fixture, bytes: SurveyFixture.bytes(fixture))
    return try SurveyCSV(surveying: source, options: .init(survey: .csat)).findings
  }

  private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) throws
    -> AnswerRecord.Time
  {
    .local(try #require(LocalTime(year: year, month: month, day: day, hour: hour, minute: minute)))
  }

  @Test func everyFieldOfASpanishTable() throws {
    let reading = try reading("semicolon-bom-crlf.csv")
    #expect(
      try reading.answers == [
        AnswerRecord(
          line: 2, survey: .nps, score: 9, comment: "Muy amable", at: local(2026, 9, 25, 14, 5),
          phone: "+52 55 5555 0101", name: "Ana Torres", email: "ana@example.com", channel: "WhatsApp",
          agent: "Lucía Fernández", ticket: 101),
        AnswerRecord(
          line: 4, survey: .nps, score: 0, comment: "Nadie contestó", at: local(2026, 10, 4),
          phone: "55 5555 0102", name: "Carla Díaz", channel: "Teléfono", agent: "Diego Ramírez",
          ticket: 102),
      ])
    #expect(reading.problems.map(\.reason) == [.score] && reading.problems.map(\.line) == [3])
    #expect(reading.problems.map(\.column) == [22] && reading.isComplete)
  }

  @Test func offsetsMakeInstants() throws {
    let answers = try reading("comma-lf-english.csv").answers
    #expect(answers.map(\.survey) == [.nps, .ces, .csat])
    #expect(answers[0].at == .instant(Instant(unixSeconds: 1_790_345_110)))
    #expect(answers[1].at == .instant(Instant(unixSeconds: 1_790_438_400)))
    #expect(try answers[2].at == local(2026, 9, 27))
    #expect(answers[1].comment == "Easy, quick" && answers[1].phone == nil)
  }

  /// Fixture, order of options, then answers, blank rows and the problems as line, column and reason.
  @Test(arguments: [
    ("tab-utf16le-bom.csv", 1, 0, ["3:12 score"]),
    ("utf16be-bom.csv", 1, 0, ["3 cells"]),
    ("windows-1252.csv", 2, 0, []),
    ("utf8-damaged.csv", 2, 0, ["3 encoding"]),
    ("sep-line.csv", 1, 0, []),
    ("pipe-cr-only.csv", 2, 0, []),
    ("quoted-newlines.csv", 2, 0, ["5:14 score", "7:12 score"]),
    ("quote-never-ends.csv", 2, 0, ["2 quote"]),
    ("several-surveys-a-row.csv", 4, 1, ["5:14 score"]),
    ("google-forms-es.csv", 4, 0, []),
    ("google-forms-pt.csv", 3, 0, []),
    ("dates-month-first.csv", 2, 0, []),
    ("dates-dotted.csv", 2, 0, []),
    ("dates-chronology.csv", 6, 0, []),
    ("dates-impossible.csv", 1, 0, ["2:1 date", "3:1 date", "4:1 date", "5:1 date", "6:1 date"]),
    (
      "scores-odd.csv", 6, 1,
      [
        "6:12 score", "7:12 score", "8:12 score", "9:12 score", "12:12 score", "13:12 score",
      ]
    ),
    ("survey-names.csv", 9, 0, ["10:1 survey", "11:1 survey"]),
    ("phones-damaged.csv", 2, 0, ["2:3 phone", "3:3 phone", "5:3 phone"]),
    ("tickets-odd.csv", 3, 0, ["4:3 ticket", "6:3 ticket", "7:3 ticket", "8:3 ticket"]),
    ("chatwoot-csat.csv", 1, 0, ["4 cells"]),
    ("header-only.csv", 0, 0, []),
    ("dates-three-shapes.csv", 5, 0, []),
    ("dates-chile-dashes.csv", 3, 0, []),
    ("dates-panama-month-first.csv", 2, 0, []),
    ("clock-12h-narrow-spaces.csv", 6, 0, []),
    ("utf16le-comma.csv", 1, 0, ["3:12 score"]),
    ("header-with-blanks-month-first.csv", 2, 0, []),
    ("phones-with-apostrophe.csv", 2, 0, []),
    ("decimal-comma-and-point.csv", 2, 0, ["3:17 score"]),
  ])
  func outcome(fixture: String, answers: Int, blank: Int, problems: [String]) throws {
    let reading = try reading(fixture, .init(survey: .csat))
    #expect(reading.answers.count == answers && reading.blank == blank)
    let found = reading.problems.map { problem in
      "\(problem.line)\(problem.column.map { ":\($0)" } ?? "") \(problem.reason)"
    }
    #expect(found == problems)
    #expect(reading.isComplete)
  }

  @Test func everySpellingOfASurveyIsUnderstood() throws {
    let kinds = try reading("survey-names.csv", .init(survey: .enps)).answers.map(\.survey)
    #expect(kinds == [.nps, .nps, .csat, .csat, .ces, .ces, .enps, .ces, .enps])
    let without = try reading("survey-names.csv")
    #expect(without.problems.map(\.line) == [10, 11, 12] && without.problems.map(\.column) == [1, 1, 1])
  }

  @Test func oneRowAnswersSeveralSurveys() throws {
    let answers = try reading("several-surveys-a-row.csv").answers
    #expect(answers.map(\.survey) == [.nps, .csat, .ces, .csat] && answers.map(\.line) == [2, 2, 2, 3])
    #expect(answers.map(\.score) == [9, 5, 7, 4])
  }

  @Test func commentsKeepTheirLineBreaks() throws {
    let comments = try reading("quoted-newlines.csv").answers.map(\.comment)
    #expect(comments == ["Dijo \"gracias\"\ny colgó", "fin"])
    #expect(try reading("stray-quotes.csv").answers.first?.comment == "dijo \"hola\" y se fue")
  }

  @Test func windows1252IsReadWithItsUndefinedBytes() throws {
    let answers = try reading("windows-1252.csv", .init(survey: .csat)).answers
    #expect(answers[0].comment == "Excelente atención – 100 €")
    #expect(answers[1].comment.unicodeScalars.map(\.value).suffix(3) == [0x8F, 0x90, 0x9D])
  }

  @Test func rejectsOfUTF16AreUTF16() throws {
    let raw = try #require(reading("tab-utf16le-bom.csv").problems.first?.raw)
    #expect(raw == Array("26/09/2026\t11\tañejo 👎\r\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  @Test(arguments: [
    ("semicolon-bom-crlf.csv", DateOrder.dmy, DateOrder.Evidence.numbers),
    ("comma-lf-english.csv", .ymd, .numbers),
    ("dates-month-first.csv", .mdy, .numbers),
    ("dates-dotted.csv", .dmy, .shape),
    ("dates-chronology.csv", .dmy, .chronology),
    ("dates-same-either-way.csv", .dmy, .sameEitherWay),
    ("dates-undecided.csv", nil, nil),
    ("dates-three-shapes.csv", .dmy, .numbers),
    ("dates-chile-dashes.csv", .dmy, .numbers),
    ("dates-panama-month-first.csv", .mdy, .numbers),
    ("dates-panama-undecided.csv", nil, nil),
    ("dates-contradict.csv", nil, nil),
    ("scores-odd.csv", .ymd, .numbers),
    ("survey-names.csv", nil, nil),
  ])
  func orderOfDates(fixture: String, order: DateOrder?, evidence: DateOrder.Evidence?) throws {
    let survey = try survey(fixture)
    #expect(survey.order == order && survey.evidence == evidence)
    let hasDatesToOrder = fixture.hasPrefix("dates-")
    #expect(survey.isOrderMissing == (order == nil && hasDatesToOrder))
  }

  @Test func aGivenOrderNeedsNoProof() throws {
    let reading = try reading("dates-undecided.csv", .init(order: .mdy))
    #expect(try reading.answers.map(\.at) == [local(2026, 9, 5), local(2026, 10, 3)])
    let source = try ByteSource(name: "-", bytes: SurveyFixture.bytes("dates-undecided.csv"))
    #expect(try SurveyReading(source).problems.map(\.reason) == [.date, .date])
    #expect(try SurveyReading(source, options: .init(order: .dmy)).answers.first?.at == local(2026, 5, 9))
  }

  @Test func anApostropheBeforeASignIsTheSpreadsheets() throws {
    let answers = try reading("phones-with-apostrophe.csv").answers
    #expect(answers.map(\.phone) == ["+525555550101", "+52 55 5555 0102"])
    #expect(answers.map(\.comment) == ["=bien+", "'bueno' dijo"])
  }

  @Test func aColumnInUTCGivesInstants() throws {
    #expect(try reading("utc-column.csv").answers.first?.at == .instant(Instant(unixSeconds: 1_790_345_110)))
  }

  @Test func theMapWinsOverRecognition() throws {
    let source = ByteSource.table("P1,NPS,Nota\n4,9,bien\n")
    let map: [(column: String, field: String)] = [("p1", "CSAT"), ("Nota", "comment")]
    let answers = try SurveyReading(source, options: .init(map: map)).answers
    var expected = AnswerRecord(line: 2, survey: .csat, score: 4, comment: "bien")
    expected.others = "9"
    #expect(answers == [expected])
    // Without the map: a "Nota" beside "NPS", no survey named, is no score.
    #expect(try SurveyReading(source).answers.map(\.survey) == [.nps])
  }

  @Test func whatDoesNotFitIsRefusedWithTheNearestNames() throws {
    let source = ByteSource.table("Calificación,Canal\n4,chat\n")
    #expect(throws: UnreadableExport.unknownColumn("Calificasion", nearest: ["Calificación"])) {
      try SurveyCSV(surveying: source, options: .init(map: [("Calificasion", "score")]))
    }
    #expect(throws: UnreadableExport.unknownField("scor", nearest: ["score"])) {
      try SurveyCSV(surveying: source, options: .init(map: [("Canal", "scor")]))
    }
    #expect(throws: UnreadableExport.missingColumns(needed: ["score"], found: ["Canal", "Fecha"])) {
      try SurveyCSV(surveying: ByteSource.table("Canal,Fecha\nchat,2026-09-25\n"), options: .init())
    }
    #expect(throws: UnreadableExport.empty) {
      try SurveyCSV(surveying: ByteSource.table("\n\n"), options: .init())
    }
    #expect(throws: UnreadableExport.binary) {
      try SurveyCSV(surveying: ByteSource(name: "-", bytes: [0x61, 0, 0x2C, 1, 2, 3]), options: .init())
    }
  }

  @Test(arguments: [
    ("Fecha;NPS\n", true),
    ("\"Marca temporal\",\"¿Qué tan probable es que nos recomiende…?\"\n\"x\",\"9\"\n", true),
    ("[25/9/26, 14:05:10] Ana Torres: NPS, Fecha\n[25/9/26, 14:06:10] Beto: 9\n", false),
    ("25/9/26, 14:05 - Ana Torres: Hola, buenas\n25/9/26, 14:06 - Beto: score, rating\n", false),
    ("Les escribo porque nos recomendaron su servicio, gracias\n", false),
    ("Canal, Fecha\nNPS\n", false),
    ("{\"score\": 9, \"comment\": \"bien\"}\n", false),
    ("score\n9\n", false),
    ("Fecha;Comentario\n2026-09-25;bien\n", false),
    ("Score,Date\nbien,ayer\nmal,hoy\n", false),
    ("", false),
  ])
  func recognition(head: String, expected: Bool) {
    #expect(SurveyCSV.recognises(ExportHead(bytes: Array(head.utf8), fileName: "-")) == expected)
  }

  @Test func everyFixtureIsRecognisedAlsoWhenCut() throws {
    for name in try SurveyFixture.names where !["quote-never-ends.csv", "nul-bytes.csv"].contains(name) {
      let bytes = try SurveyFixture.bytes(name)
      #expect(SurveyCSV.recognises(ExportHead(bytes: bytes, fileName: "-")), "\(name)")
    }
    let bytes = try SurveyFixture.bytes("semicolon-bom-crlf.csv")
    for length in 120..<bytes.count {
      #expect(
        SurveyCSV.recognises(ExportHead(bytes: Array(bytes.prefix(length)), fileName: "-")), "\(length)")
    }
  }

  @Test func theSampleOfTheTourReadsWhole() throws {
    let file = SurveyFixture.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SessionTests/exports/encuesta-satisfaccion.csv")
    let bytes = try [UInt8](Data(contentsOf: file))
    let source = ByteSource(name: "encuesta-satisfaccion.csv", bytes: bytes)
    let survey = try SurveyCSV(surveying: source, options: .init()).findings
    let reading = try SurveyReading(source)
    #expect(
      SurveyCSV.recognises(ExportHead(bytes: bytes, fileName: "-")) && survey.order == .dmy
        && survey.evidence == .numbers)
    #expect(reading.answers.count == 60 && reading.problems.isEmpty && survey.unusedColumns.isEmpty)
  }
}
