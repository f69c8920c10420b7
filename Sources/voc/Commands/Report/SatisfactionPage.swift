import VocDesk
import VocDomain

/// The satisfaction report for people who look at a terminal.
struct SatisfactionPage {
  let report: SatisfactionReport
  let invocation: Invocation
  var style: Style { invocation.style }
  var numbers: NumberStyle { invocation.numbers }
  private static let barWidth = 40

  init(report: SatisfactionReport, invocation: Invocation) {
    self.report = report
    self.invocation = invocation
  }

  func write() {
    invocation.print(
      style.bold(invocation.say(Phrase(es: "Satisfacción", en: "Satisfaction"))) + "  " + period)
    if let filter = report.filter {
      invocation.print(
        invocation.say(
          Phrase(es: "Solo tickets de: {filter}", en: "Only tickets of: {filter}"),
          ["filter": Escaping.line(filter)]))
    }
    let total = report.total
    if total.nps.n + total.csat.n + total.ces.n + total.enps.n == 0 {
      invocation.print(invocation.say(report.filter == nil ? noAnswers : noneOfTickets))
      writeLeftOut()
      return
    }
    write(promoter: total.nps, label: "NPS")
    write(box: total.csat, label: "CSAT", top: Phrase(es: "4 o 5 de 5", en: "4 or 5 of 5"))
    write(box: total.ces, label: "CES", top: Phrase(es: "5 a 7 de 7, fácil", en: "5 to 7 of 7, easy"))
    if total.enps.n > 0 { write(promoter: total.enps, label: "eNPS") }
    writeGroups()
    invocation.print("")
    for line in TextWrap.lines(legend, width: invocation.world.width) { invocation.print(style.dim(line)) }
    writeLeftOut()
  }

  private let noAnswers = Phrase(
    es: "Sin datos. «voc import ENCUESTA.csv» o «voc survey answer» traen respuestas.",
    en: "No data. “voc import SURVEY.csv” or “voc survey answer” bring answers in.")
  private let noneOfTickets = Phrase(
    es: "Sin datos: ningún ticket que cumpla el filtro tiene respuestas en este periodo.",
    en: "No data: no ticket that the filter matches has an answer in this period.")

  private static let leftOut = CountedPhrase(
    one: Phrase(
      es: "Del periodo queda fuera {n} respuesta que no es de ningún ticket.",
      en: "{n} answer of the period is left out: it belongs to no ticket."),
    other: Phrase(
      es: "Del periodo quedan fuera {n} respuestas que no son de ningún ticket.",
      en: "{n} answers of the period are left out: they belong to no ticket."))

  private func writeLeftOut() {
    if report.withoutTicket == 0 { return }
    invocation.print(style.dim(SatisfactionPage.leftOut(report.withoutTicket, in: numbers)))
  }

  private var legend: String {
    invocation.say(
      Phrase(
        es:
          "IC 95 %: NPS Wald ajustado; CSAT y CES Wilson. Por fecha de respuesta, días de {zone}.",
        en:
          "95% CI: NPS adjusted Wald; CSAT and CES Wilson. By date of answer, days of {zone}."
      ), ["zone": report.zone])
  }

  private var period: String {
    func day(_ date: CivilDate) -> String { Timestamp.day(date.midnight, invocation.language) }
    switch (report.since, report.until) {
    case (nil, nil): return invocation.say(Phrase(es: "todas las respuestas", en: "all answers"))
    case (let since?, nil):
      return invocation.say(Phrase(es: "desde el {since}", en: "since {since}"), ["since": day(since)])
    case (nil, let until?):
      return invocation.say(Phrase(es: "hasta el {until}", en: "until {until}"), ["until": day(until)])
    case (let since?, let until?):
      return invocation.say(
        Phrase(es: "del {since} al {until}", en: "{since} to {until}"),
        ["since": day(since), "until": day(until)])
    }
  }

  // MARK: - One survey

  private func write(promoter figure: SatisfactionReport.PromoterFigure, label: String) {
    invocation.print("\n\(head(label, promoterText(figure, withInterval: true), figure.n, figure.warnings))")
    if figure.n == 0 { return }
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

  private func write(box figure: SatisfactionReport.BoxFigure, label: String, top: Phrase) {
    invocation.print("\n\(head(label, boxText(figure, withInterval: true), figure.n, figure.warnings))")
    if figure.n == 0 { return }
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

  private func head(_ label: String, _ figure: String, _ n: Int, _ warnings: [SampleWarning]) -> String {
    // Where there is no figure, nothing is indicative.
    let isShown = !warnings.contains(.figureHidden) && !warnings.contains(.noData)
    let words = warnings.filter { isShown || $0 != .indicative }.map { $0.phrase(invocation.language) }
      .joined(separator: ", ")
    return style.bold(DisplayWidth.padded(label, to: 6)) + figure + "  n=\(numbers.integer(n))"
      + (words.isEmpty ? "" : "  " + style.yellow(words))
  }

  /// "48 [33 a 60]"; nothing but a dash where the sample is too small for a figure.
  func promoterText(_ figure: SatisfactionReport.PromoterFigure, withInterval: Bool) -> String {
    guard let score = figure.score, let low = figure.low, let high = figure.high,
      !figure.warnings.contains(.figureHidden)
    else { return "—" }
    let value = numbers.decimal(score, places: 0)
    return withInterval ? "\(style.bold(value)) \(interval(low, high, places: 0))" : value
  }

  func boxText(_ figure: SatisfactionReport.BoxFigure, withInterval: Bool) -> String {
    guard let share = figure.share, let low = figure.low, let high = figure.high,
      !figure.warnings.contains(.figureHidden)
    else { return "—" }
    let value = numbers.percent(share / 100, places: 1)
    return withInterval ? "\(style.bold(value)) \(interval(low, high, places: 1))" : value
  }

  func interval(_ low: Double, _ high: Double, places: Int) -> String {
    invocation.say(
      Phrase(es: "[{low} a {high}]", en: "[{low} to {high}]"),
      ["low": numbers.decimal(low, places: places), "high": numbers.decimal(high, places: places)])
  }
}
