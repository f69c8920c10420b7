/// Whether customers wait equally long on all channels: first replies, resolutions.
public struct TimeParity: Equatable, Sendable {
  /// The times of one channel, in any unit.
  public typealias Group = ChannelGroup<CountedSample>

  /// Over all channels.
  public let kruskalWallis: KruskalWallis
  /// The same in plain words: how many waited longer than half of all.
  public let medianTest: MoodMedianTest
  /// Every pair of channels, in the order given: the test, and Cliff's delta.
  public let pairs: [ChannelPair<MannWhitney>]
  /// The channel with the shortest median of those with 10 times or more (of all, where none has so many);
  /// the earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given: the ratio is that of the medians, its interval
  /// that of `MedianRatio`.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more have times; channels without any are left out.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.data.n > 0 }
    let samples = groups.map(\.data)
    let medians = samples.compactMap(\.median)
    guard let kruskalWallis = KruskalWallis(samples), let medianTest = MoodMedianTest(samples),
      let best = BestChannel.place(medians, counts: samples.map(\.n), by: <)
    else { return nil }
    self.kruskalWallis = kruskalWallis
    self.medianTest = medianTest
    self.best = groups[best].channel
    let standings = ChannelStandings(groups.map(\.channel), best: best, p: \.p) {
      MannWhitney(samples[$0], samples[$1])
    } ratio: {
      let ratio = MedianRatio(samples[$0], samples[best])
      return (ratio?.ratio, ratio?.interval)
    }
    (pairs, gaps) = (standings.pairs, standings.gaps)
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}

extension ChannelGroup where Data == CountedSample {
  /// Times that are not numbers are left out.
  public init(_ channel: String, _ times: [Double]) { self.init(channel, CountedSample(times)) }
}
