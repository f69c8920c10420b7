/// A sign that somebody set under a message.
public struct Reaction: Equatable, Sendable {
  /// Empty where the export does not say who.
  public var author: String
  public var sign: String
  public var at: Instant

  public init(author: String, sign: String, at: Instant) {
    self.author = author
    self.sign = sign
    self.at = at
  }
}

/// How far a message of ours came, and since when that is known.
public struct Delivery: Equatable, Sendable {
  public var status: MessageChangeRecord.Delivery
  public var at: Instant
  /// The provider's, where it failed.
  public var reason: String?

  public init(status: MessageChangeRecord.Delivery, at: Instant, reason: String?) {
    self.status = status
    self.at = at
    self.reason = reason
  }
}
