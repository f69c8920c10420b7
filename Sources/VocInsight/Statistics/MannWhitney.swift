/// The Mann-Whitney test: whether the values of one group tend to be larger than those of another.
///
/// Source: H. B. Mann & D. R. Whitney, "On a Test of Whether One of Two Random Variables Is Stochastically
/// Larger Than the Other", Annals of Mathematical Statistics 18 (1947); normal approximation with corrections
/// for ties and continuity as in E. L. Lehmann, Nonparametrics (1975), chapter 1.
public struct MannWhitney: Equatable, Sendable {
  /// The values of the first group.
  public let firstCount: Int
  /// The values of the second group.
  public let secondCount: Int
  /// In how many pairs the first group's value is the larger, equal ones counting half.
  public let u: Double
  /// The standard deviation of `u` where the groups do not differ; 0 where all values are equal.
  public let standardDeviation: Double

  /// Nil where a group has no values; values that are not numbers are left out. n log n.
  public init?(_ first: [Double], _ second: [Double]) {
    self.init(CountedSample(first), CountedSample(second))
  }

  /// The same of values in groups of equal ones.
  public init?(_ first: CountedSample, _ second: CountedSample) {
    let ranking = Ranking([first, second])
    (firstCount, secondCount) = (ranking.sizes[0], ranking.sizes[1])
    guard firstCount > 0 && secondCount > 0 else { return nil }
    let (m, n) = (Double(firstCount), Double(ranking.n))
    u = ranking.sums[0] - m * (m + 1) / 2
    let variance = m * (n - m) / 12 * (n + 1 - ranking.ties / (n * (n - 1)))
    standardDeviation = max(0, variance).squareRoot()
  }

  /// The pairs of one value of each group.
  private var pairs: Double { Double(firstCount) * Double(secondCount) }

  /// The two-sided p value, 0...1; 1 where all values are equal.
  public var p: Double {
    guard standardDeviation > 0 else { return 1 }
    let distance = abs(u - pairs / 2) - 0.5
    return distance <= 0 ? 1 : NormalDistribution.twoSidedP(distance / standardDeviation)
  }

  /// Cliff's delta, −1...1: P(first larger) − P(second larger).
  ///
  /// Source: N. Cliff, "Dominance Statistics: Ordinal Analyses to Answer Ordinal Questions", Psychological
  /// Bulletin 114 (1993).
  public var cliffsDelta: Double { 2 * u / pairs - 1 }
}
