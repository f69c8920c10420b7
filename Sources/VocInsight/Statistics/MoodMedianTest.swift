/// Mood's median test: whether equally many of each group lie above the median of all.
///
/// It has less power than Kruskal-Wallis, but can be told in plain words: "so many of the e-mails waited
/// longer than half of all tickets did". Source: A. M. Mood, Introduction to the Theory of Statistics (1950),
/// chapter 16.
public struct MoodMedianTest: Equatable, Sendable {
  /// The median of all values.
  public let grandMedian: Double
  /// For each group, how many lie above the grand median.
  public let above: [Int]
  /// For each group, how many do not; those equal to it are counted here.
  public let notAbove: [Int]
  /// The test of the two rows; Yates' correction where there are two groups.
  public let test: ChiSquareTest

  /// Nil unless two groups or more have values; values that are not numbers are left out.
  public init?(_ groups: [[Double]]) { self.init(groups.map { CountedSample($0) }) }

  /// The same of values in groups of equal ones.
  public init?(_ groups: [CountedSample]) {
    let all = CountedSample(counted: groups.flatMap(\.groups).map { (value: $0.value, count: $0.count) })
    guard groups.count(where: { $0.n > 0 }) > 1, let median = all.median,
      case let above = groups.map({ $0.count(above: median) }),
      case let notAbove = zip(groups, above).map({ $0.n - $1 }),
      let test = ChiSquareTest([above, notAbove])
    else { return nil }
    grandMedian = median
    self.above = above
    self.notAbove = notAbove
    self.test = test
  }
}
