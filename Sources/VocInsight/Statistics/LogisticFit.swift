import Foundation

/// Newton's method on the log likelihood of a logistic regression, less half of `shrinkage` times the squared
/// coefficients.
struct LogisticFit {
  private let rows: [[Double]]
  private let happened: [Bool]
  private let shrinkage: Double
  /// The intercept, then the coefficients.
  private(set) var beta: [Double]
  private(set) var outcome = LogisticRegression.Outcome.notConverged
  /// From the inverse of the information at `beta`.
  private(set) var standardErrors: [Double] = []

  private static let mostSteps = 60
  /// A step that moves no row's log odds by more than this is the last.
  private static let precision = 1e-9
  /// Log odds beyond this belong to no outcome that anybody counts: e^−15 is one in three million.
  private static let certainty = 15.0

  init(rows: [[Double]], happened: [Bool], shrinkage: Double) {
    self.rows = rows.map { [1] + $0 }
    self.happened = happened
    self.shrinkage = shrinkage
    beta = Array(repeating: 0, count: self.rows[0].count)
    climb()
  }

  var logLikelihood: Double { logLikelihood(beta) }

  private mutating func climb() {
    for step in 0..<Self.mostSteps {
      let (gradient, information) = derivatives()
      guard let cholesky = Cholesky(information) else {
        outcome = step == 0 || !isCertain ? .collinear : .separated
        return
      }
      let move = cholesky.solve(gradient)
      guard improve(by: move) else { return }
      if rows.allSatisfy({ abs(dot($0, move)) <= Self.precision }) {
        standardErrors = cholesky.inverseDiagonal.map { $0.squareRoot() }
        outcome = .converged
        return
      }
    }
    outcome = isCertain ? .separated : .notConverged
  }

  private var isCertain: Bool { rows.contains { abs(dot($0, beta)) > Self.certainty } }

  /// Takes the step, halved until it does not make the objective worse; whether that could be done.
  private mutating func improve(by move: [Double]) -> Bool {
    let before = objective(beta)
    var scale = 1.0
    for _ in 0..<30 {
      let next = zip(beta, move).map { $0 + scale * $1 }
      if objective(next) >= before - 1e-12 * abs(before) {
        beta = next
        return true
      }
      scale /= 2
    }
    return false
  }

  private func objective(_ beta: [Double]) -> Double {
    logLikelihood(beta) - shrinkage / 2 * beta.dropFirst().reduce(0) { $0 + $1 * $1 }
  }

  private func logLikelihood(_ beta: [Double]) -> Double {
    zip(rows, happened).reduce(0) { sum, item in
      let logit = dot(item.0, beta)
      return sum - Logistic.softplus(item.1 ? -logit : logit)
    }
  }

  private func derivatives() -> (gradient: [Double], information: [[Double]]) {
    let width = beta.count
    var gradient = Array(repeating: 0.0, count: width)
    var information = Array(repeating: gradient, count: width)
    for (row, happened) in zip(rows, happened) {
      let logit = dot(row, beta)
      let miss = happened ? Logistic.probability(-logit) : -Logistic.probability(logit)
      let weight = Logistic.probability(logit) * Logistic.probability(-logit)
      for i in 0..<width {
        gradient[i] += miss * row[i]
        for j in 0...i { information[i][j] += weight * row[i] * row[j] }
      }
    }
    for i in 1..<width {
      gradient[i] -= shrinkage * beta[i]
      information[i][i] += shrinkage
    }
    return (gradient, information)
  }

  private func dot(_ row: [Double], _ vector: [Double]) -> Double {
    var sum = 0.0
    for index in row.indices { sum += row[index] * vector[index] }
    return sum
  }
}
