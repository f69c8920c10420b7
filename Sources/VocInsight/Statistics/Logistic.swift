import Foundation

/// The logistic function, without overflow.
enum Logistic {
  /// 1 / (1 + e^−x), 0...1.
  static func probability(_ logit: Double) -> Double {
    if logit >= 0 { return 1 / (1 + exp(-logit)) }
    let odds = exp(logit)
    return odds / (1 + odds)
  }

  /// ln(1 + e^x).
  static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
}
