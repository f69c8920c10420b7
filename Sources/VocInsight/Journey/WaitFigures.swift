/// The lengths of the waits on one edge, in seconds.
public struct WaitFigures: Equatable, Sendable {
  /// At least 1.
  public let count: Int
  public let total: Int64
  public let mean: Double
  public let median: Double
  /// The length that nine in ten waits do not exceed.
  public let p90: Double

  /// Nil of no waits.
  init?(_ seconds: [UInt32]) {
    let sample = SortedSample(seconds.lazy.map(Double.init))
    guard let median = sample.median, let p90 = sample.quantile(0.9) else { return nil }
    count = sample.n
    total = seconds.reduce(0) { $0 + Int64($1) }
    mean = Double(total) / Double(count)
    (self.median, self.p90) = (median, p90)
  }
}
