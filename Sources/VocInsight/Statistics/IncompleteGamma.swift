import Foundation

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
///
/// Source: Press et al., Numerical Recipes, 3rd ed., section 6.2: the series for x < a + 1, Lentz's
/// continued fraction above, each where it converges fast and loses no digits.
public enum IncompleteGamma {
  /// P(a, x) for a > 0 and x >= 0, 0...1.
  public static func lower(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "P(a, x) is defined for a > 0 and x >= 0")
    if x == 0 { return 0 }
    return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
  }

  /// Q(a, x) for a > 0 and x >= 0, 0...1; keeps its relative accuracy where it is tiny.
  public static func upper(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "Q(a, x) is defined for a > 0 and x >= 0")
    if x == 0 { return 1 }
    return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
  }

  private static func front(_ a: Double, _ x: Double) -> Double {
    exp(-x + a * log(x) - logGamma(a))
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    for step in 1...Continued.longest {
      term *= x / (a + Double(step))
      sum += term
      if abs(term) < abs(sum) * Continued.precision { break }
    }
    return sum * front(a, x)
  }

  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1 / Continued.tiny
    var d = 1 / b
    var h = d
    for step in 1...Continued.longest {
      let i = Double(step)
      let an = -i * (i - a)
      b += 2
      d = 1 / Continued.awayFromZero(an * d + b)
      c = Continued.awayFromZero(b + an / c)
      h *= d * c
      if abs(d * c - 1) < Continued.precision { break }
    }
    return front(a, x) * h
  }
}

/// When a series or a continued fraction has converged.
enum Continued {
  static let precision = 1e-16
  static let tiny = 1e-300
  /// The terms needed grow with the square root of the parameters: this is enough for ten million answers.
  static let longest = 20_000

  static func awayFromZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
}

/// ln of the gamma function, for positive arguments.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// The chi-square distribution.
public enum ChiSquare {
  /// P(X > x) with `degrees` degrees of freedom (> 0).
  ///
  /// Source: Abramowitz & Stegun, 26.4.19: Q(degrees / 2, x / 2).
  public static func upperTail(_ x: Double, degrees: Double) -> Double {
    x <= 0 ? 1 : IncompleteGamma.upper(degrees / 2, x / 2)
  }
}
