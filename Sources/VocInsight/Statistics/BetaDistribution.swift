import Foundation

/// The beta distribution, by the regularised incomplete beta function.
public enum BetaDistribution {
  /// P(X <= x), the regularised incomplete beta function I_x(a, b), for a, b > 0; 0...1.
  ///
  /// Source: Press et al., Numerical Recipes, 3rd ed., section 6.4: Lentz's continued fraction, on the side
  /// of the mean where it converges fast.
  public static func cumulative(_ x: Double, a: Double, b: Double) -> Double {
    precondition(a > 0 && b > 0, "the beta distribution has positive parameters")
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(logDensity(x, a: a, b: b)) * x * (1 - x)
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a
      : 1 - front * continuedFraction(1 - x, b, a) / b
  }

  /// The x with P(X <= x) = `probability`, for a, b > 0; 0...1, nil for a probability outside 0...1.
  ///
  /// Newton's steps on the cumulative distribution, each held inside a bracket that bisection narrows.
  public static func quantile(_ probability: Double, a: Double, b: Double) -> Double? {
    precondition(a > 0 && b > 0, "the beta distribution has positive parameters")
    guard (0...1).contains(probability) else { return nil }
    if probability == 0 || probability == 1 { return probability }
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    for _ in 0..<200 {
      let error = cumulative(x, a: a, b: b) - probability
      if error == 0 { return x }
      if error > 0 { high = x } else { low = x }
      let newton = x - error / exp(logDensity(x, a: a, b: b))
      let next = newton > low && newton < high ? newton : bisect(low, high)
      if abs(next - x) <= 1e-16 * max(x, 1e-290) || high - low <= 1e-16 * low { return next }
      x = next
    }
    return x
  }

  /// The middle, geometric while the bracket spans orders of magnitude: a tiny quantile is then found soon.
  private static func bisect(_ low: Double, _ high: Double) -> Double {
    if low == 0 { return high < 1e-3 ? high * high : high / 2 }
    return high > 16 * low ? (low * high).squareRoot() : (low + high) / 2
  }

  private static func logDensity(_ x: Double, a: Double, b: Double) -> Double {
    logGamma(a + b) - logGamma(a) - logGamma(b) + (a - 1) * log(x) + (b - 1) * log1p(-x)
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / Continued.awayFromZero(1 - (a + b) * x / (a + 1))
    var h = d
    for step in 1...Continued.longest {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / Continued.awayFromZero(1 + even * d)
      c = Continued.awayFromZero(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / Continued.awayFromZero(1 + odd * d)
      c = Continued.awayFromZero(1 + odd / c)
      h *= d * c
      if abs(d * c - 1) < Continued.precision { break }
    }
    return h
  }
}

/// Student's t distribution.
public enum StudentT {
  /// The t with P(T <= t) = `probability`, for `degrees` > 0; nil for a probability outside 0...1.
  ///
  /// Source: Abramowitz & Stegun, 26.7.1: P(|T| <= t) = I_y(1/2, degrees/2) with y = t² / (degrees + t²),
  /// solved on the complement in the far tail, where y is next to 1.
  public static func quantile(_ probability: Double, degrees: Double) -> Double? {
    guard (0...1).contains(probability) else { return nil }
    if probability < 0.5 { return quantile(1 - probability, degrees: degrees).map { -$0 } }
    if probability == 1 { return .infinity }
    let inside = 2 * probability - 1
    if inside < 0.99 {
      return BetaDistribution.quantile(inside, a: 0.5, b: degrees / 2).map {
        (degrees * $0 / (1 - $0)).squareRoot()
      }
    }
    return BetaDistribution.quantile(2 * (1 - probability), a: degrees / 2, b: 0.5).map {
      (degrees * (1 - $0) / $0).squareRoot()
    }
  }
}
