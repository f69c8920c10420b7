/// The binomial distribution: how many of `trials` succeed, each with the same probability.
enum BinomialDistribution {
  /// P(X <= k), for a probability inside 0..<1.
  ///
  /// Source: Abramowitz & Stegun, 26.5.24: I_{1-p}(n - k, k + 1).
  static func cumulative(_ k: Int, trials: Int, probability: Double) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return BetaDistribution.cumulative(1 - probability, a: Double(trials - k), b: Double(k) + 1)
  }

  /// The smallest k with P(X <= k) >= `target`.
  static func quantile(_ target: Double, trials: Int, probability: Double) -> Int {
    var low = 0
    var high = trials
    while low < high {
      let middle = low + (high - low) / 2
      if cumulative(middle, trials: trials, probability: probability) >= target {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
