public import VocDomain

/// How many answers gave each score of one survey: all that a satisfaction figure needs to know.
///
///     var october = ScoreHistogram(.nps)
///     october.add(9)
///     october += ScoreHistogram(.nps, counts: [0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 5])
public struct ScoreHistogram: Equatable, Sendable {
  public let survey: SurveyKind
  /// Answers per score, from the lowest score of the survey's scale to the highest.
  public private(set) var counts: [Int]

  /// No answers yet.
  public init(_ survey: SurveyKind) {
    self.survey = survey
    counts = Array(repeating: 0, count: survey.scale.count)
  }

  /// As many counts as the scale has scores, none negative.
  public init(_ survey: SurveyKind, counts: [Int]) {
    precondition(counts.count == survey.scale.count, "one count for each score of the scale")
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is never negative")
    self.survey = survey
    self.counts = counts
  }

  /// Counts `times` answers of a score that lies within the survey's scale.
  public mutating func add(_ score: Int, times: Int = 1) {
    precondition(survey.scale.contains(score), "a score lies within its survey's scale")
    precondition(times >= 0, "a count is never negative")
    counts[score - survey.scale.lowerBound] += times
  }

  /// Pools the answers of the same survey.
  public static func += (left: inout ScoreHistogram, right: ScoreHistogram) {
    precondition(left.survey == right.survey, "scores of two surveys do not add up")
    for index in left.counts.indices { left.counts[index] += right.counts[index] }
  }

  /// The pooled answers of the same survey.
  public static func + (left: ScoreHistogram, right: ScoreHistogram) -> ScoreHistogram {
    var sum = left
    sum += right
    return sum
  }

  /// The number of answers.
  public var n: Int { counts.reduce(0, +) }

  /// The answers with a score in `range`; scores outside the scale have none.
  public func count(in range: ClosedRange<Int>) -> Int {
    zip(survey.scale, counts).reduce(0) { range.contains($1.0) ? $0 + $1.1 : $0 }
  }

  /// The arithmetic mean in points of the scale; nil without answers.
  public var mean: Double? {
    let n = self.n
    if n == 0 { return nil }
    return zip(survey.scale, counts).reduce(0) { $0 + Double($1.0) * Double($1.1) } / Double(n)
  }

  /// The standard deviation with n - 1 in the denominator, in points; nil under two answers.
  public var standardDeviation: Double? {
    let n = self.n
    guard n > 1, let mean else { return nil }
    let squares = zip(survey.scale, counts).reduce(0) {
      $0 + Double($1.1) * (Double($1.0) - mean) * (Double($1.0) - mean)
    }
    return (squares / Double(n - 1)).squareRoot()
  }
}
