/// Somebody who talks to us.
public struct Customer: Equatable, Sendable {
  public var id: Int64
  public var name: String
  /// BCP 47, as "es" or "pt-BR".
  public var language: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?
  public var segment: Segment?
  public var stage: Stage?

  public init(
    id: Int64, name: String, language: String? = nil, country: String? = nil, segment: Segment? = nil,
    stage: Stage? = nil
  ) {
    self.id = id
    self.name = name
    self.language = language
    self.country = country
    self.segment = segment
    self.stage = stage
  }

  /// Value class: A brings most of the revenue, C the long tail.
  public enum Segment: String, CaseIterable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
  }

  /// Lifecycle stage (LAER: land, adopt, expand, renew).
  public enum Stage: String, CaseIterable, Sendable { case land, adopt, expand, renew }
}
