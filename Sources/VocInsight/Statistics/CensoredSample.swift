/// How long things lasted that have ended, and how long the others have lasted so far.
public struct CensoredSample: Equatable, Sendable {
  public let ended: CountedSample
  public let goingOn: CountedSample

  /// Lengths in any unit.
  public init(ended: CountedSample, goingOn: CountedSample) {
    self.ended = ended
    self.goingOn = goingOn
  }

  /// All that are known.
  public var n: Int { ended.n + goingOn.n }

  /// How long things last by the Kaplan-Meier estimate; nil of nothing.
  public var kaplanMeier: KaplanMeier? { KaplanMeier(ended: ended, goingOn: goingOn) }
}
