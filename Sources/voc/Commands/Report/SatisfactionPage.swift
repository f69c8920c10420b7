import VocDesk
import VocDomain

/// The satisfaction report for people who look at a terminal.
struct SatisfactionPage {
  let report: SatisfactionReport
  let invocation: Invocation
  var style: Style { invocation.style }
  var numbers: NumberStyle { invocation.numbers }
  private static let barWidth = 40

  private let sheet: ReportSheet

  init(report: SatisfactionReport, invocation: Invocation) {
    self.report = report
    self.invocation = invocation
    sheet = SatisfactionSheet(report: report, invocation: invocation).sheet
  }

  func write() {
    invocation.print(style.bold(sheet.title) + "  " + Escaping.line(sheet.subtitle))
    let total = report.surveys
    if total.n == 0 {
      let isEverything = report.filter == nil && report.period == .always
      invocation.print(
        invocation.say(isEverything ? noAnswers : report.filter == nil ? noneOfPeriod : noneOfTickets))
    }
    if total.n > 0 {
      write(promoter: total.nps, .nps, label: "NPS")
      write(box: total.csat, .csat, label: "CSAT", top: Phrase(es: "4 o 5 de 5", en: "4 or 5 of 5"))
      write(
        box: total.ces, .ces, label: "CES", top: Phrase(es: "5 a 7 de 7, fácil", en: "5 to 7 of 7, easy"))
      if total.enps.n > 0 { write(promoter: total.enps, .enps, label: "eNPS") }
    }
    writeTables()
    invocation.print("")
    for text in sheet.legend {
      for line in TextWrap.lines(Escaping.line(text), width: invocation.world.width) {
        invocation.print(style.dim(line))
      }
    }
  }

  /// What the bars do not show: how customers were served, groups, what is unsolved, calls.
  private func writeTables() {
    let all = SatisfactionSheet(report: report, invocation: invocation)
    let rates: Set<ReportFigure.Measure> = [.responseRate, .commentRate]
    let surveys = rates.union([.nps, .csat, .ces, .enps])
    var tables: [ReportTable] = []
    if report.figures.contains(where: { rates.contains($0.measure) }) {
      tables.append(
        all.figures(
          heading: Phrase(es: "Participación", en: "Participation"),
          ofTotal: { rates.contains($0.measure) }))
    }
    if report.created + report.solved > 0 || report.figures.contains(where: { !surveys.contains($0.measure) })
    {
      tables.append(
        all.figures(
          heading: Phrase(es: "Servicio", en: "Service"), ofTotal: { !surveys.contains($0.measure) }))
      tables += sheet.tables.filter { $0.key == "tickets" }
    }
    if !report.groups.isEmpty { tables.append(all.groups) }
    if report.backlog.unsolved > 0 { tables += sheet.tables.filter { $0.key == "backlog" } }
    if !report.calls.isEmpty { tables += sheet.tables.filter { $0.key == "calls" } }
    for table in tables {
      invocation.print("")
      ReportOutput(invocation: invocation).write(table)
    }
  }

  private let noAnswers = Phrase(
    es: "Sin datos. «voc import ENCUESTA.csv» o «voc survey answer» traen respuestas.",
    en: "No data. “voc import SURVEY.csv” or “voc survey answer” bring answers in.")
  private let noneOfPeriod = Phrase(
    es: "Sin datos: en este periodo no hay respuestas.", en: "No data: no answers in this period.")
  private let noneOfTickets = Phrase(
    es: "Sin datos: ningún ticket que cumpla el filtro tiene respuestas en este periodo.",
    en: "No data: no ticket that the filter matches has an answer in this period.")

  // MARK: - One survey

  private func write(
    promoter figure: SatisfactionReport.PromoterFigure, _ measure: ReportFigure.Measure, label: String
  ) {
    invocation.print("\n\(head(label, promoterText(figure), figure.n, figure.warnings))")
    // Of employees not even the counts are told where there are too few.
    if figure.n == 0 || (figure.score == nil && measure == .enps) { return }
    writeChange(measure)
    let parts = [figure.detractors, figure.passives, figure.promoters]
    invocation.print(
      "      "
        + Bars.stacked(
          Array(zip(parts.map(Double.init), ["▓", "░", "█"])), width: SatisfactionPage.barWidth))
    let counts = parts.map { count -> String in
      let share = numbers.percent(Double(count) / Double(figure.n))
      return numbers.integer(count) + (figure.warnings.contains(.figureHidden) ? "" : " (\(share))")
    }
    invocation.print(
      "      "
        + invocation.say(
          Phrase(
            es: "▓ detractores {d}  ░ pasivos {p}  █ promotores {m}",
            en: "▓ detractors {d}  ░ passives {p}  █ promoters {m}"),
          ["d": counts[0], "p": counts[1], "m": counts[2]]))
  }

  private func write(
    box figure: SatisfactionReport.BoxFigure, _ measure: ReportFigure.Measure, label: String, top: Phrase
  ) {
    invocation.print("\n\(head(label, boxText(figure), figure.n, figure.warnings))")
    if figure.n == 0 { return }
    writeChange(measure)
    let rest = figure.n - figure.top
    invocation.print(
      "      "
        + Bars.stacked(
          [(Double(figure.top), "█"), (Double(rest), "░")], width: SatisfactionPage.barWidth))
    invocation.print(
      "      "
        + invocation.say(
          figure.warnings.contains(.figureHidden)
            ? Phrase(es: "█ {top}: {k} de {n}", en: "█ {top}: {k} of {n}")
            : Phrase(es: "█ {top}: {k} de {n} · media {mean}", en: "█ {top}: {k} of {n} · mean {mean}"),
          [
            "top": top(invocation.language), "k": numbers.integer(figure.top), "n": numbers.integer(figure.n),
            "mean": numbers.decimal(figure.mean ?? .nan, places: 2),
          ]))
  }

  /// "antes 41 (n=80): sin cambio demostrable", where there is something to compare with.
  private func writeChange(_ measure: ReportFigure.Measure) {
    guard let figure = report.figures.first(where: { $0.measure == measure }), let n = figure.previousN,
      let change = figure.changeText(invocation)
    else { return }
    invocation.print(
      "      "
        + invocation.say(
          Phrase(es: "antes {previous} (n={n}): {change}", en: "before {previous} (n={n}): {change}"),
          [
            "previous": figure.value(figure.previous).shown(numbers), "n": numbers.integer(n),
            "change": change,
          ]))
  }

  private func head(_ label: String, _ figure: String, _ n: Int, _ warnings: [SampleWarning]) -> String {
    // Where there is no figure, nothing is indicative.
    let isShown = !warnings.contains(.figureHidden) && !warnings.contains(.noData)
    let words = warnings.filter { isShown || $0 != .indicative }.map { $0.phrase(invocation.language) }
      .joined(separator: ", ")
    return style.bold(DisplayWidth.padded(label, to: 6)) + figure + "  n=\(numbers.integer(n))"
      + (words.isEmpty ? "" : "  " + style.yellow(words))
  }

  /// "48 [33 a 60]"; nothing but a dash where the sample is too small for a figure.
  private func promoterText(_ figure: SatisfactionReport.PromoterFigure) -> String {
    guard let score = figure.score, let low = figure.low, let high = figure.high,
      !figure.warnings.contains(.figureHidden)
    else { return "—" }
    return style.bold(numbers.decimal(score, places: 0)) + " " + interval(low, high, places: 0)
  }

  private func boxText(_ figure: SatisfactionReport.BoxFigure) -> String {
    guard let share = figure.share, let low = figure.low, let high = figure.high,
      !figure.warnings.contains(.figureHidden)
    else { return "—" }
    return style.bold(numbers.percent(share / 100, places: 1)) + " " + interval(low, high, places: 1)
  }

  private func interval(_ low: Double, _ high: Double, places: Int) -> String {
    invocation.say(
      Phrase(es: "[{low} a {high}]", en: "[{low} to {high}]"),
      ["low": numbers.decimal(low, places: places), "high": numbers.decimal(high, places: places)])
  }
}
