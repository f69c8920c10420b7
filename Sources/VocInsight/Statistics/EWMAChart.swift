import Foundation

/// The control chart of an exponentially weighted moving average: finds small, lasting shifts soon.
///
/// Source: D. C. Montgomery, Introduction to Statistical Quality Control, 8th ed., section 9.2, with the
/// exact limits of each period.
public struct EWMAChart: Equatable, Sendable {
  /// One period.
  public struct Point: Equatable, Sendable {
    public let value: Double
    /// The weighted average up to this period.
    public let average: Double
    /// The control limits of `average`.
    public let limits: ConfidenceInterval

    /// Whether the average lies beyond a limit.
    public var isAlarm: Bool { !limits.contains(average) }
  }

  /// The periods, in the order given.
  public let points: [Point]

  /// Nil for numbers that are not finite, a weight outside 0...1 or 0, a negative deviation or width.
  ///
  /// - Parameters:
  ///   - mean: what the figure should be, the average before the first period.
  ///   - deviation: the standard deviation of one period's figure.
  ///   - weight: λ, the weight of the newest period.
  ///   - width: L, the distance of the limits in standard deviations of the average.
  public init?(
    _ values: [Double], mean: Double, deviation: Double, weight: Double = 0.2, width: Double = 2.7
  ) {
    guard weight > 0 && weight <= 1, deviation >= 0 && deviation.isFinite, width >= 0 && width.isFinite,
      mean.isFinite, values.allSatisfy(\.isFinite)
    else { return nil }
    var average = mean
    points = values.enumerated().map { index, value in
      average = weight * value + (1 - weight) * average
      let settled = 1 - pow(1 - weight, 2 * Double(index + 1))
      let margin = width * deviation * (weight / (2 - weight) * settled).squareRoot()
      return Point(
        value: value, average: average, limits: ConfidenceInterval(low: mean - margin, high: mean + margin))
    }
  }
}
