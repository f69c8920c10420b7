import VocDomain

/// Chatwoot's words and numbers in voc's.
extension ChatwootReader {
  /// Who a message is from; the numbers of the API are in this order (app/models/message.rb).
  enum MessageType: String, CaseIterable { case incoming, outgoing, activity, template }

  func kind(_ value: JSONValue) -> MessageType? {
    if let word = value.string, let type = MessageType(rawValue: word) { return type }
    guard let number = value.int, number >= 0, number < 4 else { return nil }
    return MessageType.allCases[Int(number)]
  }

  /// A template is a greeting, a request for a rating, an absence notice: sent by the machine unless a user did.
  func author(_ value: JSONValue, _ type: MessageType) -> PartyRecord {
    if type == .activity { return PartyRecord(role: .system) }
    let sender = value["sender"]
    let kind = (sender["type"].string ?? value["sender_type"].string ?? "").lowercased()
    let usual = type == .incoming ? "contact" : kind.isEmpty ? "agent_bot" : kind
    if sender.has("id") { return contact(sender, type: kind.isEmpty ? usual : kind) }
    let role = role(kind.isEmpty ? usual : kind)
    return PartyRecord(key: kind.isEmpty ? nil : key(value["sender_id"], role), role: role)
  }

  func contact(_ value: JSONValue, type: String) -> PartyRecord {
    let role = role(type)
    var party = PartyRecord(role: role, name: value["name"].words)
    party.key = key(value["id"], role)
    party.phone = value["phone_number"].words
    party.email = value["email"].words
    party.externalID = value["identifier"].words
    return party
  }

  private func key(_ id: JSONValue, _ role: PartyRecord.Role) -> String? {
    let prefix = role == .customer ? "contact" : role == .agent ? "user" : "bot"
    return id.text.map { "\(prefix):\($0)" }
  }

  private func role(_ type: String) -> PartyRecord.Role {
    switch type.lowercased() {
    case "contact": .customer
    case "user": .agent
    default: .bot
    }
  }

  static let statuses: [String: Ticket.Status] = [
    "open": .open, "resolved": .solved, "pending": .pending, "snoozed": .pending,
  ]

  static let priorities: [String: Ticket.Priority] = [
    "low": .low, "medium": .normal, "high": .high, "urgent": .urgent,
  ]

  static func via(_ channel: String) -> String? {
    switch channel.split(separator: ":").last {
    case "Whatsapp": "whatsapp"
    case "WebWidget": "chat"
    case "Api": "api"
    case "Email": "email"
    case "FacebookPage", "Instagram", "TwitterProfile", "Telegram", "Line", "Tiktok": "social"
    case "Sms", "TwilioSms", "Voice": "phone"
    default: nil
    }
  }
}
