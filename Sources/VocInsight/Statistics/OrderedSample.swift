/// Values in ascending order, from which quantiles are read.
public protocol OrderedSample {
  /// The number of values.
  var n: Int { get }

  /// The value of a rank, 1 for the smallest to `n`.
  func value(rank: Int) -> Double
}

extension OrderedSample {
  /// The quantile of 0.5; nil of nothing.
  public var median: Double? { quantile(0.5) }

  /// The value under which a share `probability` of the values lies; nil of nothing and outside 0...1.
  ///
  /// Linear between the two nearest order statistics: the quantile to show. Source: R. J. Hyndman & Y. Fan,
  /// "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), type 7.
  public func quantile(_ probability: Double) -> Double? {
    guard (0...1).contains(probability), n > 0 else { return nil }
    let place = Double(n - 1) * probability
    let below = Int(place)
    let fraction = place - Double(below)
    guard below + 1 < n else { return value(rank: n) }
    let (low, high) = (value(rank: below + 1), value(rank: below + 2))
    return fraction == 0 || low == high ? low : low * (1 - fraction) + high * fraction
  }

  /// The smallest value that at least a share `probability` of the values does not exceed; nil of nothing and
  /// outside 0...1.
  ///
  /// Source: Hyndman & Fan (1996), type 1.
  public func nearestRank(_ probability: Double) -> Double? {
    guard (0...1).contains(probability), n > 0 else { return nil }
    // 0.07 of 100 values is the seventh, though the product lies a hair above 7.
    let rank = Int((Double(n) * probability * (1 - 1e-14)).rounded(.up))
    return value(rank: min(max(rank, 1), n))
  }

  /// The interval of a quantile between two order statistics, whatever the distribution of the values.
  ///
  /// Nil where the sample is too small to have both bounds (under 6 values for a median at 95 %), and for a
  /// probability that does not lie strictly between 0 and 1. Source: W. J. Conover, Practical Nonparametric
  /// Statistics, 3rd ed., section 3.2, with ranks from binomial quantiles.
  public func quantileInterval(_ probability: Double, confidence: Double = 0.95) -> QuantileInterval? {
    guard probability > 0 && probability < 1, confidence > 0 && confidence < 1, n > 0 else { return nil }
    let tail = (1 - confidence) / 2
    let low = BinomialDistribution.quantile(tail, trials: n, probability: probability)
    let high = 1 + BinomialDistribution.quantile(1 - tail, trials: n, probability: probability)
    guard low >= 1 && high <= n else { return nil }
    let coverage =
      BinomialDistribution.cumulative(high - 1, trials: n, probability: probability)
      - BinomialDistribution.cumulative(low - 1, trials: n, probability: probability)
    return QuantileInterval(
      lowRank: low, highRank: high,
      bounds: ConfidenceInterval(low: value(rank: low), high: value(rank: high)), coverage: coverage)
  }
}
