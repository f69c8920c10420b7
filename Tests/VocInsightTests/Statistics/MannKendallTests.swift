import Testing
import VocInsight
import VocTesting

@Suite struct MannKendallTests {
  static let vectors = ["MK-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("MK-1")
    vector.expectEveryField(["S", "var_s", "z", "p", "tau", "sen_slope", "sen_intercept"])
    let trend = try #require(MannKendall(try vector.givenNumbers("y")))
    try vector.expect(Double(trend.s), "S")
    try vector.expect(trend.variance, "var_s")
    try vector.expect(trend.z, "z")
    try vector.expect(trend.p, "p")
    try vector.expect(trend.tau, "tau")
    try vector.expect(trend.slope, "sen_slope")
    try vector.expect(trend.intercept, "sen_intercept")
    #expect(trend.isLongEnough)
  }

  /// scipy.stats.theilslopes(y) for the line; one tie takes 1 × 2 × 9 off 10 × 9 × 25.
  @Test func aSeriesWithATie() throws {
    let trend = try #require(MannKendall([3, 5, 5, 2, 8, 9, 7, 12, 1, 4]))
    #expect(abs(trend.slope - 0.4) < 1e-12 && abs(trend.intercept - 3.2) < 1e-12)
    #expect(trend.s == 6 && abs(trend.variance - (2250 - 18) / 18) < 1e-12)
  }

  @Test func shortEqualAndEndlessSeries() throws {
    #expect(MannKendall([]) == nil && MannKendall([1]) == nil)
    #expect(MannKendall([1, .nan, 3]) == nil && MannKendall([1, .infinity]) == nil)
    let equal = try #require(MannKendall(Array(repeating: 6, count: 9)))
    #expect(equal.s == 0 && equal.variance == 0 && equal.z == 0 && equal.p == 1)
    #expect(equal.slope == 0 && equal.intercept == 6 && equal.tau == 0)
    let two = try #require(MannKendall([1, 3]))
    #expect(two.slope == 2 && two.intercept == 1 && two.p == 1 && !two.isLongEnough)
  }

  @Test func turnedRoundTheTrendTurns() throws {
    let seed: UInt64 = 33
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let values = (0..<Int.random(in: 2...30, using: &generator)).map { _ in
        Double(Int.random(in: 0...15, using: &generator))
      }
      let here = try #require(MannKendall(values))
      let turned = try #require(MannKendall(values.reversed()))
      #expect(here.s == -turned.s && here.p == turned.p && here.slope == -turned.slope, "seed \(seed)")
      #expect((0...1).contains(here.p) && (-1...1).contains(here.tau) && here.variance >= 0)
    }
  }

  @Test func twoHundredPeriodsOnALine() throws {
    let trend = try #require(MannKendall((0..<200).map { 7 - 0.5 * Double($0) }))
    #expect(trend.slope == -0.5 && abs(trend.intercept - 7) < 1e-12 && trend.tau == -1 && trend.p < 1e-30)
  }
}
