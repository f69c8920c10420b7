/// The Kruskal-Wallis test: whether several groups of values lie equally high.
///
/// Source: W. H. Kruskal & W. A. Wallis, "Use of Ranks in One-Criterion Variance Analysis", Journal of the
/// American Statistical Association 47 (1952), with their correction for ties.
public struct KruskalWallis: Equatable, Sendable {
  /// All values counted.
  public let n: Int
  /// The statistic H, 0 and above; 0 where all values are equal.
  public let h: Double
  /// Groups with values, less one.
  public let degrees: Int

  /// Nil unless two groups or more have values; values that are not numbers are left out. n log n.
  public init?(_ groups: [[Double]]) { self.init(groups.map { CountedSample($0) }) }

  /// The same of values in groups of equal ones.
  public init?(_ groups: [CountedSample]) {
    let ranking = Ranking(groups)
    let filled = zip(ranking.sizes, ranking.sums).filter { $0.0 > 0 }
    guard filled.count > 1 else { return nil }
    n = ranking.n
    degrees = filled.count - 1
    let n = Double(ranking.n)
    let untied = 1 - ranking.ties / (n * n * n - n)
    // Squares of the distance from the mean rank lose no digits where the usual formula subtracts two large
    // sums.
    let spread = filled.reduce(0) { sum, group in
      let distance = group.1 / Double(group.0) - (n + 1) / 2
      return sum + Double(group.0) * distance * distance
    }
    h = untied > 0 ? 12 * spread / (n * (n + 1)) / untied : 0
  }

  /// P of an H at least so large where the groups do not differ, 0...1.
  public var p: Double { ChiSquare.upperTail(h, degrees: Double(degrees)) }

  /// The effect size ε² = H / (n − 1), 0...1: the share of the ranks' variance that the groups explain.
  ///
  /// Source: M. Tomczak & E. Tomczak, "The Need to Report Effect Size Estimates Revisited", Trends in Sport
  /// Sciences 1 (2014).
  public var epsilonSquared: Double { min(1, h / Double(n - 1)) }
}
