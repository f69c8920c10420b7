import VocDomain
import VocInsight

/// Each period is held against those before it alone, so that nothing that comes later changes what is said of it.
extension TrendsReport {
  /// How many periods before a period it is held against at most, of which those count that have answers enough.
  static let mostPeriodsBefore = 24

  /// The figures of the buckets, with those of the periods before them first.
  mutating func takeAlarms(csat: [Proportion], nps: [NetPromoter?]) {
    let earlier = csat.count - buckets.count
    let shares = csat.map { enough(AnswerSum($0)) }
    let scores = nps.map { $0.flatMap { enough(AnswerSum($0)) } }
    for index in buckets.indices {
      let place = earlier + index
      (buckets[index].csatTop, buckets[index].csatN) = (csat[place].successes, csat[place].trials)
      (buckets[index].nps, buckets[index].npsN) = (nps[place]?.score, nps[place]?.n ?? 0)
      if let share = shares[place], let before = baseline(shares[..<place], .priorOfShare) {
        judgedCSAT += 1
        buckets[index].csatAlarm = alarm(share, before, width: TrendsReport.csatWidth)
      }
      if let score = scores[place], let before = baseline(scores[..<place], .priorOfNPS) {
        judgedNPS += 1
        buckets[index].npsAlarm =
          alarm(score, before, width: TrendsReport.npsWidth) ?? gradualAlarm(score, before)
      }
    }
  }

  private func enough(_ answers: AnswerSum) -> AnswerSum? {
    answers.n >= Double(SampleWarning.fewestShown) ? answers : nil
  }

  private func baseline(_ before: ArraySlice<AnswerSum?>, _ prior: AnswerSum) -> ControlBaseline? {
    let known = before.suffix(TrendsReport.mostPeriodsBefore).compactMap(\.self)
    return known.count < MannKendall.fewestPeriods ? nil : ControlBaseline(known, prior: prior)
  }

  /// Where the period itself lies beyond the limits, as wide as the periods before it vary.
  private func alarm(_ period: AnswerSum, _ before: ControlBaseline, width: Double) -> Alarm? {
    let deviation = before.deviation(of: period)
    return abs(deviation) > width * before.spread ? (deviation > 0 ? .up : .down) : nil
  }

  /// Where periods in a row lie to the same side, this one too, none of them far.
  private func gradualAlarm(_ period: AnswerSum, _ before: ControlBaseline) -> Alarm? {
    let deviation = before.deviation(of: period)
    let chart = EWMAChart(before.deviations + [deviation], mean: 0, deviation: before.spread)
    guard let last = chart?.points.last, last.isAlarm, last.average * deviation > 0 else { return nil }
    return deviation > 0 ? .up : .down
  }
}
