import VocDomain
import VocInsight

/// What was answered and done in one stretch of time, or in one group of it, and the figures that follow.
struct PeriodData {
  var answers = HistogramSet()
  var service = ServiceSums()
  /// Known of all tickets only: what was sent has no ticket.
  var reach = SurveyReach()

  /// All figures of which something was counted; `before` is the stretch that they are compared with.
  func figures(before: PeriodData?) -> [ReportFigure] {
    surveyFigures(before) + reach.figures(before: before?.reach) + commentFigures(before)
      + timeFigures(before) + solveFigures(before)
      + callFigures(before)
  }

  // MARK: - Surveys

  private func surveyFigures(_ before: PeriodData?) -> [ReportFigure] {
    [SurveyKind.nps, .csat, .ces, .enps].compactMap { answers.figure(of: $0, before: before?.answers) }
  }

  /// Commented of answered, for each survey.
  private func commentFigures(_ before: PeriodData?) -> [ReportFigure] {
    SurveyKind.allCases.compactMap { survey in
      guard let now = answers.commentShare(survey) else { return nil }
      var figure = ReportFigure.share(.commentRate, now, before: before?.answers.commentShare(survey))
      figure.survey = survey
      return figure
    }
  }

  // MARK: - Times

  private func timeFigures(_ before: PeriodData?) -> [ReportFigure] {
    waits(.firstReply, [(.firstReply, 0.5), (.firstReplyP90, 0.9)], before)
      + waits(.businessFirstReply, [(.businessFirstReply, 0.5), (.businessFirstReplyP90, 0.9)], before)
      + waits(.nextReply, [(.nextReply, 0.5), (.nextReplyP90, 0.9)], before)
      + untilSolved(.resolution, [(.resolution, 0.5), (.resolutionP90, 0.9)], before)
      + untilSolved(
        .businessResolution, [(.businessResolution, 0.5), (.businessResolutionP90, 0.9)], before)
      + untilSolved(.netResolution, [(.netResolution, 0.5), (.netResolutionP90, 0.9)], before)
  }

  /// Times that are over.
  private func waits(
    _ measure: ServiceMeasure, _ quantiles: [(name: ReportFigure.Measure, share: Double)],
    _ before: PeriodData?
  ) -> [ReportFigure] {
    let now = service.durations(measure)
    if now.n == 0 { return [] }
    let then = before?.service.durations(measure)
    return quantiles.map { name, share in
      var figure = ReportFigure(name, .seconds, n: now.n)
      figure.value = now.quantile(share)
      let bounds = now.quantileInterval(share)?.bounds
      (figure.low, figure.high) = (bounds?.low, bounds?.high)
      if let then, then.n > 0 {
        (figure.previous, figure.previousN) = (then.quantile(share), then.n)
        if share == 0.5, let ratio = MedianRatio(now, then), let interval = ratio.interval {
          figure.change = ReportFigure.Change(ratio: ratio.ratio, interval)
        }
      }
      return figure
    }
  }

  /// Times of which some go on, by the Kaplan-Meier estimate.
  private func untilSolved(
    _ measure: ServiceMeasure, _ quantiles: [(name: ReportFigure.Measure, share: Double)],
    _ before: PeriodData?
  ) -> [ReportFigure] {
    guard let now = service.untilSolved(measure).kaplanMeier else { return [] }
    let then = before?.service.untilSolved(measure).kaplanMeier
    return quantiles.map { name, share in
      var figure = ReportFigure(name, .seconds, n: now.n)
      figure.part = now.ended
      let interval = now.quantileInterval(share)
      (figure.value, figure.low, figure.high) = (now.quantile(share), interval.low, interval.high)
      if let then {
        (figure.previous, figure.previousN) = (then.quantile(share), then.n)
        if share == 0.5, let ratio = MedianRatio(now, then), let interval = ratio.interval {
          figure.change = ReportFigure.Change(ratio: ratio.ratio, interval)
        }
      }
      return figure
    }
  }

  // MARK: - What became of tickets and calls

  /// Of the solved tickets that are old enough and of which contacts are on record, those resolved at the first.
  var firstContact: Proportion {
    Proportion(
      service.observed.solves { $0.isFirstContact }, of: service.observed.solves { !$0.contains(.wordless) })
  }

  /// Of the solved tickets, those reopened within 14 days.
  var reopened: Proportion { share { $0.contains(.reopenedSoon) } }

  private func share(_ condition: (SolveOutcome) -> Bool) -> Proportion {
    Proportion(service[.solved].solves(where: condition), of: service[.solved].n)
  }

  private func solveFigures(_ before: PeriodData?) -> [ReportFigure] {
    func figure(_ measure: ReportFigure.Measure, _ share: (PeriodData) -> Proportion) -> ReportFigure? {
      let now = share(self)
      return now.trials == 0 ? nil : .share(measure, now, before: before.map(share))
    }
    return [
      figure(.firstContact, \.firstContact),
      figure(.reopened, \.reopened),
      figure(.transferred) { $0.share { $0.contains(.transferred) } },
      figure(.handedOff) { $0.share { $0.contains(.handedOff) } },
    ].compactMap { $0 }
  }

  private func callFigures(_ before: PeriodData?) -> [ReportFigure] {
    let now = service.callLevel
    if now.offered == 0 { return [] }
    let then = before?.service.callLevel
    var figures: [ReportFigure] = [
      .share(.abandoned, now.netAbandonRate, before: then?.netAbandonRate),
      .share(.serviceLevel, now.share(), before: then?.share()),
    ]
    for (name, measure) in [
      (ReportFigure.Measure.speedOfAnswer, ServiceMeasure.answeredCall), (.handleTime, .handle),
    ] where service[measure].n > 0 {
      var figure = ReportFigure(name, .seconds, n: service[measure].n)
      figure.value = service[measure].mean
      figure.previous = before?.service[measure].mean
      figure.previousN = before?.service[measure].n
      figures.append(figure)
    }
    return figures
  }
}

extension ReportFigure {
  /// A share with its Wilson interval; its change from another with Newcombe's.
  static func share(_ measure: Measure, _ now: Proportion, before: Proportion?) -> ReportFigure {
    var figure = ReportFigure(measure, .percent, n: now.trials)
    figure.part = now.successes
    figure.value = now.share.map { 100 * $0 }
    if let interval = now.wilson() {
      (figure.low, figure.high) = (100 * interval.low, 100 * interval.high)
      figure.warnings = SampleWarning.rule(n: now.trials, marginOfError: 100 * interval.halfWidth)
    }
    if let before, let then = before.share {
      (figure.previous, figure.previousN) = (100 * then, before.trials)
      if let both = TwoProportions(now, before) {
        let interval = both.newcombe()
        figure.change = Change(
          value: 100 * both.difference, low: 100 * interval.low, high: 100 * interval.high)
      }
    }
    return figure
  }
}

extension ReportFigure.Change {
  init(value: Double, _ interval: ConfidenceInterval) {
    self.init(value: value, low: interval.low, high: interval.high)
  }

  /// Of a ratio, in percent more or less.
  init(ratio: Double, _ interval: ConfidenceInterval) {
    self.init(value: 100 * (ratio - 1), low: 100 * (interval.low - 1), high: 100 * (interval.high - 1))
  }
}
