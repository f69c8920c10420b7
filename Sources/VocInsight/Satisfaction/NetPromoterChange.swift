/// What changed between the NPS of two independent sets of answers, the earlier and the later.
///
/// Source: Rocks (2016), on the adjusted values of both; two-sided z test.
public struct NetPromoterChange: Equatable, Sendable {
  public let earlier: NetPromoter
  public let later: NetPromoter

  public init(from earlier: NetPromoter, to later: NetPromoter) {
    self.earlier = earlier
    self.later = later
  }

  /// The later raw NPS minus the earlier, in points of −200...200: the change to show.
  public var difference: Double { later.score - earlier.score }

  /// The later adjusted centre minus the earlier, in points.
  public var adjustedDifference: Double { later.adjustedCentre - earlier.adjustedCentre }

  /// The standard error of the adjusted difference, in points; above 0.
  public var standardError: Double {
    (earlier.adjustedStandardError * earlier.adjustedStandardError
      + later.adjustedStandardError * later.adjustedStandardError).squareRoot()
  }

  /// The z statistic of the adjusted difference.
  public var z: Double { adjustedDifference / standardError }

  /// The two-sided p value, 0...1.
  public var p: Double { NormalDistribution.twoSidedP(z) }

  /// The interval of the adjusted difference, in points.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = NormalDistribution.critical(confidence: confidence) * standardError
    return ConfidenceInterval(low: adjustedDifference - margin, high: adjustedDifference + margin)
      .clipped(to: -200...200)
  }

  /// Whether the interval leaves 0 out; a change that is not shown to be one is never coloured.
  public func isDemonstrable(confidence: Double = 0.95) -> Bool {
    !interval(confidence: confidence).contains(0)
  }

  /// The z of the raw values, nil where neither set varies.
  ///
  /// Only for comparison, as `NetPromoter.wald`.
  public var waldZ: Double? {
    let error =
      (earlier.standardError * earlier.standardError + later.standardError * later.standardError).squareRoot()
    return error == 0 ? nil : difference / error
  }
}
