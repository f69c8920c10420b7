import Testing
import VocChannels
import VocDomain

@Suite struct SurveyCSVTests {
  private func reading(_ fixture: String, _ map: [(column: String, field: String)] = []) throws -> ToolReading
  {
    var options = ReadingOptions()
    options.map = map
    return try ToolReading(SurveyCSV.self, fixture, options)
  }

  @Test func labelsOfBothSexesAndThreeShapesOfDates() throws {
    let reading = try reading("labels-with-gender.csv")
    #expect(
      reading.lines == [
        "2 csat 5 - complete", "2 ces 1 - complete", "3 csat 2 - complete", "3 ces 7 - complete",
        "4 csat 3 - complete", "4 ces 6 - complete",
      ])
    let days = [10, 21, 22].map { LocalTime(year: 2026, month: 5, day: $0) }
    #expect(reading.answers.map(\.at) == days.flatMap { [$0, $0] }.map { $0.map { .local($0) } })
  }

  @Test func starsAndFaces() throws {
    let reading = try reading("stars-and-faces.csv")
    #expect(reading.answers.map(\.score) == [4, 4, 1, 4, 4] && reading.problemLines == ["8 score"])
    #expect(reading.unanswered == 1 && reading.records == 6)
  }

  @Test func aColumnOfAnotherScaleIsLeftOutAndSaid() throws {
    let reading = try reading("numbers-of-another-scale.csv")
    #expect(
      reading.answers.map(\.score) == [10, 7, 3] && reading.problems.isEmpty && reading.unanswered == 1)
    #expect(reading.standings == [.read, .otherScale] && reading.scores.last?.highest == 10)
    // The row's number tells nothing; the scores left out tell one row from another.
    #expect(reading.answers.first?.others == "10\u{1F}x")
  }

  /// The table, its map, and the refusal; nil for a table that is read.
  @Test(
    arguments: [
      (
        "Fecha,Nota\n2026-05-10,3\n2026-05-11,9\n2026-05-12,10\n", [("Nota", "csat")],
        .beyondScale(column: "Nota", .csat, value: "9", line: 3, place: 12)
      ),
      (
        "Fecha,Nota\n2026-05-10,3/10\n2026-05-11,9/10\n", [("Nota", "csat")],
        .beyondScale(column: "Nota", .csat, value: "3/10", line: 2, place: 12)
      ),
      (
        "Encuesta,Nota\nnps,9\ncsat,3\nnps,10\ncsat,8\ncsat,9\n", [],
        .beyondScale(column: "Nota", .csat, value: "8", line: 5, place: 6)
      ),
      (
        "Fecha,Nota\n2026-05-10,Muy satisfecho\n2026-05-11,Algo satisfecho\n2026-05-12,Nada satisfecho\n",
        [("Nota", "csat")], .unplacedWord(column: "Nota", .csat, word: "Nada satisfecho", line: 4, place: 12)
      ),
      (
        "Nota,Fecha\nBien,2026-05-10\nFatal,2026-05-11\nMuy bien,2026-05-12\nFatal,2026-05-12\n",
        [("Nota", "csat")], .unplacedWord(column: "Nota", .csat, word: "Fatal", line: 3, place: 1)
      ),
      (
        "Nota\nMuy satisfecho\nSatisfecho\n", [("Nota", "nps")],
        .unplacedWord(column: "Nota", .nps, word: "Muy satisfecho", line: 2, place: 1)
      ),
      (
        "Encuesta,Nota\ncsat,Bien\ncsat,Nada bien\ncsat,Mal\n", [],
        .unplacedWord(column: "Nota", .csat, word: "Nada bien", line: 3, place: 6)
      ),
      (
        "NPS\n10\n9\n10\nNada probable\nNada probable\n", [("NPS", "nps")],
        .unplacedWord(column: "NPS", .nps, word: "Nada probable", line: 5, place: 1)
      ),
      ("Nota\nMuy bien\nBien\nMal\nno me acuerdo\n", [("Nota", "csat")], nil),
      ("Nota\n5\n4\n3\nno sé\nno sé\nDon't know\n", [("Nota", "csat")], nil),
      ("Nota\n" + String(repeating: "Muy bien\n", count: 30) + "Nada bien\n", [("Nota", "csat")], nil),
      ("Nota\n5\n4\n3\nFatal\nFatal\n", [("Nota", "csat")], nil),
      ("Encuesta,Nota\nnps,9\ncsat,3\nnps,10\n", [], nil),
      ("Fecha,Nota\n2026-05-10,3\n2026-05-11,9\n2026-05-12,10\n", [("Nota", "nps")], nil),
      ("Nota\n8 - Satisfecho\n10 - Muy satisfecho\n", [("Nota", "csat")], nil),
    ] as [(String, [(column: String, field: String)], UnreadableExport?)])
  func aNamedColumnOfAnotherScaleIsRefused(
    table: String, map: [(column: String, field: String)], refusal: UnreadableExport?
  ) throws {
    let (source, options) = (ByteSource.table(table), ReadingOptions(map: map))
    guard let refusal else {
      #expect(try !ToolReading(SurveyCSV.self, source, options).answers.isEmpty)
      return
    }
    #expect(throws: refusal) { try SurveyCSV(surveying: source, options: options) }
  }

  @Test func effortIsAskedForInManyWords() throws {
    #expect(
      try reading("ces-in-portuguese.csv").lines == ["2 ces 6 - complete", "3 ces 2 - complete"])
    #expect(try reading("ces-level-of-effort.csv").answers.map(\.score) == [6, 2])
    for header in ["How easy was it to solve your issue?", "¿Qué tan fácil fue?", "Facilidad"] {
      let source = ByteSource(name: "-", bytes: Array("date,\(header)\n2026-05-10,7\n".utf8))
      #expect(try ToolReading(SurveyCSV.self, source).answers.map(\.survey) == [.ces], "\(header)")
    }
  }

  /// Of two columns of one name the first counts, and the other is told of as lost; not where a map chose.
  @Test(arguments: [
    ([], [ScoreColumn.Standing.read, .repeated], true), ([("NPS", "nps")], [.read, .unnamed], false),
  ])
  func anotherColumnOfTheSameNameIsSaid(
    map: [(column: String, field: String)], standings: [ScoreColumn.Standing], isLost: Bool
  ) throws {
    let source = ByteSource.table("Fecha,NPS,nps\n2026-05-10,9,4\n2026-05-11,10,5\n")
    let reading = try ToolReading(SurveyCSV.self, source, ReadingOptions(map: map))
    #expect(reading.answers.map(\.score) == [9, 10] && reading.standings == standings)
    #expect(reading.scores.last?.isLost == isLost)
  }

  @Test func aColumnThatCouldBeOfScoresIsNamedAndNeverCounted() throws {
    let reading = try reading("columns-like-scores.csv")
    #expect(reading.answers.map(\.survey) == [.nps, .ces, .nps, .ces, .nps, .ces])
    #expect(reading.scores.map(\.name).suffix(2) == ["Llamadas", "Trato recibido"])
    #expect(reading.standings == [.read, .read, .unnamed, .unnamed])
    // Ages run over every scale, and rows are only numbered.
    #expect(reading.unused == ["Fila", "Edad", "Sucursal"])
  }

  @Test func mixedCodePagesAreSaidAndKept() throws {
    let reading = try reading("mixed-code-pages.csv")
    #expect(reading.answers.map(\.score) == [9, 8, 3, 4] && reading.problems.isEmpty)
    #expect(reading.doubtful == DoubtfulText(rows: 2, firstLine: 3))
    #expect(reading.answers.map(\.comment) == ["atención", "appr‚ci‚e", "“bien” – rápido", "\u{90}xito"])
  }

  @Test func whatIsUndecidedIsLeftOutUntilNamed() throws {
    let undecided = try reading("scale-undecided.csv")
    #expect(
      undecided.answers.isEmpty && undecided.standings == [.undecidedLabels] && undecided.unanswered == 4)
    #expect(undecided.scores.first?.labels == ["Malo", "Regular", "Bueno", "Excelente"])
    #expect(try reading("scale-undecided.csv", [("CSAT", "csat")]).answers.map(\.score) == [2, 3, 4, 5])
    #expect(try reading("scale-reversed.csv").standings == [.reversed, .unnamed])
    #expect(try reading("scale-reversed.csv", [("CSAT", "csat")]).answers.map(\.score) == [5, 1])
  }

  @Test func rejectsAreFedAgain() throws {
    let reading = try reading("rejects-fed-again.csv")
    #expect(reading.lines == ["3 nps 9 - complete", "5 nps 8 - complete"] && reading.problems.isEmpty)
    #expect(reading.answers.last?.comment == "dos\n# salida.csv:9: líneas")
    #expect(reading.header == Array("Fecha,NPS,Comentario\n".utf8))
  }

  /// What voc writes for every format's problems is read by the same format again.
  @Test func aFileOfRejectsKeepsItsFormat() throws {
    for reader in ToolFixture.readers {
      for name in try ToolFixture.names(of: reader) where name.hasSuffix(".csv") {
        let original = try ToolFixture.bytes(reader, name)
        let source = ByteSource(name: name, bytes: original)
        guard let first = try? ToolReading(reader, source), !first.problems.isEmpty,
          !original.starts(with: [0xFF, 0xFE]), !original.starts(with: [0xFE, 0xFF]),
          first.problems.allSatisfy({ ![.quote, .binary, .encoding].contains($0.reason) })
        else { continue }
        var bytes = first.header
        for problem in first.problems {
          bytes += Array("# \(name):\(problem.line): así no, señor\n".utf8) + problem.raw
          if bytes.last != 10 { bytes.append(10) }
        }
        let again = try ToolReading(reader, ByteSource(name: "rejects.csv", bytes: bytes))
        #expect(
          again.answers.isEmpty && again.problems.map(\.reason) == first.problems.map(\.reason), "\(name)")
      }
    }
  }

  @Test func aRowThatBeginsWithANumberSignIsARow() throws {
    let reading = try reading("hash-row-is-a-row.csv")
    #expect(reading.answers.map(\.comment).last == "# nota.csv:3: todo" && reading.answers.count == 5)
  }

  @Test func anIdIsAKeyOnlyWhereTheMapSaysSo() throws {
    let source = ByteSource(name: "-", bytes: Array("id,nps\n7,9\n".utf8))
    #expect(try ToolReading(SurveyCSV.self, source).lines == ["2 nps 9 - complete"])
    var options = ReadingOptions()
    options.map = [("id", "id")]
    #expect(try ToolReading(SurveyCSV.self, source, options).lines == ["2 nps 9 7/nps complete"])
  }
}
