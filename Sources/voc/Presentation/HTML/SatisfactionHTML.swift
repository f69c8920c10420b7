import VocDesk
import VocDomain

/// The supervisor's page: one side of A4, inline SVG and CSS only, no script and nothing from elsewhere.
///
/// Every figure comes from the tables of `SatisfactionSheet` and the reports that the page is made of.
struct SatisfactionHTML {
  let page: SupervisorPage
  let invocation: Invocation
  let generatedAt: String
  var report: SatisfactionReport { page.report }
  var numbers: NumberStyle { invocation.numbers }
  var chart: PageChart { PageChart(numbers: numbers) }

  var text: String {
    let headline = SatisfactionHeadline(report: report, channels: page.channels, invocation: invocation)
    return HTMLPage(
      language: invocation.language,
      title: "\(say(Phrase(es: "Satisfacción", en: "Satisfaction"))): \(headline.period)",
      style: PageStyle.css,
      markup: body(headline)
    ).text
  }

  private func body(_ headline: SatisfactionHeadline) -> String {
    """

    <main>
    <header><h1>\(escaped(say(Phrase(es: "Voz del Cliente", en: "Voice of the Customer")))) · \
    \(escaped(headline.period))</h1>\(filter)
    <p class="headline">\(escaped(headline.text))</p></header>
    \(cards)
    \(promoters)
    <div class="columns">
    <div>
    \(channels)
    \(topics)
    \(customers)
    </div>
    <div>
    \(drivers)
    \(bottlenecks)
    \(arrivals)
    \(negativeHours)
    \(terms)
    </div>
    </div>
    \(quotes)
    </main>
    \(footer)

    """
  }

  /// Above all figures: whoever sees the page on a wall sees of what it is.
  private var filter: String {
    report.filter.map { "<p>\(escaped(invocation.onlyTickets(of: $0)))</p>" } ?? ""
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { invocation.say(phrase, values) }

  func escaped(_ text: String) -> String { Escaping.html(text) }

  func figure(_ measure: ReportFigure.Measure) -> ReportFigure? {
    report.figures.first { $0.measure == measure }
  }

  /// A part of the page with its heading.
  func section(_ heading: Phrase, _ body: String) -> String {
    "<section><h2>\(escaped(say(heading)))</h2>\n\(body)\n</section>"
  }

  func paragraph(_ phrase: Phrase) -> String { "<p class=\"none\">\(escaped(say(phrase)))</p>" }

  /// A table of a report as it stands.
  func table(_ table: ReportTable, without hidden: Set<String> = []) -> String {
    if table.rows.isEmpty { return "<p class=\"none\">\(escaped(table.whenEmpty))</p>" }
    let shown = table.columns(for: .people).filter { !hidden.contains(table.columns[$0].key) }
    let head = shown.map { index in
      "<th scope=\"col\"\(table.isNumeric(index) ? " class=\"n\"" : "")>\(escaped(table.columns[index].heading))</th>"
    }
    let rows = table.rows.map { row in
      "<tr>"
        + shown.map { index in
          "<td\(table.isNumeric(index) ? " class=\"n\"" : "")>\(escaped(row[index].shown(numbers)))</td>"
        }.joined() + "</tr>"
    }
    return
      "<table><thead><tr>\(head.joined())</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>"
  }

  private var footer: String {
    let filter = report.filter.map { invocation.onlyTickets(of: $0) + ". " }
    let made = say(
      Phrase(es: "Hecho el {at}.", en: "Made on {at}."), ["at": generatedAt])
    let legend = SatisfactionSheet(report: report, invocation: invocation).pageLegend
    let formula =
      report.calls.isEmpty
      ? ""
      : " " + say(Phrase(es: "Nivel de servicio: ", en: "Service level: "))
        + say(CallFormula.phrase(report.calls[0].formula)) + "."
    return
      "<footer><p>\(escaped((filter ?? "") + legend.joined(separator: " ") + formula + " " + made))</p></footer>"
  }
}

/// How the page looks, on a screen and on paper.
enum PageStyle {
  static let css = """
    @page { size: A4; margin: 9mm 12mm; }
    * { box-sizing: border-box; }
    body { font: 7.6pt/1.15 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1A1A1A; background: #FFFFFF;
      margin: 0 auto; max-width: 186mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    @media screen { body { padding: 6mm; max-width: 198mm; } }
    h1 { font-size: 12pt; margin: 0 0 0.6mm; }
    h2 { font-size: 8.8pt; margin: 0 0 0.6mm; border-bottom: 0.4pt solid #767676; }
    p { margin: 0 0 1mm; }
    .headline { font-size: 9pt; font-weight: 600; }
    .cards { display: grid; grid-template-columns: 1.8fr 1.6fr 1.1fr 0.7fr; gap: 2.5mm; margin: 1.5mm 0; }
    .cards section { border: 0.6pt solid #767676; border-radius: 1.5mm; padding: 1mm 2mm; }
    .cards svg { max-width: 38mm; }
    .columns { display: grid; grid-template-columns: 1.06fr 1fr; gap: 5mm; margin: 1.2mm 0; }
    dl { margin: 0; }
    dt { color: #4A4A4A; }
    dd { margin: 0 0 0.5mm; line-height: 1.12; }
    dd strong { font-size: 11pt; }
    .small { font-size: 6.6pt; color: #4A4A4A; }
    .none { color: #4A4A4A; font-style: italic; }
    table { border-collapse: collapse; width: 100%; font-size: 7pt; }
    th { text-align: left; font-weight: 600; border-bottom: 0.4pt solid #767676; }
    td, th { padding: 0.2mm 1mm 0.2mm 0; vertical-align: top; }
    .lines td { white-space: nowrap; }
    .n { text-align: right; white-space: nowrap; }
    .columns section + section { margin-top: 1mm; }
    blockquote { margin: 0 0 0.7mm; padding-left: 2mm; border-left: 1.2mm solid #767676; }
    blockquote.detractor { border-color: #B34700; }
    blockquote.promoter { border-color: #0072B2; }
    .quotes { display: grid; grid-template-columns: 1fr 1fr; column-gap: 5mm; }
    footer { font-size: 6.4pt; color: #4A4A4A; border-top: 0.4pt solid #767676; margin-top: 1.5mm; padding-top: 0.8mm; }
    svg { display: block; }
    section, blockquote { break-inside: avoid; }

    """
}
