/// A text that agents use again and again.
public struct Macro: Equatable, Sendable {
  public var name: String
  /// With its placeholders.
  public var body: String
  public var author: String
  public var savedAt: Instant

  public init(name: String, body: String, author: String, savedAt: Instant) {
    self.name = name
    self.body = body
    self.author = author
    self.savedAt = savedAt
  }
}
