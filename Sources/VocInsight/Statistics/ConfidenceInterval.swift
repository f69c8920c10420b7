/// The two bounds of a confidence interval, in the unit of the figure that it belongs to.
public struct ConfidenceInterval: Equatable, Sendable {
  public let low: Double
  public let high: Double

  /// Both bounds, the lower first.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Half of the distance between the bounds.
  public var halfWidth: Double { (high - low) / 2 }

  /// Whether the value lies between the bounds or on one.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  func clipped(to range: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(
      low: min(max(low, range.lowerBound), range.upperBound),
      high: min(max(high, range.lowerBound), range.upperBound))
  }

  func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(low: low * factor, high: high * factor)
  }
}
