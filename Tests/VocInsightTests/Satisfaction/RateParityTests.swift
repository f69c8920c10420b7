import Testing
import VocInsight
import VocTesting

@Suite struct RateParityTests {
  private func compare(_ counts: [(Int, Int)]) -> RateParity? {
    RateParity(counts.enumerated().map { .init("\($0.offset)", Proportion($0.element.0, of: $0.element.1)) })
  }

  @Test func threeVerdicts() throws {
    let parity = try #require(compare([(900, 1000), (880, 1000), (600, 1000), (13, 20)]))
    #expect(parity.best == "0" && parity.gaps.map(\.verdict) == [.parity, .gap, .gap])
    #expect(parity.verdict == .gap && abs((parity.gaps[1].ratio ?? 0) - 2.0 / 3) < 1e-12)
    let few = try #require(compare([(9, 10), (8, 10)]))
    #expect(few.verdict == .inconclusive && few.pairs[0].test.isSmall)
    #expect(few.pairs[0].q == few.pairs[0].test.fisherP)
  }

  /// The four channels of CHI2-1: 73 % of 82 against 90 % of 200.
  @Test func theOraclesChannels() throws {
    let table = try StatsVectors().vector("CHI2-1").givenMatrix("table")
    let parity = try #require(compare(table.map { (Int($0[0]), Int($0[0] + $0[1])) }))
    #expect(parity.best == "0" && parity.gaps.map(\.verdict) == [.parity, .inconclusive, .inconclusive])
    #expect(parity.gaps.allSatisfy { $0.interval?.contains($0.ratio ?? 0) == true })
    #expect(parity.verdict == .inconclusive)
  }

  @Test func oneOfOneIsNoMeasureForOthers() throws {
    let parity = try #require(compare([(1, 1), (880, 1000), (900, 1000)]))
    #expect(parity.best == "2" && parity.gaps.map(\.verdict) == [.inconclusive, .parity])
    let few = try #require(compare([(1, 1), (8, 9)]))
    #expect(few.best == "0")
  }

  @Test func nothingAndOneChannelHaveNoParity() {
    #expect(RateParity([]) == nil && compare([(1, 2)]) == nil && compare([(1, 2), (0, 0)]) == nil)
  }

  @Test func allAndNobodyAreNoProof() throws {
    let all = try #require(compare([(3, 3), (4, 4)]))
    #expect(all.verdict == .inconclusive && all.chiSquare.p == 1 && all.gaps[0].q == 1)
    let none = try #require(compare([(0, 30), (0, 40)]))
    #expect(none.verdict == .inconclusive && none.gaps[0].ratio == nil)
    let many = try #require(compare([(300, 300), (400, 400)]))
    #expect(many.verdict == .parity)
  }

  @Test func ratiosAreNeverOverOneAndVerdictsKeepTheirRule() throws {
    let seed: UInt64 = 909
    var generator = Chance(seed: seed)
    var seen: Set<ParityVerdict> = []
    for _ in 0..<500 {
      let counts = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
        let n = Int.random(in: 1...900, using: &generator)
        return (Int.random(in: (n / 2)...n, using: &generator), n)
      }
      let parity = try #require(compare(counts))
      #expect(
        parity.gaps.count == counts.count - 1 && parity.pairs.count == counts.count * (counts.count - 1) / 2)
      for gap in parity.gaps {
        seen.insert(gap.verdict)
        let isLarge = counts[try #require(Int(gap.channel))].1 >= 10
        #expect((0...(isLarge ? 1 : 9)).contains(gap.ratio ?? 0) && (0...1).contains(gap.q), "seed \(seed)")
        if gap.verdict == .parity { #expect((gap.interval?.low ?? 0) >= 0.8) }
        if gap.verdict == .gap { #expect(!(0.8...1.25).contains(gap.ratio ?? 1) && gap.q < 0.05) }
      }
    }
    #expect(seen == Set(ParityVerdict.allCases))
  }
}
