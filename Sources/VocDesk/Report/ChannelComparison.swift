import VocDomain
import VocInsight

/// Compares channels by one measure, those with values enough.
struct ChannelComparison {
  /// In the order in which channels stand.
  let channels: [(name: String, data: PeriodData)]

  func compare(_ measure: ReportFigure.Measure) -> ChannelReport.Comparison? {
    switch measure {
    case .csat: shares(.csat) { $0.answers.box(.csat)?.top }
    case .firstContact: shares(.firstContact, \.firstContact)
    case .reopened:
      shares(.reopened) { Proportion($0.reopened.trials - $0.reopened.successes, of: $0.reopened.trials) }
    case .firstReply: times(.firstReply) { $0.service.durations(.firstReply) }
    case .resolution: resolutions()
    default: nil
    }
  }

  private func shares(
    _ measure: ReportFigure.Measure, _ share: (PeriodData) -> Proportion?
  ) -> ChannelReport.Comparison? {
    let groups = channels.compactMap { channel in
      share(channel.data).map { RateParity.Group(channel.name, $0) }
    }
    .filter { $0.data.trials >= SampleWarning.fewestShown }
    guard let parity = RateParity(groups) else { return nil }
    let test = ChannelReport.Test(
      name: .chiSquare, statistic: parity.chiSquare.statistic, degrees: parity.chiSquare.degrees,
      p: parity.chiSquare.p, effect: parity.chiSquare.cramersV)
    return ChannelReport.Comparison(
      measure: measure, standings: standings(best: parity.best, parity.gaps),
      pairs: parity.pairs.map {
        ChannelReport.Pair(
          first: $0.first, second: $0.second, effect: $0.test.difference, p: $0.test.p, q: $0.q)
      }, test: test, verdict: parity.verdict)
  }

  private func times(
    _ measure: ReportFigure.Measure, _ times: (PeriodData) -> CountedSample
  ) -> ChannelReport.Comparison? {
    let groups = channels.map { TimeParity.Group($0.name, times($0.data)) }
      .filter { $0.data.n >= SampleWarning.fewestShown }
    guard let parity = TimeParity(groups) else { return nil }
    var standings = standings(best: parity.best, parity.gaps)
    for index in standings.indices {
      guard let place = groups.firstIndex(where: { $0.channel == standings[index].channel }) else { continue }
      standings[index].above = (parity.medianTest.above[place], groups[place].data.n)
    }
    let test = ChannelReport.Test(
      name: .kruskalWallis, statistic: parity.kruskalWallis.h, degrees: parity.kruskalWallis.degrees,
      p: parity.kruskalWallis.p, effect: parity.kruskalWallis.epsilonSquared)
    return ChannelReport.Comparison(
      measure: measure, standings: standings,
      pairs: parity.pairs.map {
        ChannelReport.Pair(
          first: $0.first, second: $0.second, effect: $0.test.cliffsDelta, p: $0.test.p, q: $0.q)
      }, test: test,
      medianTest: ChannelReport.MedianTest(
        median: parity.medianTest.grandMedian, p: parity.medianTest.test.p),
      verdict: parity.verdict)
  }

  private func resolutions() -> ChannelReport.Comparison? {
    let groups = channels.map { CensoredParity.Group($0.name, $0.data.service.untilSolved(.resolution)) }
      .filter { $0.data.n >= SampleWarning.fewestShown }
    guard let parity = CensoredParity(groups) else { return nil }
    let test = ChannelReport.Test(
      name: .gehan, statistic: parity.gehan.statistic, degrees: parity.gehan.degrees,
      p: parity.gehan.p)
    return ChannelReport.Comparison(
      measure: .resolution, standings: standings(best: parity.best, parity.gaps),
      pairs: parity.pairs.map {
        ChannelReport.Pair(first: $0.first, second: $0.second, p: $0.test.p, q: $0.q)
      }, test: test, verdict: parity.verdict)
  }

  private func standings(best: String, _ gaps: [ChannelGap]) -> [ChannelReport.Standing] {
    [ChannelReport.Standing(channel: best, isBest: true, ratio: 1)]
      + gaps.map {
        ChannelReport.Standing(
          channel: $0.channel, ratio: $0.ratio, low: $0.interval?.low, high: $0.interval?.high, q: $0.q,
          verdict: $0.verdict)
      }
  }
}
