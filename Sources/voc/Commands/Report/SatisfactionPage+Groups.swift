import VocDesk
import VocDomain

/// The table of the groups below the report's figures.
extension SatisfactionPage {
  func writeGroups() {
    guard let grouping = report.grouping, !report.groups.isEmpty else { return }
    var table = TextTable([.init(header: heading(grouping)(invocation.language), isFlexible: true)])
    table = TextTable(
      table.columns
        + ["NPS", "CSAT", "CES"].flatMap { name in
          [
            TextTable.Column(header: name, alignment: .right),
            TextTable.Column(header: invocation.say(Phrase(es: "IC 95 %", en: "95% CI"))),
            TextTable.Column(header: "n", alignment: .right),
          ]
        })
    for group in report.groups {
      let figures = group.figures
      if figures.nps.n + figures.csat.n + figures.ces.n == 0 { continue }
      table.add([
        .init(group.name.isEmpty ? invocation.say(Phrase(es: "(sin dato)", en: "(none)")) : group.name),
        .init(promoterText(figures.nps, withInterval: false)),
        .init(range(figures.nps.low, figures.nps.high, figures.nps.warnings, places: 0)),
        .init(numbers.integer(figures.nps.n)),
        .init(boxText(figures.csat, withInterval: false)),
        .init(range(figures.csat.low, figures.csat.high, figures.csat.warnings, places: 0)),
        .init(numbers.integer(figures.csat.n)),
        .init(boxText(figures.ces, withInterval: false)),
        .init(range(figures.ces.low, figures.ces.high, figures.ces.warnings, places: 0)),
        .init(numbers.integer(figures.ces.n)),
      ])
    }
    invocation.print("")
    invocation.world.out(table.text(width: invocation.tableWidth, style: style))
    let warnings = report.groups.map(\.figures).flatMap {
      [$0.nps.warnings, $0.csat.warnings, $0.ces.warnings]
    }
    if warnings.contains(where: { $0.contains(.figureHidden) }) {
      note(
        Phrase(
          es: "— con menos de 10 respuestas no se da la cifra: muestra insuficiente",
          en: "— under 10 answers no figure is given: sample too small"))
    }
    if warnings.contains(where: isMarked) {
      note(
        Phrase(
          es: "* menos de 30 respuestas, o un margen de más de 10 puntos: orientativo",
          en: "* under 30 answers, or a margin of over 10 points: indicative"))
    }
  }

  private func note(_ phrase: Phrase) { invocation.print(style.dim(invocation.say(phrase))) }

  private func isMarked(_ warnings: [SampleWarning]) -> Bool {
    !warnings.isEmpty && !warnings.contains(.noData) && !warnings.contains(.figureHidden)
  }

  private func range(_ low: Double?, _ high: Double?, _ warnings: [SampleWarning], places: Int) -> String {
    if warnings.contains(.figureHidden) { return "" }
    guard let low, let high else { return "" }
    let mark = isMarked(warnings) ? "*" : ""
    return interval(low, high, places: places) + mark
  }

  private func heading(_ grouping: SatisfactionReport.Grouping) -> Phrase {
    switch grouping {
    case .channel: Phrase(es: "Canal", en: "Channel")
    case .agent: Phrase(es: "Agente", en: "Agent")
    case .month: Phrase(es: "Mes", en: "Month")
    case .segment: Phrase(es: "Segmento", en: "Segment")
    }
  }
}
