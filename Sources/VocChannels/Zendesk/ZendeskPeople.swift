import VocDomain

/// Who is customer and who agent, and what they are called, as far as the same file tells it.
///
/// At most 100,000 people are remembered, so that memory does not grow with the file; whoever imports joins the
/// rest by key with the parties that are handed out.
struct ZendeskPeople {
  static let limit = 100_000
  private var known: [String: (role: PartyRecord.Role, name: String?)] = [:]

  /// Remembers a user object; anything else is let pass.
  mutating func add(_ user: JSONValue) {
    guard let key = user["id"].text, let role = ZendeskValue.role(user["role"].string) else { return }
    if known.count < Self.limit || known[key] != nil { known[key] = (role, user["name"].text) }
  }

  /// The person of an id, in full where the record embeds them.
  func party(_ id: String?, embedded: JSONValue = .null) -> PartyRecord? {
    if embedded["id"].text != nil, id == nil || id == embedded["id"].text { return Self.party(embedded) }
    guard let id else { return nil }
    // Triggers and automations write as -1.
    return PartyRecord(key: id, role: id == "-1" ? .system : known[id]?.role, name: known[id]?.name)
  }

  static func party(_ user: JSONValue) -> PartyRecord {
    var party = PartyRecord(
      key: user["id"].text, role: ZendeskValue.role(user["role"].string), name: user["name"].text)
    party.email = user["email"].text
    party.phone = user["phone"].text
    party.externalID = user["external_id"].text
    party.language = user["locale"].text
    return party
  }
}
