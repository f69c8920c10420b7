import VocDesk
import VocDomain

/// The satisfaction report as JSON: raw figures always, with a "warning" where the sample is small.
enum SatisfactionJSON {
  static func object(_ report: SatisfactionReport, _ fields: [String]) -> JSON {
    var all = figures(report.total)
    if report.grouping != nil {
      all.append(
        .init(
          "groups",
          .object(report.groups.map { .init($0.name.isEmpty ? "-" : $0.name, .object(figures($0.figures))) }))
      )
    }
    all.append(.init("since", report.since.map { .string(day($0)) } ?? .null))
    all.append(.init("until", report.until.map { .string(day($0)) } ?? .null))
    all.append(.init("zone", .string(report.zone)))
    all.append(.init("filter", JSON(report.filter)))
    all.append(.init("without_ticket", report.filter == nil ? .null : .int(Int64(report.withoutTicket))))
    return JSON.object(all).selecting(fields)
  }

  private static func day(_ day: CivilDate) -> String { Timestamp.day(day.midnight, .en) }

  private static func figures(_ figures: SatisfactionReport.Figures) -> [JSON.Member] {
    [
      .init("nps", promoter(figures.nps)), .init("csat", box(figures.csat, topName: "top2")),
      .init("ces", box(figures.ces, topName: "top3")), .init("enps", promoter(figures.enps)),
    ]
  }

  private static func promoter(_ figure: SatisfactionReport.PromoterFigure) -> JSON {
    .object(
      [
        .init("n", .int(Int64(figure.n))), .init("promoters", .int(Int64(figure.promoters))),
        .init("passives", .int(Int64(figure.passives))), .init("detractors", .int(Int64(figure.detractors))),
        .init("score", number(figure.score)), .init("low", number(figure.low)),
        .init("high", number(figure.high)),
      ] + warning(figure.warnings))
  }

  private static func box(_ figure: SatisfactionReport.BoxFigure, topName: String) -> JSON {
    .object(
      [
        .init("n", .int(Int64(figure.n))), .init(topName, .int(Int64(figure.top))),
        .init("share", number(figure.share)), .init("low", number(figure.low)),
        .init("high", number(figure.high)),
        .init("mean", number(figure.mean)),
      ] + warning(figure.warnings))
  }

  private static func number(_ value: Double?) -> JSON { value.map(JSON.double) ?? .null }

  private static func warning(_ warnings: [SampleWarning]) -> [JSON.Member] {
    warnings.isEmpty ? [] : [.init("warning", .string(warnings.map(\.code).joined(separator: ",")))]
  }
}
