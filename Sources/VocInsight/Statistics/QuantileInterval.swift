/// The interval of a quantile between two values of the sample.
public struct QuantileInterval: Equatable, Sendable {
  /// The rank of the lower bound among the ascending values; the smallest is 1.
  public let lowRank: Int
  /// The rank of the upper bound.
  public let highRank: Int
  /// The values of the two ranks.
  public let bounds: ConfidenceInterval
  /// The exact coverage for a continuous distribution, at least the confidence that was asked for; 0...1.
  public let coverage: Double
}
