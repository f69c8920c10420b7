import VocDesk
import VocDomain

extension Cue {
  /// What people call it.
  var phrase: Phrase {
    switch self {
    case .urgency: Phrase(es: "urgencia", en: "urgency")
    case .complaint: Phrase(es: "queja", en: "complaint")
    case .legal: Phrase(both: "legal")
    case .churn: Phrase(es: "fuga", en: "churn")
    case .competitor: Phrase(es: "competencia", en: "competitor")
    case .praise: Phrase(es: "elogio", en: "praise")
    case .repeatContact: Phrase(es: "recontacto", en: "contacted before")
    }
  }
}

extension Desk.CueLine {
  /// "legal «abogado», «demanda»", unescaped; the first three words.
  func text(_ language: Language) -> String {
    let quoted = words.prefix(3).map { language == .es ? "«\($0)»" : "“\($0)”" }
    return ([cue.phrase(language)] + [quoted.joined(separator: ", ")]).joined(separator: " ")
      + (words.count > 3 ? "…" : "")
  }

  var json: JSON {
    .object([
      .init("cue", .string(cue.rawValue)), .init("points", .int(Int64(points))),
      .init("words", .array(words.map(JSON.string))),
      .init("messages", .array(messageIDs.map(JSON.int))),
    ])
  }
}
