extension Channel {
  /// Whether something can be delivered on it later; what was said on the phone was said.
  public var takesReplies: Bool { !["in-person", "phone", "survey", "video"].contains(kind) }

  /// The kinds of contact points at which a customer is reached on it, the best first.
  public var addressKinds: [ContactPoint.Kind] {
    switch kind {
    case "whatsapp": [.phone, .bsuid]
    case "email": [.email]
    case "social": [.social, .external]
    case "chat", "web": [.visitor, .external, .social, .email]
    default: [.external, .social, .visitor, .email, .phone, .bsuid]
    }
  }
}

extension ContactPoint {
  /// The system that the value is an id of, where it is one: "whatsapp" of "whatsapp:MX.1349…".
  public var system: String? { split?.system }

  /// The value as that system itself writes it: "MX.1349…"; phone numbers are E.164.
  public var address: String { split?.id ?? value }

  private var split: (system: String, id: String)? {
    guard [.bsuid, .visitor, .social, .external].contains(kind), let colon = value.firstIndex(of: ":") else {
      return nil
    }
    return (String(value[..<colon]), String(value[value.index(after: colon)...]))
  }
}
