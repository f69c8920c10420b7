/// What the answers of a period come to, each counted as a number: a share 1 and 0, the NPS 1, 0 and −1.
public struct AnswerSum: Equatable, Sendable {
  public var n: Double
  public var sum: Double
  public var squares: Double

  public init(n: Double, sum: Double, squares: Double) {
    (self.n, self.sum, self.squares) = (n, sum, squares)
  }

  public init(_ share: Proportion) {
    self.init(n: Double(share.trials), sum: Double(share.successes), squares: Double(share.successes))
  }

  public init(_ figure: NetPromoter) {
    self.init(
      n: Double(figure.n), sum: Double(figure.promoters - figure.detractors),
      squares: Double(figure.promoters + figure.detractors))
  }

  /// Nothing.
  public static let none = AnswerSum(n: 0, sum: 0, squares: 0)

  /// One answer of either kind, so that a share of which all were alike is not taken to be certain.
  ///
  /// Source: A. Agresti & B. Caffo, "Simple and Effective Confidence Intervals for Proportions…", The American
  /// Statistician 54 (2000).
  public static let priorOfShare = AnswerSum(n: 2, sum: 1, squares: 1)
  /// The same for the NPS: ¾ of a promoter, ¾ of a detractor, of 3. Source: Rocks (2016), as in `NetPromoter`.
  public static let priorOfNPS = AnswerSum(n: 3, sum: 0, squares: 1.5)

  /// Of an answer; not a number of nothing.
  public var mean: Double { sum / n }
  /// Of one answer, 0 and above.
  public var variance: Double { max(0, squares / n - mean * mean) }

  public static func + (one: AnswerSum, other: AnswerSum) -> AnswerSum {
    AnswerSum(n: one.n + other.n, sum: one.sum + other.sum, squares: one.squares + other.squares)
  }
}
