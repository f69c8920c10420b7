import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct ChiSquareTestTests {
  static let vectors = ["CHI2-1", "CHI2-2"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("CHI2-1")
    vector.expectEveryField(["chi2", "df", "p", "expected", "cramers_v", "rates", "parity_ratio_min_max"])
    let table = try vector.givenMatrix("table").map { $0.map { Int($0) } }
    let test = try #require(ChiSquareTest(table))
    try vector.expect(test.statistic, "chi2")
    try vector.expect(Double(test.degrees), "df")
    try vector.expect(test.p, "p")
    try vector.expect(test.expected, "expected")
    try vector.expect(test.cramersV, "cramers_v")
    let channels = table.enumerated().map {
      RateParity.Group("\($0.offset)", Proportion($0.element[0], of: $0.element[0] + $0.element[1]))
    }
    try vector.expect(channels.compactMap(\.data.share), "rates")
    let parity = try #require(RateParity(channels))
    #expect(parity.chiSquare == test)
    try vector.expect(parity.gaps.compactMap(\.ratio).min(), "parity_ratio_min_max")
  }

  @Test func everyFigureWithYates() throws {
    let vector = try StatsVectors().vector("CHI2-2")
    vector.expectEveryField(["chi2", "p"])
    let test = try #require(ChiSquareTest(try vector.givenMatrix("table").map { $0.map { Int($0) } }))
    try vector.expect(test.statistic, "chi2")
    try vector.expect(test.p, "p")
  }

  /// scipy.stats.chi2_contingency(table, correction=False), scipy.stats.contingency.association(table); the
  /// two by two table with correction=True.
  @Test func otherTables() throws {
    let large = try #require(ChiSquareTest([[10, 20, 30], [6, 9, 17], [1, 2, 50]]))
    #expect(abs(large.statistic - 28.782309230736868) < 1e-11 && large.degrees == 4)
    #expect(abs(large.p - 8.655101460952273e-06) < 1e-16)
    #expect(abs(large.cramersV - 0.3150386360035142) < 1e-12)
    let small = try #require(ChiSquareTest([[12, 7], [5, 9]]))
    #expect(abs(small.statistic - 1.455996378814684) < 1e-12 && abs(small.p - 0.22756821457580642) < 1e-12)
    #expect(abs(small.cramersV - 0.27139234260883977) < 1e-12)
  }

  @Test func tablesWithoutMeaningHaveNoTest() {
    #expect(
      ChiSquareTest([]) == nil && ChiSquareTest([[]]) == nil && ChiSquareTest([[0, 0], [0, 0]]) == nil)
    #expect(ChiSquareTest([[1, 2], [3]]) == nil && ChiSquareTest([[1, -2], [3, 4]]) == nil)
  }

  @Test func emptyRowsAndColumnsSayNothing() throws {
    let with = try #require(ChiSquareTest([[3, 0, 9], [0, 0, 0], [8, 0, 2]]))
    let without = try #require(ChiSquareTest([[3, 9], [8, 2]]))
    #expect(with.statistic == without.statistic && with.p == without.p && with.cramersV == without.cramersV)
    let all = try #require(ChiSquareTest([[5, 0], [9, 0]]))
    #expect(all.statistic == 0 && all.degrees == 0 && all.p == 1 && all.cramersV == 0)
    #expect(ChiSquareTest([[7]])?.p == 1)
  }

  @Test func theUncorrectedTwoByTwoIsTheSquareOfZ() throws {
    let seed: UInt64 = 12
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let counts = (0..<4).map { _ in Int.random(in: 1...60, using: &generator) }
      let plain = try #require(
        ChiSquareTest([[counts[0], counts[1]], [counts[2], counts[3]]], corrected: false))
      let corrected = try #require(ChiSquareTest([[counts[0], counts[1]], [counts[2], counts[3]]]))
      let compared = try #require(
        TwoProportions(
          Proportion(counts[0], of: counts[0] + counts[1]), Proportion(counts[2], of: counts[2] + counts[3])))
      #expect(abs(plain.statistic - compared.z * compared.z) < 1e-9, "seed \(seed)")
      #expect(corrected.statistic <= plain.statistic && (0...1).contains(corrected.p))
      #expect((0...1).contains(plain.cramersV) && plain.cramersV == corrected.cramersV)
    }
  }
}
