import VocDesk
import VocDomain

/// `voc report topics`
enum ReportTopics {
  static let verb = Verb(
    words: ["report", "topics"],
    summary: Phrase(
      es: "De qué tratan los tickets y qué va asociado a la satisfacción",
      en: "What tickets are about, and what goes along with satisfaction"),
    details: Phrase(
      es:
        "Etiquetas y causas por número de tickets, con su parte acumulada, y la CSAT de los tickets con y sin cada una. Es asociación, no causa. Se muestra con 10 respuestas o más; lo que no se distingue del azar entre tantas comparaciones va marcado. Aparte, hasta ocho facetas a la vez: lo que fue fuera de plazo, reabierto, traspasado o llegado de noche o en fin de semana, los canales mayores y el tema demostrable de más impacto, con el peso que queda a cada una cuando nada se cuenta dos veces.",
      en:
        "Tags and causes by number of tickets, with their cumulative share, and the CSAT of tickets with and without each. It is association, not cause. Shown from 10 answers on; what cannot be told from chance among so many comparisons is marked. Besides, up to eight facets at once: what was late, reopened, transferred or came at night or on a weekend, the biggest channels and the demonstrable topic of most impact, with the weight that is left to each when nothing is counted twice."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: TopicsSheet.tables),
    jsonFields: ["since", "until", "zone", "filter", "tickets", "csat", "explained", UnfinishedImports.key]
      + TopicsSheet.tables,
    examples: [
      "voc report topics --since 2026-09", "voc report topics channel:whatsapp --table drivers --csv",
    ],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let report = try invocation.desk(for: .reading).topics(
          since: period.since, until: period.until, matching: filter,
          withFacets: showsFacets(invocation))
        return TopicsSheet(report: report, invocation: invocation).sheet
      }
    })

  /// Whether anything is shown that the facets are computed for.
  static func showsFacets(_ invocation: Invocation) -> Bool {
    ReportOutput(invocation: invocation).shows("facets", orAny: ["explained"])
  }
}
