/// Whether customers wait equally long on all channels: first replies, resolutions.
public struct TimeParity: Equatable, Sendable {
  /// The times of one channel, in any unit.
  public struct Group: Equatable, Sendable {
    public let channel: String
    public let times: CountedSample

    public init(_ channel: String, _ times: CountedSample) {
      self.channel = channel
      self.times = times
    }

    /// Times that are not numbers are left out.
    public init(_ channel: String, _ times: [Double]) { self.init(channel, CountedSample(times)) }
  }

  /// Two channels compared.
  public struct Pair: Equatable, Sendable {
    public let first: String
    public let second: String
    /// The test and Cliff's delta of the first against the second.
    public let test: MannWhitney
    /// The Benjamini-Hochberg q over all pairs, 0...1.
    public let q: Double
  }

  /// Over all channels.
  public let kruskalWallis: KruskalWallis
  /// The same in plain words: how many waited longer than half of all.
  public let medianTest: MoodMedianTest
  /// Every pair of channels, in the order given.
  public let pairs: [Pair]
  /// The channel with the shortest median of those with 10 times or more (of all, where none has so many);
  /// the earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given: the ratio is that of the medians, its interval
  /// that of `MedianRatio`.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more have times; channels without any are left out.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.times.n > 0 }
    let samples = groups.map(\.times)
    let medians = samples.compactMap(\.median)
    guard let kruskalWallis = KruskalWallis(samples), let medianTest = MoodMedianTest(samples),
      let best = BestChannel.place(medians, counts: samples.map(\.n), by: <)
    else { return nil }
    self.kruskalWallis = kruskalWallis
    self.medianTest = medianTest
    self.best = groups[best].channel

    let pairs = ChannelPairs(count: groups.count) { MannWhitney(groups[$0].times, groups[$1].times) }
    let q = MultipleTesting.benjaminiHochberg(pairs.tests.map(\.p))
    self.pairs = zip(pairs.places, zip(pairs.tests, q)).map { place, result in
      Pair(
        first: groups[place.first].channel, second: groups[place.second].channel, test: result.0,
        q: result.1)
    }
    gaps = groups.indices.filter { $0 != best }.map { index in
      let ratio = MedianRatio(samples[index], samples[best])
      let q = pairs.value(of: index, best, in: q)
      return ChannelGap(
        channel: groups[index].channel, ratio: ratio?.ratio, interval: ratio?.interval, q: q,
        verdict: .of(ratio: ratio?.ratio, interval: ratio?.interval, q: q))
    }
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}
