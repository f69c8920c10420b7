/// Somebody as an export tells of them: by the export's own id, or by what they can be recognised by.
public struct PartyRecord: Hashable, Sendable, Codable {
  public enum Role: String, CaseIterable, Sendable, Codable { case customer, agent, bot, system }

  /// The export's own id, unique within its account ("123456", "visitor:9a"); nil where it has none.
  public var key: String?
  /// Nil where the record does not say: another record may, or whoever imports (`--us`, `--agent`).
  public var role: Role?
  public var name: String?
  /// As the export writes it; international where it begins with "+" or "00".
  public var phone: String?
  public var email: String?
  /// WhatsApp's business-scoped user id, as "MX.1349…".
  public var bsuid: String?
  /// A social network's account, as "telegram:user123" or "instagram:ana.lopez".
  public var handle: String?
  /// A visitor of a chat widget, as "zendesk-chat:21432-1JDm".
  public var visitor: String?
  /// The company's own number for them.
  public var externalID: String?
  /// BCP 47, as "es-MX".
  public var language: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?

  public init(key: String? = nil, role: Role? = nil, name: String? = nil) {
    self.key = key
    self.role = role
    self.name = name
  }

  /// By what tells people apart; the rest is only compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(phone)
    hasher.combine(name)
  }
}
