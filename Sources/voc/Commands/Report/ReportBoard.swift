import VocDesk
import VocDomain

/// `voc report board`
enum ReportBoard {
  static let verb = Verb(
    words: ["report", "board"],
    summary: Phrase(
      es: "Cliente, procesos y personas en una pantalla, con intervalos y cambios",
      en: "Customers, processes and people on one screen, with intervals and changes"),
    details: Phrase(
      es:
        "Las cifras son las de «voc report satisfaction», «voc report customers» y «voc report agents», comparadas con el periodo anterior. Sin fechas, los últimos 30 días. El eNPS no se muestra con menos de 10 respuestas: son anónimas.",
      en:
        "The figures are those of “voc report satisfaction”, “voc report customers” and “voc report agents”, against the period before. Without dates, the last 30 days. The eNPS is not shown under 10 answers: they are anonymous."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: [BoardSheet.table]),
    jsonFields: ["since", "until", "before", "zone", "filter", UnfinishedImports.key, BoardSheet.table],
    examples: ["voc report board", "voc report board --since 2026-10 --until 2026-10 --md"],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let report = try invocation.desk(for: .reading).board(
          since: period.since, until: period.until, matching: filter)
        return BoardSheet(report: report, invocation: invocation).sheet
      }
    })
}
