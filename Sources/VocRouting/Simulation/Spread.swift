/// What a figure was over several runs: its median and how far the runs lie apart.
public struct Spread: Equatable, Sendable {
  public var median: Double
  /// The 5th and the 95th percentile.
  public var low: Double
  public var high: Double

  /// Percentiles between two runs are interpolated (Hyndman and Fan 1996, type 7). Nil of nothing.
  public init?(_ values: [Double]) {
    let values = values.sorted()
    guard !values.isEmpty else { return nil }
    func percentile(_ share: Double) -> Double {
      let place = share * Double(values.count - 1)
      let lower = Int(place)
      let upper = min(lower + 1, values.count - 1)
      return values[lower] + (place - Double(lower)) * (values[upper] - values[lower])
    }
    (median, low, high) = (percentile(0.5), percentile(0.05), percentile(0.95))
  }
}
