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

  public mutating func add(_ other: BucketHistogram) {
    grow(to: other.counts.count)
    for (bucket, count) in other.counts.enumerated() where count != 0 { counts[bucket] += count }
    n += other.n
    sum += other.sum
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

/// The form in which histograms are kept: the sum, then for each bucket that is not empty its distance from the one
/// before and its count, each a LEB128 number with the sign in the lowest bit. Equal histograms have equal bytes.
extension BucketHistogram {
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    PackedNumbers.append(sum, to: &bytes)
    var last = -1
    for (bucket, count) in counts.enumerated() where count != 0 {
      PackedNumbers.append(Int64(bucket - last), to: &bytes)
      PackedNumbers.append(Int64(count), to: &bytes)
      last = bucket
    }
    return bytes
  }

  /// Nil where the bytes are no histogram.
  public init?(bytes: [UInt8]) {
    counts.reserveCapacity(bytes.count)
    let sum = BucketHistogram.eachPart(of: bytes) { bucket, count in
      while counts.count < bucket { counts.append(0) }
      counts.append(count)
      n += count
    }
    guard let sum else { return nil }
    self.sum = sum
  }

  /// The buckets that are not empty, from 0 on: quicker than the histogram where it has few. Nil where the bytes are none.
  public static func parts(of bytes: [UInt8]) -> (sum: Int64, parts: [(bucket: Int, count: Int)])? {
    var parts: [(bucket: Int, count: Int)] = []
    parts.reserveCapacity(bytes.count / 2)
    return eachPart(of: bytes) { parts.append(($0, $1)) }.map { ($0, parts) }
  }

  /// Returns the sum; nil where the bytes are no histogram.
  private static func eachPart(of bytes: [UInt8], _ body: (_ bucket: Int, _ count: Int) -> Void) -> Int64? {
    var numbers = PackedNumbers(bytes)
    guard let sum = numbers.next() else { return nil }
    var last = -1
    while let step = numbers.next() {
      guard let count = numbers.next(), step > 0, step < 1 << 20 else { return nil }
      last += Int(step)
      guard last < 1 << 20 else { return nil }
      body(last, Int(count))
    }
    return numbers.isBroken ? nil : sum
  }
}
