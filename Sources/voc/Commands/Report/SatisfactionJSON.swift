import VocDesk
import VocDomain

/// The surveys of the satisfaction report as JSON: raw figures always, with a "warning" where the sample is small.
enum SatisfactionJSON {
  /// The members that come before the report's tables.
  static func members(_ report: SatisfactionReport) -> [JSON.Member] {
    var all = surveys(report.surveys)
    if report.grouping != nil {
      let groups = report.groups.map {
        JSON.Member($0.name.isEmpty ? "-" : $0.name, .object(surveys($0.surveys)))
      }
      all.append(.init("groups", .object(groups)))
    }
    return all
  }

  private static func surveys(_ figures: SatisfactionReport.Figures) -> [JSON.Member] {
    [
      .init("nps", promoter(figures.nps)), .init("csat", box(figures.csat, topName: "top2")),
      .init("ces", box(figures.ces, topName: "top3")), .init("enps", promoter(figures.enps)),
    ]
  }

  private static func promoter(_ figure: SatisfactionReport.PromoterFigure) -> JSON {
    .object(
      [
        .init("n", .int(Int64(figure.n))), .init("promoters", count(figure.promoters, of: figure)),
        .init("passives", count(figure.passives, of: figure)),
        .init("detractors", count(figure.detractors, of: figure)),
        .init("score", JSON(figure.score)), .init("low", JSON(figure.low)), .init("high", JSON(figure.high)),
      ] + warning(figure.warnings))
  }

  /// Where answers are there without a score, they are employees' and too few.
  private static func count(_ count: Int, of figure: SatisfactionReport.PromoterFigure) -> JSON {
    figure.n > 0 && figure.score == nil ? .null : .int(Int64(count))
  }

  private static func box(_ figure: SatisfactionReport.BoxFigure, topName: String) -> JSON {
    .object(
      [
        .init("n", .int(Int64(figure.n))), .init(topName, .int(Int64(figure.top))),
        .init("share", JSON(figure.share)), .init("low", JSON(figure.low)), .init("high", JSON(figure.high)),
        .init("mean", JSON(figure.mean)),
      ] + warning(figure.warnings))
  }

  private static func warning(_ warnings: [SampleWarning]) -> [JSON.Member] {
    warnings.isEmpty ? [] : [.init("warning", .string(warnings.map(\.code).joined(separator: " ")))]
  }
}
