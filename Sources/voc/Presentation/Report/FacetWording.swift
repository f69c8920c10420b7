import VocDesk
import VocDomain

/// The words for what may be so of tickets, and for how to read how satisfaction goes along with it.
enum FacetWording {
  /// `{name}` is what somebody has named.
  static func phrase(for fact: TopicsReport.Fact) -> Phrase {
    switch fact {
    case .channel: Phrase(es: "canal {name}", en: "channel {name}")
    case .late: Phrase(es: "fuera de plazo", en: "late")
    case .reopened: Phrase(es: "reabierto", en: "reopened")
    case .transferred: Phrase(es: "traspasado", en: "transferred")
    case .nightOrWeekend: Phrase(es: "noche o fin de semana", en: "night or weekend")
    case .topic(.cause, _): Phrase(es: "causa {name}", en: "cause {name}")
    case .topic: Phrase(es: "etiqueta {name}", en: "tag {name}")
    }
  }

  /// What programs know it by; with the name it is one of a kind.
  static func code(of fact: TopicsReport.Fact) -> String {
    switch fact {
    case .channel: "channel"
    case .late: "late"
    case .reopened: "reopened"
    case .transferred: "transferred"
    case .nightOrWeekend: "night_or_weekend"
    case .topic(let kind, _): kind.rawValue
    }
  }

  static func given(_ fact: TopicsReport.Fact) -> String? {
    switch fact {
    case .channel(let name), .topic(_, let name): name
    case .late, .reopened, .transferred, .nightOrWeekend: nil
    }
  }

  static func phrase(for quadrant: Facet.Quadrant) -> Phrase {
    switch quadrant {
    case .keyWeakness: Phrase(es: "debilidad clave", en: "key weakness")
    case .keyStrength: Phrase(es: "fortaleza clave", en: "key strength")
    case .minorWeakness: Phrase(es: "debilidad menor", en: "minor weakness")
    case .minorStrength: Phrase(es: "fortaleza menor", en: "minor strength")
    }
  }

  static let notToldApart = Phrase(es: "no se distingue", en: "not told apart")
}
