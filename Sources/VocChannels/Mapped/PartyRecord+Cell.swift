import VocDomain

extension PartyRecord {
  /// Somebody of whom a cell tells one thing: an address, a phone number, a number of theirs, or their name.
  init(named text: String, role: Role?) {
    self.init(role: role)
    if text.contains("@") && !text.contains(" ") {
      email = text
    } else if text.isDialled {
      phone = text
    } else if text.utf8.contains(where: { (48...57).contains($0) }) {
      key = text
    } else {
      name = text
    }
  }

  func reached(phone: String?, email: String?) -> PartyRecord {
    var party = self
    party.phone = phone ?? self.phone
    party.email = email ?? self.email
    return party
  }
}

extension String {
  /// A phone number as people dial it: "+" or "00" first, or seven digits and more; no letters.
  var isDialled: Bool {
    let digits = utf8.count { (48...57).contains($0) }
    let hasOther = utf8.contains { byte in
      !(48...57).contains(byte) && !" +-().".utf8.contains(byte) && byte < 0x80
    }
    return digits >= 7 && digits <= 15 && !hasOther && (hasPrefix("+") || hasPrefix("00") || digits >= 10)
  }
}

/// A word that stands for one side of a talk: "Cliente", "agent", "Sistema", "entrante".
enum RoleWord {
  case customer, agent, bot, system

  init?(_ text: String) {
    guard text.utf8.count <= 32, let role = Self.words[text] ?? Self.words[HeaderKey.fold(text)]
    else { return nil }
    self = role
  }

  var role: PartyRecord.Role {
    switch self {
    case .customer: .customer
    case .agent: .agent
    case .bot: .bot
    case .system: .system
    }
  }

  private static let words: [String: RoleWord] = {
    var table: [String: RoleWord] = [:]
    for (role, names) in names {
      for name in names.split(separator: " ") { table[String(name)] = role }
    }
    return table
  }()

  private static let names: [(RoleWord, String)] = [
    (
      .customer,
      """
      customer client cliente clienta enduser user usuario usuaria contact contacto contato visitor visitante \
      lead requester solicitante
      """
    ),
    (
      .agent,
      """
      agent agente asesor asesora ejecutivo ejecutiva operador operadora operator staff admin atendente \
      analista soporte suporte support
      """
    ),
    (.bot, "bot chatbot robot asistentevirtual assistentevirtual"),
    (.system, "system sistema automatico automatica automatic automation automacion automatizacion"),
  ]
}
