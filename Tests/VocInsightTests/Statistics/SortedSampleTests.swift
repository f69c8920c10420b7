import Testing
import VocInsight
import VocTesting

@Suite struct SortedSampleTests {
  static let vectors = ["PCTL-1", "PCTL-2"]

  @Test func everyPercentileOfTheOracle() throws {
    let vector = try StatsVectors().vector("PCTL-1")
    vector.expectEveryField(["linear_type7", "nearest_rank", "mean"])
    let sample = SortedSample(try vector.givenNumbers("x"))
    try vector.expect(sample.mean, "mean")
    for (percent, expected) in try vector.table("linear_type7") {
      let share = try #require(Double(percent)) / 100
      let value = try #require(sample.quantile(share))
      #expect(abs(value - expected) <= vector.tolerance, "p\(percent)")
    }
    for (percent, expected) in try vector.table("nearest_rank") {
      let share = try #require(Double(percent)) / 100
      #expect(sample.nearestRank(share) == expected, "p\(percent)")
    }
  }

  @Test func everyFigureOfTheMedianInterval() throws {
    let vector = try StatsVectors().vector("PCTL-2")
    vector.expectEveryField(["ranks", "ci", "coverage"])
    let interval = try #require(SortedSample(try vector.givenNumbers("x")).quantileInterval(0.5))
    try vector.expect([Double(interval.lowRank), Double(interval.highRank)], "ranks")
    try vector.expect(interval.bounds, "ci")
    try vector.expect(interval.coverage, "coverage")
  }

  /// scipy.stats.binom.ppf([a/2, 1-a/2], n, p), the upper rank one more; coverage by binom.cdf.
  @Test(arguments: [
    (40, 0.9, 0.95, 32, 40, 0.9697238116441209), (200, 0.9, 0.9, 173, 188, 0.9245249715924828),
  ])
  func ranksOfOtherQuantiles(
    n: Int, probability: Double, confidence: Double, low: Int, high: Int, coverage: Double
  ) throws {
    let sample = SortedSample((1...n).map(Double.init))
    let interval = try #require(sample.quantileInterval(probability, confidence: confidence))
    #expect(interval.lowRank == low && interval.highRank == high)
    #expect(interval.bounds == ConfidenceInterval(low: Double(low), high: Double(high)))
    #expect(abs(interval.coverage - coverage) < 1e-12)
  }

  /// scipy.stats.binom.ppf([.025, .975], 10**6, .5) = [499020, 500980].
  @Test func aMillionValuesHaveRanks() throws {
    var generator = Chance(seed: 1)
    let sample = SortedSample((1...1_000_000).map(Double.init).shuffled(using: &generator))
    let interval = try #require(sample.quantileInterval(0.5))
    #expect(interval.lowRank == 499_020 && interval.highRank == 500_981)
    #expect(sample.median == 500_000.5 && sample.nearestRank(0.9) == 900_000)
  }

  @Test func nothingOneAndEqualValues() {
    let none = SortedSample([Double]())
    #expect(none.n == 0 && none.mean == nil && none.median == nil && none.nearestRank(0.5) == nil)
    #expect(none.quantileInterval(0.5) == nil)
    let one = SortedSample([7.0])
    #expect(one.median == 7 && one.quantile(0) == 7 && one.quantile(1) == 7 && one.nearestRank(0) == 7)
    #expect(one.quantileInterval(0.5) == nil)
    let equal = SortedSample(Array(repeating: 3.3, count: 9))
    #expect(equal.quantile(0.37) == 3.3)
    #expect(equal.quantileInterval(0.5)?.bounds == ConfidenceInterval(low: 3.3, high: 3.3))
  }

  @Test func oddInputHasNoFigureOrIsLeftOut() {
    let sample = SortedSample([2, .nan, 1])
    #expect(sample.values == [1, 2])
    #expect(sample.quantile(1.1) == nil && sample.quantile(.nan) == nil && sample.nearestRank(-0.1) == nil)
    #expect(sample.quantileInterval(0) == nil && sample.quantileInterval(1) == nil)
    let endless = SortedSample([-.infinity, 0, .infinity])
    #expect(endless.median == 0 && endless.quantile(1) == .infinity)
  }

  /// Six values are the fewest with an interval of the median at 95 %: 1 − 2 / 2⁶ = 0.969.
  @Test func fiveValuesHaveNoMedianInterval() {
    #expect(SortedSample([1, 2, 3, 4, 5]).quantileInterval(0.5) == nil)
    #expect(
      SortedSample([1, 2, 3, 4, 5, 6]).quantileInterval(0.5)?.bounds == ConfidenceInterval(low: 1, high: 6))
  }

  @Test func aShareOfARoundNumberIsThatRank() {
    let hundred = SortedSample((1...100).map(Double.init))
    for percent in 1...100 { #expect(hundred.nearestRank(Double(percent) / 100) == Double(percent)) }
  }

  @Test func quantilesRiseAndLieInsideTheirIntervals() throws {
    let seed: UInt64 = 11
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let sample = SortedSample(
        (0..<Int.random(in: 1...80, using: &generator)).map { _ in
          Double(Int.random(in: 0...30, using: &generator))
        })
      let probabilities = (0...20).map { Double($0) / 20 }
      let quantiles = probabilities.compactMap(sample.quantile)
      let ranked = probabilities.compactMap(sample.nearestRank)
      #expect(quantiles.count == 21 && quantiles == quantiles.sorted() && ranked == ranked.sorted())
      #expect(quantiles.first == sample.values.first && quantiles.last == sample.values.last)
      for probability in [0.25, 0.5, 0.9] {
        guard let interval = sample.quantileInterval(probability) else { continue }
        #expect(interval.coverage >= 0.95 && interval.coverage <= 1, "seed \(seed)")
        let quantile = try #require(sample.quantile(probability))
        #expect(interval.bounds.contains(quantile), "seed \(seed)")
      }
    }
  }
}
