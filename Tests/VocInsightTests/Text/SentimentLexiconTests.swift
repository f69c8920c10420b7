import Testing
import VocDomain

@testable import VocInsight

struct SentimentLexiconTests {
  @Test func everyLineOfTheFilesIsUnderstood() {
    for file in [EmbeddedText.lexiconES, EmbeddedText.lexiconPT, EmbeddedText.lexiconEN] {
      #expect(SentimentLexicon.read(file).problems.isEmpty)
    }
  }

  @Test func everyTermOfTheFilesIsFound() {
    let files: [(SentimentLexicon, String)] = [
      (.spanish, EmbeddedText.lexiconES), (.portuguese, EmbeddedText.lexiconPT),
      (.english, EmbeddedText.lexiconEN),
    ]
    for (lexicon, file) in files {
      for line in file.split(separator: "\n") {
        let fields = line.split(separator: "\t")
        guard fields.count == 2, Int(fields[0]) != nil else { continue }
        for term in fields[1].split(separator: ",") {
          let text = TextNormalizer.normalize(String(term.filter { $0 != "*" }))
          let hits = lexicon.sentiment(of: text).hits
          #expect(hits.first != nil, "\(term)")
        }
      }
    }
  }

  @Test(arguments: [
    "x\tmalo", "-2", "-2\tuno dos tres cuatro cinco", "negator\tni uno", "-2\tpreci*os*", "-2\t!",
  ])
  func tellsWhatItCannotRead(line: String) {
    #expect(SentimentLexicon.read("# note\n\n\(line)\n1\tbien").problems == [3])
    #expect(SentimentLexicon.read("\(line)\n1\tbien").lexicon.sentiment(of: .init("bien")).hits.count == 1)
  }

  /// Weights of a small lexicon as they come out.
  @Test(
    arguments: [
      ("bien", [1]), ("BIÉN", [1]), ("muy bien", [1.4]), ("poco bien", [0.6]), ("bienvenida", []),
      ("no bien", [-0.75]), ("no a b bien", [-0.75]), ("no a b c bien", [1]), ("no malo", [0.8]),
      ("no muy malo", [1.12]), ("no no malo", [0.8]), ("malos", []), ("malisimo", [-3]),
      ("malisimamente", [-1]),
      ("sin queja", [2]), ("no sin queja", [2]), ("sin quejas", [2]), ("sin queja alguna", [3]),
      ("queja", [-2]),
      ("sin que", []), ("malo 😡", [-2, -2]), ("👍🏿 :)", [2, 2]), ("maloooo", []), ("bieeen", []),
    ] as [(String, [Double])])
  func scores(text: String, weights: [Double]) {
    let lexicon = SentimentLexicon.read(
      """
      1\tbien
      -2\tmalo, queja
      -3\tmalisim*
      -1\tmalisimam*
      2\tsin queja*
      3\tsin queja alguna
      emoji+\t👍 :)
      emoji-\t😡
      negator\tno, sin
      intensifier\tmuy
      diminisher\tpoco
      contrast\tpero
      """
    ).lexicon
    let hits = lexicon.sentiment(of: .init(text)).hits.map(\.weight)
    #expect(hits.count == weights.count)
    for (hit, weight) in zip(hits, weights) { #expect(abs(hit - weight) < 1e-12) }
  }

  @Test func showsTheWordsThatMatched() {
    let text = "¡Qué PÉSIMO servicio! No funciona nada 😡"
    let hits = SentimentLexicon.spanish.sentiment(of: .init(text)).hits
    #expect(
      hits.map { text.part(atUTF8: $0.range).map(String.init) } == ["PÉSIMO", "No funciona", "nada", "😡"])
  }

  @Test(arguments: [
    (
      TextLanguage.portuguese, "Péssimo atendimento, ninguém responde e não consigo cancelar",
      SentimentLabel.negative
    ),
    (.portuguese, "Ótimo atendimento, muito atenciosos. Obrigada!", .positive),
    (.portuguese, "Ainda não chegou meu pedido", .negative),
    (.portuguese, "Resolveram meu problema, sem problemas, recomendo", .positive),
    (.portuguese, "Qual é o horário de vocês?", .neutral),
    (.english, "Terrible service, still waiting for my refund", .negative),
    (.english, "It doesn't work and nobody answers", .negative),
    (.english, "Very helpful and friendly, thank you so much!", .positive),
    (.english, "Not bad at all, no problems", .positive),
    (.english, "Where is your office?", .neutral),
  ])
  func knowsOtherLanguages(language: TextLanguage, text: String, label: SentimentLabel) {
    #expect(SentimentLexicon.of(language).sentiment(of: .init(text)).label == label)
  }

  @Test func aTextOfNothingIsNeutral() {
    let sentiment = SentimentLexicon.spanish.sentiment(of: .init(""))
    #expect(sentiment.score == 0 && sentiment.label == .neutral && sentiment.hits.isEmpty)
  }
}

extension NormalizedText {
  fileprivate init(_ text: String) { self = TextNormalizer.normalize(text) }
}
