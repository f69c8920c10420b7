/// A place where customers and we talk: one WhatsApp number, one chat widget, one phone line.
public struct Channel: Equatable, Sendable {
  public var id: Int64
  /// "whatsapp", "chat", "phone", "survey"…: data, not a closed set.
  public var kind: String
  public var name: String
  /// IANA name of the zone in which its exports tell the time.
  public var zone: String
  /// ISO 3166-1 alpha-2, to complete national phone numbers.
  public var country: String?
  /// The names under which the business itself appears on it.
  public var identities: [String]

  public init(
    id: Int64, kind: String, name: String, zone: String, country: String? = nil, identities: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.zone = zone
    self.country = country
    self.identities = identities
  }
}
