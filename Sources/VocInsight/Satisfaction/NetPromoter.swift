public import VocDomain

/// The Net Promoter Score of one set of answers, with the interval that belongs to it.
///
/// 0–6 are detractors, 7–8 passives, 9–10 promoters. Source: F. F. Reichheld, "The One Number You Need to
/// Grow", Harvard Business Review, December 2003. All figures are in points of -100...100, never percent.
public struct NetPromoter: Equatable, Sendable {
  /// The answers counted, at least 1.
  public let n: Int
  /// Scores of 9 and 10.
  public let promoters: Int
  /// Scores of 7 and 8.
  public let passives: Int
  /// Scores of 0 to 6.
  public let detractors: Int
  /// The mean of the scores, 0...10.
  public let mean: Double

  /// Nil without answers, and for a survey that does not ask the NPS question.
  public init?(_ histogram: ScoreHistogram) {
    guard histogram.survey == .nps || histogram.survey == .enps, let mean = histogram.mean else { return nil }
    n = histogram.n
    promoters = histogram.count(in: 9...10)
    passives = histogram.count(in: 7...8)
    detractors = histogram.count(in: 0...6)
    self.mean = mean
  }

  /// The raw NPS, 100 × (promoters − detractors) / n: the figure to show.
  public var score: Double { 100 * Double(promoters - detractors) / Double(n) }

  /// The variance of one answer counted as 1, 0 or −1: p + d − (p − d)², 0...1.
  ///
  /// Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70
  /// (2016).
  public var variance: Double {
    Self.variance(promoters: Double(promoters), detractors: Double(detractors), n: Double(n))
  }

  /// The plain standard error, 100 × √(variance / n), in points.
  public var standardError: Double { 100 * (variance / Double(n)).squareRoot() }

  /// The plain Wald interval, not clipped.
  ///
  /// Only for comparison: it covers far too little in small samples.
  public func wald(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = NormalDistribution.critical(confidence: confidence) * standardError
    return ConfidenceInterval(low: score - margin, high: score + margin)
  }

  // MARK: Adjusted Wald

  /// The centre of the adjusted Wald interval, in points: ¾ is added to promoters and detractors, 3 to n.
  ///
  /// Source: Rocks (2016), the adjusted Wald interval; J. Sauro, measuringu.com/nps-confidence-intervals.
  public var adjustedCentre: Double { 100 * Double(promoters - detractors) / (Double(n) + 3) }

  /// The standard error of the adjusted Wald interval, in points.
  public var adjustedStandardError: Double {
    let n = Double(n) + 3
    let variance = Self.variance(
      promoters: Double(promoters) + 0.75, detractors: Double(detractors) + 0.75, n: n)
    return 100 * (variance / n).squareRoot()
  }

  /// Half the width of the adjusted Wald interval before it is clipped, in points.
  public func marginOfError(confidence: Double = 0.95) -> Double {
    NormalDistribution.critical(confidence: confidence) * adjustedStandardError
  }

  /// The adjusted Wald interval, clipped to −100...100: the interval to show. Drawn towards 0 as it is, that of fewer than ten
  /// answers, which are not shown, may leave the score itself out.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = marginOfError(confidence: confidence)
    return ConfidenceInterval(low: adjustedCentre - margin, high: adjustedCentre + margin)
      .clipped(to: -100...100)
  }

  /// What to say of the sample, by the adjusted Wald margin.
  public var warnings: [SampleWarning] { SampleWarning.rule(n: n, marginOfError: marginOfError()) }

  private static func variance(promoters: Double, detractors: Double, n: Double) -> Double {
    let p = promoters / n
    let d = detractors / n
    return max(0, p + d - (p - d) * (p - d))
  }
}
