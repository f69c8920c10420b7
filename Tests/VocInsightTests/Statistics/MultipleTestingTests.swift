import Testing
import VocInsight
import VocTesting

@Suite struct MultipleTestingTests {
  static let vectors = ["BH-1"]

  @Test func everyValueOfTheOracle() throws {
    let vector = try StatsVectors().vector("BH-1")
    try vector.expect(MultipleTesting.benjaminiHochberg(try vector.givenNumbers("p")))
  }

  /// scipy.stats.false_discovery_control([.01, .02, .03, .5, .5, 1])
  @Test func tiesAndOnes() {
    let q = MultipleTesting.benjaminiHochberg([1, 0.02, 0.5, 0.01, 0.5, 0.03])
    for (value, expected) in zip(q, [1, 0.06, 0.6, 0.06, 0.6, 0.06]) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func nothingOneAndOddValues() {
    #expect(MultipleTesting.benjaminiHochberg([]) == [] && MultipleTesting.holm([]) == [])
    #expect(MultipleTesting.benjaminiHochberg([0.03]) == [0.03] && MultipleTesting.holm([0.03]) == [0.03])
    #expect(MultipleTesting.benjaminiHochberg([.nan, -1, 2]) == [1, 0, 1])
    #expect(MultipleTesting.holm([.nan, -1, 2]) == [1, 0, 1])
    let equal = MultipleTesting.benjaminiHochberg([0.2, 0.2, 0.2])
    #expect(equal == [0.2, 0.2, 0.2])
  }

  @Test func adjustedValuesKeepTheOrder() {
    let seed: UInt64 = 90
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let p = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        Double(Int.random(in: 0...1000, using: &generator)) / 1000
      }
      let q = MultipleTesting.benjaminiHochberg(p)
      let holm = MultipleTesting.holm(p)
      for i in p.indices {
        #expect(p[i] - 1e-15 <= q[i] && q[i] <= holm[i] + 1e-12 && holm[i] <= 1, "seed \(seed)")
        for j in p.indices where p[i] <= p[j] { #expect(q[i] <= q[j] && holm[i] <= holm[j]) }
      }
    }
  }
}
