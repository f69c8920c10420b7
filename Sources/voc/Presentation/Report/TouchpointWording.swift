import VocDesk

/// The words for the steps of a journey; those of imported histories stand as they are.
enum TouchpointWording {
  static let phrases: [String: Phrase] = [
    "customer_message": Phrase(es: "mensaje del cliente", en: "customer’s message"),
    "agent_reply": Phrase(es: "respuesta del agente", en: "agent’s reply"),
    "bot_reply": Phrase(es: "respuesta del bot", en: "bot’s reply"),
    "call": Phrase(es: "llamada contestada", en: "answered call"),
    "missed_call": Phrase(es: "llamada perdida", en: "missed call"),
    "call_attempt": Phrase(es: "intento de llamada", en: "call attempt"),
    "created": Phrase(es: "creado", en: "created"),
    "assigned": Phrase(es: "asignado", en: "assigned"),
    "released": Phrase(es: "liberado", en: "released"),
    "solved": Phrase(es: "resuelto", en: "solved"),
    "reopened": Phrase(es: "reabierto", en: "reopened"),
    "closed": Phrase(es: "cerrado", en: "closed"),
    "no_reply": Phrase(es: "no necesita respuesta", en: "needs no reply"),
    "status:open": Phrase(es: "retomado", en: "taken up again"),
    "status:pending": Phrase(es: "pendiente", en: "pending"),
    "status:hold": Phrase(es: "en espera", en: "on hold"),
  ]

  /// Where many stand in a row, whoever spoke is enough.
  private static let brief: [String: Phrase] = [
    "customer_message": Phrase(es: "cliente", en: "customer"),
    "agent_reply": Phrase(es: "agente", en: "agent"),
    "bot_reply": Phrase(both: "bot"),
    "call": Phrase(es: "llamada", en: "call"),
  ]

  static func briefText(_ activity: String, _ language: Language) -> String {
    brief[activity]?(language) ?? text(activity, language)
  }

  static func text(_ activity: String, _ language: Language) -> String {
    phrases[activity]?(language) ?? activity
  }

  static func value(_ activity: String, _ language: Language) -> ReportValue {
    phrases[activity].map { .word(code: activity, shown: $0(language)) } ?? .text(activity)
  }
}

extension JourneyReport.ReworkKind {
  var phrase: Phrase {
    switch self {
    case .repeated: Phrase(es: "repite un paso", en: "repeats a step")
    case .selfLoop: Phrase(es: "un paso, y otra vez el mismo", en: "a step, and the same again")
    case .pingPong: Phrase(es: "ida y vuelta entre dos pasos", en: "back and forth between two steps")
    case .handedBack: Phrase(es: "vuelve a un agente anterior", en: "back to a former agent")
    case .reopened: Phrase(es: "reabierto", en: "reopened")
    }
  }
}
