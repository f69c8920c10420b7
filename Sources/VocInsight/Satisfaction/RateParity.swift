/// Whether a share is equally high on all channels: satisfied, resolved at first contact, answered in time.
///
/// A higher share is the better one: of reopened tickets count those that were not.
public struct RateParity: Equatable, Sendable {
  /// The share of one channel.
  public struct Group: Equatable, Sendable {
    public let channel: String
    public let proportion: Proportion

    public init(_ channel: String, _ proportion: Proportion) {
      self.channel = channel
      self.proportion = proportion
    }
  }

  /// Two channels compared.
  public struct Pair: Equatable, Sendable {
    public let first: String
    public let second: String
    public let comparison: TwoProportions
    /// The Benjamini-Hochberg q of `comparison.p` over all pairs, 0...1.
    public let q: Double
  }

  /// Over all channels, a row for each, and Cramér's V.
  public let chiSquare: ChiSquareTest
  /// Every pair of channels, in the order given.
  public let pairs: [Pair]
  /// The channel with the highest share of those with 10 trials or more (of all, where none has so many); the
  /// earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more have a share; channels of nothing are left out.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.proportion.trials > 0 }
    let shares = groups.compactMap(\.proportion.share)
    let table = groups.map { [$0.proportion.successes, $0.proportion.trials - $0.proportion.successes] }
    guard groups.count > 1, let chiSquare = ChiSquareTest(table, corrected: false),
      let best = BestChannel.place(shares, counts: groups.map(\.proportion.trials), by: >)
    else { return nil }
    self.chiSquare = chiSquare
    self.best = groups[best].channel

    let pairs = ChannelPairs(count: groups.count) {
      TwoProportions(groups[$0].proportion, groups[$1].proportion)
    }
    let q = MultipleTesting.benjaminiHochberg(pairs.tests.map(\.p))
    self.pairs = zip(pairs.places, zip(pairs.tests, q)).map { place, result in
      Pair(
        first: groups[place.first].channel, second: groups[place.second].channel, comparison: result.0,
        q: result.1)
    }
    gaps = groups.indices.filter { $0 != best }.map { index in
      let comparison = TwoProportions(groups[index].proportion, groups[best].proportion)
      let (ratio, interval) = (comparison?.ratio, comparison?.ratioInterval())
      let q = pairs.value(of: index, best, in: q)
      return ChannelGap(
        channel: groups[index].channel, ratio: ratio, interval: interval, q: q,
        verdict: .of(ratio: ratio, interval: interval, q: q))
    }
  }

  /// The lowest ratio to the best; nil where the best share is 0.
  public var lowestRatio: Double? { gaps.compactMap(\.ratio).min() }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}
