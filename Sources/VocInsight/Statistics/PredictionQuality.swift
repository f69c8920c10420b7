/// How good predicted probabilities are, judged by what happened.
public enum PredictionQuality {
  /// The area under the ROC curve, 0...1: how often one that happened was given the higher probability than
  /// one that did not. 0.5 is chance.
  ///
  /// Nil unless some happened and some did not, and for lists of different lengths. Source: J. A. Hanley & B.
  /// J. McNeil, "The Meaning and Use of the Area under a Receiver Operating Characteristic (ROC) Curve",
  /// Radiology 143 (1982): Mann-Whitney's U over all pairs.
  public static func areaUnderCurve(_ probabilities: [Double], _ happened: [Bool]) -> Double? {
    guard probabilities.count == happened.count else { return nil }
    let pairs = zip(probabilities, happened)
    let test = MannWhitney(pairs.filter { $0.1 }.map { $0.0 }, pairs.filter { !$0.1 }.map { $0.0 })
    return test.map { ($0.cliffsDelta + 1) / 2 }
  }

  /// The Brier score, the mean square of probability less outcome: 0 is perfect, 0.25 what "one half" earns
  /// always.
  ///
  /// Nil of nothing and for lists of different lengths. Source: G. W. Brier, "Verification of Forecasts
  /// Expressed in Terms of Probability", Monthly Weather Review 78 (1950).
  public static func brier(_ probabilities: [Double], _ happened: [Bool]) -> Double? {
    guard probabilities.count == happened.count, !happened.isEmpty else { return nil }
    let squares = zip(probabilities, happened).reduce(0) { sum, pair in
      let miss = pair.0 - (pair.1 ? 1 : 0)
      return sum + miss * miss
    }
    return squares / Double(happened.count)
  }
}
