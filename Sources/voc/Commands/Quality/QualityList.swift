import VocDesk
import VocDomain

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
      let limit = try invocation.limit(30)
      let judged = try invocation.desk(for: .reading).judgements(
        ofTicket: try invocation.string("--ticket").map(TicketNumbers.one),
        ofAgent: invocation.string("--agent"), period: period,
        limit: limit + 1)
      if judged.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay evaluaciones; «voc qa score» anota la primera.",
            en: "There are no judgements; “voc qa score” keeps the first."))
      }
      listing.write(judged.prefix(limit), for: invocation)
      if judged.count > limit { invocation.noticeMore() }
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
      value: { .hundredths($0.percent) },
      cell: { judged, invocation in .init(invocation.numbers.percent(judged.percent / 100)) }),
    .init(
      name: "marks", header: Phrase(es: "Notas", en: "Marks"),
      value: { judged in
        .object(judged.marks.map { .init($0.item.key, .int(Int64($0.mark))) })
      },
      plain: { judged in judged.marks.map { "\($0.item.key)=\($0.mark)" }.joined(separator: " ") },
      cell: { judged, invocation in
        .init(
          judged.marks.map { "\($0.item.shown(invocation.language)) \($0.mark)" }.joined(separator: ", "))
      }),
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

extension Desk.JudgedTicket {
  /// The items that got a mark, in the order of the card.
  fileprivate var marks: [(item: QualityCard.Item, mark: Int)] {
    card.items.enumerated().compactMap { place, item in score.marks[place].map { (item, $0) } }
  }
}
