/// The form in which histograms are kept: the sum, then for each bucket that is not empty its distance from the one
/// before and its count, as packed numbers. Equal histograms have equal bytes.
public struct PackedHistogram: Equatable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  public init(_ histogram: BucketHistogram) {
    var bytes: [UInt8] = []
    PackedNumbers.append(histogram.sum, to: &bytes)
    var last = -1
    for (bucket, count) in histogram.counts.enumerated() where count != 0 {
      PackedNumbers.append(Int64(bucket - last), to: &bytes)
      PackedNumbers.append(Int64(count), to: &bytes)
      last = bucket
    }
    self.bytes = bytes
  }

  /// The buckets that are not empty, from 0 on; none where the bytes are no histogram.
  public var parts: [(bucket: Int, count: Int)] {
    var (reading, parts) = (self.reading, [(bucket: Int, count: Int)]())
    parts.reserveCapacity(bytes.count / 2)
    while let part = reading.next() { parts.append(part) }
    return reading.isBroken ? [] : parts
  }

  var reading: Reading { Reading(bytes) }

  /// Reads one bucket after the other.
  struct Reading {
    private var numbers: PackedNumbers
    let sum: Int64
    private var last = -1
    private(set) var isBroken: Bool

    init(_ bytes: [UInt8]) {
      numbers = PackedNumbers(bytes)
      let first = numbers.next()
      (sum, isBroken) = (first ?? 0, first == nil)
    }

    mutating func next() -> (bucket: Int, count: Int)? {
      guard !isBroken, let step = numbers.next() else {
        isBroken = isBroken || numbers.isBroken
        return nil
      }
      guard let count = numbers.next(), step > 0, step < 1 << 20, last + Int(step) < 1 << 20 else {
        isBroken = true
        return nil
      }
      last += Int(step)
      return (last, Int(count))
    }
  }
}

extension BucketHistogram {
  public init(_ packed: PackedHistogram) {
    self.init()
    add(packed)
  }
}
