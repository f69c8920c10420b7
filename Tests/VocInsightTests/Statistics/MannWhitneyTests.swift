import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct MannWhitneyTests {
  static let vectors = ["KW-2"]

  @Test func everyPairOfTheOracle() throws {
    let vector = try StatsVectors().vector("KW-2")
    let groups = Dictionary(uniqueKeysWithValues: try vector.groups().map { ($0.channel, $0.times) })
    let rows = try vector.rows()
    #expect(rows.count == 6)
    let tests = try rows.map { row in
      try #require(MannWhitney(groups[row.string("a")] ?? [], groups[row.string("b")] ?? []))
    }
    let q = MultipleTesting.benjaminiHochberg(tests.map(\.p))
    let holm = MultipleTesting.holm(tests.map(\.p))
    for (index, row) in rows.enumerated() {
      row.expectEveryField(["a", "b", "U", "p", "cliffs_delta", "p_bh", "p_holm"])
      try row.expect(tests[index].u, "U")
      try row.expect(tests[index].p, "p")
      try row.expect(tests[index].cliffsDelta, "cliffs_delta")
      try row.expect(q[index], "p_bh")
      try row.expect(holm[index], "p_holm")
    }
  }

  /// scipy.stats.mannwhitneyu(a, b, method='asymptotic')
  @Test func manyTies() throws {
    let test = try #require(
      MannWhitney([1, 2, 2, 3, 3, 3, 10, 11, 12, 12], [2, 3, 4, 4, 5, 12, 13, 13, 14, 20, 21]))
    #expect(test.u == 26.5 && abs(test.p - 0.04718565924349519) < 1e-12)
  }

  @Test func nothingHasNoTestAndEqualValuesDoNotDiffer() throws {
    #expect(MannWhitney([], [1]) == nil && MannWhitney([1], []) == nil && MannWhitney([.nan], [1]) == nil)
    let equal = try #require(MannWhitney([2, 2, 2], [2, 2]))
    #expect(equal.p == 1 && equal.cliffsDelta == 0 && equal.u == 3)
    let one = try #require(MannWhitney([1], [2]))
    #expect(one.p == 1 && one.cliffsDelta == -1)
  }

  @Test func turnedRoundItSaysTheSame() throws {
    let seed: UInt64 = 77
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      func values() -> [Double] {
        (0..<Int.random(in: 1...25, using: &generator)).map { _ in
          Double(Int.random(in: 0...9, using: &generator))
        }
      }
      let (first, second) = (values(), values())
      let here = try #require(MannWhitney(first, second))
      let turned = try #require(MannWhitney(second, first))
      #expect(here.p == turned.p && (0...1).contains(here.p), "seed \(seed)")
      #expect(abs(here.cliffsDelta + turned.cliffsDelta) < 1e-12 && abs(here.cliffsDelta) <= 1)
      let larger = first.reduce(0.0) { sum, value in
        sum + second.reduce(0.0) { $0 + (value > $1 ? 1 : value == $1 ? 0.5 : 0) }
      }
      #expect(here.u == larger)
    }
  }

  /// Quadratic pairs would be 2.5 × 10¹¹ here.
  @Test func aMillionValues() throws {
    var generator = Chance(seed: 8)
    let first = (0..<500_000).map { _ in Double(Int.random(in: 0...99_999, using: &generator)) }
    let test = try #require(MannWhitney(first, first.map { $0 + 300 }))
    #expect(abs(test.cliffsDelta + 0.006) < 0.0005 && test.p < 0.01)
    let kruskalWallis = try #require(KruskalWallis([first, first.map { $0 + 300 }]))
    #expect(abs(kruskalWallis.p - test.p) < 1e-6)
  }
}
