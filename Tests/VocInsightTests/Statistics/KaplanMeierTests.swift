import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct KaplanMeierTests {
  static let vectors = ["KM-1"]

  private func observations(_ durations: [Double], _ ended: [Int]) -> [KaplanMeier.Observation] {
    zip(durations, ended).map { KaplanMeier.Observation(duration: $0, hasEnded: $1 == 1) }
  }

  private func oracle() throws -> [KaplanMeier.Observation] {
    let vector = try StatsVectors().vector("KM-1")
    return observations(try vector.givenNumbers("duration"), try vector.counts("resolved"))
  }

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("KM-1")
    vector.expectEveryField(["times", "surv", "median", "naive_median_resolved_only"])
    let observations = try oracle()
    let curve = try #require(KaplanMeier(observations))
    try vector.expect(curve.steps.map(\.time), "times")
    try vector.expect(curve.steps.map(\.survival), "surv")
    try vector.expect(curve.median, "median")
    let naive = SortedSample(observations.filter(\.hasEnded).map(\.duration))
    try vector.expect(naive.median, "naive_median_resolved_only")
    #expect(curve.steps.map(\.atRisk) == [12, 11, 8, 7, 6, 4, 2])
    #expect(curve.n == 12 && curve.ended == 8)
  }

  /// scipy.stats.ecdf(CensoredData(uncensored=, right=)).sf.confidence_interval(c, method='log-log'): the
  /// first times at which the lower, and the upper, bound is at most 1 - p.
  @Test(arguments: [
    (0.5, 0.95, 5.0, nil), (0.25, 0.95, 2, 20), (0.5, 0.8, 12, 36), (0.75, 0.5, 36, nil),
  ])
  func intervals(probability: Double, confidence: Double, low: Double?, high: Double?) throws {
    let curve = try #require(KaplanMeier(try oracle()))
    let interval = curve.quantileInterval(probability, confidence: confidence)
    #expect(interval.low == low && interval.high == high)
  }

  /// As above; numpy.random.default_rng(7), 60 tickets.
  @Test func intervalsOfSixtyTickets() throws {
    let durations: [Double] = [
      22, 31, 18, 27, 7, 102, 1, 85, 18, 10, 17, 10, 27, 33, 57, 7, 95, 23, 11, 27, 3, 2, 37, 24, 66, 15, 16,
      36, 16,
      1, 9, 31, 20, 42, 1, 28, 8, 11, 93, 43, 114, 53, 68, 5, 10, 8, 35, 37, 4, 12, 33, 3, 3, 27, 57, 81, 22,
      40, 23,
      29,
    ]
    let ended = [
      1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1,
      1, 1, 0,
      1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1,
    ]
    let curve = try #require(KaplanMeier(observations(durations, ended)))
    #expect(curve.median == 28)
    let median = curve.quantileInterval(0.5)
    #expect(median.low == 20 && median.high == 37)
    let most = curve.quantileInterval(0.9)
    #expect(most.low == 68 && most.high == nil)
    let quarter = curve.quantileInterval(0.25)
    #expect(quarter.low == 7 && quarter.high == 20)
  }

  @Test func nothingHasNoCurve() {
    #expect(KaplanMeier([KaplanMeier.Observation]()) == nil)
    #expect(KaplanMeier(observations([.nan], [1])) == nil)
  }

  @Test func oneAndEqualAndOpenOnes() throws {
    let one = try #require(KaplanMeier(observations([3], [1])))
    #expect(one.median == 3 && one.quantileInterval(0.5) == CensoredInterval(low: 3, high: nil))
    let open = try #require(KaplanMeier(observations([3, 4, 5], [0, 0, 0])))
    #expect(open.steps == [] && open.median == nil)
    #expect(open.quantileInterval(0.5) == CensoredInterval(low: nil, high: nil))
    let equal = try #require(KaplanMeier(observations([2, 2, 2, 2], [1, 1, 1, 0])))
    #expect(equal.steps.map(\.survival) == [0.25] && equal.quantile(0.75) == 2 && equal.quantile(0.8) == nil)
    #expect(equal.quantile(0) == nil && equal.quantile(.nan) == nil)
    #expect(equal.quantileInterval(1.5) == CensoredInterval(low: nil, high: nil))
  }

  /// Where nothing is censored, the curve is the share still open.
  @Test func withoutCensoringItIsTheEmpiricalShare() throws {
    var generator = Chance(seed: 3)
    for _ in 0..<100 {
      let durations = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        Double(Int.random(in: 1...20, using: &generator))
      }
      let curve = try #require(KaplanMeier(observations(durations, durations.map { _ in 1 })))
      for step in curve.steps {
        let longer = durations.count { $0 > step.time }
        #expect(abs(step.survival - Double(longer) / Double(durations.count)) < 1e-12)
      }
      for probability in [0.1, 0.25, 0.5, 0.9] {
        #expect(curve.quantile(probability) == SortedSample(durations).nearestRank(probability))
      }
    }
  }

  @Test func theCurveNeverRisesAndBoundsHoldTheQuantile() throws {
    let seed: UInt64 = 29
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let n = Int.random(in: 1...60, using: &generator)
      let durations = (0..<n).map { _ in Double(Int.random(in: 0...25, using: &generator)) }
      let ended = (0..<n).map { _ in Int.random(in: 0...1, using: &generator) }
      let curve = try #require(KaplanMeier(observations(durations, ended)))
      #expect(
        zip(curve.steps, curve.steps.dropFirst()).allSatisfy {
          $0.survival > $1.survival && $0.time < $1.time
        })
      #expect(curve.steps.allSatisfy { (0..<1).contains($0.survival) && $0.atRisk >= $0.ended })
      #expect(curve.ended == ended.reduce(0, +))
      for probability in [0.1, 0.5, 0.8] {
        let interval = curve.quantileInterval(probability)
        guard let quantile = curve.quantile(probability) else { continue }
        #expect(interval.low ?? .infinity <= quantile, "seed \(seed)")
        #expect((interval.high ?? .infinity) >= quantile, "seed \(seed)")
      }
    }
  }
}
