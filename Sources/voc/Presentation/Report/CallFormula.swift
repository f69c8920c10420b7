import VocDesk
import VocDomain

/// What people call the formulas of a service level.
enum CallFormula {
  static func phrase(_ formula: ServiceLevelFormula) -> Phrase {
    switch formula {
    case .overOfferedWithoutShort:
      Phrase(
        es: "contestadas en 20 s ÷ (ofrecidas − abandonos de menos de 5 s)",
        en: "answered in 20 s ÷ (offered − abandoned under 5 s)")
    case .overOffered: Phrase(es: "contestadas en 20 s ÷ ofrecidas", en: "answered in 20 s ÷ offered")
    case .overAnswered: Phrase(es: "contestadas en 20 s ÷ contestadas", en: "answered in 20 s ÷ answered")
    case .overOfferedWithoutAbandonedInTime:
      Phrase(
        es: "contestadas en 20 s ÷ (ofrecidas − abandonos en 20 s)",
        en: "answered in 20 s ÷ (offered − abandoned in 20 s)")
    case .abandonedInTimeCountsAsMet:
      Phrase(
        es: "(contestadas + abandonos en 20 s) ÷ ofrecidas", en: "(answered + abandoned in 20 s) ÷ offered")
    }
  }
}
