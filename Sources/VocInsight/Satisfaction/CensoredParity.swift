/// Whether something that has not ended everywhere takes equally long on all channels: resolutions.
public struct CensoredParity: Equatable, Sendable {
  /// The times of one channel, in any unit.
  public typealias Group = ChannelGroup<CensoredSample>

  /// Over all channels.
  public let gehan: GehanTest
  /// Every pair of channels of which something can be said, in the order given.
  public let pairs: [ChannelPair<GehanTest>]
  /// The channel with the shortest Kaplan-Meier median of those with 10 things or more (of all, where none has so
  /// many); the earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given: the ratio is that of the medians.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more can be compared and a median is reached.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.data.n > 0 }
    let samples = groups.map(\.data)
    let estimates = samples.compactMap(\.kaplanMeier)
    let medians = estimates.map { $0.median ?? .infinity }
    guard let gehan = GehanTest(samples),
      let best = BestChannel.place(medians, counts: samples.map(\.n), by: <), medians[best].isFinite
    else { return nil }
    self.gehan = gehan
    self.best = groups[best].channel
    let standings = ChannelStandings(groups.map(\.channel), best: best, p: \.p) {
      GehanTest([samples[$0], samples[$1]])
    } ratio: {
      let ratio = MedianRatio(estimates[$0], estimates[best])
      return (ratio?.ratio, ratio?.interval)
    }
    (pairs, gaps) = (standings.pairs, standings.gaps)
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}
