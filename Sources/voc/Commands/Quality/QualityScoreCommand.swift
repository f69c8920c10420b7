import VocDesk
import VocDomain

/// `voc qa score`
enum QualityScoreCommand {
  static let verb = Verb(
    words: ["qa", "score"],
    summary: Phrase(
      es: "Evalúa cómo un agente atendió un ticket", en: "Judges how well an agent served a ticket"),
    details: Phrase(
      es:
        "Cada punto de la pauta se califica de 1 (mal) a 5 (bien); el que no viene al caso se omite y no pesa. El resultado es el promedio ponderado: 0 % si todo es 1, 100 % si todo es 5. «voc qa card» muestra los puntos y sus pesos.",
      en:
        "Each item of the card gets 1 (bad) to 5 (good); one that does not apply is left out and weighs nothing. The result is the weighted mean: 0% if all are 1, 100% if all are 5. “voc qa card” shows the items and their weights."
    ),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el número del ticket", en: "the ticket’s number")),
    options: [
      Option(
        names: ["--item"], value: Phrase(es: "PUNTO=NOTA", en: "ITEM=MARK"), isRepeatable: true,
        isRequired: true,
        summary: Phrase(es: "un punto con su nota de 1 a 5", en: "an item with its mark of 1 to 5")),
      Option(
        names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"),
        summary: Phrase(
          es: "a quién se evalúa; si no se dice, quien lo tiene o respondió al final",
          en: "who is judged; unless given, who has it or replied last")),
      Option(
        names: ["--comment"], value: Phrase(es: "TEXTO", en: "TEXT"),
        summary: Phrase(es: "lo que hay que decir además", en: "what there is to say besides")),
    ],
    jsonFields: QualityList.listing.fields,
    examples: [
      "voc qa score 12 --item saludo=5 --item solucion=3 --comment \"Faltó confirmar la fecha\"",
      "voc qa score 12 --agent \"Lucía Fernández\" --item saludo=4",
    ],
    run: { invocation in
      let marks = try invocation.strings("--item").map { word in
        let pair = try NamedNumber.read(word, in: QualityCard.marks, none: nil)
        return (name: pair.name, mark: pair.number ?? 0)
      }
      let judged = try invocation.desk(for: .writing).judge(
        ticket: try TicketNumbers.one(invocation.positionals[0]), agent: invocation.string("--agent"),
        marks: marks, comment: invocation.string("--comment") ?? "",
        usual: .usual)
      QualityList.listing.write([judged], for: invocation)
      return .ok
    })
}
