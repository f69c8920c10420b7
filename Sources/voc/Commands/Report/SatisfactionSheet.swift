import VocDesk
import VocDomain

/// The satisfaction report as tables: what JSON, CSV, Markdown and the page in HTML say, and the terminal below its bars.
struct SatisfactionSheet {
  let report: SatisfactionReport
  let invocation: Invocation

  static let tables = ["figures", "surveys", "tickets", "backlog", "calls"]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Satisfacción", en: "Satisfaction")),
      subtitle: invocation.subtitle(of: report.period, filter: report.filter),
      facts: SatisfactionJSON.members(report) + facts, tables: [figures, surveys, tickets, backlog, calls],
      legend: legend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

  static let total = Phrase(both: "total")
  static let none = Phrase(es: "(sin dato)", en: "(none)")

  private var facts: [JSON.Member] {
    report.period.facts + [
      .init("before", report.before.map { .object($0.facts) } ?? .null),
      .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
      .init("without_ticket", report.filter == nil ? .null : .int(Int64(report.withoutTicket))),
      .init("comments_uncounted", .bool(report.hasUncountedComments)),
      UnfinishedImports.fact(report.unfinishedImports),
    ]
  }

  static let noData = Phrase(es: "Sin datos.", en: "No data.")
  static let noTickets = Phrase(es: "Sin tickets en el periodo.", en: "No tickets in the period.")

  var hasService: Bool { report.created + report.solved > 0 || report.backlog.unsolved > 0 }

  /// How many gave which answers.
  var surveys: ReportTable {
    var table = ReportTable(
      "surveys", say(Phrase(es: "Respuestas", en: "Answers")),
      columns: [
        .init("survey", say(Phrase(es: "Encuesta", en: "Survey"))), .init("n", "n"),
        .init("detractors", say(Phrase(es: "Detractores", en: "Detractors"))),
        .init("passives", say(Phrase(es: "Pasivos", en: "Passives"))),
        .init("promoters", say(Phrase(es: "Promotores", en: "Promoters"))),
        .init("top", say(Phrase(es: "Favorables", en: "Favourable"))),
        .init("mean", say(Phrase(es: "Media", en: "Mean"))),
      ], whenEmpty: say(SatisfactionSheet.noData))
    let all = report.surveys
    for (name, figure) in [("nps", all.nps), ("enps", all.enps)] where figure.n > 0 {
      // Of employees not even the counts are told where there are too few.
      let counts = [figure.detractors, figure.passives, figure.promoters].map {
        figure.score == nil ? ReportValue.none : .count($0)
      }
      table.add(
        [.word(code: name, shown: name == "nps" ? "NPS" : "eNPS"), .count(figure.n)] + counts + [
          .none, .none,
        ])
    }
    for (name, figure) in [("csat", all.csat), ("ces", all.ces)] where figure.n > 0 {
      table.add([
        .word(code: name, shown: name.uppercased()), .count(figure.n), .none, .none, .none,
        .count(figure.top),
        ReportValue(figure.mean) { .number($0, places: 2) },
      ])
    }
    return table
  }
}
