/// The signs that a customer may leave, added up and read as a probability.
///
/// The weights are guesses of experts until at least 30 customers have left and they can be fitted anew: call
/// the figure signs of risk ("señales de riesgo"), and show its reasons.
public struct ChurnRisk: Equatable, Sendable {
  /// How much attention a risk asks for.
  public enum Band: String, CaseIterable, Comparable, Sendable {
    /// Under 0.15.
    case low
    /// Under 0.40.
    case medium
    case high

    /// Low comes before high.
    public static func < (left: Band, right: Band) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// The log odds of a customer of whom nothing is known: 4 % leave.
  public static let baseLogit = -3.2

  private let signals: ChurnSignals
  /// The log odds of leaving.
  public let logit: Double

  public init(_ signals: ChurnSignals) {
    self.signals = signals
    logit = ChurnRisk.byWeight.reduce(Self.baseLogit) { signals.contains($1) ? $0 + $1.weight : $0 }
  }

  /// The signals, from the one that speaks most for leaving to the one that speaks most against it.
  public var reasons: [ChurnSignal] { ChurnRisk.byWeight.filter(signals.contains) }

  /// The cases are declared by descending weight.
  private static let byWeight = ChurnSignal.allCases

  /// The probability of leaving, 0...1.
  public var risk: Double { Logistic.probability(logit) }

  public var band: Band {
    let risk = self.risk
    if risk < 0.15 { return .low }
    return risk < 0.4 ? .medium : .high
  }
}
