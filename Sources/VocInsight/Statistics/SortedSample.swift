/// Values in ascending order, from which quantiles are read: sorted once, n log n.
///
/// A value that is not a number is no value and is left out; `n` says how many were kept.
public struct SortedSample: Equatable, Sendable {
  /// The values, the smallest first.
  public let values: [Double]

  /// Sorts the values.
  public init(_ values: some Sequence<Double>) {
    self.values = values.filter { !$0.isNaN }.sorted()
  }

  /// The number of values.
  public var n: Int { values.count }

  /// The arithmetic mean; nil of nothing.
  public var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(n) }

  /// The quantile of 0.5; nil of nothing.
  public var median: Double? { quantile(0.5) }

  /// The value under which a share `probability` of the values lies; nil of nothing and outside 0...1.
  ///
  /// Linear between the two nearest order statistics: the quantile to show. Source: R. J. Hyndman & Y. Fan,
  /// "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), type 7.
  public func quantile(_ probability: Double) -> Double? {
    guard (0...1).contains(probability), let last = values.last else { return nil }
    let place = Double(n - 1) * probability
    let below = Int(place)
    let fraction = place - Double(below)
    guard below + 1 < n else { return last }
    if fraction == 0 || values[below] == values[below + 1] { return values[below] }
    return values[below] * (1 - fraction) + values[below + 1] * fraction
  }

  /// The smallest value that at least a share `probability` of the values does not exceed; nil of nothing and
  /// outside 0...1.
  ///
  /// Source: Hyndman & Fan (1996), type 1.
  public func nearestRank(_ probability: Double) -> Double? {
    guard (0...1).contains(probability), !values.isEmpty else { return nil }
    // 0.07 of 100 values is the seventh, though the product lies a hair above 7.
    let rank = Int((Double(n) * probability * (1 - 1e-14)).rounded(.up))
    return values[min(max(rank, 1), n) - 1]
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
      bounds: ConfidenceInterval(low: values[low - 1], high: values[high - 1]), coverage: coverage)
  }
}
