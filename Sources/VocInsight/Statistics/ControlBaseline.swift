/// What a control chart holds a period against: the periods before it, those left out that were out of control
/// themselves.
///
/// Source: D. C. Montgomery, Introduction to Statistical Quality Control, 8th ed., sections 6.2 (trial limits from
/// 20 to 25 periods, of which those beyond them are left out) and 7.2.2 (limits by the size of each period).
public struct ControlBaseline: Equatable, Sendable {
  /// All that is left, together.
  public let whole: AnswerSum
  /// The distance of each period that is left from all together, in standard deviations.
  public let deviations: [Double]
  /// By how much more they vary than by chance, 1 and above.
  public let spread: Double
  private let prior: AnswerSum

  /// How many standard deviations a period may lie off before it is left out.
  public static let width = 3.0

  /// Nil without periods, or with one of nothing.
  ///
  /// - Parameter prior: answers that are added where it is told how much they vary.
  public init?(_ periods: [AnswerSum], prior: AnswerSum) {
    guard !periods.isEmpty, periods.allSatisfy({ $0.n > 0 }) else { return nil }
    var kept = periods
    while true {
      let whole = kept.reduce(.none, +)
      let deviations = ControlBaseline.deviations(kept, of: whole, prior: prior)
      let spread = ControlSpread(deviations).factor
      let farthest = deviations.indices.max { abs(deviations[$0]) < abs(deviations[$1]) } ?? 0
      if kept.count == 1 || abs(deviations[farthest]) <= ControlBaseline.width * spread {
        (self.whole, self.deviations, self.spread, self.prior) = (whole, deviations, spread, prior)
        return
      }
      kept.remove(at: farthest)
    }
  }

  /// The distance of each of some periods from all of them together, in standard deviations; 0 where answers do not vary.
  static func deviations(_ periods: [AnswerSum], of whole: AnswerSum, prior: AnswerSum) -> [Double] {
    let variance = (whole + prior).variance
    return periods.map { variance > 0 ? ($0.mean - whole.mean) / (variance / $0.n).squareRoot() : 0 }
  }

  /// How far a later period lies off, in standard deviations of the difference, where nothing has changed; 0 for a
  /// period of nothing.
  ///
  /// The pooled z of two samples with the continuity correction of Yates. Source: J. L. Fleiss, Statistical Methods
  /// for Rates and Proportions, 3rd ed., section 3.2.
  public func deviation(of period: AnswerSum) -> Double {
    guard period.n > 0 else { return 0 }
    let difference = period.mean - whole.mean
    let inverse = 1 / period.n + 1 / whole.n
    let error = ((whole + period + prior).variance * inverse).squareRoot()
    let size = max(0, abs(difference) - inverse / 2)
    return error > 0 ? (difference < 0 ? -size : size) / error : 0
  }
}
