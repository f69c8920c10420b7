import VocDesk
import VocDomain

/// `voc report satisfaction`
enum ReportSatisfaction {
  static let verb = Verb(
    words: ["report", "satisfaction"],
    summary: Phrase(
      es: "Resume la satisfacción: NPS, CSAT y CES, con su n y su intervalo",
      en: "Sums up satisfaction: NPS, CSAT and CES, with their n and interval"),
    details: Phrase(
      es:
        "NPS: intervalo de Wald ajustado al 95 %. CSAT (4 y 5 de 5) y CES (5 a 7 de 7): Wilson al 95 %. Con menos de 10 respuestas se muestran los conteos y no la cifra. Con un filtro cuentan solo las respuestas de los tickets que lo cumplen, también de los resueltos; «voc help filters» explica los filtros.",
      en:
        "NPS: 95% adjusted Wald interval. CSAT (4 and 5 of 5) and CES (5 to 7 of 7): 95% Wilson. With fewer than 10 answers the counts are shown and not the figure. With a filter only answers of the tickets that it matches count, solved ones included; “voc help filters” explains filters."
    ),
    positional: FilterInput.positional,
    options: [
      Option(
        names: ["--since"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(
          es: "desde este día (2026-11-01) o mes (2026-11)",
          en: "from this day (2026-11-01) or month (2026-11) on")),
      Option(
        names: ["--until"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(es: "hasta este día o mes, incluido", en: "up to this day or month, included")),
      Option(
        names: ["--by"], value: Phrase(es: "GRUPO", en: "GROUP"),
        summary: Phrase(
          es: "además por channel, agent, month o segment", en: "also by channel, agent, month or segment"),
        allowed: SatisfactionReport.Grouping.allCases.map(\.rawValue)),
      Option(
        names: ["--csv"],
        summary: Phrase(
          es: "responde en CSV, con los números como en el país",
          en: "answers in CSV, with numbers as in the country")),
    ],
    jsonFields: [
      "nps", "csat", "ces", "enps", "groups", "since", "until", "zone", "filter", "without_ticket",
    ],
    examples: [
      "voc report satisfaction --since 2026-09 --by channel", "voc report satisfaction --by month --csv",
      "voc report satisfaction channel:whatsapp -tag:vip --by agent",
    ],
    run: { invocation in
      let since = try invocation.day("--since", isEnd: false)
      let until = try invocation.day("--until", isEnd: true)
      if let since, let until, until < since {
        throw UsageError(
          Phrase(es: "--until es anterior a --since", en: "--until is before --since"),
          Phrase(es: "Conviene invertirlos", en: "Swap them"))
      }
      if invocation.flag("--csv") && invocation.jsonFields != nil {
        throw UsageError(
          Phrase(es: "--csv y --json se excluyen", en: "--csv and --json exclude each other"),
          Phrase(es: "Va uno de los dos", en: "Give one of them"))
      }
      let filter = invocation.positionals.joined(separator: " ")
      let report = try FilterInput.explaining(filter) {
        try invocation.desk(for: .reading).satisfaction(
          since: since, until: until, by: invocation.choice("--by"), matching: filter)
      }
      if let fields = invocation.jsonFields {
        invocation.print(SatisfactionJSON.object(report, fields).text)
      } else if invocation.flag("--csv") {
        SatisfactionCSV.write(report, invocation)
      } else {
        SatisfactionPage(report: report, invocation: invocation).write()
      }
      return .ok
    })
}
