import VocDesk
import VocDomain

/// What stands below the cards.
extension SatisfactionHTML {
  var channels: String {
    let heading = Phrase(es: "Igualdad entre canales", en: "Parity between channels")
    let rows = page.channels.rows.filter { !$0.name.isEmpty }.prefix(7)
    if rows.isEmpty { return section(heading, paragraph(Phrase(es: "Sin datos.", en: "No data."))) }
    let drawn = rows.map(channel).filter { $0.satisfaction != nil || $0.wait != nil }
    var body =
      drawn.isEmpty
      ? paragraph(
        Phrase(
          es: "CSAT y primera respuesta: muestra insuficiente en cada canal.",
          en: "CSAT and first reply: sample too small on every channel."))
      : chart.channels(
        drawn,
        headings: (
          say(Phrase(es: "CSAT, %", en: "CSAT, %")),
          say(Phrase(es: "1.ª respuesta p90, escala log.", en: "1st reply p90, log scale"))
        ),
        title: say(
          Phrase(
            es: "CSAT y p90 de la primera respuesta por canal",
            en: "CSAT and p90 of the first reply by channel"))
      )
    body += table(channelTable(Array(rows)))
    let sentence = ChannelHeadline(report: page.channels, invocation: invocation).text
    let verdict = page.channels.verdict.map { "<b>\(escaped(say($0.phrase)))</b>: " } ?? ""
    body += "<p>\(verdict)\(escaped(sentence))</p>"
    let caveats = [FigureTable.smallSamples, ChannelSheet.differByNature].map { say($0) }
    body += "<p class=\"small\">\(escaped(caveats.joined(separator: " ")))</p>"
    return section(heading, body)
  }

  private func channel(_ row: ChannelReport.Row) -> PageChart.Channel {
    func estimate(_ measure: ReportFigure.Measure, note: (ReportFigure) -> String) -> PageChart.Estimate? {
      guard let figure = row.figure(measure), figure.isShown, let value = figure.value else { return nil }
      return PageChart.Estimate(value: value, low: figure.low, high: figure.high, note: note(figure))
    }
    return PageChart.Channel(
      name: row.name,
      satisfaction: estimate(.csat) {
        "\($0.shown.shown(numbers))\($0.mark), n=\(numbers.integer($0.n))"
      },
      wait: estimate(.firstReplyP90) { $0.shown.shown(numbers) + $0.mark })
  }

  private func channelTable(_ rows: [ChannelReport.Row]) -> ReportTable {
    var table = ReportTable(
      "channels", "",
      columns: [.init("channel", say(Phrase(es: "Canal", en: "Channel")))]
        + [
          .init("first_reply", say(Phrase(es: "1.ª resp. p50", en: "1st reply p50"))),
          .init("first_reply_p90", "p90"), .init("n", "n"),
          .init("resolution", say(Phrase(es: "Resolución p50", en: "Resolution p50"))), .init("n", "n"),
        ], whenEmpty: "")
    func n(_ row: ChannelReport.Row, _ measure: ReportFigure.Measure) -> ReportValue {
      row.figure(measure).map { .count($0.n) } ?? .none
    }
    func cell(_ row: ChannelReport.Row, _ measure: ReportFigure.Measure) -> ReportValue {
      guard let figure = row.figure(measure), figure.isShown else { return .none }
      return .word(code: "", shown: figure.shown.shown(numbers) + figure.mark)
    }
    for row in rows {
      table.add([
        .text(row.name), cell(row, .firstReply), cell(row, .firstReplyP90), n(row, .firstReply),
        cell(row, .resolution), n(row, .resolution),
      ])
    }
    return table
  }

  var bottlenecks: String {
    let heading = Phrase(es: "Dónde se atasca", en: "Where it gets stuck")
    guard !page.journey.bottlenecks.isEmpty else {
      return section(heading, paragraph(Phrase(es: "Sin datos.", en: "No data.")))
    }
    var table = ReportTable(
      "bottlenecks", "",
      columns: [
        .init("edge", say(Phrase(es: "Espera que nota el cliente", en: "Wait that the customer feels"))),
        .init("count", say(Phrase(es: "Veces", en: "Times"))), .init("median", "p50"), .init("p90", "p90"),
        .init("share", say(Phrase(es: "Parte", en: "Share"))),
      ], whenEmpty: "")
    for edge in page.journey.bottlenecks.prefix(5) {
      let names = [edge.from, edge.to].map { TouchpointWording.text($0, invocation.language) }
      table.add([
        .text("\(names[0]) → \(names[1])"), .count(edge.waits.count),
        JourneySheet.shown(edge.waits.median, of: edge.waits.count, numbers),
        JourneySheet.shown(edge.waits.p90, of: edge.waits.count, numbers),
        invocation.share(100 * edge.share, of: page.journey.tickets, places: 0),
      ])
    }
    let few =
      page.journey.bottlenecks.prefix(5).contains { !JourneySheet.warnings($0.waits.count).isEmpty }
      ? "<p class=\"small\">\(escaped(say(JourneySheet.smallSamples)))</p>" : ""
    return section(heading, self.table(table) + few)
  }

  var arrivals: String {
    let heading = Phrase(es: "Cuándo llegan los tickets", en: "When tickets come")
    if report.created == 0 {
      return section(
        heading, paragraph(Phrase(es: "Sin tickets en el periodo.", en: "No tickets in the period.")))
    }
    return section(
      heading,
      chart.heatMap(
        chart.hours(counting: report.arrivals), days: days,
        title: say(Phrase(es: "Tickets por hora y día", en: "Tickets by hour and day"))))
  }

  var days: [String] {
    say(Phrase(es: "lu ma mi ju vi sá do", en: "Mo Tu We Th Fr Sa Su")).split(separator: " ").map(String.init)
  }

  var customers: String {
    let heading = Phrase(es: "Clientes que importan", en: "Customers who matter")
    let sheet = CustomerSheet(report: page.customers, invocation: invocation).sheet
    guard page.customers.customers > 0, var table = sheet.table("customers") else {
      return section(heading, paragraph(Phrase(es: "Sin datos.", en: "No data.")))
    }
    if let name = table.columns.firstIndex(where: { $0.key == "name" }) {
      for row in table.rows.indices {
        table.rows[row][name] = .text(Masking.shortName(table.rows[row][name].shown(numbers)))
      }
    }
    // One line: the gravest come first, and the report on customers tells all.
    if let reasons = table.columns.firstIndex(where: { $0.key == "reasons" }) {
      for row in table.rows.indices {
        table.rows[row][reasons] = .text(
          DisplayWidth.truncated(table.rows[row][reasons].shown(numbers), to: 32))
      }
    }
    let words = sheet.headline.map { "<p>\(escaped($0))</p>" } ?? ""
    return section(heading, words + "<div class=\"lines\">\(self.table(table, without: ["value"]))</div>")
  }

  var quotes: String {
    let heading = Phrase(es: "En sus palabras", en: "In their words")
    if page.quotes.isEmpty {
      return section(
        heading, paragraph(Phrase(es: "Sin comentarios en el periodo.", en: "No comments in the period.")))
    }
    let quotes = page.quotes.map { quote -> String in
      let words = DisplayWidth.truncated(Masking.masked(Escaping.line(quote.comment)), to: 180)
      let ticket = quote.ticketID.map { ", #\($0)" } ?? ""
      return
        "<blockquote class=\"\(quote.side.rawValue)\">\(escaped(words)) <span class=\"small\">\(quote.survey.rawValue.uppercased()) \(quote.score)\(ticket)</span></blockquote>"
    }
    return section(heading, "<div class=\"quotes\">\(quotes.joined(separator: "\n"))</div>")
  }
}
