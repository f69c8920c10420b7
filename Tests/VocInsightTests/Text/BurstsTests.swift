import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct BurstsTests {
  static let vectors = (1...3).map { "KLEIN-\($0)" }

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["p0", "p1", "cost", "states", "bursts"])
    let periods = zip(try vector.counts("r"), try vector.counts("d")).map { Proportion($0, of: $1) }
    let found = try #require(
      Bursts(periods, scale: try vector.given("s"), reluctance: try vector.given("gamma")))
    try vector.expect(found.calmShare, "p0")
    try vector.expect(found.busyShare, "p1")
    try vector.expect(found.cost, "cost")
    try vector.expect(found.isBusy.map { $0 ? 1.0 : 0 }, "states")
    let bursts = try #require(vector.expected["bursts"] as? [[String: NSNumber]])
    #expect(bursts.count == found.bursts.count)
    for (expected, burst) in zip(bursts, found.bursts) {
      #expect(expected.keys.sorted() == ["end", "start", "weight"])
      #expect(burst.periods.lowerBound == expected["start"]?.intValue)
      #expect(burst.periods.upperBound == expected["end"]?.intValue)
      #expect(abs(burst.weight - (expected["weight"]?.doubleValue ?? .nan)) <= vector.tolerance)
    }
  }

  @Test func nothingNoHitsOnlyHitsAndOnePeriod() throws {
    #expect(Bursts([]) == nil && Bursts([Proportion(0, of: 0)]) == nil)
    #expect(
      Bursts([Proportion(1, of: 2)], scale: 1) == nil && Bursts([Proportion(1, of: 2)], scale: .nan) == nil)
    #expect(Bursts([Proportion(1, of: 2)], reluctance: -1) == nil)
    for hits in [0, 4] {
      let flat = try #require(Bursts([Proportion(hits, of: 4), Proportion(hits, of: 4)]))
      #expect(flat.bursts == [] && abs(flat.cost) < 1e-9, "\(hits)")
    }
    let one = try #require(Bursts([Proportion(2, of: 9)]))
    #expect(one.bursts == [] && one.isBusy == [false])
    let gap = try #require(Bursts([Proportion(1, of: 50), Proportion(0, of: 0), Proportion(30, of: 50)]))
    #expect(gap.isBusy == [false, false, true])
  }

  /// The cost of a path, by the definition: −ln of the binomial probabilities, and γ ln n for each rise.
  private func cost(_ path: [Bool], _ periods: [Proportion], _ shares: (Double, Double)) -> Double {
    var cost = 0.0
    var wasBusy = false
    for (isBusy, period) in zip(path, periods) {
      if isBusy && !wasBusy { cost += log(Double(periods.count)) }
      wasBusy = isBusy
      let share = isBusy ? shares.1 : shares.0
      var ways = 0.0
      for step in 0..<period.successes {
        ways += log(Double(period.trials - step) / Double(step + 1))
      }
      let misses = Double(period.trials - period.successes)
      cost -= ways + Double(period.successes) * log(share) + (misses == 0 ? 0 : misses * log(1 - share))
    }
    return cost
  }

  /// Every path of up to seven periods: none costs less.
  @Test func noPathCostsLess() throws {
    let seed: UInt64 = 3_003
    var generator = Chance(seed: seed)
    var surges = 0
    for _ in 0..<200 {
      let periods = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        let n = Int.random(in: 5...40, using: &generator)
        return Proportion(
          Int.random(in: 1...max(1, n / Int.random(in: 1...9, using: &generator)), using: &generator), of: n)
      }
      let found = try #require(Bursts(periods))
      let shares = (found.calmShare, found.busyShare)
      let least = (0..<(1 << periods.count)).map { bits in
        cost(periods.indices.map { bits >> $0 & 1 == 1 }, periods, shares)
      }.min()
      let cheapest = try #require(least)
      #expect(abs(found.cost - cheapest) < 1e-8, "seed \(seed)")
      #expect(abs(cost(found.isBusy, periods, shares) - cheapest) < 1e-8)
      #expect(found.bursts.allSatisfy { $0.weight > 0 })
      surges += found.bursts.count
    }
    #expect(surges > 20)
  }
}
