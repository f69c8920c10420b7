import Testing
import VocInsight

@Suite struct EWMAChartTests {
  static let vectors = ["EWMA-1"]

  @Test func everyPeriodOfTheOracle() throws {
    let vector = try StatsVectors().vector("EWMA-1")
    let chart = try #require(
      EWMAChart(
        try vector.givenNumbers("y"), mean: try vector.given("mu"),
        deviation: try vector.given("sigma"), weight: try vector.given("lam"),
        width: try vector.given("L")))
    let rows = try vector.rows()
    #expect(rows.count == chart.points.count)
    for (row, point) in zip(rows, chart.points) {
      row.expectEveryField(["z", "lo", "hi", "alarm"])
      try row.expect(point.average, "z")
      try row.expect(point.limits.low, "lo")
      try row.expect(point.limits.high, "hi")
      #expect(try row.flag("alarm") == point.isAlarm, "\(row.id)")
    }
  }

  @Test func nothingAndOddInput() throws {
    #expect(try #require(EWMAChart([], mean: 0, deviation: 1)).points == [])
    #expect(
      EWMAChart([.nan], mean: 0, deviation: 1) == nil && EWMAChart([1], mean: .nan, deviation: 1) == nil)
    #expect(
      EWMAChart([1], mean: 0, deviation: -1) == nil && EWMAChart([1], mean: 0, deviation: 1, weight: 0) == nil
    )
    #expect(EWMAChart([1], mean: 0, deviation: 1, weight: 1.1) == nil)
    #expect(EWMAChart([1], mean: 0, deviation: 1, width: .infinity) == nil)
  }

  @Test func withoutVarianceOnlyTheMeanIsQuiet() throws {
    let chart = try #require(EWMAChart([5, 5, 6], mean: 5, deviation: 0))
    #expect(chart.points.map(\.isAlarm) == [false, false, true])
  }

  @Test func fullWeightIsThePlainChartAndLimitsOnlyWiden() throws {
    let values: [Double] = [3, -2, 8, 0, 1]
    let plain = try #require(EWMAChart(values, mean: 1, deviation: 2, weight: 1, width: 3))
    #expect(plain.points.map(\.average) == values)
    #expect(plain.points.allSatisfy { $0.limits == ConfidenceInterval(low: -5, high: 7) })
    #expect(plain.points.map(\.isAlarm) == [false, false, true, false, false])
    let slow = try #require(EWMAChart(values, mean: 1, deviation: 2)).points.map(\.limits.halfWidth)
    #expect(slow == slow.sorted() && (slow.last ?? 9) < 2.7 * 2 / 3)
  }
}
