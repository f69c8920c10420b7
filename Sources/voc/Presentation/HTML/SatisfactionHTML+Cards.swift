import VocDesk
import VocDomain

/// The cards at the top, with what changed and the last twelve months.
extension SatisfactionHTML {
  var cards: String {
    let cards = [
      card(Phrase(es: "Satisfacción", en: "Satisfaction"), [.nps, .csat, .ces], rates),
      card(Phrase(es: "Rapidez", en: "Speed"), [.firstReply, .resolution, .netResolution]),
      card(
        Phrase(es: "Solución", en: "Solution"), [.firstContact, .reopened, .transferred, .abandoned]),
      backlogCard,
    ]
    return "<div class=\"cards\">\n\(cards.joined(separator: "\n"))\n</div>"
  }

  private func card(
    _ heading: Phrase, _ measures: [ReportFigure.Measure], _ last: String = ""
  ) -> String {
    let found = measures.compactMap(figure)
    if found.isEmpty { return section(heading, paragraph(Phrase(es: "Sin datos.", en: "No data."))) }
    let items = found.enumerated().map { index, figure in item(figure, isFirst: index == 0) }
    return section(heading, "<dl>\(items.joined(separator: "\n"))\(last)</dl>\n" + (spark(found[0]) ?? ""))
  }

  /// The response rates, on small lines of one entry.
  private var rates: String {
    let rates = report.figures.filter { $0.measure == .responseRate }
    guard let first = rates.first else { return "" }
    let told = rates.map { rate -> String in
      let interval = rate.interval(invocation)
      let parts = [
        "\(rate.survey?.name ?? "") \(rate.shown.shown(numbers))",
        interval == .none ? "" : "[\(interval.shown(numbers))]", "n=\(numbers.integer(rate.n))",
        rate.warningText(invocation.language),
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return
      "<dt>\(escaped(say(first.measure.phrase)))</dt><dd><span class=\"small\">\(escaped(told.joined(separator: "; ")))</span></dd>"
  }

  private func item(_ figure: ReportFigure, isFirst: Bool) -> String {
    let name = escaped(figure.name(invocation.language))
    let n = "n=\(numbers.integer(figure.n))"
    guard figure.isShown else {
      let why = escaped(figure.warningText(invocation.language))
      return "<dt>\(name)</dt><dd>— <span class=\"small\">\(why), \(n)</span></dd>"
    }
    let value = escaped(figure.shown.shown(numbers))
    let interval = figure.interval(invocation)
    let bounds = interval == .none ? "" : "[\(escaped(interval.shown(numbers)))] "
    let change = figure.changeNote(invocation).map { "; \(escaped($0))" } ?? ""
    let warning = figure.warningText(invocation.language)
    let note = warning.isEmpty ? "" : "; \(escaped(warning))"
    return
      "<dt>\(name)</dt><dd>\(isFirst ? "<strong>\(value)</strong>" : "<b>\(value)</b>") <span class=\"small\">\(bounds)\(n)\(change)\(note)</span>\(spread(of: figure))</dd>"
  }

  /// Under a median: the p90, and both in business hours, each clock on a small line of its own.
  private func spread(of figure: ReportFigure) -> String {
    let p90 = figure.measure.p90
    let times = [[("p90", p90)], [(say(inHours), figure.measure.businessTime), ("p90", p90?.businessTime)]]
    return times.map { clock in clock.compactMap { time($0, $1) }.joined(separator: ", ") }.filter {
      !$0.isEmpty
    }
    .map { "<br><span class=\"small\">\($0)</span>" }.joined()
  }

  private var inHours: Phrase { Phrase(es: "en horario", en: "in business hours") }

  private func time(_ name: String, _ measure: ReportFigure.Measure?) -> String? {
    guard let figure = measure.flatMap(self.figure) else { return nil }
    if !figure.isShown { return "\(name) — \(escaped(figure.warningText(invocation.language)))" }
    let interval = figure.interval(invocation)
    let bounds = interval == .none ? "" : " [\(escaped(interval.shown(numbers)))]"
    return "\(name) <b>\(escaped(figure.shown.shown(numbers)))</b>\(bounds)"
  }

  private func spark(_ figure: ReportFigure) -> String? {
    let points = page.months.map { month -> PageChart.Point in
      guard let then = month.figures.first(where: { $0.measure == figure.measure }), then.isShown else {
        return PageChart.Point()
      }
      return PageChart.Point(value: then.value, low: then.low, high: then.high)
    }
    let name = say(figure.measure.phrase)
    let told = zip(page.months, points).compactMap { month, point in
      point.value.map { "\(month.name) \(figure.value($0).shown(numbers))" }
    }
    return chart.sparkline(
      points, title: say(Phrase(es: "{name}, doce meses", en: "{name}, twelve months"), ["name": name]),
      desc: told.joined(separator: ", "))
  }

  private var backlogCard: String {
    let backlog = report.backlog
    let heading = Phrase(es: "Pendientes, hoy", en: "Unsolved, today")
    if backlog.unsolved == 0 {
      return section(heading, paragraph(Phrase(es: "Nada pendiente.", en: "Nothing unsolved.")))
    }
    var items = [
      "<dt>\(escaped(say(Phrase(es: "Sin resolver", en: "Unsolved"))))</dt><dd><strong>\(numbers.integer(backlog.unsolved))</strong></dd>"
    ]
    func add(_ name: Phrase, _ value: String?) {
      if let value { items.append("<dt>\(escaped(say(name)))</dt><dd><b>\(escaped(value))</b></dd>") }
    }
    let days = CountedPhrase(
      one: Phrase(es: "{n} día", en: "{n} day"), other: Phrase(es: "{n} días", en: "{n} days"))
    add(Phrase(es: "Vencidos", en: "Past due"), backlog.overdue.map { numbers.integer($0) })
    add(
      Phrase(es: "Mediana de antigüedad", en: "Median age"), backlog.medianAge.map { days($0, in: numbers) })
    add(Phrase(es: "El más antiguo", en: "The oldest"), backlog.oldestAge.map { days($0, in: numbers) })
    return section(heading, "<dl>\(items.joined(separator: "\n"))</dl>")
  }

  var promoters: String {
    let nps = report.surveys.nps
    let heading = Phrase(es: "Detractores, pasivos y promotores", en: "Detractors, passives and promoters")
    if nps.n == 0 { return "" }
    return section(
      heading,
      chart.stackedBar(
        [
          (say(Phrase(es: "Detractores", en: "Detractors")), nps.detractors),
          (say(Phrase(es: "Pasivos", en: "Passives")), nps.passives),
          (say(Phrase(es: "Promotores", en: "Promoters")), nps.promoters),
        ], title: say(heading)))
  }
}
