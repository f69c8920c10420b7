import VocDesk
import VocDomain

/// What tickets are about, what goes along with satisfaction, and what customers say that they did not say before.
extension SatisfactionHTML {
  var topics: String {
    let heading = Phrase(
      es: "De qué tratan los tickets (tickets · % acumulado)",
      en: "What tickets are about (tickets · cumulative %)")
    let lines = page.topics.lines.filter { $0.kind == (page.topics.lines.first?.kind ?? .tag) }.prefix(7)
    if lines.isEmpty {
      return section(
        heading,
        paragraph(
          Phrase(es: "Sin etiquetas ni causas en el periodo.", en: "No tags or causes in the period.")))
    }
    let bars = lines.map { line -> PageChart.Bar in
      let cumulative = invocation.share(100 * line.cumulative, of: page.topics.tickets, places: 0)
      let sum = cumulative == .none ? "" : " · \(cumulative.shown(numbers))"
      return PageChart.Bar(label: line.name, share: line.share, note: numbers.integer(line.tickets) + sum)
    }
    return section(heading, chart.bars(bars, title: say(heading)))
  }

  var drivers: String {
    let heading = Phrase(es: "Qué se asocia a la satisfacción", en: "What goes along with satisfaction")
    if page.topics.drivers.isEmpty {
      return section(
        heading,
        paragraph(
          Phrase(
            es: "Muestra insuficiente: ninguna etiqueta con 10 respuestas CSAT.",
            en: "Sample too small: no tag with 10 CSAT answers.")))
    }
    var table = ReportTable(
      "drivers", "",
      columns: [
        .init("side", "±"),
        .init("topic", say(Phrase(es: "Tema", en: "Topic"))), .init("n", "n"),
        .init("difference", say(Phrase(es: "Dif. (IC 95 %)", en: "Diff. (95% CI)"))),
        .init("impact", say(Phrase(es: "Impacto", en: "Impact"))),
      ], whenEmpty: "")
    let shown = page.topics.drivers.sorted { abs($0.impact) > abs($1.impact) }.prefix(5)
    for driver in TopicsSheet.grouped(Array(shown)) {
      let range = [driver.low, driver.high].map { numbers.decimal($0, places: 0) }
      let mark = driver.isDemonstrable ? "" : " *"
      table.add([
        TopicsSheet.side(driver), .text(driver.name), .count(driver.withN),
        .word(
          code: "", shown: "\(numbers.decimal(driver.difference, places: 1)) [\(range[0])…\(range[1])]\(mark)"
        ),
        .number(driver.impact, places: 1),
      ])
    }
    let note = Phrase(
      es:
        "CSAT con el tema menos sin él, en puntos; impacto: lo que mueve el total. Asociado a, no causa. * q ≥ {q}.",
      en:
        "CSAT with the topic less without it, in points; impact: what it moves the total. Association, not cause. * q ≥ {q}."
    )
    let text = say(TopicsSheet.sides) + " " + say(note, ["q": numbers.decimal(0.05, places: 2)])
    return section(heading, self.table(table) + "<p class=\"small\">\(escaped(text))</p>")
  }

  var terms: String {
    let heading = Phrase(es: "Términos emergentes", en: "Emerging terms")
    let emerging = (page.trends?.terms ?? []).filter { $0.tier == .emerging }
    if emerging.isEmpty {
      return section(
        heading, paragraph(Phrase(es: "Nada nuevo que destaque.", en: "Nothing new stands out.")))
    }
    let terms = emerging.prefix(6).map { term in
      "\(term.term) (\(numbers.integer(term.before)) → \(numbers.integer(term.now)), G² \(numbers.decimal(term.g2, places: 0)))"
    }
    return section(heading, "<p>\(escaped(terms.joined(separator: "; ")))</p>")
  }
}
