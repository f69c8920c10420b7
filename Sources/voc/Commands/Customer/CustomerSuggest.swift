import VocDesk
import VocDomain

/// `voc customer suggest`
enum CustomerSuggest {
  static let verb = Verb(
    words: ["customer", "suggest"],
    summary: Phrase(
      es: "Sugiere qué clientes pueden ser la misma persona", en: "Suggests which customers may be one person"
    ),
    details: Phrase(
      es:
        "Lo más seguro va primero. Los une «voc customer merge»; a quien se separó no se le vuelve a sugerir.",
      en: "The surest come first. “voc customer merge” joins them; those told apart are not suggested again."),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos pares como máximo (30)", en: "how many pairs at the most (30)"))
    ],
    jsonFields: listing.fields,
    isListing: true, examples: ["voc customer suggest --limit 10"],
    run: { invocation in
      let limit = try invocation.limit(30)
      let pairs = try invocation.desk(for: .reading).suggestions(limit: limit + 1)
      if pairs.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(es: "Ningún par parece la misma persona.", en: "No two customers look like one person."))
      }
      listing.write(pairs.prefix(limit), for: invocation)
      if pairs.count > limit { invocation.noticeMore() }
      return .ok
    })

  private static let listing = Listing<Desk.CustomerSuggestion>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.customer.id) },
      cell: { item, _ in .init("#\(item.customer.id)") }),
    .init(
      name: "other_id", header: Phrase(es: "y", en: "and"), alignment: .right, value: { .int($0.other.id) },
      cell: { item, _ in .init("#\(item.other.id)") }),
    .init(
      name: "name", header: Phrase(es: "Cliente", en: "Customer"), isFlexible: true,
      value: { .string($0.customer.name) }),
    .init(
      name: "other_name", header: Phrase(es: "Otro", en: "Other"), isFlexible: true,
      value: { .string($0.other.name) }),
    .init(
      name: "confidence", header: Phrase(es: "Seguridad", en: "Confidence"),
      value: { .string($0.confidence.rawValue) },
      cell: { item, invocation in .init(item.confidence.phrase(invocation.language)) }),
    .init(
      name: "reason", header: Phrase(es: "Por qué", en: "Why"), value: { .string($0.reason.rawValue) },
      cell: { item, invocation in .init(item.reason.phrase(invocation.language)) }),
    .init(
      name: "shared", header: Phrase(es: "Qué comparten", en: "What they share"), isFlexible: true,
      isIdle: { $0.shared == nil }, value: { JSON($0.shared) }),
  ])
}

extension Desk.CustomerSuggestion.Confidence {
  var phrase: Phrase {
    switch self {
    case .high: Phrase(es: "alta", en: "high")
    case .medium: Phrase(es: "media", en: "medium")
    case .low: Phrase(es: "baja", en: "low")
    }
  }
}

extension Desk.CustomerSuggestion.Reason {
  var phrase: Phrase {
    switch self {
    case .sameRecord: Phrase(es: "un mismo registro", en: "one record")
    case .sameNumber: Phrase(es: "mismo teléfono, otro nombre", en: "same number, other name")
    case .similarNumber: Phrase(es: "teléfono parecido", en: "similar number")
    case .sameName: Phrase(es: "mismo nombre", en: "same name")
    }
  }
}
