/// A logistic regression: the probability of an outcome from the columns of a row.
///
/// Fitted by Newton's method (iteratively reweighted least squares) with halved steps. Source: A. Agresti,
/// Categorical Data Analysis, 3rd ed., section 5.5; the penalty is that of C. M. Bishop, Pattern Recognition
/// and Machine Learning (2006), section 4.3, on the columns only.
public struct LogisticRegression: Equatable, Sendable {
  /// What is maximised.
  public enum Penalty: Equatable, Sendable {
    /// The likelihood alone.
    case none
    /// The log likelihood times `strength` (C) less half the sum of the squared coefficients; the intercept
    /// goes free.
    case ridge(strength: Double)
  }

  /// How the fit ended.
  public enum Outcome: Equatable, Sendable {
    case converged
    /// A combination of columns tells the outcomes apart, or there is one outcome only: the coefficients grow
    /// without end and mean nothing.
    case separated
    /// Columns are combinations of one another: no one set of coefficients is the best.
    case collinear
    case notConverged
  }

  public let intercept: Double
  /// One for each column: the change of the log odds by one unit of the column.
  public let coefficients: [Double]
  /// The standard errors of the intercept, then of the coefficients; empty unless `outcome` is converged, and
  /// with a penalty, where they have no such meaning.
  public let standardErrors: [Double]
  /// The log likelihood, without the penalty; 0 or less.
  public let logLikelihood: Double
  /// How the fit ended; trust the figures only where it converged.
  public let outcome: Outcome

  /// The probability of the outcome for one row, 0...1; nil for a row of another length.
  public func probability(_ row: [Double]) -> Double? {
    guard row.count == coefficients.count else { return nil }
    return Logistic.probability(zip(row, coefficients).reduce(intercept) { $0 + $1.0 * $1.1 })
  }

  /// Nil without rows, with rows of different lengths, not as many outcomes as rows, numbers that are not
  /// finite, or a penalty that is not above 0.
  public init?(_ rows: [[Double]], _ happened: [Bool], penalty: Penalty = .none) {
    guard let first = rows.first, rows.count == happened.count,
      rows.allSatisfy({ $0.count == first.count && $0.allSatisfy(\.isFinite) })
    else { return nil }
    var shrinkage = 0.0
    if case .ridge(let strength) = penalty {
      guard strength > 0 && strength.isFinite else { return nil }
      shrinkage = 1 / strength
    }
    let fit = LogisticFit(rows: rows, happened: happened, shrinkage: shrinkage)
    (intercept, coefficients) = (fit.beta[0], Array(fit.beta.dropFirst()))
    outcome = fit.outcome
    logLikelihood = fit.logLikelihood
    standardErrors = outcome == .converged && penalty == .none ? fit.standardErrors : []
  }
}
