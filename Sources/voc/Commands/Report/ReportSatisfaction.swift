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
    options: ReportOptions.all + [
      Option(
        names: ["--by"], value: Phrase(es: "GRUPO", en: "GROUP"),
        summary: Phrase(es: "además por grupos", en: "also by groups"),
        allowed: SatisfactionReport.Grouping.allCases.map(\.rawValue))
    ] + ReportOutput.options(tables: SatisfactionSheet.tables) + [
      Option(
        names: ["--format"], value: Phrase(es: "FORMA", en: "FORM"),
        summary: Phrase(
          es: "whatsapp: un mensaje de menos de 1000 caracteres",
          en: "whatsapp: a message of under 1,000 characters"),
        allowed: ["whatsapp"]),
      Option(
        names: ["--html"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(
          es: "escribe la hoja del supervisor, una página A4, del periodo o del mes pasado",
          en: "writes the supervisor’s page, one A4, of the period or of last month")),
      Option.replace,
    ],
    jsonFields: [
      "nps", "csat", "ces", "enps", "groups", "since", "until", "before", "zone", "filter", "without_ticket",
      "comments_uncounted", UnfinishedImports.key,
    ] + SatisfactionSheet.tables,
    examples: [
      "voc report satisfaction --since 2026-09 --by channel", "voc report satisfaction --by month --csv",
      "voc report satisfaction channel:whatsapp -tag:vip --by agent",
    ],
    run: { invocation in
      let output = ReportOutput(invocation: invocation)
      try output.check(forms: ["--html", "--format"], file: "--html", without: ["--by"])
      let period = try invocation.reportPeriod()
      if let path = invocation.string("--html") {
        try writePage(period, to: path, invocation)
        return .ok
      }
      let report = try invocation.withReportFilter { filter in
        try invocation.desk(for: .reading).satisfaction(
          since: period.since, until: period.until, by: invocation.choice("--by"), matching: filter)
      }
      if invocation.string("--format") != nil {
        invocation.print(
          Escaping.terminal(SatisfactionMessage(report: report, invocation: invocation).text, lines: true))
      } else if output.isForPeople {
        SatisfactionPage(report: report, invocation: invocation).write()
      } else {
        output.write(SatisfactionSheet(report: report, invocation: invocation).sheet)
      }
      return .ok
    })

  private static func writePage(
    _ period: ReportPeriod, to path: String, _ invocation: Invocation
  ) throws {
    let file =
      path == "-"
      ? nil
      : try OutputFile(path, replaces: invocation.flag("--replace"), besides: invocation.databasePath)
    let page = try invocation.withReportFilter {
      try invocation.desk(for: .reading).supervisorPage(period, matching: $0)
    }
    let clock = try invocation.readersClock()
    let html = SatisfactionHTML(
      page: page, invocation: invocation, generatedAt: invocation.localDisplay(invocation.world.now(), clock))
    guard let file else { return invocation.world.out(html.text) }
    try file.write(in: invocation.world) { $0.out(html.text) }
    invocation.noticeWritten(path)
  }
}
