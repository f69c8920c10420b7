import Foundation

/// How long things last where some have not ended yet, by the Kaplan-Meier estimate.
///
/// A ticket that is still open has lasted at least so long: leaving it out makes any median too short.
/// Source: E. L. Kaplan & P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the
/// American Statistical Association 53 (1958).
public struct KaplanMeier: Equatable, Sendable {
  /// One thing observed.
  public struct Observation: Equatable, Sendable {
    public let duration: Double
    /// Whether it ended after `duration`; otherwise it was still going on then (censored).
    public let hasEnded: Bool

    /// A duration in any unit, and whether it is final.
    public init(duration: Double, hasEnded: Bool) {
      self.duration = duration
      self.hasEnded = hasEnded
    }
  }

  /// A time at which something ended.
  public struct Step: Equatable, Sendable {
    public let time: Double
    /// The share estimated to last longer than `time`, 0..<1.
    public let survival: Double
    /// How many lasted at least until `time`.
    public let atRisk: Int
    /// How many ended at `time`.
    public let ended: Int
    /// Greenwood's sum up to `time`, the variance of `survival` over its square; infinite where nothing is
    /// left.
    let greenwood: Double
  }

  /// The observations counted, at least 1.
  public let n: Int
  /// The times at which something ended, ascending; empty where all are still going on.
  public let steps: [Step]

  /// Nil without observations; a duration that is not a number is left out.
  public init?(_ observations: some Sequence<Observation>) {
    let known = observations.filter { !$0.duration.isNaN }
    self.init(
      ended: CountedSample(counted: known.filter(\.hasEnded).map { ($0.duration, 1) }),
      goingOn: CountedSample(counted: known.filter { !$0.hasEnded }.map { ($0.duration, 1) }))
  }

  /// How long those lasted that have ended, and how long the others have lasted so far; nil of nothing.
  public init?(ended: CountedSample, goingOn: CountedSample) {
    n = ended.n + goingOn.n
    if n == 0 { return nil }
    var steps: [Step] = []
    var survival = 1.0
    var greenwood = 0.0
    var gone = 0
    var censored = goingOn.groups[...]
    for group in ended.groups {
      // What is censored at the very time of an end was still at risk then.
      while let first = censored.first, first.value < group.value {
        gone += first.count
        censored = censored.dropFirst()
      }
      let atRisk = n - gone
      survival *= 1 - Double(group.count) / Double(atRisk)
      greenwood += Double(group.count) / (Double(atRisk) * Double(atRisk - group.count))
      steps.append(
        Step(
          time: group.value, survival: survival, atRisk: atRisk, ended: group.count, greenwood: greenwood))
      gone += group.count
    }
    self.steps = steps
  }

  /// How many have ended.
  public var ended: Int { steps.reduce(0) { $0 + $1.ended } }

  /// The time by which half have ended; nil where that is not reached.
  public var median: Double? { quantile(0.5) }

  /// The first time by which at least a share `probability` has ended; nil where that is not reached, and for
  /// a probability that does not lie strictly between 0 and 1.
  public func quantile(_ probability: Double) -> Double? {
    guard probability > 0 && probability < 1 else { return nil }
    return steps.first { Self.reaches($0.survival, probability) }?.time
  }

  /// The interval of a quantile.
  ///
  /// Source: R. Brookmeyer & J. Crowley, "A Confidence Interval for the Median Survival Time", Biometrics 38
  /// (1982), on the log(-log) scale: J. P. Klein & M. L. Moeschberger, Survival Analysis, 2nd ed., section
  /// 4.5.
  public func quantileInterval(_ probability: Double, confidence: Double = 0.95) -> CensoredInterval {
    guard probability > 0 && probability < 1, confidence > 0 && confidence < 1
    else { return CensoredInterval(low: nil, high: nil) }
    let z = NormalDistribution.critical(confidence: confidence)
    let low = steps.first { Self.reaches($0.survivalBounds(z).low, probability) }
    let high = steps.first { Self.reaches($0.survivalBounds(z).high, probability) }
    return CensoredInterval(low: low?.time, high: high?.time)
  }

  /// 3/4 of 4/5 is 0.6 to a reader, and a hair more to the machine.
  private static func reaches(_ survival: Double, _ probability: Double) -> Bool {
    survival <= 1 - probability + 1e-12
  }
}

extension KaplanMeier.Step {
  /// The bounds of `survival` on the log(-log) scale; 0...1 where nothing is left, which says nothing of how
  /// long others may last.
  fileprivate func survivalBounds(_ z: Double) -> ConfidenceInterval {
    guard survival > 0, greenwood.isFinite else { return ConfidenceInterval(low: 0, high: 1) }
    let logarithm = log(survival)
    let spread = exp(z * greenwood.squareRoot() / -logarithm)
    return ConfidenceInterval(low: exp(logarithm * spread), high: exp(logarithm / spread))
  }
}
