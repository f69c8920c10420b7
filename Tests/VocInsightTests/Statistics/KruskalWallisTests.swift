import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct KruskalWallisTests {
  static let vectors = ["KW-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("KW-1")
    vector.expectEveryField([
      "H", "df", "p", "epsilon2", "median_stat", "median_p", "grand_median", "table",
    ])
    let groups = try vector.groups().map(\.times)
    let test = try #require(KruskalWallis(groups))
    try vector.expect(test.h, "H")
    try vector.expect(Double(test.degrees), "df")
    try vector.expect(test.p, "p")
    try vector.expect(test.epsilonSquared, "epsilon2")
    let mood = try #require(MoodMedianTest(groups))
    try vector.expect(mood.test.statistic, "median_stat")
    try vector.expect(mood.test.p, "median_p")
    try vector.expect(mood.grandMedian, "grand_median")
    // The oracle's file keeps its groups in this order; ours is read from an object.
    try vector.expect([mood.above.map(Double.init), mood.notAbove.map(Double.init)], "table")
  }

  private let tied: [[Double]] = [
    [1, 2, 2, 3, 3, 3, 10, 11, 12, 12], [2, 3, 4, 4, 5, 12, 13, 13, 14, 20, 21], [1, 1, 1, 2, 30, 31],
  ]

  /// scipy.stats.kruskal(a, b, c)
  @Test func manyTies() throws {
    let test = try #require(KruskalWallis(tied))
    #expect(abs(test.h - 3.7690273101384304) < 1e-12 && abs(test.p - 0.15190291868191058) < 1e-12)
  }

  /// scipy.stats.median_test(a, b): Yates' correction with two groups.
  @Test func theMedianTestOfTwoGroupsIsCorrected() throws {
    let mood = try #require(MoodMedianTest(Array(tied.prefix(2))))
    #expect(mood.above == [4, 6] && mood.notAbove == [6, 5] && mood.grandMedian == 5)
    #expect(abs(mood.test.statistic - 0.0525) < 1e-12 && abs(mood.test.p - 0.818768821520624) < 1e-12)
  }

  @Test func nothingAndOneGroupHaveNoTest() {
    for groups in [[], [[]], [[1, 2]], [[1, 2], []], [[.nan], [3]]] as [[[Double]]] {
      #expect(KruskalWallis(groups) == nil && MoodMedianTest(groups) == nil, "\(groups)")
    }
  }

  @Test func equalValuesDoNotDiffer() throws {
    let test = try #require(KruskalWallis([[4, 4], [4], []]))
    #expect(test.h == 0 && test.p == 1 && test.epsilonSquared == 0 && test.degrees == 1)
    let mood = try #require(MoodMedianTest([[4, 4], [4]]))
    #expect(mood.test.p == 1 && mood.above == [0, 0])
    let two = try #require(KruskalWallis([[1], [2]]))
    #expect(abs(two.h - 1) < 1e-12 && (0...1).contains(two.epsilonSquared))
  }

  @Test func figuresStayInTheirRangesWhateverTheOrder() throws {
    let seed: UInt64 = 5
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let groups = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in
          Double(Int.random(in: 0...12, using: &generator))
        }
      }
      let test = try #require(KruskalWallis(groups))
      #expect(
        test.h >= 0 && (0...1).contains(test.p) && (0...1).contains(test.epsilonSquared), "seed \(seed)")
      let turned = try #require(KruskalWallis(groups.reversed()))
      #expect(abs(test.h - turned.h) < 1e-9)
      // Only the order counts: a monotone change of all values changes nothing.
      let stretched = try #require(KruskalWallis(groups.map { $0.map { exp($0) } }))
      #expect(abs(test.h - stretched.h) < 1e-9)
      let mood = try #require(MoodMedianTest(groups))
      #expect((0...1).contains(mood.test.p))
      #expect(zip(mood.above, mood.notAbove).map { $0 + $1 } == groups.map(\.count))
    }
  }
}
