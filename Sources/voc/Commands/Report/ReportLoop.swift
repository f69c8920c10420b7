import VocDesk
import VocDomain

/// `voc report loop`
enum ReportLoop {
  static let verb = Verb(
    words: ["report", "loop"],
    summary: Phrase(
      es: "Si se llamó a los descontentos, y si lo que causaba tickets se corrigió",
      en: "Whether the dissatisfied were called back, and whether what caused tickets was done away with"),
    details: Phrase(
      es:
        "Malas respuestas (NPS 0 a 6, CSAT 1 o 2) por fecha de respuesta: cuántas tienen seguimiento, cuántos seguimientos se cerraron y a tiempo, y si la respuesta siguiente del mismo cliente fue mejor. Causas: tickets por 30 días antes y después del día que marcó «voc cause fixed», 90 días como máximo a cada lado.",
      en:
        "Bad answers (NPS 0 to 6, CSAT 1 or 2) by date of answer: how many have a follow-up, how many of those were closed and in time, and whether the same customer’s next answer was better. Causes: tickets in 30 days before and after the day that “voc cause fixed” marked, 90 days at most on either side."
    ),
    options: [ReportOptions.since, ReportOptions.until] + [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "cuántos seguimientos y causas listar (20)", en: "how many follow-ups and causes to list (20)"))
    ] + ReportOutput.options(tables: LoopSheet.tables),
    jsonFields: ["since", "until", "zone", "anonymous", "pending_count", "auto"] + LoopSheet.tables,
    examples: ["voc report loop --since 2026-09", "voc report loop --table causes --csv"],
    run: { invocation in
      try invocation.writeReportOfPeriod { period in
        let report = try invocation.desk(for: .reading).loopReport(
          since: period.since, until: period.until, limit: try invocation.limit(20))
        return LoopSheet(report: report, invocation: invocation).sheet
      }
    })
}
