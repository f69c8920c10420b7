/// The lengths of the waits on one edge, in seconds.
public struct WaitFigures: Equatable, Sendable {
  /// At least 1.
  public let count: Int
  public let total: Int64
  public let mean: Double
  public let median: Double
  /// The length that nine in ten waits do not exceed.
  public let p90: Double

  /// Nil of no waits. Quantiles are interpolated: Hyndman & Fan, "Sample Quantiles in Statistical Packages",
  /// The American Statistician 50 (1996), definition 7.
  init?(_ seconds: [UInt32]) {
    if seconds.isEmpty { return nil }
    let sorted = seconds.sorted()
    count = sorted.count
    total = sorted.reduce(0) { $0 + Int64($1) }
    mean = Double(total) / Double(sorted.count)
    median = WaitFigures.quantile(0.5, of: sorted)
    p90 = WaitFigures.quantile(0.9, of: sorted)
  }

  private static func quantile(_ share: Double, of sorted: [UInt32]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let low = Double(sorted[below])
    return low + (Double(sorted[above]) - low) * (place - Double(below))
  }
}
