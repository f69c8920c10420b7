import Foundation

/// The ratio of two medians, with its interval.
///
/// Source: D. G. Bonett & R. M. Price, "Confidence Intervals for Ratios of Means and Medians", Journal of
/// Educational and Behavioral Statistics 45 (2020): each logarithm's standard error from two order statistics
/// about √n ranks beside the median, and the normal quantile that the binomial gives those ranks.
public struct MedianRatio: Equatable, Sendable {
  /// The values under which no interval is given: fewer have none for their median at 95 %.
  public static let fewestValues = 6

  /// The first median over the second, 0 and above.
  public let ratio: Double
  /// The interval of `ratio`; nil where a sample has under 6 values, and where an order statistic that it
  /// needs is 0. Of no width where all of the middle values are equal.
  public let interval: ConfidenceInterval?

  /// Nil where a sample is empty or has negative or endless values, and where the second median is 0.
  public init?(_ first: SortedSample, _ second: SortedSample, confidence: Double = 0.95) {
    guard let one = first.median, let two = second.median, two > 0,
      [first, second].allSatisfy(Self.isOfTimes)
    else { return nil }
    ratio = one / two
    guard let firstError = Self.logError(first), let secondError = Self.logError(second) else {
      interval = nil
      return
    }
    let spread = exp(
      NormalDistribution.critical(confidence: confidence) * hypot(firstError, secondError))
    interval = ConfidenceInterval(low: ratio / spread, high: ratio * spread)
  }

  private static func isOfTimes(_ sample: SortedSample) -> Bool {
    (sample.values.first ?? -1) >= 0 && sample.values.last?.isFinite == true
  }

  private static func logError(_ sample: SortedSample) -> Double? {
    let n = sample.n
    guard n >= fewestValues else { return nil }
    let rank = max(1, Int((Double(n + 1) / 2 - Double(n).squareRoot()).rounded(.toNearestOrEven)))
    let tail = BinomialDistribution.cumulative(rank - 1, trials: n, probability: 0.5)
    let (low, high) = (sample.values[rank - 1], sample.values[n - rank])
    guard low > 0, let z = NormalDistribution.quantile(1 - tail), z > 0 else { return nil }
    return log(high / low) / (2 * z)
  }
}
