import VocDomain

/// How well a judge of moods did.
public struct LabelFigures: Equatable, Sendable {
  public let right: Proportion
  /// The mean over the labels that occur, as truth or as judgement, of the harmonic mean of precision and recall, 0...1;
  /// 0 of nothing.
  public let macroF1: Double
  /// The share that would be right if each label were named as often, but whatever the truth is, 0...1: the agreement by
  /// chance of J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20
  /// (1960).
  public let rightByChance: Double

  /// Pairs of what is true and what was judged.
  init(_ pairs: [(truth: SentimentLabel, judged: SentimentLabel)]) {
    right = Proportion(pairs.count { $0.truth == $0.judged }, of: pairs.count)
    let scores = SentimentLabel.allCases.compactMap { label -> Double? in
      let hits = pairs.count { $0.truth == label && $0.judged == label }
      let named = pairs.count { $0.truth == label } + pairs.count { $0.judged == label }
      return named == 0 ? nil : 2 * Double(hits) / Double(named)
    }
    macroF1 = scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    let pairsByChance = SentimentLabel.allCases.reduce(0) { sum, label in
      sum + pairs.count { $0.truth == label } * pairs.count { $0.judged == label }
    }
    rightByChance = pairs.isEmpty ? 0 : Double(pairsByChance) / Double(pairs.count * pairs.count)
  }
}

/// What a trained model is worth beside the lexicon, on comments that it was not trained on.
public struct SentimentEvaluation: Equatable, Sendable {
  public let model: LabelFigures
  public let lexicon: LabelFigures

  /// Cross-validates: each fold is judged by a model trained on the others; labels are spread evenly over the folds.
  ///
  /// Nil with fewer examples than folds, or fewer than 2 folds.
  public init?(_ examples: [SentimentExample], folds: Int = 5, seed: UInt64 = 1) {
    guard folds >= 2, examples.count >= folds else { return nil }
    var generator = SplitMix64(seed: seed)
    var order = Array(examples.indices)
    generator.shuffle(&order)
    let dealt = SentimentLabel.allCases.flatMap { label in order.filter { examples[$0].label == label } }
    var judged: [(truth: SentimentLabel, judged: SentimentLabel)] = []
    for fold in 0..<folds {
      let held = dealt.indices.filter { $0 % folds == fold }.map { examples[dealt[$0]] }
      let others = dealt.indices.filter { $0 % folds != fold }.map { examples[dealt[$0]] }
      let model = HashedLogit(training: others, seed: seed)
      judged += held.map { ($0.label, model.label(of: $0.features)) }
    }
    model = LabelFigures(judged)
    lexicon = LabelFigures(examples.map { ($0.label, $0.lexiconLabel) })
  }

  /// Whether to use the model: at least 100 comments, a better macro-F1 than the lexicon's, and right more often than by
  /// chance, as the 99 % Wilson interval says. A lexicon that knows none of the words has 0, which any guess betters.
  public var favoursModel: Bool {
    model.right.trials >= 100 && model.macroF1 > lexicon.macroF1
      && model.right.wilson(confidence: 0.99).map { $0.low > model.rightByChance } ?? false
  }
}
