import Testing
import VocDomain

@testable import VocInsight

struct HashedLogitTests {
  /// Invented comments: what a product is like by words that the lexicon does not know.
  private static func examples(_ count: Int, seed: UInt64, noise: Double = 0) -> [SentimentExample] {
    var generator = SplitMix64(seed: seed)
    let telling: [(SentimentLabel, [String])] = [
      (.negative, ["grieta", "gotera", "chispazo"]), (.neutral, ["martes", "carpeta", "pasillo"]),
      (.positive, ["brisa", "jazmin", "amanecer"]),
    ]
    let filler = ["el", "router", "casa", "mesa", "ayer", "verde", "libro", "calle"]
    return (0..<count).map { _ in
      let (label, words) = generator.pick(telling)
      let text = [
        generator.pick(filler), generator.pick(words), generator.pick(filler), generator.pick(filler),
      ]
      .joined(separator: " ")
      let said = generator.chance(noise) ? generator.pick(SentimentLabel.allCases) : label
      return SentimentExample(text: text, label: said)
    }
  }

  private static func label(_ model: HashedLogit, _ text: String) -> SentimentLabel {
    let text = TextNormalizer.normalize(text)
    return model.label(of: text, sentiment: SentimentLexicon.spanish.sentiment(of: text))
  }

  @Test func learnsWhatTheLexiconDoesNotKnow() throws {
    let model = HashedLogit(training: Self.examples(150, seed: 1))
    #expect(model.trainedOn == 150)
    #expect(Self.label(model, "una gotera") == .negative)
    #expect(Self.label(model, "carpeta azul") == .neutral)
    #expect(Self.label(model, "Jazmín!") == .positive)
    let evaluation = try #require(SentimentEvaluation(Self.examples(150, seed: 1)))
    #expect(evaluation.model.right.trials == 150 && evaluation.lexicon.right.trials == 150)
    #expect(evaluation.model.macroF1 > 0.95, "\(evaluation)")
    #expect(evaluation.lexicon.macroF1 < 0.4, "\(evaluation)")
    #expect(evaluation.favoursModel)
  }

  @Test func isNotFavouredOnFewCommentsOrOnChance() throws {
    #expect(try #require(SentimentEvaluation(Self.examples(99, seed: 1))).favoursModel == false)
    // Labels by chance: about a third right, whatever was learnt by heart.
    let evaluation = try #require(SentimentEvaluation(Self.examples(300, seed: 2, noise: 1)))
    #expect(evaluation.model.macroF1 < 0.45, "\(evaluation)")
    #expect(!evaluation.favoursModel, "\(evaluation)")
    #expect(SentimentEvaluation(Self.examples(4, seed: 1)) == nil)
    #expect(SentimentEvaluation([], folds: 0) == nil)
    #expect(SentimentEvaluation(Self.examples(9, seed: 1), folds: 1) == nil)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func whatGuessesIsNotFavouredOverALexiconThatKnowsNothing(seed: UInt64) throws {
    // No comment is neutral, which is all that the lexicon says of words that it does not know.
    var generator = SplitMix64(seed: seed)
    let words = ["el", "router", "casa", "mesa", "ayer", "verde", "libro", "calle"]
    let examples = (0..<200).map { _ in
      let text = (0..<4).map { _ in generator.pick(words) }.joined(separator: " ")
      return SentimentExample(text: text, label: generator.pick([.negative, .positive]))
    }
    let evaluation = try #require(SentimentEvaluation(examples))
    #expect(evaluation.lexicon.macroF1 == 0 && evaluation.model.macroF1 > 0, "\(evaluation)")
    #expect(!evaluation.favoursModel, "\(evaluation)")
  }

  @Test func usesTheLexiconForWordsItHasNotSeen() {
    let texts: [(String, SentimentLabel)] = [
      ("excelente", .positive), ("genial", .positive), ("pesimo", .negative), ("horrible", .negative),
      ("la mesa", .neutral), ("el libro", .neutral),
    ]
    let examples = (0..<20).flatMap { _ in texts.map { SentimentExample(text: $0.0, label: $0.1) } }
    let model = HashedLogit(training: examples)
    #expect(Self.label(model, "maravilloso") == .positive)
    #expect(Self.label(model, "nefasto") == .negative)
    #expect(Self.label(model, "ventana") == .neutral)
  }

  @Test func theSameExamplesGiveTheSameModel() {
    let examples = Self.examples(60, seed: 3)
    #expect(HashedLogit(training: examples) == HashedLogit(training: examples))
    #expect(HashedLogit(training: examples, seed: 1) != HashedLogit(training: examples, seed: 2))
  }

  @Test func isKeptExactly() throws {
    for model in [HashedLogit(training: Self.examples(60, seed: 4)), HashedLogit(training: [])] {
      let blob = model.encoded()
      #expect(blob.count < 200_000)
      #expect(HashedLogit(decoding: blob) == model)
    }
  }

  @Test func damagedBlobsAreRefused() {
    let blob = HashedLogit(training: Self.examples(30, seed: 5)).encoded()
    expectRefusal(of: blob) { HashedLogit(decoding: $0) == nil }
  }

  @Test(arguments: [SentimentLabel.negative, .neutral, .positive])
  func oneLabelAloneIsAlwaysGiven(label: SentimentLabel) {
    let model = HashedLogit(training: [SentimentExample(text: "hola", label: label)])
    #expect(Self.label(model, "lo que sea") == label)
    #expect(Self.label(model, "") == label)
  }

  @Test func nothingLearntIsNeutral() {
    #expect(Self.label(HashedLogit(training: []), "pésimo") == .neutral)
    #expect(Self.label(HashedLogit(training: []), "") == .neutral)
  }

  @Test(
    arguments: [
      (.nps, 6, .negative), (.nps, 7, .neutral), (.enps, 9, .positive), (.nps, 11, nil),
      (.nps, 0, .negative), (.csat, 2, .negative), (.csat, 3, .neutral), (.csat, 4, .positive),
      (.csat, 0, nil),
      (.ces, 5, nil),
    ] as [(SurveyKind, Int, SentimentLabel?)])
  func scoresAreLabels(survey: SurveyKind, score: Int, label: SentimentLabel?) {
    #expect(SentimentLabel(survey: survey, score: score) == label)
  }

  @Test func figuresAreThoseOfTheDefinition() {
    // By hand: negative P 1/2 R 1/2, neutral P 0 of 1, R 0 of 1, positive P 1 R 1.
    let figures = LabelFigures([
      (.negative, .negative), (.negative, .neutral), (.neutral, .negative), (.positive, .positive),
    ])
    #expect(figures.right == Proportion(2, of: 4))
    #expect(abs(figures.macroF1 - 0.5) < 1e-12)
    #expect(LabelFigures([(.positive, .positive)]).macroF1 == 1)
    #expect(LabelFigures([]).macroF1 == 0)
  }
}

/// Cut short, lengthened, and with a byte changed: all must be refused.
func expectRefusal(of blob: [UInt8], isRefused: ([UInt8]) -> Bool) {
  #expect(!isRefused(blob))
  for count in [0, 1, 3, 4, 7, 8, blob.count / 2, blob.count - 1] {
    #expect(isRefused(Array(blob.prefix(count))))
  }
  #expect(isRefused(blob + [0]))
  var generator = SplitMix64(seed: 9)
  for _ in 0..<20 {
    var damaged = blob
    damaged[generator.below(blob.count)] ^= UInt8(1 << generator.below(8))
    #expect(isRefused(damaged))
  }
}
