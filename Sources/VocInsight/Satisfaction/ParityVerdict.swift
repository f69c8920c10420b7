/// What can be said of a channel beside the best one.
///
/// No demonstrable difference is not parity: few answers never show any. Parity must be shown too, by an
/// interval that holds equivalent ratios only. Source: D. J. Schuirmann, "A Comparison of the Two One-Sided
/// Tests Procedure…", Journal of Pharmacokinetics and Biopharmaceutics 15 (1987); four fifths, 29 CFR 1607.4
/// D.
public enum ParityVerdict: String, CaseIterable, Sendable {
  /// The interval of the ratio to the best lies inside 0.8...1.25 ("paridad").
  case parity
  /// The ratio lies outside 0.8...1.25 and q < 0.05 ("brecha").
  case gap
  /// Neither is shown ("no concluyente").
  case inconclusive

  /// The ratios that count as equal.
  public static let equivalence = 0.8...1.25

  static func of(ratio: Double?, interval: ConfidenceInterval?, q: Double) -> ParityVerdict {
    if let interval, equivalence.contains(interval.low), equivalence.contains(interval.high) {
      return .parity
    }
    if let ratio, !equivalence.contains(ratio), q < 0.05 { return .gap }
    return .inconclusive
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  static func together(_ verdicts: [ParityVerdict]) -> ParityVerdict {
    if verdicts.contains(.gap) { return .gap }
    return verdicts.contains(.inconclusive) || verdicts.isEmpty ? .inconclusive : .parity
  }
}
