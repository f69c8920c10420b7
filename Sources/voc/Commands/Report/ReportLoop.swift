import VocDesk
import VocDomain

/// `voc report loop`
enum ReportLoop {
  static let verb = Verb(
    words: ["report", "loop"],
    summary: Phrase(
      es:
        "Si se llamó a los descontentos, si se corrigió lo que causaba tickets, y cómo estamos frente a competidores",
      en:
        "Whether the dissatisfied were called back, what caused tickets was done away with, and how we stand against competitors"
    ),
    details: Phrase(
      es:
        "Malas respuestas (NPS 0 a 6, CSAT 1 o 2) por fecha de respuesta: cuántas tienen seguimiento, cuántos seguimientos se cerraron y a tiempo, y si la respuesta siguiente del mismo cliente fue mejor. Causas: tickets por 30 días antes y después del día que marcó «voc cause fixed», 90 días como máximo a cada lado. Competidores: quién los nombra («voc competitor add»), cuánto más o menos que antes, y nuestra cifra frente a la publicada («voc benchmark add»).",
      en:
        "Bad answers (NPS 0 to 6, CSAT 1 or 2) by date of answer: how many have a follow-up, how many of those were closed and in time, and whether the same customer’s next answer was better. Causes: tickets in 30 days before and after the day that “voc cause fixed” marked, 90 days at most on either side. Competitors: who names them (“voc competitor add”), how much more or less than before, and our figure against the published one (“voc benchmark add”)."
    ),
    options: [ReportOptions.since, ReportOptions.until] + [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "cuántos seguimientos, causas y competidores listar (20)",
          en: "how many follow-ups, causes and competitors to list (20)"))
    ] + ReportOutput.options(tables: LoopSheet.tables),
    jsonFields: [
      "since", "until", "zone", "anonymous", "pending_count", "auto", "unread_texts", UnfinishedImports.key,
    ]
      + LoopSheet.tables,
    examples: [
      "voc report loop --since 2026-09", "voc report loop --table competitors --md",
      "voc report loop --table causes --csv",
    ],
    run: { invocation in
      try invocation.writeReportOfPeriod { period in
        let report = try invocation.desk(for: .reading).loopReport(
          since: period.since, until: period.until, limit: try invocation.limit(20))
        return LoopSheet(report: report, invocation: invocation).sheet
      }
    })
}
