import VocDesk
import VocDomain

extension CustomerReport.Band {
  /// Of signs of risk.
  var phrase: Phrase {
    switch self {
    case .high: Phrase(es: "altas", en: "high")
    case .medium: Phrase(es: "medias", en: "medium")
    case .low: Phrase(es: "bajas", en: "low")
    }
  }
}

extension Customer.Stage {
  /// Of a table, where the line is about customers.
  var stagePhrase: Phrase {
    switch self {
    case .land: Phrase(es: "llegada", en: "land")
    case .adopt: Phrase(es: "adopción", en: "adopt")
    case .expand: Phrase(es: "expansión", en: "expand")
    case .renew: Phrase(es: "renovación", en: "renew")
    }
  }
}

extension CustomerReport.Sign {
  /// A customer with it is less likely to leave.
  var speaksForStaying: Bool {
    switch self {
    case .promoter, .resolvedAtFirst: true
    default: false
    }
  }

  /// What programs know it by.
  var code: String {
    switch self {
    case .detractor: "last_nps_detractor"
    case .promoter: "promoter"
    case .fallingScore: "nps_drop_ge3"
    case .badSatisfaction: "last_csat_bad"
    case .overdue: "open_overdue"
    case .reopened: "reopened_30d"
    case .manyContacts: "contacts_30d_ge3"
    case .silent: "silent_90d"
    case .resolvedAtFirst: "resolved_first"
    case .churnPhrase: "churn_phrase"
    case .competitor: "competitor"
    case .legalThreat: "legal"
    }
  }

  func phrase(_ numbers: NumberStyle) -> String {
    func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
      phrase(numbers.language, values)
    }
    func number(_ n: Int) -> [String: String] { ["n": numbers.integer(n)] }
    switch self {
    case .detractor(let score):
      return say(Phrase(both: "NPS {n}"), ["n": "\(score)"])
    case .promoter(let score):
      return say(Phrase(both: "NPS {n}"), ["n": "\(score)"])
    case .fallingScore(let from, let to):
      return say(
        Phrase(es: "bajó de NPS {from} a {to}", en: "fell from NPS {from} to {to}"),
        ["from": "\(from)", "to": "\(to)"])
    case .badSatisfaction(let score):
      return say(Phrase(both: "CSAT {n}"), ["n": "\(score)"])
    case .overdue(let n):
      return CustomerReport.Sign.overdueTickets(n, in: numbers)
    case .reopened(let days):
      return say(Phrase(es: "reabierto hace {n} d", en: "reopened {n} d ago"), number(days))
    case .manyContacts(let n):
      return say(Phrase(es: "{n} contactos en 30 d", en: "{n} contacts in 30 d"), number(n))
    case .silent(let days): return say(Phrase(es: "callado {n} d", en: "silent for {n} d"), number(days))
    case .resolvedAtFirst:
      return say(
        Phrase(es: "resuelto a la primera", en: "solved at first contact"))
    case .churnPhrase: return say(Phrase(es: "dice que se va", en: "says they will leave"))
    case .competitor: return say(Phrase(es: "nombra a la competencia", en: "names a rival"))
    case .legalThreat: return say(Phrase(es: "habla de acciones legales", en: "speaks of the law"))
    }
  }

  private static let overdueTickets = CountedPhrase(
    one: Phrase(es: "{n} vencido", en: "{n} past due"), other: Phrase(es: "{n} vencidos", en: "{n} past due"))
}

/// Sentences of the report on customers that count them.
enum CustomerCounts {
  static let endangered = CountedPhrase(
    one: Phrase(
      es: "{n} cliente A con señales de riesgo altas.", en: "{n} A customer with high signs of risk."),
    other: Phrase(
      es: "{n} clientes A con señales de riesgo altas.", en: "{n} A customers with high signs of risk."))
  static let given = CountedPhrase(
    one: Phrase(
      es: "{n} cliente sin valor anotado está en la clase de su segmento, que es el que le dio el negocio.",
      en: "{n} customer without a value stands in the class of the segment that the business gave them."),
    other: Phrase(
      es:
        "{n} clientes sin valor anotado están en la clase de su segmento, que es el que les dio el negocio.",
      en: "{n} customers without a value stand in the class of the segment that the business gave them."))
  static let leftOut = CountedPhrase(
    one: Phrase(
      es: "Queda fuera {n} cliente que no es nadie en particular (números ocultos, anónimos).",
      en: "{n} customer is left out who is nobody in particular (withheld numbers, anonymous)."),
    other: Phrase(
      es: "Quedan fuera {n} clientes que no son nadie en particular (números ocultos, anónimos).",
      en: "{n} customers are left out who are nobody in particular (withheld numbers, anonymous)."))
  static let unmeasured = CountedPhrase(
    one: Phrase(
      es: "De {n} ticket de antes de esta versión no se sabe si se reabrió: «voc reindex service» lo mide.",
      en:
        "Of {n} ticket from before this version nobody knows whether it was reopened: “voc reindex service” measures it."
    ),
    other: Phrase(
      es:
        "De {n} tickets de antes de esta versión no se sabe si se reabrieron: «voc reindex service» los mide.",
      en:
        "Of {n} tickets from before this version nobody knows whether they were reopened: “voc reindex service” measures them."
    ))
}
