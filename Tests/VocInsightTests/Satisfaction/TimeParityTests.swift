import Testing
import VocInsight
import VocTesting

@Suite struct TimeParityTests {
  @Test func theOraclesChannels() throws {
    let vector = try StatsVectors().vector("KW-2")
    let parity = try #require(TimeParity(try vector.groups().map { .init($0.channel, $0.times) }))
    let rows = try vector.rows()
    #expect(parity.pairs.count == rows.count)
    for (row, pair) in zip(rows, parity.pairs) {
      let names = [try row.string("a"), try row.string("b")]
      #expect(names == [pair.first, pair.second])
      try row.expect(pair.test.u, "U")
      try row.expect(pair.q, "p_bh")
    }
    #expect(parity.best == "telefono")
    #expect(parity.gaps.map(\.channel) == ["whatsapp", "email", "chat"])
    #expect(parity.gaps.map(\.verdict) == [.gap, .gap, .inconclusive])
    #expect(parity.gaps.map(\.ratio) == [13.5 / 5.5, 210 / 5.5, 9.5 / 5.5])
    #expect(parity.gaps.allSatisfy { $0.interval?.contains($0.ratio ?? 0) == true })
    #expect(
      parity.verdict == .gap && parity.kruskalWallis.p < 0.001 && parity.medianTest.above == [4, 8, 1, 3])
  }

  @Test func fewValuesNeverShowParity() throws {
    let few = try #require(TimeParity([.init("a", [5, 6, 7]), .init("b", [5, 6, 7])]))
    #expect(few.gaps[0].ratio == 1 && few.gaps[0].interval == nil && few.verdict == .inconclusive)
  }

  @Test func manyEqualWaitsAreParity() throws {
    var generator = Chance(seed: 55)
    func times() -> [Double] { (0..<3000).map { _ in Double.random(in: 20...60, using: &generator) } }
    let parity = try #require(TimeParity([.init("a", times()), .init("b", times()), .init("c", times())]))
    #expect(parity.gaps.map(\.verdict) == [.parity, .parity] && parity.verdict == .parity)
  }

  @Test func oneQuickReplyIsNoMeasureForOthers() throws {
    let many = (20...60).map(Double.init)
    let parity = try #require(TimeParity([.init("once", [1]), .init("a", many), .init("b", many)]))
    #expect(parity.best == "a" && parity.gaps.map(\.channel) == ["once", "b"])
  }

  @Test func nothingAndOneChannelHaveNoParity() {
    #expect(TimeParity([]) == nil && TimeParity([.init("a", [1, 2])]) == nil)
    #expect(TimeParity([.init("a", [1, 2]), .init("b", []), .init("c", [.nan])]) == nil)
  }

  @Test func instantRepliesHaveNoRatio() throws {
    let parity = try #require(
      TimeParity([.init("bot", Array(repeating: 0, count: 30)), .init("mail", (1...30).map(Double.init))]))
    #expect(parity.best == "bot" && parity.gaps[0].ratio == nil && parity.gaps[0].q < 0.001)
    #expect(parity.verdict == .inconclusive)
    let equal = try #require(TimeParity([.init("a", [3, 3]), .init("b", [3])]))
    #expect(equal.best == "a" && equal.pairs[0].q == 1)
  }

  @Test func ratiosAreNeverUnderOneAndVerdictsKeepTheirRule() throws {
    let seed: UInt64 = 808
    var generator = Chance(seed: seed)
    var seen: Set<ParityVerdict> = []
    for _ in 0..<300 {
      let groups = (0..<Int.random(in: 2...4, using: &generator)).map { index in
        let scale = Double(Int.random(in: 1...2, using: &generator))
        return TimeParity.Group(
          "\(index)",
          (0..<Int.random(in: 1...400, using: &generator)).map { _ in
            scale * Double(Int.random(in: 20...60, using: &generator))
          })
      }
      let parity = try #require(TimeParity(groups))
      #expect(parity.gaps.count == groups.count - 1)
      for gap in parity.gaps {
        seen.insert(gap.verdict)
        let isLarge = groups.contains { $0.channel == gap.channel && $0.data.n >= 10 }
        #expect((gap.ratio ?? 0) >= (isLarge ? 1 : 0) && (0...1).contains(gap.q), "seed \(seed)")
        if gap.verdict == .parity { #expect((gap.interval?.high ?? 9) <= 1.25) }
        if gap.verdict == .gap { #expect(!(0.8...1.25).contains(gap.ratio ?? 1) && gap.q < 0.05) }
      }
    }
    #expect(seen == Set(ParityVerdict.allCases))
  }
}
