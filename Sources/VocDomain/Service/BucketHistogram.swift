/// How many there are in each bucket, from 0 on, and the sum of what was counted: means are exact, quantiles as exact
/// as the buckets.
public struct BucketHistogram: Equatable, Sendable {
  public private(set) var counts: [Int] = []
  public private(set) var n = 0
  /// Of the values themselves, not of their buckets.
  public private(set) var sum: Int64 = 0

  public init() {}

  /// `n` may be negative to take away; what is taken away more often than it was added is a bug of ours.
  public mutating func add(bucket: Int, value: Int64, times count: Int = 1) {
    grow(to: bucket + 1)
    counts[bucket] += count
    n += count
    sum += value * Int64(count)
  }

  /// Adds a kept one; nothing where its bytes are no histogram.
  public mutating func add(_ packed: PackedHistogram) {
    if !add(packed, times: 1) { _ = add(packed, times: -1) }
  }

  /// False where the bytes are no histogram; then all that came before is added.
  private mutating func add(_ packed: PackedHistogram, times: Int) -> Bool {
    var reading = packed.reading
    while let (bucket, count) = reading.next() {
      grow(to: bucket + 1)
      // Damaged bytes may tell any number.
      counts[bucket] &+= count &* times
      n &+= count &* times
    }
    sum &+= reading.sum &* Int64(times)
    return !reading.isBroken
  }

  private mutating func grow(to count: Int) {
    while counts.count < count { counts.append(0) }
  }

  public var isEmpty: Bool { n == 0 && sum == 0 && counts.allSatisfy { $0 == 0 } }

  public var mean: Double? { n > 0 ? Double(sum) / Double(n) : nil }

  public static func == (left: BucketHistogram, right: BucketHistogram) -> Bool {
    left.n == right.n && left.sum == right.sum && left.trimmed == right.trimmed
  }

  private var trimmed: ArraySlice<Int> {
    counts[..<(counts.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]
  }
}
