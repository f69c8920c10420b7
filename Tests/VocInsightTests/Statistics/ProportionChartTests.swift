import Testing
import VocInsight
import VocTesting

@Suite struct ProportionChartTests {
  static let vectors = ["PCHART-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("PCHART-1")
    vector.expectEveryField(["pbar", "p", "lcl", "ucl", "z"])
    let periods = zip(try vector.counts("k"), try vector.counts("n")).map { Proportion($0, of: $1) }
    let chart = try #require(ProportionChart(periods))
    try vector.expect(chart.mean, "pbar")
    try vector.expect(chart.points.compactMap(\.proportion.share), "p")
    try vector.expect(chart.points.compactMap(\.limits?.low), "lcl")
    try vector.expect(chart.points.compactMap(\.limits?.high), "ucl")
    try vector.expect(chart.points.compactMap(\.z), "z")
    #expect(chart.points.map(\.isAlarm) == [false, false, false, false, true, false])
  }

  @Test func nothingAndEqualPeriods() throws {
    #expect(ProportionChart([]) == nil && ProportionChart([Proportion(0, of: 0)]) == nil)
    let all = try #require(
      ProportionChart([Proportion(5, of: 5), Proportion(0, of: 0), Proportion(9, of: 9)]))
    #expect(all.mean == 1 && all.points.allSatisfy { !$0.isAlarm })
    #expect(all.points[0].z == 0 && all.points[1].z == nil && all.points[1].limits == nil)
    let one = try #require(ProportionChart([Proportion(3, of: 8)]))
    #expect(one.points[0].z == 0 && !one.points[0].isAlarm)
  }

  @Test func limitsLieWithinAllSharesAndAlarmsBeyondThreeDeviations() throws {
    let seed: UInt64 = 61
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let periods = (0..<Int.random(in: 1...15, using: &generator)).map { _ in
        let n = Int.random(in: 1...300, using: &generator)
        return Proportion(Int.random(in: 0...n, using: &generator), of: n)
      }
      let chart = try #require(ProportionChart(periods))
      for point in chart.points {
        let limits = try #require(point.limits)
        let z = try #require(point.z)
        #expect(0 <= limits.low && limits.contains(chart.mean) && limits.high <= 1, "seed \(seed)")
        #expect(point.isAlarm == (abs(z) > 3), "seed \(seed)")
      }
    }
  }
}
