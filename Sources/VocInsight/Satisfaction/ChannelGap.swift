/// A channel beside the best one.
public struct ChannelGap: Equatable, Sendable {
  public let channel: String
  /// The channel's figure over the best one's: 1 or less for rates and 1 or more for times, but for a channel
  /// of few values, which is never the best; nil where the best is 0.
  public let ratio: Double?
  /// The 95 % interval of `ratio`; nil where there is none.
  public let interval: ConfidenceInterval?
  /// The Benjamini-Hochberg q of the channel's comparison with the best, over all pairs of channels.
  public let q: Double
  public let verdict: ParityVerdict
}
