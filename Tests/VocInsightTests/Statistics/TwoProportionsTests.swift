import Testing
import VocInsight

@Suite struct TwoProportionsTests {
  static let vectors = (1...4).map { "PROP2-\($0)" }

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["diff", "z_pooled", "p", "newcombe95", "ratio", "ratio_log95", "fisher_p"])
    let compared = try #require(
      TwoProportions(
        Proportion(try vector.count("k1"), of: try vector.count("n1")),
        Proportion(try vector.count("k2"), of: try vector.count("n2"))))
    try vector.expect(compared.difference, "diff")
    try vector.expect(compared.z, "z_pooled")
    try vector.expect(compared.zP, "p")
    try vector.expect(compared.newcombe(), "newcombe95")
    try vector.expect(compared.ratio, "ratio")
    try vector.expect(compared.ratioInterval(), "ratio_log95")
    try vector.expect(compared.fisherP, "fisher_p")
    // Of 9/12 and 20/22, 1.76 unsatisfied are expected in the first.
    #expect(compared.isSmall == (id == "PROP2-2"))
    #expect(compared.p == (id == "PROP2-2" ? compared.fisherP : compared.zP))
  }

  private func compare(_ k1: Int, _ n1: Int, _ k2: Int, _ n2: Int) throws -> TwoProportions {
    try #require(TwoProportions(Proportion(k1, of: n1), Proportion(k2, of: n2)))
  }

  /// scipy.stats.fisher_exact([[k1, n1 - k1], [k2, n2 - k2]]).pvalue
  @Test(arguments: [
    (3, 4, 1, 6, 0.19047619047619047), (0, 10, 7, 10, 0.0030959752321981426),
    (8, 10, 1, 6, 0.034965034965034975), (120, 123, 4000, 4020, 0.02932186654414771), (5, 5, 5, 5, 1),
  ])
  func fisher(k1: Int, n1: Int, k2: Int, n2: Int, expected: Double) throws {
    let p = try compare(k1, n1, k2, n2).fisherP
    #expect(abs(p - expected) < 1e-12 * max(1, expected))
  }

  @Test func nothingIsNotCompared() {
    #expect(TwoProportions(Proportion(0, of: 0), Proportion(1, of: 2)) == nil)
    #expect(TwoProportions(Proportion(1, of: 2), Proportion(0, of: 0)) == nil)
  }

  /// Katz's interval would be 1...1 here, and call three of three on both channels proven parity.
  @Test func allOfAFewAreNoProofOfEquality() throws {
    let compared = try compare(3, 3, 3, 3)
    let interval = try #require(compared.ratioInterval())
    let wilson = try #require(Proportion(3, of: 3).wilson())
    #expect(abs(interval.low - wilson.low) < 1e-12 && abs(interval.high - 1 / wilson.low) < 1e-9)
    #expect(compared.z == 0 && compared.p == 1 && compared.difference == 0)
  }

  @Test func noneOfTheSecondHasNoRatio() throws {
    let compared = try compare(2, 9, 0, 8)
    #expect(compared.ratio == nil && compared.ratioInterval() == nil)
    let turned = try compare(0, 8, 2, 9)
    #expect(turned.ratio == 0 && turned.ratioInterval()?.low == 0)
    let neither = try compare(0, 5, 0, 5)
    #expect(neither.z == 0 && neither.p == 1 && neither.newcombe().contains(0))
  }

  /// Every pair of shares of up to 7: intervals hold their point, turn with the order, and p lies in 0...1.
  @Test func boundsHoldInEverySmallWorld() throws {
    for n1 in 1...7 {
      for n2 in 1...7 {
        for k1 in 0...n1 {
          for k2 in 0...n2 {
            let here = try compare(k1, n1, k2, n2)
            let turned = try compare(k2, n2, k1, n1)
            let interval = here.newcombe()
            #expect(-1 <= interval.low && interval.low < interval.high && interval.high <= 1)
            #expect(interval.contains(here.difference), "\(k1)/\(n1) \(k2)/\(n2)")
            #expect(abs(interval.low + turned.newcombe().high) < 1e-12)
            for p in [here.zP, here.fisherP, here.p] { #expect((0...1).contains(p)) }
            #expect(here.z == -turned.z && abs(here.fisherP - turned.fisherP) < 1e-12)
            guard let ratio = here.ratio else { continue }
            let bounds = try #require(here.ratioInterval())
            #expect(0 <= bounds.low && bounds.contains(ratio) && bounds.low < bounds.high)
            if let mirror = turned.ratioInterval(), bounds.low > 0 {
              #expect(abs(bounds.low * mirror.high - 1) < 1e-9, "\(k1)/\(n1) \(k2)/\(n2)")
            }
          }
        }
      }
    }
  }

  @Test func millionsStayDefined() throws {
    let compared = try compare(612_345, 1_000_000, 3, 4)
    #expect((0...1).contains(compared.fisherP) && compared.isSmall)
    let far = try compare(900_000, 1_000_000, 100_000, 1_000_000)
    #expect(far.p == 0 && far.fisherP == 0)
  }
}
