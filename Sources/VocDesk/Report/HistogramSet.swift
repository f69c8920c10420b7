import VocDomain
import VocInsight
import VocStore

/// The scores of every survey in one group of answers, and how many came with a comment.
struct HistogramSet {
  private var histograms = BySurvey<ScoreHistogram>()
  private var commented = BySurvey<Int>()
  /// Surveys with answers that were counted before comments were.
  private var uncounted: Set<SurveyKind> = []

  var hasUncountedComments: Bool { !uncounted.isEmpty }

  mutating func add(_ cell: AnswerCell, _ count: AnswerCount) {
    histograms[cell.survey, default: ScoreHistogram(cell.survey)].add(cell.score, times: Int(count.n))
    if let commented = count.commented {
      self.commented[cell.survey, default: 0] += Int(commented)
    } else {
      uncounted.insert(cell.survey)
    }
  }

  /// Of an answer the score alone.
  mutating func add(_ survey: SurveyKind, score: Int) {
    histograms[survey, default: ScoreHistogram(survey)].add(score)
  }

  mutating func add(_ answer: CountedAnswer) {
    add(answer.survey, score: answer.score)
    if answer.isCommented { commented[answer.survey, default: 0] += 1 }
  }

  /// How many of a survey's answers came with a comment; nil where that is not known, or may not be told of so few
  /// colleagues.
  func commentShare(_ survey: SurveyKind) -> Proportion? {
    guard let n = histograms[survey]?.n, n > 0, !uncounted.contains(survey), !survey.isAnonymous(n: n) else {
      return nil
    }
    return Proportion(commented[survey] ?? 0, of: n)
  }

  /// The scores that are not in another set, which is a part of this.
  func without(_ part: HistogramSet) -> HistogramSet {
    var rest = HistogramSet()
    for (survey, all) in histograms.pairs {
      let taken = part.histograms[survey]?.counts ?? all.counts.map { _ in 0 }
      let counts = zip(all.counts, taken).map { max(0, $0 - $1) }
      // No histogram at all where nothing is left: a figure of nothing is none.
      if counts.contains(where: { $0 > 0 }) {
        rest.histograms[survey] = ScoreHistogram(survey, counts: counts)
      }
    }
    return rest
  }

  /// Answers that ask for somebody to call back.
  var bad: Int {
    histograms.pairs.reduce(0) { sum, part in
      sum + (part.survey.badScores.map { part.value.count(in: $0) } ?? 0)
    }
  }

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

extension HistogramSet {
  /// A survey's figure with what it was in another set; nil without answers.
  func figure(of survey: SurveyKind, before: HistogramSet?) -> ReportFigure? {
    switch survey {
    case .nps: promoters(.nps, survey, before)
    case .enps: promoters(.enps, survey, before)
    case .csat: box(survey).map { .share(.csat, $0.top, before: before?.box(survey)?.top) }
    case .ces: box(survey).map { .share(.ces, $0.top, before: before?.box(survey)?.top) }
    }
  }

  private func promoters(
    _ measure: ReportFigure.Measure, _ survey: SurveyKind, _ before: HistogramSet?
  ) -> ReportFigure? {
    guard let now = promoter(survey) else { return nil }
    var figure = ReportFigure(measure, .points, n: now.n)
    if survey.isAnonymous(n: now.n) { return figure }
    let interval = now.interval()
    (figure.value, figure.low, figure.high) = (now.score, interval.low, interval.high)
    figure.warnings = now.warnings
    if let then = before?.promoter(survey), !survey.isAnonymous(n: then.n) {
      let change = NetPromoterChange(from: then, to: now)
      (figure.previous, figure.previousN) = (then.score, then.n)
      figure.change = ReportFigure.Change(value: change.difference, change.interval())
    }
    return figure
  }
}
