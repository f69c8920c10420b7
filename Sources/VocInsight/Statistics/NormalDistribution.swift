import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(Z > z), accurate far into the upper tail.
  ///
  /// Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.29, by libm's erfc.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// P(|Z| > |z|), the two-sided p value of a z statistic, 0...1.
  public static func twoSidedP(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The z with P(Z <= z) = `probability`; infinite at 0 and 1, nil outside 0...1.
  ///
  /// Source: P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function"
  /// (2003), relative error 1.15e-9, refined by one step of Halley's rational method with erfc as he
  /// proposes.
  public static func quantile(_ probability: Double) -> Double? {
    guard (0...1).contains(probability) else { return nil }
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    // The lower half only: near 1 the subtraction inside Halley's step would cancel.
    if probability > 0.5 { return -lowerHalfQuantile(1 - probability) }
    return lowerHalfQuantile(probability)
  }

  /// The z for which P(|Z| <= z) = `confidence`, 0..<1: 1.96 at 0.95.
  static func critical(confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence level lies between 0 and 1")
    return -lowerHalfQuantile((1 - confidence) / 2)
  }

  private static func lowerHalfQuantile(_ p: Double) -> Double {
    let z = p < 0.02425 ? tail(p) : centre(p)
    let error = 0.5 * erfc(-z / 2.0.squareRoot()) - p
    let step = error * (2 * Double.pi).squareRoot() * exp(z * z / 2)
    let refined = z - step / (1 + z * step / 2)
    return refined.isFinite ? refined : z
  }

  private static func tail(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    return polynomial(q, tailNumerator) / polynomial(q, tailDenominator)
  }

  private static func centre(_ p: Double) -> Double {
    let q = p - 0.5
    let r = q * q
    return polynomial(r, centreNumerator) * q / polynomial(r, centreDenominator)
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let centreNumerator = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  private static let centreDenominator = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
    6.680131188771972e+01, -1.328068155288572e+01, 1,
  ]
  private static let tailNumerator = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
  ]
  private static let tailDenominator = [
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1,
  ]
}
