import VocDomain
import VocInsight
import VocStore

/// What the answers of a report add up to.
struct AnswerSums {
  var total = HistogramSet()
  /// By member, or by month.
  var groups: [Int64: HistogramSet] = [:]
  /// How many answers of the period a filter left out because they belong to no ticket.
  var withoutTicket = 0

  /// Counts a cell, whose period is a month, in its group.
  mutating func add(_ cell: AnswerCell, _ n: Int64, by grouping: SatisfactionReport.Grouping) {
    groups[grouping == .month ? Int64(cell.period) : cell.member, default: HistogramSet()].add(cell, n)
  }
}

/// The scores of every survey in one group of answers.
struct HistogramSet {
  private var histograms: [SurveyKind: ScoreHistogram] = [:]

  mutating func add(_ cell: AnswerCell, _ n: Int64) {
    histograms[cell.survey, default: ScoreHistogram(cell.survey)].add(cell.score, times: Int(n))
  }

  var figures: SatisfactionReport.Figures {
    SatisfactionReport.Figures(nps: promoter(.nps), csat: box(.csat), ces: box(.ces), enps: promoter(.enps))
  }

  private func promoter(_ survey: SurveyKind) -> SatisfactionReport.PromoterFigure {
    guard let summary = histograms[survey].flatMap(NetPromoter.init) else {
      return SatisfactionReport.PromoterFigure(warnings: [.noData])
    }
    let interval = summary.interval()
    return SatisfactionReport.PromoterFigure(
      n: summary.n, promoters: summary.promoters, passives: summary.passives, detractors: summary.detractors,
      score: summary.score, low: interval.low, high: interval.high, warnings: summary.warnings)
  }

  private func box(_ survey: SurveyKind) -> SatisfactionReport.BoxFigure {
    guard let summary = histograms[survey].flatMap(TopBox.init) else {
      return SatisfactionReport.BoxFigure(warnings: [.noData])
    }
    let interval = summary.interval()
    return SatisfactionReport.BoxFigure(
      n: summary.n, top: summary.top.successes, share: summary.percent, low: interval.low,
      high: interval.high,
      mean: summary.mean, warnings: summary.warnings)
  }
}
