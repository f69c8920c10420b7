import VocDesk
import VocDomain

/// The satisfaction report for a spreadsheet: one row a group and survey.
enum SatisfactionCSV {
  static func write(_ report: SatisfactionReport, _ invocation: Invocation) {
    // Tools that know the rows of all answers find them as they were.
    let filter = report.filter.map { [$0] } ?? []
    let table = CSVTable(
      [
        report.grouping?.rawValue ?? "group", "survey", "n", "promoters", "passives", "detractors", "top",
        "figure", "low", "high", "mean", "warning",
      ] + (filter.isEmpty ? [] : ["filter"]), invocation)
    func row(_ cells: [String]) { table.add(cells + filter) }
    let groups = [SatisfactionReport.Group(name: "", figures: report.total)]
    for (index, group) in (groups + report.groups).enumerated() {
      let name =
        index == 0
        ? invocation.say(Phrase(both: "total"))
        : group.name.isEmpty ? invocation.say(Phrase(es: "(sin dato)", en: "(none)")) : group.name
      for (survey, figure) in [("nps", group.figures.nps), ("enps", group.figures.enps)] where figure.n > 0 {
        row([
          name, survey, "\(figure.n)", "\(figure.promoters)", "\(figure.passives)", "\(figure.detractors)",
          "",
          number(figure.score, invocation), number(figure.low, invocation), number(figure.high, invocation),
          "",
          figure.warnings.map(\.code).joined(separator: " "),
        ])
      }
      for (survey, figure) in [("csat", group.figures.csat), ("ces", group.figures.ces)] where figure.n > 0 {
        row([
          name, survey, "\(figure.n)", "", "", "", "\(figure.top)", number(figure.share, invocation),
          number(figure.low, invocation), number(figure.high, invocation), number(figure.mean, invocation),
          figure.warnings.map(\.code).joined(separator: " "),
        ])
      }
    }
  }

  /// With the country's decimal mark and no mark between thousands.
  private static func number(_ value: Double?, _ invocation: Invocation) -> String {
    guard let value else { return "" }
    return invocation.numbers.decimal(value, places: 2)
  }
}
