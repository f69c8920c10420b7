import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct KeynessTests {
  static let vectors = (1...4).map { "G2-\($0)" }

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["g2_rayson", "g2_dunning4", "p_dunning", "log2_ratio", "logodds", "logodds_z"])
    let keyness = try #require(
      Keyness(
        now: Proportion(try vector.count("a"), of: try vector.count("c")),
        before: Proportion(try vector.count("b"), of: try vector.count("d"))))
    try vector.expect(keyness.g2, "g2_rayson")
    try vector.expect(keyness.dunning, "g2_dunning4")
    try vector.expect(keyness.p, "p_dunning")
    try vector.expect(keyness.logRatio, "log2_ratio")
    try vector.expect(keyness.logOdds(), "logodds")
    try vector.expect(keyness.logOddsZ(), "logodds_z")
  }

  @Test func nothingHasNoKeyness() {
    #expect(Keyness(now: Proportion(0, of: 0), before: Proportion(1, of: 2)) == nil)
    #expect(Keyness(now: Proportion(1, of: 2), before: Proportion(0, of: 0)) == nil)
  }

  @Test(arguments: [(0, 5, 0, 9), (5, 5, 9, 9), (1, 10, 2, 20)])
  func equalSharesStandOutNowhere(a: Int, c: Int, b: Int, d: Int) throws {
    let keyness = try #require(Keyness(now: Proportion(a, of: c), before: Proportion(b, of: d)))
    #expect(abs(keyness.g2) < 1e-12 && abs(keyness.dunning) < 1e-12 && keyness.p > 0.999)
    #expect(keyness.logOdds().isFinite && keyness.logRatio.isFinite)
  }

  @Test func turnedRoundOnlyTheSignChanges() throws {
    let seed: UInt64 = 64
    var generator = Chance(seed: seed)
    func proportion() -> Proportion {
      let n = Int.random(in: 1...500, using: &generator)
      return Proportion(Int.random(in: 0...n, using: &generator), of: n)
    }
    for _ in 0..<300 {
      let (now, before) = (proportion(), proportion())
      let here = try #require(Keyness(now: now, before: before))
      let turned = try #require(Keyness(now: before, before: now))
      #expect(abs(here.g2 - turned.g2) < 1e-9 && abs(here.dunning - turned.dunning) < 1e-9, "seed \(seed)")
      #expect(here.g2 >= 0 && here.dunning >= here.g2 - 1e-9 && (0...1).contains(here.p))
      #expect(abs(here.logRatio + turned.logRatio) < 1e-9 && abs(here.logOddsZ() + turned.logOddsZ()) < 1e-9)
    }
  }
}
