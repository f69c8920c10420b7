/// Whether something that has not ended everywhere takes equally long on all channels: resolutions.
public struct CensoredParity: Equatable, Sendable {
  /// The times of one channel, in any unit.
  public struct Group: Equatable, Sendable {
    public let channel: String
    public let times: CensoredSample

    public init(_ channel: String, _ times: CensoredSample) {
      self.channel = channel
      self.times = times
    }
  }

  /// Two channels compared.
  public struct Pair: Equatable, Sendable {
    public let first: String
    public let second: String
    public let test: GehanTest
    /// The Benjamini-Hochberg q over all pairs, 0...1.
    public let q: Double
  }

  /// Over all channels.
  public let gehan: GehanTest
  /// Every pair of channels of which something can be said, in the order given.
  public let pairs: [Pair]
  /// The channel with the shortest Kaplan-Meier median of those with 10 things or more (of all, where none has so
  /// many); the earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given: the ratio is that of the medians.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more can be compared and a median is reached.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.times.n > 0 }
    let estimates = groups.compactMap(\.times.kaplanMeier)
    let medians = estimates.map { $0.median ?? .infinity }
    guard let gehan = GehanTest(groups.map(\.times)),
      let best = BestChannel.place(medians, counts: groups.map(\.times.n), by: <), medians[best].isFinite
    else { return nil }
    self.gehan = gehan
    self.best = groups[best].channel

    let pairs = ChannelPairs(count: groups.count) { GehanTest([groups[$0].times, groups[$1].times]) }
    let q = MultipleTesting.benjaminiHochberg(pairs.tests.map(\.p))
    self.pairs = zip(pairs.places, zip(pairs.tests, q)).map { place, result in
      Pair(
        first: groups[place.first].channel, second: groups[place.second].channel, test: result.0,
        q: result.1)
    }
    gaps = groups.indices.filter { $0 != best }.map { index in
      let ratio = MedianRatio(estimates[index], estimates[best])
      let q = pairs.value(of: index, best, in: q)
      return ChannelGap(
        channel: groups[index].channel, ratio: ratio?.ratio, interval: ratio?.interval, q: q,
        verdict: .of(ratio: ratio?.ratio, interval: ratio?.interval, q: q))
    }
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}
