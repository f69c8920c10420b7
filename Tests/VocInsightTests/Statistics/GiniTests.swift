import Testing
import VocInsight
import VocTesting

@Suite struct GiniTests {
  @Test func equalOneAndNothing() {
    #expect(Gini.coefficient([3, 3, 3]) == 0 && Gini.coefficient([9]) == 0)
    #expect(Gini.coefficient([]) == nil && Gini.coefficient([0, 0]) == nil)
    #expect(Gini.coefficient([1, -1, 5]) == nil && Gini.coefficient([1, .nan]) == nil)
    #expect(Gini.coefficient([1, .infinity]) == nil)
    #expect(Gini.coefficient([0, 0, 0, 8]) == 0.75)
  }

  /// Half of the mean difference of all pairs over the mean.
  @Test func isTheMeanDifferenceOfPairs() throws {
    let seed: UInt64 = 2
    var generator = Chance(seed: seed)
    for _ in 0..<200 {
      let values =
        [1.0]
        + (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          Double(Int.random(in: 0...50, using: &generator))
        }
      let differences = values.reduce(0.0) { sum, one in sum + values.reduce(0.0) { $0 + abs(one - $1) } }
      let n = Double(values.count)
      let expected = differences / (2 * n * values.reduce(0, +))
      let gini = try #require(Gini.coefficient(values))
      #expect(abs(gini - expected) < 1e-12 && (0..<1).contains(gini), "seed \(seed)")
    }
  }
}
