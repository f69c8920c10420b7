import VocDomain

/// A stretch of time up to now: "Últimos 56 días", "Last hour".
enum LastPeriod {
  /// In the largest unit of which it is a whole number; from minutes on.
  static func text(_ seconds: Int64, in numbers: NumberStyle) -> String {
    let (unit, phrase) = units.first { seconds % $0.seconds == 0 } ?? units[units.count - 1]
    return phrase(Int(seconds / unit), in: numbers)
  }

  private static let units: [(seconds: Int64, phrase: CountedPhrase)] = [
    (
      Seconds.day,
      CountedPhrase(
        one: Phrase(es: "Último día", en: "Last day"),
        other: Phrase(es: "Últimos {n} días", en: "Last {n} days"))
    ),
    (
      Seconds.hour,
      CountedPhrase(
        one: Phrase(es: "Última hora", en: "Last hour"),
        other: Phrase(es: "Últimas {n} horas", en: "Last {n} hours"))
    ),
    (
      Seconds.minute,
      CountedPhrase(
        one: Phrase(es: "Último minuto", en: "Last minute"),
        other: Phrase(es: "Últimos {n} minutos", en: "Last {n} minutes"))
    ),
  ]
}
