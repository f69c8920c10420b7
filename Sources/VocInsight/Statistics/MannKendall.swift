/// Whether a figure rises or falls over equally spaced periods, and how fast.
///
/// Source: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945), with M. G. Kendall's
/// correction for ties (Rank Correlation Methods, 1975), and the slope of P. K. Sen, "Estimates of the
/// Regression Coefficient Based on Kendall's Tau", Journal of the American Statistical Association 63 (1968).
/// Every pair of periods is looked at: for hundreds of periods, not for millions.
public struct MannKendall: Equatable, Sendable {
  /// The periods under which a trend is not to be shown.
  public static let fewestPeriods = 8

  /// The number of periods.
  public let n: Int
  /// Pairs of periods that rise less pairs that fall.
  public let s: Int
  /// The variance of `s` without a trend; 0 where all values are equal.
  public let variance: Double
  /// The Theil-Sen slope, the median of the slopes of all pairs: units of the figure per period.
  public let slope: Double
  /// The figure that the Theil-Sen line gives the first period.
  public let intercept: Double

  /// Nil under two periods, and with values that are not finite.
  public init?(_ values: [Double]) {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    n = values.count
    var s = 0
    var slopes: [Double] = []
    for (earlier, value) in values.enumerated() {
      for later in (earlier + 1)..<values.count {
        s += values[later] > value ? 1 : values[later] < value ? -1 : 0
        slopes.append((values[later] - value) / Double(later - earlier))
      }
    }
    let sorted = SortedSample(values)
    guard let slope = SortedSample(slopes).median, let middle = sorted.median else { return nil }
    self.s = s
    self.slope = slope
    intercept = middle - slope * Double(values.count - 1) / 2
    let n = Double(values.count)
    let ties = Self.ties(sorted.values)
    variance = max(0, (n * (n - 1) * (2 * n + 5) - ties) / 18)
  }

  private static func ties(_ sorted: [Double]) -> Double {
    var counts: [Double: Double] = [:]
    for value in sorted { counts[value, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
  }

  /// Whether there are periods enough to show a trend.
  public var isLongEnough: Bool { n >= MannKendall.fewestPeriods }

  /// The z statistic of `s`, corrected for continuity; 0 where all values are equal.
  public var z: Double {
    variance > 0 ? Double(s - s.signum()) / variance.squareRoot() : 0
  }

  /// The two-sided p value, 0...1.
  public var p: Double { NormalDistribution.twoSidedP(z) }

  /// Kendall's tau against time, −1...1: `s` over the number of pairs.
  public var tau: Double { Double(s) / (Double(n) * Double(n - 1) / 2) }
}
