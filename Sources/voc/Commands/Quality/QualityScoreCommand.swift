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
        usual: try QualityCard.usual(invocation.language))
      QualityList.listing.write([judged], for: invocation)
      return .ok
    })
}

/// `voc qa list`
enum QualityList {
  static let verb = Verb(
    words: ["qa", "list"],
    summary: Phrase(
      es: "Lista cómo se evaluaron los tickets, lo último primero",
      en: "Lists how tickets were judged, the newest first"),
    options: [
      Option(
        names: ["--ticket"], value: Phrase(es: "NÚMERO", en: "NUMBER"),
        summary: Phrase(es: "solo de este ticket", en: "only of this ticket")),
      Option(
        names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"),
        summary: Phrase(es: "solo de este agente", en: "only of this agent")),
      ReportOptions.since, ReportOptions.until,
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas a lo sumo (30)", en: "how many at most (30)")),
    ],
    jsonFields: listing.fields, isListing: true,
    examples: ["voc qa list --agent \"Lucía Fernández\" --since 2026-11", "voc qa list --ticket 12 --json"],
    run: { invocation in
      let period = try invocation.reportPeriod()
      let judged = try invocation.desk(for: .reading).judgements(
        ofTicket: try invocation.string("--ticket").map(TicketNumbers.one),
        ofAgent: invocation.string("--agent"), period: period,
        limit: try invocation.int("--limit", in: 1...1_000_000) ?? 30)
      if judged.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay evaluaciones; «voc qa score» anota la primera.",
            en: "There are no judgements; “voc qa score” keeps the first."))
      }
      listing.write(judged, for: invocation)
      return .ok
    })

  static let listing = Listing<Desk.JudgedTicket>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.score.id) }),
    .init(
      name: "ticket", header: Phrase(both: "Ticket"), alignment: .right, value: { .int($0.score.ticketID) },
      cell: { judged, _ in .init("#\(judged.score.ticketID)") }),
    .init(
      name: "agent", header: Phrase(es: "Agente", en: "Agent"), least: 8, value: { .string($0.agent) }),
    .init(
      name: "percent", header: Phrase(es: "Calidad", en: "Quality"), alignment: .right,
      value: { .double($0.percent) },
      cell: { judged, invocation in .init(invocation.numbers.percent(judged.percent / 100)) }),
    .init(
      name: "marks", header: Phrase(es: "Notas", en: "Marks"),
      value: { judged in
        .object(judged.marks.map { .init($0.name, .int(Int64($0.mark))) })
      },
      plain: { judged in judged.marks.map { "\($0.name)=\($0.mark)" }.joined(separator: " ") },
      cell: { judged, _ in .init(judged.marks.map { "\($0.name) \($0.mark)" }.joined(separator: ", ")) }),
    .init(
      name: "comment", header: Phrase(es: "Comentario", en: "Comment"), isFlexible: true,
      isIdle: { $0.score.comment.isEmpty }, value: { .string($0.score.comment) }),
    .init(
      name: "by", header: Phrase(es: "De", en: "By"), least: 8, rank: 1, value: { .string($0.score.actor) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), rank: 2, value: { TicketJSON.time($0.score.at) },
      cell: { judged, invocation in
        .init(RelativeTime.text(judged.score.at, now: invocation.world.now(), invocation.language))
      }),
  ])
}

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

extension Desk.JudgedTicket {
  /// The items that got a mark, in the order of the card.
  fileprivate var marks: [(name: String, mark: Int)] {
    card.items.enumerated().compactMap { place, item in score.marks[place].map { (item.name, $0) } }
  }
}
