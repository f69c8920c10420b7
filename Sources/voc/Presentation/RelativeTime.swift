import VocDomain

/// How far away a moment is, in one unit: "hace 5 min", "3 h ago", "en 2 días".
enum RelativeTime {
  static func text(_ instant: Instant, now: Instant, _ language: Language) -> String {
    let seconds = instant - now
    let distance = seconds.magnitude
    if distance < 60 { return Phrase(es: "ahora", en: "now")(language) }
    let amount = length(Int64(distance), language)
    return seconds < 0
      ? Phrase(es: "hace {amount}", en: "{amount} ago")(language, ["amount": amount])
      : Phrase(es: "en {amount}", en: "in {amount}")(language, ["amount": amount])
  }

  /// A length of time in its largest whole unit: "5 min", "3 h", "2 días", "4 meses".
  static func length(_ seconds: Int64, _ language: Language) -> String {
    let steps: [(seconds: Int64, one: Phrase, other: Phrase)] = [
      (365 * Seconds.day, Phrase(es: "año", en: "year"), Phrase(es: "años", en: "years")),
      (30 * Seconds.day, Phrase(es: "mes", en: "month"), Phrase(es: "meses", en: "months")),
      (Seconds.day, Phrase(es: "día", en: "day"), Phrase(es: "días", en: "days")),
      (Seconds.hour, Phrase(both: "h"), Phrase(both: "h")),
      (Seconds.minute, Phrase(both: "min"), Phrase(both: "min")),
    ]
    guard let step = steps.first(where: { seconds >= $0.seconds }) else { return "\(seconds) s" }
    let count = seconds / step.seconds
    return "\(count) \((count == 1 ? step.one : step.other)(language))"
  }
}
