import Testing
import VocDomain
import VocInsight

@Suite struct NetPromoterChangeTests {
  static let vectors = ["NPSD-1", "NPSD-2"]

  @Test(arguments: vectors)
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

  @Test func aChangeBetweenTwoUnanimousPeriodsHasNoWaldFigure() throws {
    let all = try summary([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8])
    let change = NetPromoterChange(from: all, to: all)
    #expect(change.waldZ == nil && change.z == 0 && change.p == 1 && !change.isDemonstrable())
  }
}
