/// What a call took of an agent's time, in seconds.
public struct HandleTime: Equatable, Sendable {
  public let talk: Int64
  public let hold: Int64
  /// After-call work.
  public let wrapUp: Int64

  public init(talk: Int64, hold: Int64, wrapUp: Int64) {
    self.talk = talk
    self.hold = hold
    self.wrapUp = wrapUp
  }

  /// The average handle time of the calls handled (AHT), in seconds: talk, hold and wrap-up together; nil of
  /// nothing.
  public static func average(_ calls: some Sequence<HandleTime>) -> Double? {
    SortedSample(calls.map { Double($0.talk) + Double($0.hold) + Double($0.wrapUp) }).mean
  }
}
