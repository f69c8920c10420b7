/// Two channels compared.
public struct ChannelPair<Test: Equatable & Sendable>: Equatable, Sendable {
  public let first: String
  public let second: String
  /// Of the first against the second.
  public let test: Test
  /// The Benjamini-Hochberg q of the test's p over all pairs, 0...1.
  public let q: Double
}
