/// The interval of a time of which one bound, or both, may lie beyond what has been observed.
public struct CensoredInterval: Equatable, Sendable {
  /// Nil where not reached yet.
  public let low: Double?
  /// Nil where not reached yet: no upper bound can be given.
  public let high: Double?

  /// Both bounds, the lower first.
  public init(low: Double?, high: Double?) {
    self.low = low
    self.high = high
  }
}
