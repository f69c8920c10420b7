import VocDesk
import VocDomain

/// What stands below the cards.
extension SatisfactionHTML {
  var channels: String {
    let heading = Phrase(es: "Igualdad entre canales", en: "Parity between channels")
    let rows = page.channels.rows.filter { !$0.name.isEmpty }.prefix(7)
    if rows.isEmpty { return section(heading, paragraph(Phrase(es: "Sin datos.", en: "No data."))) }
    let dots = rows.compactMap { row -> PageChart.Dot? in
      guard let csat = row.figure(.csat), csat.isShown,
        let value = csat.value, let low = csat.low, let high = csat.high
      else { return nil }
      return PageChart.Dot(
        label: row.name, value: value, low: low, high: high,
        note: "\(csat.shown.shown(numbers)), n=\(numbers.integer(csat.n))")
    }
    var body =
      dots.isEmpty
      ? paragraph(
        Phrase(
          es: "CSAT: muestra insuficiente en cada canal.", en: "CSAT: sample too small on every channel."))
      : chart.dots(
        dots, scale: 0...100,
        title: say(Phrase(es: "CSAT por canal, 0 a 100 %", en: "CSAT by channel, 0 to 100%")))
    body += table(channelTable(Array(rows)))
    let sentence = ChannelHeadline(report: page.channels, invocation: invocation).text
    let verdict = page.channels.verdict.map { "<b>\(escaped(say($0.phrase)))</b>: " } ?? ""
    body += "<p>\(verdict)\(escaped(sentence))</p>"
    return section(heading, body)
  }

  private func channelTable(_ rows: [ChannelReport.Row]) -> ReportTable {
    let measures: [ReportFigure.Measure] = [.firstReply, .firstReplyP90, .resolution]
    var table = ReportTable(
      "channels", "",
      columns: [.init("channel", say(Phrase(es: "Canal", en: "Channel")))]
        + [
          .init("first_reply", say(Phrase(es: "1.ª resp. p50", en: "1st reply p50"))),
          .init("first_reply_p90", "p90"),
          .init("resolution", say(Phrase(es: "Resolución p50", en: "Resolution p50"))),
        ], whenEmpty: "")
    for row in rows {
      table.add([.text(row.name)] + measures.map { row.figure($0)?.shown ?? .none })
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
        .text("\(names[0]) → \(names[1])"), .count(edge.waits.count), .duration(edge.waits.median),
        edge.waits.count < 10 ? .none : .duration(edge.waits.p90), .percent(100 * edge.share, places: 0),
      ])
    }
    return section(heading, self.table(table))
  }

  var arrivals: String {
    let heading = Phrase(es: "Cuándo llegan los tickets", en: "When tickets come")
    if report.created == 0 {
      return section(
        heading, paragraph(Phrase(es: "Sin tickets en el periodo.", en: "No tickets in the period.")))
    }
    let days = say(Phrase(es: "lu ma mi ju vi sá do", en: "Mo Tu We Th Fr Sa Su")).split(separator: " ")
      .map(String.init)
    return section(
      heading,
      chart.heatMap(
        report.arrivals, days: days,
        title: say(Phrase(es: "Tickets por hora y día", en: "Tickets by hour and day"))))
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
    let words = sheet.headline.map { "<p>\(escaped($0))</p>" } ?? ""
    return section(heading, words + self.table(table, without: ["value"]))
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
        "<blockquote class=\"\(quote.mood.rawValue)\">\(escaped(words)) <span class=\"small\">\(quote.survey.rawValue.uppercased()) \(quote.score)\(ticket)</span></blockquote>"
    }
    return section(heading, "<div class=\"quotes\">\(quotes.joined(separator: "\n"))</div>")
  }
}
