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
    let bytes = histogram.bytes
    let read = try #require(BucketHistogram(bytes: bytes))
    #expect(read == histogram && read.bytes == bytes && read.n == histogram.n, "seed \(seed)")
    // Damaged bytes are refused or say something else; they never trap.
    for cut in 0..<bytes.count { _ = BucketHistogram(bytes: Array(bytes.prefix(cut))) }
    for _ in 0..<20 {
      var wrong = bytes
      if !wrong.isEmpty {
        wrong[Int.random(in: 0..<wrong.count, using: &chance)] ^= UInt8.random(in: 1...255, using: &chance)
      }
      _ = BucketHistogram(bytes: wrong)
    }
  }

  @Test func whatIsTakenAwayWasNever() {
    var histogram = BucketHistogram()
    histogram.add(bucket: 3, value: 3)
    histogram.add(bucket: 900, value: 70_000, times: 2)
    histogram.add(bucket: 900, value: 70_000, times: -2)
    var other = BucketHistogram()
    other.add(bucket: 3, value: 3)
    #expect(histogram == other && histogram.bytes == other.bytes)
    histogram.add(bucket: 3, value: 3, times: -1)
    #expect(histogram.isEmpty && histogram.mean == nil)
  }
}
