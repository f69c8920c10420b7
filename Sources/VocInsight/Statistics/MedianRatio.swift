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
  public init?(_ first: some OrderedSample, _ second: some OrderedSample, confidence: Double = 0.95) {
    guard let one = first.median, let two = second.median, two > 0,
      Self.isOfTimes(first), Self.isOfTimes(second)
    else { return nil }
    ratio = one / two
    interval = Self.interval(ratio, Self.logError(first), Self.logError(second), confidence)
  }

  /// Of two times until something happens, some of which have not happened yet: each logarithm's standard error is that
  /// of the median's own interval. Nil where a median is not reached or the second is 0.
  public init?(_ first: KaplanMeier, _ second: KaplanMeier, confidence: Double = 0.95) {
    guard let one = first.median, let two = second.median, one >= 0, two > 0 else { return nil }
    ratio = one / two
    interval = Self.interval(ratio, Self.logError(first), Self.logError(second), confidence)
  }

  private static func interval(
    _ ratio: Double, _ firstError: Double?, _ secondError: Double?, _ confidence: Double
  ) -> ConfidenceInterval? {
    guard let firstError, let secondError else { return nil }
    let spread = exp(NormalDistribution.critical(confidence: confidence) * hypot(firstError, secondError))
    return ConfidenceInterval(low: ratio / spread, high: ratio * spread)
  }

  private static func logError(_ times: KaplanMeier) -> Double? {
    let interval = times.quantileInterval(0.5)
    guard times.ended >= fewestValues, let low = interval.low, let high = interval.high, low > 0 else {
      return nil
    }
    return log(high / low) / (2 * NormalDistribution.critical(confidence: 0.95))
  }

  private static func isOfTimes(_ sample: some OrderedSample) -> Bool {
    sample.value(rank: 1) >= 0 && sample.value(rank: sample.n).isFinite
  }

  private static func logError(_ sample: some OrderedSample) -> Double? {
    let n = sample.n
    guard n >= fewestValues else { return nil }
    let rank = max(1, Int((Double(n + 1) / 2 - Double(n).squareRoot()).rounded(.toNearestOrEven)))
    let tail = BinomialDistribution.cumulative(rank - 1, trials: n, probability: 0.5)
    let (low, high) = (sample.value(rank: rank), sample.value(rank: n - rank + 1))
    guard low > 0, let z = NormalDistribution.quantile(1 - tail), z > 0 else { return nil }
    return log(high / low) / (2 * z)
  }
}
