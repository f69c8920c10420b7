/// So many of so many: a share that never forgets its numerator and denominator.
public struct Proportion: Equatable, Sendable {
  public let successes: Int
  public let trials: Int

  /// `successes` of `trials`, 0 <= successes <= trials.
  public init(_ successes: Int, of trials: Int) {
    precondition(0 <= successes && successes <= trials, "a part is no larger than its whole")
    self.successes = successes
    self.trials = trials
  }

  /// The share, 0...1; nil of nothing.
  public var share: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }

  /// The Wilson score interval, in shares of 0...1; nil of nothing.
  ///
  /// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of
  /// the American Statistical Association 22 (1927), and Brown, Cai & DasGupta, "Interval Estimation for a
  /// Binomial Proportion", Statistical Science 16 (2001), section 3.1.1.
  public func wilson(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let share else { return nil }
    let z = NormalDistribution.critical(confidence: confidence)
    let n = Double(trials)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return ConfidenceInterval(
      low: successes == 0 ? 0 : max(0, centre - half),
      high: successes == trials ? 1 : min(1, centre + half))
  }

  /// The Clopper-Pearson ("exact") interval, in shares of 0...1; nil of nothing.
  ///
  /// Covers at least what it promises, often more. Source: Brown, Cai & DasGupta (2001), section 4.2.1:
  /// quantiles of Beta(k, n-k+1) and Beta(k+1, n-k).
  public func clopperPearson(confidence: Double = 0.95) -> ConfidenceInterval? {
    betaInterval(confidence: confidence, lower: (0, 1), upper: (1, 0))
  }

  /// The equal-tailed Jeffreys interval, in shares of 0...1; nil of nothing.
  ///
  /// Source: Brown, Cai & DasGupta (2001), section 3.1.3: quantiles of Beta(k + 1/2, n - k + 1/2), without
  /// their replacement of the bounds at k = 0 and k = n.
  public func jeffreys(confidence: Double = 0.95) -> ConfidenceInterval? {
    betaInterval(confidence: confidence, lower: (0.5, 0.5), upper: (0.5, 0.5))
  }

  /// Quantiles of the beta distribution whose parameters are the successes and the failures, each plus a
  /// prior.
  private func betaInterval(
    confidence: Double, lower: (Double, Double), upper: (Double, Double)
  ) -> ConfidenceInterval? {
    precondition(confidence > 0 && confidence < 1, "a confidence level lies between 0 and 1")
    guard trials > 0 else { return nil }
    func quantile(_ probability: Double, _ prior: (Double, Double), whenDegenerate: Double) -> Double {
      let a = Double(successes) + prior.0
      let b = Double(trials - successes) + prior.1
      guard a > 0 && b > 0 else { return whenDegenerate }
      return BetaDistribution.quantile(probability, a: a, b: b) ?? whenDegenerate
    }
    let tail = (1 - confidence) / 2
    return ConfidenceInterval(
      low: quantile(tail, lower, whenDegenerate: 0), high: quantile(1 - tail, upper, whenDegenerate: 1))
  }
}
