import VocDomain

extension VocError {
  /// About the time at which somebody promises to come back to a customer.
  func promiseSentences(_ text: (Instant) -> String) -> Sentences {
    switch self {
    case .unreadableTime(let time):
      (
        Phrase(es: "«{time}» no es un momento", en: "“{time}” is no time"),
        Phrase(
          es: "Se escribe 2026-11-23T10:30, mañana, \"lunes 10:30\", 10:30, 2h o 3d",
          en: "Write 2026-11-23T10:30, tomorrow, \"monday 10:30\", 10:30, 2h or 3d"),
        ["time": time], .usage
      )
    case .timeHasPassed(let time, let moment):
      (
        Phrase(es: "«{time}» ya pasó: era el {when}", en: "“{time}” has passed: it was {when}"),
        Phrase(
          es: "Solo se promete para más adelante: 2h, mañana, \"lunes 10:30\"",
          en: "One promises for later only: 2h, tomorrow, \"monday 10:30\""),
        ["time": time, "when": text(moment)], .usage
      )
    default: preconditionFailure("not about a promised time: \(self)")
    }
  }
}
