import Foundation

/// Two independent shares, and what can be said of their difference and their ratio.
///
/// Differences and ratios are of the first to the second.
public struct TwoProportions: Equatable, Sendable {
  public let first: Proportion
  public let second: Proportion
  private let firstShare: Double
  private let secondShare: Double

  /// Nil where either is a share of nothing.
  public init?(_ first: Proportion, _ second: Proportion) {
    guard let firstShare = first.share, let secondShare = second.share else { return nil }
    self.first = first
    self.second = second
    self.firstShare = firstShare
    self.secondShare = secondShare
  }

  // MARK: Difference

  /// The first share minus the second, -1...1.
  public var difference: Double { firstShare - secondShare }

  /// The interval of the difference, -1...1.
  ///
  /// Source: R. G. Newcombe, "Interval Estimation for the Difference Between Independent Proportions",
  /// Statistics in Medicine 17 (1998), method 10: from the Wilson intervals of both, without continuity
  /// correction.
  public func newcombe(confidence: Double = 0.95) -> ConfidenceInterval {
    let (one, two) = wilson(confidence)
    let down = hypot(firstShare - one.low, two.high - secondShare)
    let up = hypot(one.high - firstShare, secondShare - two.low)
    return ConfidenceInterval(low: difference - down, high: difference + up).clipped(to: -1...1)
  }

  private func wilson(_ confidence: Double) -> (ConfidenceInterval, ConfidenceInterval) {
    let unknown = ConfidenceInterval(low: 0, high: 1)
    return (first.wilson(confidence: confidence) ?? unknown, second.wilson(confidence: confidence) ?? unknown)
  }

  // MARK: Tests

  /// The z statistic of the difference with the pooled variance; 0 where neither share varies.
  ///
  /// Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 7.3.3.
  public var z: Double {
    let (n1, n2) = (Double(first.trials), Double(second.trials))
    let pooled = Double(first.successes + second.successes) / (n1 + n2)
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    return variance > 0 ? difference / variance.squareRoot() : 0
  }

  /// The two-sided p value of `z`, 0...1.
  public var zP: Double { NormalDistribution.twoSidedP(z) }

  /// The two-sided p value of Fisher's exact test, 0...1.
  public var fisherP: Double { FisherExact.twoSidedP(first, second) }

  /// Whether a count expected under equal shares is under 5, so that `z` cannot be trusted (Cochran's rule).
  public var isSmall: Bool {
    let all = Double(first.trials + second.trials)
    let successes = Double(first.successes + second.successes)
    let fewest = Double(min(first.trials, second.trials)) * min(successes, all - successes) / all
    return fewest < 5
  }

  /// The p value to show: Fisher's where an expected count is under 5, otherwise that of `z`.
  public var p: Double { isSmall ? fisherP : zP }

  // MARK: Ratio

  /// The first share over the second; nil where the second is 0.
  public var ratio: Double? { second.successes == 0 ? nil : firstShare / secondShare }

  /// The interval of the ratio, 0 and above; nil where the second share is 0.
  ///
  /// Source: D. Katz et al., "Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies",
  /// Biometrics 34 (1978), on the logarithm. Where a share is 0 or 1 that one has no width or does not exist:
  /// there MOVER from the Wilson intervals, M. W. Fagerland, S. Lydersen & P. Laake, "Recommended Confidence
  /// Intervals for Two Independent Binomial Proportions", Statistical Methods in Medical Research 24 (2015).
  public func ratioInterval(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let ratio else { return nil }
    if isAtEnd(first) || isAtEnd(second) { return moverRatio(confidence) }
    let variance =
      (1 - firstShare) / Double(first.successes) + (1 - secondShare) / Double(second.successes)
    let spread = exp(NormalDistribution.critical(confidence: confidence) * variance.squareRoot())
    return ConfidenceInterval(low: ratio / spread, high: ratio * spread)
  }

  private func isAtEnd(_ proportion: Proportion) -> Bool {
    proportion.successes == 0 || proportion.successes == proportion.trials
  }

  private func moverRatio(_ confidence: Double) -> ConfidenceInterval? {
    let (one, two) = wilson(confidence)
    guard two.low > 0 else { return nil }
    let (p1, p2) = (firstShare, secondShare)
    let product = p1 * p2
    let low = product * product - one.low * two.high * (2 * p1 - one.low) * (2 * p2 - two.high)
    let high = product * product - one.high * two.low * (2 * p1 - one.high) * (2 * p2 - two.low)
    let lowDivisor = two.high * (2 * p2 - two.high)
    return ConfidenceInterval(
      low: lowDivisor == 0 ? 0 : max(0, (product - max(0, low).squareRoot()) / lowDivisor),
      high: (product + max(0, high).squareRoot()) / (two.low * (2 * p2 - two.low)))
  }
}
