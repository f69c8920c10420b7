import Testing
import VocDomain
import VocTesting

@Suite struct BucketHistogramTests {
  @Test func everySecondFallsIntoABucketThatStandsForIt() {
    var seconds: Int64 = 0
    var last = -1
    while seconds < 40_000_000 {
      let bucket = DurationBuckets.bucket(of: seconds)
      #expect(bucket >= last && bucket - last <= 1 || seconds > 1000, "\(seconds)")
      #expect(DurationBuckets.lowerBound(of: bucket) <= seconds)
      #expect(seconds < DurationBuckets.lowerBound(of: bucket + 1))
      let error = abs(DurationBuckets.middle(of: bucket) - Double(seconds))
      #expect(error <= 0.008 * Double(seconds) + 1e-9, "\(seconds)")
      last = bucket
      seconds += max(1, seconds / 300)
    }
    #expect(DurationBuckets.bucket(of: -5) == 0)
    #expect(DurationBuckets.bucket(of: .max) == DurationBuckets.bucket(of: 1 << 40))
  }

  @Test(arguments: 1...60) func bytesKeepAHistogram(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var histogram = BucketHistogram()
    for _ in 0..<Int.random(in: 0...30, using: &chance) {
      let value = Int64.random(in: 0...5_000_000, using: &chance)
      histogram.add(
        bucket: DurationBuckets.bucket(of: value), value: value,
        times: Int.random(in: 1...900, using: &chance))
    }
    let packed = PackedHistogram(histogram)
    let read = BucketHistogram(packed)
    #expect(read == histogram && PackedHistogram(read) == packed && read.n == histogram.n, "seed \(seed)")
    #expect(packed.parts.map(\.bucket) == histogram.counts.indices.filter { histogram.counts[$0] != 0 })
    #expect(packed.parts.allSatisfy { histogram.counts[$0.bucket] == $0.count })
    var twice = histogram
    twice.add(packed)
    #expect(twice.counts == histogram.counts.map { 2 * $0 } && twice.n == 2 * histogram.n, "seed \(seed)")
    #expect(twice.sum == 2 * histogram.sum)
    // Of bytes that break off all or nothing is added; damaged ones may say something else; they never trap.
    for cut in 0..<packed.bytes.count {
      let part = PackedHistogram(bytes: Array(packed.bytes.prefix(cut)))
      #expect(BucketHistogram(part).n == part.parts.reduce(0) { $0 + $1.count })
      var filled = histogram
      filled.add(part)
      if part.parts.isEmpty && cut > 9 { #expect(filled == histogram) }
    }
    for _ in 0..<20 {
      var wrong = packed.bytes
      wrong[Int.random(in: 0..<wrong.count, using: &chance)] ^= UInt8.random(in: 1...255, using: &chance)
      _ = BucketHistogram(PackedHistogram(bytes: wrong))
    }
  }

  @Test func whatIsTakenAwayWasNever() {
    var histogram = BucketHistogram()
    histogram.add(bucket: 3, value: 3)
    histogram.add(bucket: 900, value: 70_000, times: 2)
    histogram.add(bucket: 900, value: 70_000, times: -2)
    var other = BucketHistogram()
    other.add(bucket: 3, value: 3)
    #expect(histogram == other && PackedHistogram(histogram) == PackedHistogram(other))
    histogram.add(bucket: 3, value: 3, times: -1)
    #expect(histogram.isEmpty && histogram.mean == nil)
  }
}
