import Testing
import VocDomain

@testable import VocInsight

struct TextCuesTests {
  @Test func everyLineOfTheFilesIsUnderstood() {
    for file in [EmbeddedText.cuesES, EmbeddedText.cuesPT, EmbeddedText.cuesEN] {
      #expect(TextCues.problems(in: file).isEmpty)
      #expect(file.contains("urgency"))
    }
    #expect(TextCues.problems(in: "#\nurgency\t\\b(a\\b\t2\nother\t\\ba\\b\t2\nlegal\t\\ba\\b") == [2, 3, 4])
  }

  @Test func rawValuesStay() {
    #expect(
      Cue.allCases.map(\.rawValue) == [
        "urgency", "complaint", "legal", "churn", "competitor", "praise", "repeat_contact",
      ])
  }

  @Test(
    arguments: [
      (TextLanguage.portuguese, "É urgente, me roubaram o cartão", [Cue.urgency]),
      (.portuguese, "Vou ao Procon, falei com meu advogado", [.legal]),
      (.portuguese, "Quero cancelar minha assinatura", [.churn]),
      (.portuguese, "Ninguém me atende, que descaso", [.complaint]),
      (.portuguese, "Na concorrência é mais barato", [.competitor]),
      (.portuguese, "Parabéns pelo atendimento", [.praise]),
      (.portuguese, "Já liguei ontem, faz 3 dias", [.repeatContact]),
      (.portuguese, "Qual o horário?", []),
      (.english, "I can't log in, it's urgent", [.urgency]),
      (.english, "Charges I didn’t make!", [.urgency]),
      (.english, "This is unacceptable", [.complaint]),
      (.english, "I'll sue you", [.legal]),
      (.english, "Please cancel my subscription", [.churn]),
      (.english, "I'll try another provider", [.competitor]),
      (.english, "Thank you so much", [.praise]),
      (.english, "I've called 3 days ago", [.repeatContact]),
      (.english, "What are your opening hours?", []),
      (.spanish, "Corre peligro. Me voy a Madrid", [.urgency]),
    ] as [(TextLanguage, String, [Cue])])
  func finds(language: TextLanguage, text: String, cues: [Cue]) {
    #expect(TextCues(language: language).hits(in: TextNormalizer.normalize(text)).map(\.cue) == cues)
  }

  @Test func showsTheWordsAndTheStrongestPoints() throws {
    let text = "¡URGENTE! hay  un  incendio… es urgentísimo, gracias"
    let hits = TextCues(language: .spanish).hits(in: TextNormalizer.normalize(text))
    let hit = try #require(hits.first)
    #expect(hits.count == 1 && hit.cue == .urgency && hit.points == 3)
    #expect(
      hit.ranges.map { text.part(atUTF8: $0).map(String.init) } == ["URGENTE", "incendio", "urgentísimo"])
  }

  @Test(
    arguments: [
      ("me paso a Movistar", ["Movistar"]), ("MÓVISTAR.", ["MÓVISTAR"]), ("movistarito", []),
      ("At&t  y Ñandú   Telecom", ["At&t", "Ñandú   Telecom"]), ("nandu telecom", []), ("at t", []),
      ("в Теле2 лучше", ["Теле2"]), ("в Мега2 лучше", []), ("Теле22", []),
    ] as [(String, [String])])
  func findsCompetitorsByName(text: String, names: [String]) {
    let cues = TextCues(
      language: .spanish, competitors: ["movistar", " AT&T", "ÑANDÚ  Telecom", "ТЕЛЕ2", "", "--"])
    let hits = cues.hits(in: TextNormalizer.normalize(text))
    #expect(hits.flatMap(\.ranges).map { text.part(atUTF8: $0).map(String.init) } == names)
    #expect(hits.allSatisfy { $0.cue == .competitor && $0.points == 2 })
  }

  /// What a pattern takes, of whole words.
  @Test(arguments: [
    (#"\b(ab?c|d)\b"#, ["ac", "abc", "d"], ["abbc", "a", "dd", ""]),
    (#"\b(a+)\b"#, ["a", "aaa"], ["ab"]), (#"\b(ab*)\b"#, ["a", "abb"], ["b"]),
    (#"\b((uno|dos) )?tres\b"#, ["tres", "uno tres", "uno  tres"], ["unotres"]),
    (#"\b(\d+ d[ií]as?)\b"#, ["3 días", "10 dia"], ["x dias", "3 ds"]),
    (#"\b(que\w+)\b"#, ["queja", "queñá_1"], ["que", "que ja"]),
    (#"\b([a-c1]x)\b"#, ["bx", "1x"], ["dx"]), (#"\b(año)\b"#, ["AÑO", "an\u{303}o"], ["ano", "añoñ"]),
  ])
  func patternsMatch(pattern: String, matching: [String], others: [String]) throws {
    let automaton = CueAutomaton([try #require(CuePattern(pattern))])
    func matches(_ text: String) -> Bool {
      let codes = TextNormalizer.normalize(text).codes
      var found = false
      automaton.search(codes) { range, _ in found = found || range == codes.indices }
      return found
    }
    for text in matching { #expect(matches(text), "\(pattern) \(text)") }
    for text in others { #expect(!matches(text), "\(pattern) \(text)") }
  }

  @Test(arguments: [
    "", "a", #"\b"#, #"\ba"#, #"\b(a\b"#, #"\ba)\b"#, #"\b*\b"#, #"\b[\b"#, #"\b[]\b"#, #"\b[b-a]\b"#,
    #"\b[^a]\b"#,
    #"\ba{2}\b"#, #"\b.\b"#, #"\b\s\b"#, #"\b(?:a)\b"#, #"\ba\\b"#,
    #"\b"# + String(repeating: "(", count: 99) + #"\b"#,
  ])
  func patternsOutsideOfTheSubsetAreNone(pattern: String) {
    #expect(CuePattern(pattern) == nil)
  }

  @Test func noPatternsFindNothing() {
    var found = 0
    CueAutomaton([]).search(Array("hola".utf8)) { _, _ in found += 1 }
    #expect(found == 0)
  }
}
