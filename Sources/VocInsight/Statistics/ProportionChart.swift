/// The control chart of a share over periods of different sizes (p-chart).
///
/// Source: D. C. Montgomery, Introduction to Statistical Quality Control, 8th ed., section 7.2.2: limits at
/// three standard deviations, by the size of each period.
public struct ProportionChart: Equatable, Sendable {
  /// One period.
  public struct Point: Equatable, Sendable {
    public let proportion: Proportion
    /// The control limits, within 0...1; nil for a period of nothing.
    public let limits: ConfidenceInterval?
    /// The distance from the mean in standard deviations; nil for a period of nothing, 0 where the mean is 0
    /// or 1.
    public let z: Double?

    /// Whether the share lies beyond a limit.
    public var isAlarm: Bool {
      guard let share = proportion.share, let limits else { return false }
      return !limits.contains(share)
    }
  }

  /// The share of all periods together, 0...1: the centre line.
  public let mean: Double
  /// The periods, in the order given.
  public let points: [Point]

  /// Nil where all periods together have nothing.
  public init?(_ periods: [Proportion]) {
    let successes = periods.reduce(0) { $0 + $1.successes }
    guard let mean = Proportion(successes, of: periods.reduce(0) { $0 + $1.trials }).share else { return nil }
    self.mean = mean
    points = periods.map { Self.point($0, mean) }
  }

  private static func point(_ proportion: Proportion, _ mean: Double) -> Point {
    guard let share = proportion.share else { return Point(proportion: proportion, limits: nil, z: nil) }
    let deviation = (mean * (1 - mean) / Double(proportion.trials)).squareRoot()
    let limits = ConfidenceInterval(low: mean - 3 * deviation, high: mean + 3 * deviation)
    return Point(
      proportion: proportion, limits: limits.clipped(to: 0...1),
      z: deviation > 0 ? (share - mean) / deviation : 0)
  }
}
