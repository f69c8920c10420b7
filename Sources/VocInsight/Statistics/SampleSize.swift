/// How many answers a figure needs to be as precise as wanted.
///
/// Source: W. G. Cochran, Sampling Techniques, 3rd ed., chapter 4: n0 = z² × variance / margin², and
/// n0 / (1 + (n0 − 1) / N) of a finite base of N.
public struct SampleSize: Equatable, Sendable {
  /// The answers needed of an unlimited base, before rounding up.
  public let unlimited: Double
  /// The whole answers needed, at least 1 and never more than the base has people.
  public let answers: Int

  /// For an NPS, from the shares of promoters and detractors expected; (0.5, 0.5) is the worst case.
  ///
  /// Nil where the shares are not shares, the margin is not above 0 or the base is empty.
  ///
  /// - Parameters:
  ///   - margin: half the width of the interval wanted, in points of the NPS.
  ///   - base: how many could be asked; nil where they are too many to matter.
  public init?(
    promoters: Double, detractors: Double, margin: Double, base: Int? = nil, confidence: Double = 0.95
  ) {
    guard promoters >= 0, detractors >= 0, promoters + detractors <= 1 else { return nil }
    let difference = promoters - detractors
    self.init(
      variance: promoters + detractors - difference * difference, margin: margin / 100, base: base,
      confidence: confidence)
  }

  /// For a share such as CSAT, from the share expected; 0.5 is the worst case.
  ///
  /// - Parameter margin: half the width of the interval wanted, in percent.
  public init?(share: Double, margin: Double, base: Int? = nil, confidence: Double = 0.95) {
    guard (0...1).contains(share) else { return nil }
    self.init(variance: share * (1 - share), margin: margin / 100, base: base, confidence: confidence)
  }

  private init?(variance: Double, margin: Double, base: Int?, confidence: Double) {
    guard margin > 0, confidence > 0 && confidence < 1, (base ?? 1) >= 1 else { return nil }
    let z = NormalDistribution.critical(confidence: confidence)
    unlimited = z * z * max(0, variance) / (margin * margin)
    var needed = unlimited
    if let base, unlimited > 1 { needed = unlimited / (1 + (unlimited - 1) / Double(base)) }
    guard let whole = Int(exactly: needed.rounded(.up)) else { return nil }
    answers = min(max(1, whole), base ?? .max)
  }
}
