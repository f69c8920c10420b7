/// The words for the values of a closed set: of each value the name first, then what else people call it.
struct FilterWords<Value: Sendable>: Sendable {
  let names: [String]
  private let values: [String: Value]
  private let nameOf: [String: String]

  init(_ table: [(value: Value, words: String)]) {
    var names: [String] = []
    var values: [String: Value] = [:]
    var nameOf: [String: String] = [:]
    for (value, words) in table {
      let words = words.split(separator: " ").map(String.init)
      names.append(words[0])
      for word in words {
        values[Folding.folded(word)] = value
        nameOf[Folding.folded(word)] = words[0]
      }
    }
    self.names = names
    self.values = values
    self.nameOf = nameOf
  }

  /// The value that a word means; "en espera" is written "en-espera" in the tables.
  func value(_ word: String) -> Value? { values[key(word)] }

  /// The names that somebody probably meant.
  func nearest(to word: String) -> [String] {
    if let name = nameOf[key(word)] { return [name] }
    var found: [String] = []
    for near in Nearest.names(to: key(word), among: Array(nameOf.keys)) {
      if let name = nameOf[near], !found.contains(name) { found.append(name) }
    }
    return found
  }

  private func key(_ word: String) -> String {
    Folding.folded(word).split(separator: " ").joined(separator: "-")
  }
}

extension FilterWords where Value == Ticket.Status {
  static let statuses = FilterWords([
    (.new, "new nuevo nueva nuevos nuevas"), (.open, "open abierto abierta abiertos abiertas"),
    (.pending, "pending pendiente pendientes"), (.hold, "hold on-hold espera en-espera"),
    (.solved, "solved resuelto resuelta resueltos resueltas"),
    (.closed, "closed cerrado cerrada cerrados cerradas"),
  ])
}

extension FilterWords where Value == Ticket.Priority {
  static let priorities = FilterWords([
    (.low, "low baja"), (.normal, "normal"), (.high, "high alta"), (.urgent, "urgent urgente"),
  ])
}

extension FilterWords where Value == Customer.Segment {
  static let segments = FilterWords([(.a, "A"), (.b, "B"), (.c, "C")])
}

extension FilterWords where Value == Customer.Stage {
  static let stages = FilterWords(Customer.Stage.allCases.map { ($0, $0.rawValue) })
}

extension FilterWords where Value == TicketFilter.State {
  static let states = FilterWords([
    (.waiting, "waiting esperando"), (.unassigned, "unassigned sin-asignar"),
    (.unsolved, "unsolved sin-resolver"), (.breached, "breached incumplido vencido"),
    (.promised, "promised prometido prometida prometidos prometidas"),
    (.followUp, "follow-up seguimiento seguimientos followup follow-ups"),
  ])
}

extension FilterWords where Value == Cue {
  static let cues = FilterWords([
    (.urgency, "urgency urgencia urgente urgent"), (.complaint, "complaint queja reclamo reclamacion"),
    (.legal, "legal abogado"), (.churn, "churn fuga baja cancelacion"),
    (.competitor, "competitor competencia competidor"), (.praise, "praise elogio felicitacion"),
    (.repeatContact, "repeat_contact recontacto reincidencia repeat-contact"),
  ])
}

extension FilterWords where Value == SentimentLabel {
  static let moods = FilterWords([
    (.negative, "negative negativo negativa malo mal"), (.positive, "positive positivo positiva bueno bien"),
  ])
}

extension FilterWords where Value == TicketFilter.Field {
  /// Only the names are fields; the other words are there to propose the name.
  static let fields = FilterWords([
    (.id, "id numero number ticket"), (.status, "status estado state"), (.priority, "priority prioridad"),
    (.channel, "channel canal"), (.queue, "queue cola"),
    (.assignee, "assignee asignado asignada agente agent responsable"),
    (.customer, "customer cliente client contacto contact"), (.segment, "segment segmento"),
    (.stage, "stage etapa"), (.language, "language idioma lengua lang"), (.country, "country pais"),
    (.tag, "tag etiqueta label tags"), (.cause, "cause causa motivo reason"),
    (.cue, "cue senal indicio signal"), (.mood, "mood animo tono sentimiento sentiment"),
    (.created, "created creado creada"), (.updated, "updated actualizado actualizada modificado"),
    (.waiting, "waiting espera esperando"), (.due, "due vence vencimiento plazo"),
    (.solved, "solved resuelto resuelta"), (.state, "is es esta"),
  ])
}

extension TicketFilter {
  /// Whether a word asks for tickets without the field.
  static func meansNone(_ word: String) -> Bool {
    ["none", "ninguno", "ninguna"].contains(Folding.folded(word))
  }
}
