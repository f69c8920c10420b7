/// Whether a share is equally high on all channels: satisfied, resolved at first contact, answered in time.
///
/// A higher share is the better one: of reopened tickets count those that were not.
public struct RateParity: Equatable, Sendable {
  /// The share of one channel.
  public typealias Group = ChannelGroup<Proportion>

  /// Over all channels, a row for each, and Cramér's V.
  public let chiSquare: ChiSquareTest
  /// Every pair of channels, in the order given.
  public let pairs: [ChannelPair<TwoProportions>]
  /// The channel with the highest share of those with 10 trials or more (of all, where none has so many); the
  /// earlier one if two have it.
  public let best: String
  /// The other channels beside the best, in the order given.
  public let gaps: [ChannelGap]

  /// Nil unless two channels or more have a share; channels of nothing are left out.
  public init?(_ groups: [Group]) {
    let groups = groups.filter { $0.data.trials > 0 }
    let proportions = groups.map(\.data)
    let shares = proportions.compactMap(\.share)
    let table = proportions.map { [$0.successes, $0.trials - $0.successes] }
    guard groups.count > 1, let chiSquare = ChiSquareTest(table, corrected: false),
      let best = BestChannel.place(shares, counts: proportions.map(\.trials), by: >)
    else { return nil }
    self.chiSquare = chiSquare
    self.best = groups[best].channel
    let standings = ChannelStandings(groups.map(\.channel), best: best, p: \.p) {
      TwoProportions(proportions[$0], proportions[$1])
    } ratio: {
      let comparison = TwoProportions(proportions[$0], proportions[best])
      return (comparison?.ratio, comparison?.ratioInterval())
    }
    (pairs, gaps) = (standings.pairs, standings.gaps)
  }

  /// Of all channels together: a gap if one has it, parity if all have it.
  public var verdict: ParityVerdict { .together(gaps.map(\.verdict)) }
}
