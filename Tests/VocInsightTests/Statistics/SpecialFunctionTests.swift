import Foundation
import Testing
import VocInsight

@Suite struct SpecialFunctionTests {
  static let vectors = ["SF-1"]

  @Test func everyValueOfTheOracle() throws {
    let vector = try StatsVectors().vector("SF-1")
    vector.expectEveryField(["norm_ppf", "norm_sf", "chi2_sf", "t_ppf975", "beta_ppf"])
    for (key, expected) in try vector.table("norm_ppf") {
      try compare(NormalDistribution.quantile(numbers(key)[0]), expected, key, vector.tolerance)
    }
    for (key, expected) in try vector.table("norm_sf") {
      try compare(NormalDistribution.upperTail(numbers(key)[0]), expected, key, vector.tolerance)
    }
    for (key, expected) in try vector.table("chi2_sf") {
      let value = ChiSquare.upperTail(try numbers(key)[0], degrees: try numbers(key)[1])
      try compare(value, expected, key, vector.tolerance)
    }
    for (key, expected) in try vector.table("t_ppf975") {
      let value = StudentT.quantile(0.975, degrees: try numbers(key)[0])
      try compare(value, expected, key, vector.tolerance)
    }
    for (key, expected) in try vector.table("beta_ppf") {
      let parts = try numbers(key)
      let value = BetaDistribution.quantile(parts[0], a: parts[1], b: parts[2])
      try compare(value, expected, key, vector.tolerance)
    }
  }

  /// Relative as well, so that a tail of 1e-20 is not right by being small.
  private func compare(_ value: Double?, _ expected: Double, _ key: String, _ tolerance: Double) throws {
    let value = try #require(value)
    let allowed = tolerance * (expected == 0 ? 1 : abs(expected))
    #expect(abs(value - expected) <= allowed, "\(key): \(value), expected \(expected)")
  }

  private func numbers(_ key: String) throws -> [Double] {
    try key.split(separator: ",").map { try #require(Double($0)) }
  }

  @Test func normalQuantileInvertsTheTailOverItsWholeRange() throws {
    for exponent in stride(from: -300.0, through: -0.302, by: 0.37) {
      let p = pow(10, exponent)
      let z = try #require(NormalDistribution.quantile(p))
      #expect(abs(NormalDistribution.upperTail(-z) - p) <= 1e-11 * p, "p = \(p)")
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5) == nil && NormalDistribution.quantile(.nan) == nil)
  }

  @Test(arguments: [0.5, 1, 2, 9, 42.5, 1000, 1_000_000], [0.5, 1, 3, 8, 77, 2_000_000])
  func betaQuantileInvertsItsCumulative(a: Double, b: Double) throws {
    for p in [1e-9, 0.001, 0.025, 0.5, 0.9, 0.975, 0.999999] {
      let x = try #require(BetaDistribution.quantile(p, a: a, b: b))
      #expect((0...1).contains(x))
      // Beside 1 neighbouring x lie further apart than p can tell.
      guard x < 0.999_999 else { continue }
      #expect(abs(BetaDistribution.cumulative(x, a: a, b: b) - p) < 1e-8, "\(p) \(a) \(b)")
    }
  }

  @Test func gammaHalvesAddUpToOne() {
    for a in [0.5, 1, 2.5, 10, 400] {
      for x in [0, 0.1, 1, 5, 30, 500] {
        #expect(abs(IncompleteGamma.lower(a, x) + IncompleteGamma.upper(a, x) - 1) < 1e-12)
      }
    }
  }

  @Test func studentApproachesTheNormal() throws {
    let t = try #require(StudentT.quantile(0.975, degrees: 1e7))
    #expect(abs(t - 1.959_963_984_540_054) < 1e-6)
    #expect(StudentT.quantile(0.5, degrees: 3) == 0)
    #expect(StudentT.quantile(0.025, degrees: 5) == StudentT.quantile(0.975, degrees: 5).map { -$0 })
    let cauchy = try #require(StudentT.quantile(0.9995, degrees: 1))
    #expect(abs(cauchy - tan(Double.pi * 0.4995)) < 1e-6)
  }
}
