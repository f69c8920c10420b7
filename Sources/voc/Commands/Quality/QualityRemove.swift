import VocDesk
import VocDomain

/// `voc qa remove`
enum QualityRemove {
  static let verb = Verb(
    words: ["qa", "remove"],
    summary: Phrase(es: "Retira una evaluación", en: "Takes a judgement back"),
    details: Phrase(
      es: "Deja de contar; el historial del ticket dice que la hubo.",
      en: "It counts no more; the ticket’s history tells that there was one."),
    positional: .init(
      name: Phrase(es: "EVALUACIÓN", en: "JUDGEMENT"), count: 1...1,
      summary: Phrase(es: "su número, como lo da «voc qa list»", en: "its number, as “voc qa list” has it"),
      completes: .anything),
    jsonFields: QualityList.listing.fields,
    examples: ["voc qa remove 3"],
    run: { invocation in
      guard let id = Int64(invocation.positionals[0].drop { $0 == "#" }) else {
        throw UsageError(
          Phrase(es: "«{word}» no es un número", en: "“{word}” is no number"),
          Phrase(es: "«voc qa list» los muestra", en: "“voc qa list” shows them"),
          ["word": invocation.positionals[0]])
      }
      QualityList.listing.write([try invocation.desk(for: .writing).removeJudgement(id)], for: invocation)
      return .ok
    })
}
