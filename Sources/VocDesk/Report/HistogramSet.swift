import VocDomain
import VocInsight
import VocStore

/// The scores of every survey in one group of answers.
struct HistogramSet {
  private var histograms: [SurveyKind: ScoreHistogram] = [:]

  mutating func add(_ survey: SurveyKind, score: Int, times n: Int) {
    histograms[survey, default: ScoreHistogram(survey)].add(score, times: n)
  }

  /// NPS of detractors, CSAT of 1 and 2.
  var bad: Int { (histograms[.nps]?.count(in: 0...6) ?? 0) + (histograms[.csat]?.count(in: 1...2) ?? 0) }

  func promoter(_ survey: SurveyKind) -> NetPromoter? { histograms[survey].flatMap(NetPromoter.init) }
  func box(_ survey: SurveyKind) -> TopBox? { histograms[survey].flatMap(TopBox.init) }

  var figures: SatisfactionReport.Figures {
    SatisfactionReport.Figures(
      nps: promoterFigure(.nps), csat: boxFigure(.csat), ces: boxFigure(.ces), enps: promoterFigure(.enps))
  }

  private func promoterFigure(_ survey: SurveyKind) -> SatisfactionReport.PromoterFigure {
    guard let summary = promoter(survey) else {
      return SatisfactionReport.PromoterFigure(warnings: [.noData])
    }
    if survey.isAnonymous(n: summary.n) {
      return SatisfactionReport.PromoterFigure(n: summary.n, warnings: summary.warnings)
    }
    let interval = summary.interval()
    return SatisfactionReport.PromoterFigure(
      n: summary.n, promoters: summary.promoters, passives: summary.passives, detractors: summary.detractors,
      score: summary.score, low: interval.low, high: interval.high, warnings: summary.warnings)
  }

  private func boxFigure(_ survey: SurveyKind) -> SatisfactionReport.BoxFigure {
    guard let summary = box(survey) else { return SatisfactionReport.BoxFigure(warnings: [.noData]) }
    let interval = summary.interval()
    return SatisfactionReport.BoxFigure(
      n: summary.n, top: summary.top.successes, share: summary.percent, low: interval.low,
      high: interval.high, mean: summary.mean, warnings: summary.warnings)
  }
}
