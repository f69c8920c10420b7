/// Values in ascending order, from which quantiles are read: sorted once, n log n.
///
/// A value that is not a number is no value and is left out; `n` says how many were kept.
public struct SortedSample: Equatable, Sendable {
  /// The values, the smallest first.
  public let values: [Double]

  /// Sorts the values.
  public init(_ values: some Sequence<Double>) {
    self.values = values.filter { !$0.isNaN }.sorted()
  }

  /// The arithmetic mean; nil of nothing.
  public var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(n) }
}

extension SortedSample: OrderedSample {
  public var n: Int { values.count }

  public func value(rank: Int) -> Double { values[rank - 1] }
}
