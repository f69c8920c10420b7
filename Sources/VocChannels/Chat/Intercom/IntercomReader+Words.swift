import VocDomain

/// Intercom's words in voc's.
extension IntercomReader {
  func role(_ author: JSONValue) -> PartyRecord.Role {
    switch author["type"].string {
    case "user", "lead", "contact", "visitor": .customer
    case "admin", "team": isBot(author) ? .bot : .agent
    case "bot": .bot
    default: .system
    }
  }

  /// An AI agent, or the workspace's Operator, which older exports tell of as an admin with an address of Intercom's.
  private func isBot(_ admin: JSONValue) -> Bool {
    if admin["from_ai_agent"].bool == true { return true }
    let email = admin["email"].string?.lowercased() ?? ""
    return email.hasPrefix("operator+") && email.hasSuffix("@intercom.io")
  }

  /// The ids of the bots that say or do something in a conversation: it may be assigned to one of them.
  func bots(in conversation: JSONValue) -> Set<String> {
    let parts =
      conversation["conversation_parts"]["conversation_parts"].array
      + conversation["ticket_parts"]["ticket_parts"].array
    let authors = [conversation["source"]["author"]] + parts.map { $0["author"] }
    return Set(authors.filter { role($0) == .bot }.compactMap { $0["id"].text })
  }

  func person(_ author: JSONValue) -> PartyRecord {
    let role = role(author)
    var party = PartyRecord(role: role, name: author["name"].words)
    let prefix = role == .customer ? "contact" : author["type"].string ?? "system"
    party.key = author["id"].text.map { "\(prefix):\($0)" }
    party.email = author["email"].words
    return party
  }

  func contactIDs(_ conversation: JSONValue) -> [String] {
    conversation["contacts"]["contacts"].array.compactMap { $0["id"].text }
  }

  /// A conversation that is shut may be opened again by its customer: solved, not closed.
  static func status(_ state: String?, isOpen: Bool?) -> Ticket.Status? {
    switch state {
    case "open": .open
    case "closed": .solved
    case "snoozed": .pending
    default: isOpen.map { $0 ? .open : .solved }
    }
  }

  static func ticketStatus(_ state: String?) -> Ticket.Status? {
    switch state {
    case "submitted": .new
    case "in_progress": .open
    case "waiting_on_customer": .pending
    case "resolved": .solved
    default: nil
    }
  }

  static let eventStatuses: [String: Ticket.Status] = [
    "open": .open, "close": .solved, "snoozed": .pending, "unsnoozed": .open, "timer_unsnooze": .open,
  ]

  /// What is said with it is for whoever it is assigned to.
  static func isAssignment(_ part: String) -> Bool { part.hasSuffix("assignment") }

  static func isAct(_ part: String) -> Bool { eventStatuses[part] != nil || isAssignment(part) }

  static func via(_ source: String?) -> String? {
    switch source {
    case "conversation", "push": "chat"
    case "email": "email"
    case "whatsapp": "whatsapp"
    case "facebook", "instagram", "twitter": "social"
    case "phone_call", "phone_switch", "sms": "phone"
    default: nil
    }
  }
}
