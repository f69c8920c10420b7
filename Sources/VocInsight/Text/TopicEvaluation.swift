import VocDomain

/// How often the topic model is right on texts that it was not trained on.
public struct TopicEvaluation: Equatable, Sendable {
  /// Of all texts, those whose likeliest tag they have.
  public let best: Proportion
  /// Of the suggestions that would be shown, those that are right.
  public let precision: Proportion
  /// Of all texts, those that would be shown a suggestion.
  public let coverage: Proportion

  /// Cross-validates: each fold is judged by a model of the others; equal texts are always in one fold.
  ///
  /// Nil with fewer examples than folds, or fewer than 2 folds.
  public init?(_ examples: [TopicExample], folds: Int = 10, seed: UInt64 = 1) {
    guard folds >= 2, examples.count >= folds else { return nil }
    let place = examples.map { example in
      var generator = SplitMix64(seed: seed, stream: example.textHash)
      return generator.below(folds)
    }
    var right = 0
    var shown = 0
    var shownRight = 0
    for fold in 0..<folds {
      let model = TopicModel(training: examples.indices.filter { place[$0] != fold }.map { examples[$0] })
      for index in examples.indices where place[index] == fold {
        guard let suggestion = model.suggestion(for: examples[index].features) else { continue }
        let isRight = examples[index].tags.contains(suggestion.tag)
        if isRight { right += 1 }
        if suggestion.isSafe { shown += 1 }
        if suggestion.isSafe && isRight { shownRight += 1 }
      }
    }
    best = Proportion(right, of: examples.count)
    precision = Proportion(shownRight, of: shown)
    coverage = Proportion(shown, of: examples.count)
  }
}
