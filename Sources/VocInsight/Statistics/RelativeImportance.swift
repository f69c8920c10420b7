/// How much of an outcome's variance goes along with each of a few variables that overlap: Shapley values of R².
///
/// A variable's value is what R² grows by when it joins those before it, averaged over all orders in which they can
/// join, so that nothing is counted twice. It tells what goes along, not what causes. Source: R. H. Lindeman,
/// P. F. Merenda & R. Z. Gold, Introduction to Bivariate and Multivariate Analysis (1980), p. 119; called "LMG" by
/// U. Grömping, "Relative Importance for Linear Regression in R", Journal of Statistical Software 17 (2006).
public struct RelativeImportance: Equatable, Sendable {
  /// Each variable more doubles the work.
  public static let mostVariables = 8

  /// R² of the linear regression on all variables, 0...1; 0 for an outcome that is always the same.
  public let explained: Double
  /// One for each variable: 0 or above, together `explained`. One that is always the same has 0; those that say the
  /// same share alike.
  public let values: [Double]
  /// How many variables are left once those are gone that others tell already.
  public let rank: Int
  private let n: Int

  /// Of an outcome, one number a case, and of at most `mostVariables` variables with as many numbers each. Nil without
  /// cases and for numbers that are not finite.
  public init?(of outcome: [Double], by variables: [[Double]]) {
    precondition(variables.count <= Self.mostVariables, "all subsets of so many variables are too many")
    precondition(variables.allSatisfy { $0.count == outcome.count }, "a number for each case")
    guard !outcome.isEmpty, ([outcome] + variables).allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let correlations = Correlations(outcome, variables)
    let subsets = (0..<1 << variables.count).map(correlations.explained(by:))
    values = variables.indices.map { Self.value(of: $0, among: variables.count, subsets.map(\.share)) }
    (explained, rank) = subsets[subsets.count - 1]
    n = outcome.count
  }

  /// How likely so much would be explained by variables that nothing goes along with, 0...1: the F test of the
  /// regression, by the distribution of R². Nil where there is nothing to test.
  ///
  /// Source: A. C. Rencher & G. B. Schaalje, Linear Models in Statistics, 2nd ed., section 8.4.
  public var p: Double? {
    let free = n - rank - 1
    guard rank > 0, free > 0 else { return nil }
    return BetaDistribution.cumulative(1 - explained, a: Double(free) / 2, b: Double(rank) / 2)
  }

  /// What variables that nothing goes along with would explain on average, 0...1.
  public var explainedByChance: Double { n > 1 ? min(1, Double(rank) / Double(n - 1)) : 0 }

  /// The mean over all orders: as many have a given subset before the variable as there are orders of it and of those
  /// that come after.
  private static func value(of variable: Int, among count: Int, _ explained: [Double]) -> Double {
    let bit = 1 << variable
    var sum = 0.0
    for subset in explained.indices where subset & bit == 0 {
      let before = subset.nonzeroBitCount
      let share = factorial(before) * factorial(count - 1 - before) / factorial(count)
      sum += share * (explained[subset | bit] - explained[subset])
    }
    return max(0, sum)
  }

  private static func factorial(_ n: Int) -> Double { (0..<n).reduce(1.0) { $0 * Double($1 + 1) } }
}

/// What the R² of every subset follows from.
private struct Correlations {
  private let withOutcome: [Double]
  private let amongVariables: [[Double]]
  private let varying: [Int]

  init(_ outcome: [Double], _ variables: [[Double]]) {
    let outcome = Self.standardized(outcome)
    let columns = variables.map(Self.standardized)
    withOutcome = columns.map { Self.product($0, outcome) }
    amongVariables = columns.map { one in columns.map { Self.product(one, $0) } }
    varying = columns.indices.filter { index in columns[index].contains { $0 != 0 } }
  }

  /// R² of the variables whose bits are set, and how many of them say something of their own.
  func explained(by subset: Int) -> (share: Double, rank: Int) {
    var kept: [Int] = []
    var factor: Cholesky?
    for variable in varying where subset & 1 << variable != 0 {
      let candidates = kept + [variable]
      let matrix = candidates.map { row in candidates.map { amongVariables[row][$0] } }
      guard let larger = Cholesky(matrix) else { continue }
      (kept, factor) = (candidates, larger)
    }
    guard let factor else { return (0, 0) }
    let own = kept.map { withOutcome[$0] }
    return (min(1, max(0, Self.product(own, factor.solve(own)))), kept.count)
  }

  /// Less their mean and of length 1; zeros where all are the same.
  private static func standardized(_ numbers: [Double]) -> [Double] {
    if numbers.allSatisfy({ $0 == numbers[0] }) { return numbers.map { _ in 0 } }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let centred = numbers.map { $0 - mean }
    let length = product(centred, centred).squareRoot()
    return centred.map { $0 / length }
  }

  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
