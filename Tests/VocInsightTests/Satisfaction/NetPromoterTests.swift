import Testing
import VocDomain
import VocInsight

@Suite struct NetPromoterTests {
  @Test(arguments: (1...6).map { "NPS-\($0)" })
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

  @Test(arguments: ["NPSD-1", "NPSD-2"])
  func everyFigureOfAChange(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField([
      "delta", "delta_adj", "se_adj", "z", "p", "ci95_adj", "z_wald", "p_wald",
    ])
    let change = NetPromoterChange(
      from: try summary(try vector.counts("a")), to: try summary(try vector.counts("b")))
    try vector.expect(change.difference, "delta")
    try vector.expect(change.adjustedDifference, "delta_adj")
    try vector.expect(change.standardError, "se_adj")
    try vector.expect(change.z, "z")
    try vector.expect(change.p, "p")
    try vector.expect((change.interval().low, change.interval().high), "ci95_adj")
    try vector.expect(change.waldZ, "z_wald")
    try vector.expect(change.waldZ.map(NormalDistribution.twoSidedP), "p_wald")
    #expect(change.isDemonstrable() == (id == "NPSD-1"))
  }

  private func summary(_ counts: [Int]) throws -> NetPromoter {
    try #require(NetPromoter(ScoreHistogram(.nps, counts: counts)))
  }

  @Test func noAnswersAndOtherSurveysHaveNoSummary() {
    #expect(NetPromoter(ScoreHistogram(.nps)) == nil)
    #expect(NetPromoter(ScoreHistogram(.csat, counts: [1, 1, 1, 1, 1])) == nil)
    #expect(NetPromoter(ScoreHistogram(.enps, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))?.score == 100)
  }

  @Test func aChangeBetweenTwoUnanimousPeriodsHasNoWaldFigure() throws {
    let all = try summary([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8])
    let change = NetPromoterChange(from: all, to: all)
    #expect(change.waldZ == nil && change.z == 0 && change.p == 1 && !change.isDemonstrable())
  }

  /// The raw score may lie outside the interval only where the adjustment pulls it in from the scale's ends.
  @Test func boundsLieInsideTheScaleAndAroundTheScore() throws {
    let seed: UInt64 = 20_261_121
    var generator = SeededGenerator(seed: seed)
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
