import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct MedianRatioTests {
  /// The example of ci.ratio.median2(.05, y1, y2) in the reference manual of the R package statpsych 1.6, by
  /// the authors of the method: 43, 37, 1.162162, 0.927667, 1.455933.
  @Test func theExampleOfItsAuthors() throws {
    let ratio = try #require(
      MedianRatio(
        SortedSample([36, 44, 47, 42, 49, 39, 46, 31, 33, 48]),
        SortedSample([32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40])))
    let interval = try #require(ratio.interval)
    #expect(abs(ratio.ratio - 1.162162) < 1e-6)
    #expect(abs(interval.low - 0.927667) < 1e-6 && abs(interval.high - 1.455933) < 1e-6)
  }

  @Test func withoutValuesOrAMedianThereIsNoRatio() {
    let some = SortedSample([1, 2, 3, 4, 5, 6, 7])
    #expect(MedianRatio(SortedSample([]), some) == nil && MedianRatio(some, SortedSample([])) == nil)
    #expect(MedianRatio(some, SortedSample([0, 0, 0, 1])) == nil)
    #expect(MedianRatio(some, SortedSample([-1, 2, 3])) == nil)
    #expect(MedianRatio(some, SortedSample([2, 3, .infinity])) == nil)
  }

  @Test func fewValuesAndInstantRepliesHaveNoInterval() throws {
    let some = SortedSample([1, 2, 3, 4, 5, 6, 7])
    let few = try #require(MedianRatio(some, SortedSample([1, 2, 3, 4, 5])))
    #expect(few.ratio == 4.0 / 3 && few.interval == nil)
    let instant = try #require(MedianRatio(SortedSample([0, 0, 0, 0, 3, 4, 5, 6]), some))
    #expect(instant.ratio == 0.375 && instant.interval == nil)
    let equal = try #require(MedianRatio(SortedSample(Array(repeating: 4, count: 9)), some))
    #expect(equal.ratio == 1 && equal.interval?.contains(1) == true)
  }

  @Test func theIntervalHoldsTheRatioAndTurns() throws {
    let seed: UInt64 = 19
    var generator = Chance(seed: seed)
    func sample() -> SortedSample {
      SortedSample(
        (0..<Int.random(in: 6...60, using: &generator)).map { _ in
          exp(Double.random(in: 0...4, using: &generator))
        })
    }
    for _ in 0..<300 {
      let (one, two) = (sample(), sample())
      let here = try #require(MedianRatio(one, two))
      let turned = try #require(MedianRatio(two, one))
      let (interval, mirror) = (try #require(here.interval), try #require(turned.interval))
      #expect(0 < interval.low && interval.contains(here.ratio), "seed \(seed)")
      #expect(abs(interval.low * mirror.high - 1) < 1e-9 && abs(here.ratio * turned.ratio - 1) < 1e-9)
    }
  }

  /// Of two samples of one distribution, about 95 in a hundred intervals hold 1.
  @Test func theIntervalCoversAsItPromises() throws {
    var generator = Chance(seed: 1_234)
    func sample() -> SortedSample {
      SortedSample((0..<25).map { _ in -log(Double.random(in: 1e-12..<1, using: &generator)) })
    }
    var covered = 0
    for _ in 0..<1000 {
      let interval = try #require(MedianRatio(sample(), sample())?.interval)
      covered += interval.contains(1) ? 1 : 0
    }
    #expect((930...990).contains(covered), "\(covered)")
  }
}
