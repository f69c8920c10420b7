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

extension Channel {
  /// The kinds that most businesses have.
  public static let usualKinds = [
    "chat", "email", "in-person", "phone", "social", "survey", "video", "web", "whatsapp",
  ]

  /// The usual kind behind a channel's name, in Spanish, Portuguese or English; nil where it tells none.
  public static func kind(named name: String) -> String? {
    let folded = Folding.folded(name)
    return words.first { word, _ in folded.contains(word) }?.kind
  }

  private static let words: [(word: String, kind: String)] = [
    ("whats", "whatsapp"), ("wasap", "whatsapp"), ("guasap", "whatsapp"), ("wsp", "whatsapp"),
    ("chat", "chat"), ("telefon", "phone"), ("phone", "phone"), ("llamada", "phone"),
    ("ligac", "phone"), ("video", "video"), ("instagram", "social"), ("facebook", "social"),
    ("social", "social"),
    ("redes", "social"), ("tiktok", "social"), ("correo", "email"), ("mail", "email"), ("web", "web"),
    ("sucursal", "in-person"), ("tienda", "in-person"), ("presencial", "in-person"), ("encuesta", "survey"),
  ]
}
