import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct LogisticRegressionTests {
  static let vectors = ["LOGIT-1"]

  private func data() throws -> (rows: [[Double]], happened: [Bool]) {
    let vector = try StatsVectors().vector("LOGIT-1")
    return (try vector.givenMatrix("X"), try vector.counts("y").map { $0 == 1 })
  }

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("LOGIT-1")
    vector.expectEveryField(["beta", "se", "llf", "l2_intercept", "l2_coef", "auc", "brier"])
    let (rows, happened) = try data()
    let fit = try #require(LogisticRegression(rows, happened))
    #expect(fit.outcome == .converged)
    try vector.expect([fit.intercept] + fit.coefficients, "beta")
    try vector.expect(fit.standardErrors, "se")
    try vector.expect(fit.logLikelihood, "llf")
    let ridge = try #require(LogisticRegression(rows, happened, penalty: .ridge(strength: 1)))
    #expect(ridge.outcome == .converged && ridge.standardErrors == [])
    try vector.expect(ridge.intercept, "l2_intercept")
    try vector.expect(ridge.coefficients, "l2_coef")
    let probabilities = rows.compactMap(fit.probability)
    try vector.expect(PredictionQuality.areaUnderCurve(probabilities, happened), "auc")
    try vector.expect(PredictionQuality.brier(probabilities, happened), "brier")
  }

  /// The intercept alone is the log odds of the share; one column of two groups, the log odds ratio.
  @Test func closedForms() throws {
    let none = try #require(
      LogisticRegression(Array(repeating: [], count: 10), (0..<10).map { $0 < 3 }))
    #expect(
      abs(none.intercept - log(3.0 / 7)) < 1e-9 && none.coefficients == [] && none.outcome == .converged)
    let happened = [true, true, true, false] + [true, false, false, false, false]
    let groups = try #require(LogisticRegression((0..<9).map { [$0 < 4 ? 1 : 0] }, happened))
    #expect(abs(groups.intercept - log(1.0 / 4)) < 1e-9)
    #expect(abs(groups.coefficients[0] - log(12)) < 1e-9)
    #expect(abs((groups.probability([1]) ?? 0) - 0.75) < 1e-9 && groups.probability([1, 2]) == nil)
    let errors = [(1 + 1.0 / 4).squareRoot(), (1.0 / 3 + 1 + 1 + 1.0 / 4).squareRoot()]
    for (error, expected) in zip(groups.standardErrors, errors) { #expect(abs(error - expected) < 1e-9) }
  }

  @Test func oddInputHasNoFit() {
    #expect(LogisticRegression([], []) == nil && LogisticRegression([[1], [2, 3]], [true, false]) == nil)
    #expect(LogisticRegression([[1]], [true, false]) == nil && LogisticRegression([[.nan]], [true]) == nil)
    #expect(LogisticRegression([[1], [2]], [true, false], penalty: .ridge(strength: 0)) == nil)
    #expect(LogisticRegression([[1], [2]], [true, false], penalty: .ridge(strength: .nan)) == nil)
  }

  @Test func outcomesThatAColumnTellsApartAreReported() throws {
    let complete = try #require(
      LogisticRegression([[1], [2], [3], [4], [5]], [false, false, false, true, true]))
    #expect(complete.outcome == .separated && complete.standardErrors == [])
    // Whoever has the tag was satisfied; without it there are both.
    let quasi = try #require(
      LogisticRegression([[1], [1], [1], [0], [0], [0]], [true, true, true, true, false, false]))
    #expect(quasi.outcome == .separated)
    for only in [true, false] {
      let fit = try #require(LogisticRegression([[1], [2], [3]], [only, only, only]))
      #expect(fit.outcome == .separated, "\(only)")
      let ridge = try #require(
        LogisticRegression([[1], [2], [3]], [only, only, only], penalty: .ridge(strength: 1)))
      #expect(ridge.outcome == .separated, "\(only)")
    }
    #expect(LogisticRegression([[0]], [true])?.outcome != .converged)
  }

  @Test func aPenaltyMakesSeparatedOutcomesFit() throws {
    let fit = try #require(
      LogisticRegression(
        [[1], [2], [3], [4], [5]], [false, false, false, true, true], penalty: .ridge(strength: 1)))
    #expect(fit.outcome == .converged && fit.coefficients[0] > 0)
  }

  @Test func columnsThatRepeatOneAnotherAreReported() throws {
    let (rows, happened) = try data()
    let doubled = try #require(LogisticRegression(rows.map { $0 + [2 * $0[2] + 1] }, happened))
    #expect(doubled.outcome == .collinear)
    let constant = try #require(LogisticRegression(rows.map { $0 + [0] }, happened))
    #expect(constant.outcome == .collinear)
    let ridge = try #require(
      LogisticRegression(rows.map { $0 + [2 * $0[2] + 1] }, happened, penalty: .ridge(strength: 1)))
    #expect(ridge.outcome == .converged)
  }

  /// At the maximum, what was predicted of every column adds up to what happened.
  @Test func fitsBalanceTheirColumnsAndNothingTraps() throws {
    let seed: UInt64 = 404
    var generator = Chance(seed: seed)
    var converged = 0
    for _ in 0..<150 {
      let width = Int.random(in: 0...3, using: &generator)
      let rows = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        (0..<width).map { _ in Double(Int.random(in: -4...4, using: &generator)) }
      }
      let happened = rows.map { _ in Bool.random(using: &generator) }
      let fit = try #require(LogisticRegression(rows, happened))
      #expect(fit.logLikelihood <= 0)
      guard fit.outcome == .converged else { continue }
      converged += 1
      let misses = try zip(rows, happened).map { try #require(fit.probability($0)) - ($1 ? 1 : 0) }
      #expect(abs(misses.reduce(0, +)) < 1e-6, "seed \(seed)")
      for column in 0..<width {
        let moment = zip(misses, rows).reduce(0) { $0 + $1.0 * $1.1[column] }
        #expect(abs(moment) < 1e-6, "seed \(seed)")
      }
    }
    #expect(converged > 80)
  }
}
