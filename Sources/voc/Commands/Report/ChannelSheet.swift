import VocDesk
import VocDomain

/// The comparison of channels as tables.
struct ChannelSheet {
  let report: ChannelReport
  let invocation: Invocation

  static let tables = ["channels", "parity", "tests", "pairs"]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Igualdad entre canales", en: "Channel parity")),
      subtitle: invocation.subtitle(of: report.period, filter: report.filter),
      headline: ChannelHeadline(report: report, invocation: invocation).text,
      facts: [.init("verdict", JSON(report.verdict?.rawValue))] + report.period.facts
        + [
          .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
          UnfinishedImports.fact(report.unfinishedImports),
        ],
      tables: [channels, parity, tests, pairs],
      legend: UnfinishedImports.lines(report.unfinishedImports, invocation) + legend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { invocation.say(phrase, values) }

  // MARK: - Channels

  private var channels: ReportTable {
    var table = ReportTable(
      "channels", "",
      columns: [
        .init("channel", say(Phrase(es: "Canal", en: "Channel")), isFlexible: true),
        .init("kind", "", for: .programs), .init("tickets", say(Phrase(es: "Tickets", en: "Tickets"))),
      ]
        + ChannelReport.measures.flatMap { measure -> [ReportTable.Column] in
          let key = measure.rawValue
          return [
            .init(key, say(measure.columnPhrase), for: measure == .resolutionP90 ? .nobody : .people)
          ] + FigureTable.columns(key)
        }, whenEmpty: say(SatisfactionSheet.noTickets))
    for row in report.rows {
      table.add(
        [name(row.name), .text(row.kind), .count(row.created)]
          + ChannelReport.measures.flatMap { measure -> [ReportValue] in
            let figure = row.figure(measure)
            return [figure?.brief(invocation) ?? .none] + FigureTable.values(figure)
          })
    }
    if !table.rows.isEmpty { table.remarks = [say(FigureTable.smallSamples)] }
    return table
  }

  func name(_ channel: String) -> ReportValue {
    channel.isEmpty ? .word(code: "", shown: say(SatisfactionSheet.none)) : .text(channel)
  }

  static let differByNature = Phrase(
    es:
      "Teléfono, video, chat y sucursal se atienden al momento; correo, WhatsApp, redes y web, cuando se puede: entre unos y otros los tiempos difieren por naturaleza, y una brecha de tiempo pide criterio.",
    en:
      "Telephone, video, chat and shops are served on the spot; mail, WhatsApp, social networks and the web when one can: between the two times differ by nature, and a gap in time asks for judgement."
  )

  private var legend: [String] {
    let numbers = invocation.numbers
    let values = [
      "low": numbers.decimal(0.8, places: 1), "high": numbers.decimal(1.25, places: 2),
      "q": numbers.decimal(0.05, places: 2), "zone": report.zone,
    ]
    var lines = [
      Phrase(
        es:
          "Paridad: todo el IC 95 % de la razón al mejor canal cae entre {low} y {high}. Brecha: la razón cae fuera y q < {q}. Si no, no concluyente: no notar una diferencia no es paridad.",
        en:
          "Parity: all of the 95% CI of the ratio to the best channel lies within {low} and {high}. Gap: the ratio lies outside and q < {q}. Else inconclusive: seeing no difference is not parity."
      ),
      ChannelSheet.differByNature,
      Phrase(
        es:
          "Tiempos: Kruskal-Wallis (ε²) y Mann-Whitney (δ de Cliff); resolución: Kaplan-Meier y Gehan-Wilcoxon, con los tickets sin resolver; porcentajes: ji cuadrado (V de Cramér), Wilson. q: Benjamini-Hochberg. De los reabiertos se compara la parte que no se reabrió. Días de {zone}.",
        en:
          "Times: Kruskal-Wallis (ε²) and Mann-Whitney (Cliff’s δ); resolution: Kaplan-Meier and Gehan-Wilcoxon, unsolved tickets included; percentages: chi-square (Cramér’s V), Wilson. q: Benjamini-Hochberg. Of reopened tickets the share that was not is compared. Days of {zone}."
      ),
    ].map { say($0, values) }
    if report.unmeasured > 0 { lines.append(SatisfactionSheet.unmeasured(report.unmeasured, invocation)) }
    return lines
  }
}
