import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct NetPromoterTests {
  static let vectors = (1...6).map { "NPS-\($0)" }

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField([
      "n", "promoters", "passives", "detractors", "nps", "var", "se", "moe95_wald", "wald95", "adj_center",
      "adj_se", "adj95", "mean_score",
    ])
    let nps = try summary(try vector.counts("counts"))
    try vector.expect(Double(nps.n), "n")
    try vector.expect(Double(nps.promoters), "promoters")
    try vector.expect(Double(nps.passives), "passives")
    try vector.expect(Double(nps.detractors), "detractors")
    try vector.expect(nps.score, "nps")
    try vector.expect(nps.variance, "var")
    try vector.expect(nps.standardError, "se")
    try vector.expect(nps.wald().halfWidth, "moe95_wald")
    try vector.expect((nps.wald().low, nps.wald().high), "wald95")
    try vector.expect(nps.adjustedCentre, "adj_center")
    try vector.expect(nps.adjustedStandardError, "adj_se")
    try vector.expect((nps.interval().low, nps.interval().high), "adj95")
    try vector.expect(nps.mean, "mean_score")
  }

  /// Adjusted Wald draws its interval towards 0; where figures are shown, from 10 answers on, the score lies within.
  @Test func theIntervalHoldsEveryScoreThatIsShown() throws {
    for n in 10...40 {
      for promoters in 0...n {
        for detractors in 0...(n - promoters) {
          let counts = [detractors, 0, 0, 0, 0, 0, 0, n - promoters - detractors, 0, 0, promoters]
          let nps = try summary(counts)
          #expect((nps.interval().low...nps.interval().high).contains(nps.score), "\(counts)")
        }
      }
    }
    let one = try summary([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(one.score == 100 && one.interval().high < 100 && one.warnings.contains(.figureHidden))
  }

  private func summary(_ counts: [Int]) throws -> NetPromoter {
    try #require(NetPromoter(ScoreHistogram(.nps, counts: counts)))
  }

  @Test func noAnswersAndOtherSurveysHaveNoSummary() {
    #expect(NetPromoter(ScoreHistogram(.nps)) == nil)
    #expect(NetPromoter(ScoreHistogram(.csat, counts: [1, 1, 1, 1, 1])) == nil)
    #expect(NetPromoter(ScoreHistogram(.enps, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))?.score == 100)
  }

  /// The raw score may lie outside the interval only where the adjustment pulls it in from the scale's ends.
  @Test func boundsLieInsideTheScaleAndAroundTheScore() throws {
    let seed: UInt64 = 20_261_121
    var generator = Chance(seed: seed)
    for _ in 0..<2000 {
      let most = Int.random(in: 1...60, using: &generator)
      var counts = (0...10).map { _ in Int.random(in: 0...most, using: &generator) }
      for index in counts.indices where Bool.random(using: &generator) { counts[index] = 0 }
      guard counts.contains(where: { $0 > 0 }) else { continue }
      let nps = try summary(counts)
      let interval = nps.interval()
      #expect(-100 <= interval.low && interval.low < interval.high && interval.high <= 100, "seed \(seed)")
      #expect(interval.contains(nps.adjustedCentre))
      #expect((-100...100).contains(nps.score) && nps.promoters + nps.passives + nps.detractors == nps.n)
      if nps.n >= 10 && abs(nps.score) < 90 { #expect(interval.contains(nps.score), "\(counts)") }
      let mirrored = NetPromoterChange(from: nps, to: nps)
      #expect(mirrored.difference == 0)
    }
  }
}
