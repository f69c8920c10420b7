/// How often something happens in one stretch against another: the ratio of two rates of counted events.
public struct RateRatio: Equatable, Sendable {
  /// Events and the time in which they happened, in any one unit.
  public let earlier: (count: Int, time: Double)
  public let later: (count: Int, time: Double)

  /// Nil where nothing happened in either, or a stretch is none.
  public init?(earlier: (count: Int, time: Double), later: (count: Int, time: Double)) {
    guard earlier.count >= 0, later.count >= 0, earlier.count + later.count > 0, earlier.time > 0,
      later.time > 0, earlier.time.isFinite, later.time.isFinite
    else { return nil }
    (self.earlier, self.later) = (earlier, later)
  }

  public static func == (left: RateRatio, right: RateRatio) -> Bool {
    left.earlier == right.earlier && left.later == right.later
  }

  /// The later rate over the earlier; nil where nothing happened earlier.
  public var ratio: Double? {
    earlier.count == 0 ? nil : Double(later.count) / later.time / (Double(earlier.count) / earlier.time)
  }

  /// The exact interval: both counts as Poisson, the later one binomial given their sum. `high` is infinite where nothing
  /// happened earlier.
  ///
  /// Source: J. Przyborowski & H. Wilenski, "Homogeneity of Results in Testing Samples from Poisson Series",
  /// Biometrika 31 (1940); with the bounds of Clopper & Pearson.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval? {
    let part = Proportion(later.count, of: earlier.count + later.count)
    guard let bounds = part.clopperPearson(confidence: confidence) else { return nil }
    func ratio(_ share: Double) -> Double {
      share >= 1 ? .infinity : share / (1 - share) * earlier.time / later.time
    }
    return ConfidenceInterval(low: ratio(bounds.low), high: ratio(bounds.high))
  }
}
