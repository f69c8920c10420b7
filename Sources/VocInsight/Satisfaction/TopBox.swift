public import VocDomain

/// The share of favourable answers of a CSAT or CES survey, with their mean.
///
/// CSAT 1...5: top-2-box, 4 and 5 (Zendesk, "About CSAT ratings", maps 1–3 to bad and 4–5 to good). CES 2.0,
/// 1...7: 5 to 7, "at least somewhat agree" (Gartner, "What's Your Customer Effort Score?").
public struct TopBox: Equatable, Sendable {
  public let survey: SurveyKind
  /// The favourable answers of all.
  public let top: Proportion
  /// CSAT: the bottom-2-box, 1 and 2, of all; nil for CES, whose definition names no such box.
  public let bottom: Proportion?
  /// The mean in points of the scale.
  public let mean: Double
  /// With n − 1 in the denominator, in points; nil under two answers.
  public let standardDeviation: Double?

  /// Nil without answers, and for the NPS surveys, whose summary is `NetPromoter`.
  public init?(_ histogram: ScoreHistogram) {
    guard let mean = histogram.mean else { return nil }
    let n = histogram.n
    switch histogram.survey {
    case .csat:
      top = Proportion(histogram.count(in: 4...5), of: n)
      bottom = Proportion(histogram.count(in: 1...2), of: n)
    case .ces:
      top = Proportion(histogram.count(in: 5...7), of: n)
      bottom = nil
    case .nps, .enps:
      return nil
    }
    survey = histogram.survey
    self.mean = mean
    standardDeviation = histogram.standardDeviation
  }

  /// The answers counted, at least 1.
  public var n: Int { top.trials }

  /// The favourable share in percent, 0...100: the figure to show.
  public var percent: Double { 100 * Double(top.successes) / Double(top.trials) }

  /// The unfavourable share in percent, 0...100, where the survey defines it.
  public var bottomPercent: Double? { bottom?.share.map { 100 * $0 } }

  /// The Wilson score interval of `percent`, in percent.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let shares = top.wilson(confidence: confidence) ?? ConfidenceInterval(low: 0, high: 1)
    return shares.scaled(by: 100)
  }

  /// The t interval of the mean, clipped to the scale; nil under two answers.
  ///
  /// Equal scores give it no width, which says nothing of certainty: show `interval` beside it. Source:
  /// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.2.
  public func meanInterval(confidence: Double = 0.95) -> ConfidenceInterval? {
    precondition(confidence > 0 && confidence < 1, "a confidence level lies between 0 and 1")
    guard let standardDeviation,
      let t = StudentT.quantile((1 + confidence) / 2, degrees: Double(n - 1))
    else { return nil }
    let margin = t * standardDeviation / Double(n).squareRoot()
    let scale = survey.scale
    return ConfidenceInterval(low: mean - margin, high: mean + margin)
      .clipped(to: Double(scale.lowerBound)...Double(scale.upperBound))
  }

  /// What to say of the sample, by the half width of the Wilson interval.
  public var warnings: [SampleWarning] { SampleWarning.rule(n: n, marginOfError: interval().halfWidth) }
}
