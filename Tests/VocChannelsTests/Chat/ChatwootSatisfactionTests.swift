import Testing
import VocChannels
import VocDomain

@Suite struct ChatwootSatisfactionTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "apostrophe-before-formulas.csv",
      [
        "answer csat:72 csat 5 2024-06-10T12:30:00 in 72 for @Óscar v=2024-06-10T12:30:00 '-10 de 10-'",
        "answer csat:73 csat 4 2024-06-10T12:31:00 in 73 for Paula v=2024-06-10T12:31:00 "
          + "''Genial' dijo mi hijo'",
      ]
    ),
    (
      "feedback-of-several-lines.csv",
      [
        "answer csat:77 csat 2 2024-06-10T12:30:00 in 77 for Paula v=2024-06-10T12:30:00 "
          + "'Primero: nadie contesta.⏎⏎Segundo, \"ya casi\" no es respuesta'"
      ]
    ),
    (
      "headers-in-english-review-notes.csv",
      [
        "answer csat:71 csat 1 2024-06-10T12:30:00 in 71 for Óscar Rivas v=2024-06-10T12:30:00 "
          + "'Never answered'"
      ]
    ),
    (
      "headers-in-portuguese.csv",
      [
        "answer csat:54 csat 4 2024-06-10T12:30:00 in 54 for Óscar Rivas v=2024-06-10T12:30:00 "
          + "'Resolveu, mas demorou'"
      ]
    ),
    (
      "nobody-and-no-link.csv",
      [
        "answer csat:76 csat 5 2024-06-10T12:30:00 in 76 v=2024-06-10T12:30:00",
        "answer - csat 5 2024-06-10T12:31:00 for Paula 'La conversación ya no existe'",
      ]
    ),
    (
      "one-cell-lines.csv",
      [
        "answer csat:74 csat 3 2024-06-10T12:30:00 in 74 for Paula v=2024-06-10T12:30:00",
        "answer csat:75 csat 2 2024-06-11T12:30:00 in 75 for Paula v=2024-06-11T12:30:00",
        "problem 6+1 cells",
      ]
    ),
  ]

  @Test(arguments: quirks) func tables(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.chatwootCSAT, fixture).lines == lines)
  }

  @Test func everyFixtureOfChatwootCSATIsRead() {
    let others = ["headers-in-spanish.csv"]
    let names = ExportFixture.all(of: .chatwootCSAT).map(\.name)
    #expect(names == (Self.quirks.map(\.fixture) + others).sorted())
  }

  @Test func signsAgainstFormulasAreTakenAway() throws {
    let answers = try ChatFixture.outcome(ChatwootSatisfaction.self, "apostrophe-before-formulas.csv").answers
    #expect(answers.map(\.name) == ["=Ana", "'Toño"])
    #expect(answers.map(\.phone) == ["+573005550126", nil])
    #expect(answers.map(\.email) == ["ana@example.com", nil])
  }

  @Test func theAccountIsTheLinks() throws {
    let name = "headers-in-portuguese.csv"
    let bytes = try ChatFixture.bytes(.chatwootCSAT, name)
    let source = ByteSource(name: name, bytes: bytes)
    let export = try ChatwootSatisfaction(surveying: source, options: ReadingOptions())
    #expect(export.findings.account == "7" && export.findings.records == 2)
  }

  /// Chatwoot's reports of agents begin with the period.
  @Test func reportsOfAnotherKindAreRefused() {
    let report = "Periodo del informe 2024-06-01 a 2024-06-30\n\nAgente,Conversaciones\nPaula,4\n"
    #expect(!ChatwootSatisfaction.recognises(ExportHead(bytes: Array(report.utf8), fileName: "agents.csv")))
    #expect(throws: UnreadableExport.self) { try ChatOutcome(ChatwootSatisfaction.self, report) }
  }
}
