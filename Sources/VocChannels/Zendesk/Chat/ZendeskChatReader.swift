import VocDomain

/// Makes records of one chat.
struct ZendeskChatReader {
  private let chat: JSONValue
  private let line: Int
  private let key: String
  private let begin: Instant
  private let updatedAt: Instant?
  let visitor: PartyRecord
  /// Of the agents who took part, by id.
  private let names: [String: String]

  init(_ chat: JSONValue, line: Int) throws(ZendeskFault) {
    guard case .object = chat else { throw .shape }
    self.chat = chat
    self.line = line
    key = try ZendeskValue.id(chat, "id")
    guard let begin = try ZendeskValue.instant(chat, "timestamp", "end_timestamp", "update_timestamp") else {
      throw .missingField
    }
    self.begin = begin
    updatedAt = try ZendeskValue.instant(chat, "update_timestamp", "end_timestamp", "timestamp")
    visitor = Self.visitor(chat["visitor"])
    names = Self.names(chat)
  }

  func records() throws(ZendeskFault) -> [ExportRecord] {
    var lines: [ExportRecord] = []
    var lastAgent: String?
    for (index, entry) in chat["history"].array.enumerated() {
      let said = try record(of: entry, index: index)
      if case .message(let message)? = said, message.author.role == .agent {
        lastAgent = message.author.key ?? lastAgent
      }
      if let said { lines.append(said) }
    }
    if let offline = offlineMessage { lines.append(.message(offline)) }
    let agent = lastAgent ?? chat["agent_ids"].array.last?.text
    let answer = try answer(agent: agent)
    return [.ticket(ticket(agent: agent))] + lines + (answer.map { [.answer($0)] } ?? [])
  }

  private func ticket(agent: String?) -> TicketRecord {
    var ticket = TicketRecord(line: line, key: key)
    ticket.updatedAt = updatedAt
    ticket.requester = visitor
    ticket.assignee = agent.map { self.agent($0) }
    ticket.via = "chat"
    ticket.tags = chat["tags"].array.compactMap(\.text)
    ticket.createdAt = .instant(begin)
    let support = chat["zendesk_ticket_id"].text
    if let support { ticket.tags.append("zendesk-ticket:\(support)") }
    let isUnanswered = chat["missed"].bool == true || chat["type"].string == "offline_msg"
    if chat["missed"].bool == true { ticket.tags.append("missed") }
    if chat["deleted"].bool == true {
      ticket.tags.append("deleted")
      ticket.status = .closed
    } else if isUnanswered {
      // Somebody waits, unless a ticket of Support took it on.
      ticket.status = support == nil ? .open : .closed
    } else {
      ticket.status = .solved
      ticket.solvedAt = .instant(end)
    }
    return ticket
  }

  /// The last line's time, or what the chat says of its length.
  private var end: Instant {
    let lines = chat["history"].array.compactMap { try? ZendeskValue.instant($0, "timestamp") }
    if let said = try? ZendeskValue.instant(chat, "end_timestamp") { return said }
    if let length = chat["duration"].int, (0...Seconds.day * 30).contains(length) { return begin + length }
    return lines.max() ?? begin
  }

  private var offlineMessage: MessageRecord? {
    guard let text = chat["message"].text?.zendeskTrimmed, !text.isEmpty else { return nil }
    var message = MessageRecord(line: line, at: .instant(begin), author: visitor, text: text)
    message.key = "\(key):0"
    message.updatedAt = updatedAt
    message.ticket = key
    return message
  }

  private func answer(agent: String?) throws(ZendeskFault) -> AnswerRecord? {
    let lines = chat["history"].array
    let rated = lines.last { $0["type"].string == "chat.rating" } ?? .null
    let commented = lines.last { $0["type"].string == "chat.comment" } ?? .null
    let rating = chat.has("rating") ? chat["rating"] : rated["new_rating"]
    guard let score = try ZendeskValue.score(rating) else { return nil }
    let comment = chat["comment"].text ?? commented["new_comment"].text ?? commented["comment"].text
    let at = try ZendeskValue.instant(rated, "timestamp") ?? end
    var answer = AnswerRecord(
      line: line, survey: .csat, score: score, comment: comment?.zendeskTrimmed ?? "", at: .instant(at),
      phone: visitor.phone, name: visitor.name, email: visitor.email)
    answer.key = key
    answer.updatedAt = updatedAt
    answer.ticketKey = key
    answer.customerKey = visitor.key
    answer.agentKey = agent
    return answer
  }
}

extension ZendeskChatReader {
  /// Lines that the chat itself writes, whoever they are about.
  private static let notices: Set<String> = [
    "chat.memberjoin", "chat.memberleave", "chat.system", "chat.event", "chat.request.rating", "chat.rename",
    "chat.queue_position", "chat.wait_queue",
  ]

  /// A line said is a message, whatever else happened an event; ratings and their comments are the answer's.
  private func record(of entry: JSONValue, index: Int) throws(ZendeskFault) -> ExportRecord? {
    let type = entry["type"].text ?? "chat.msg"
    if type == "chat.rating" || type == "chat.comment" { return nil }
    let at = try ZendeskValue.instant(entry, "timestamp") ?? begin
    let author = author(of: entry)
    let file = entry["attachment"]["name"].text ?? entry["attachment"]["url"].text ?? entry["file_name"].text
    let text = entry["msg"].text?.zendeskTrimmed ?? ""
    if text.isEmpty && file == nil {
      if type == "chat.msg" { return nil }
      var event = EventRecord(line: line, ticket: key, at: .instant(at), name: type)
      event.key = "\(key):\(index)"
      event.actor = author
      return .event(event)
    }
    var message = MessageRecord(line: line, at: .instant(at), author: author, text: text)
    message.key = "\(key):\(index)"
    message.updatedAt = updatedAt
    message.ticket = key
    message.attachment = file
    if file != nil {
      message.kind = .media
    } else if Self.notices.contains(type) || author.role == .system {
      message.kind = .system
      message.author.role = .system
    }
    return .message(message)
  }

  /// `nick` is "visitor", "agent:<id>", "agent:trigger" or "system"; older lines have a `sender_type` as well.
  private func author(of entry: JSONValue) -> PartyRecord {
    let nick = entry["nick"].text ?? ""
    let sender = entry["sender_type"].text?.lowercased()
    let name = entry["name"].text ?? entry["display_name"].text
    if nick == "agent:trigger" || nick == "trigger" || sender == "trigger" {
      return PartyRecord(role: .bot, name: name)
    }
    if let id = entry["agent_id"].text ?? Self.agentID(nick) { return agent(id, name: name) }
    if nick.hasPrefix("visitor") || sender == "visitor" { return visitor }
    if nick.hasPrefix("agent") || sender == "agent" { return PartyRecord(role: .agent, name: name) }
    return PartyRecord(role: .system, name: name)
  }

  private static func agentID(_ nick: String) -> String? {
    guard nick.hasPrefix("agent:") else { return nil }
    let id = nick.dropFirst(6)
    return id.isEmpty ? nil : String(id)
  }

  private func agent(_ id: String, name: String? = nil) -> PartyRecord {
    PartyRecord(key: id, role: .agent, name: name ?? names[id])
  }

  /// A list beside `agent_ids`, or an object by id.
  private static func names(_ chat: JSONValue) -> [String: String] {
    var names: [String: String] = [:]
    for (id, name) in zip(chat["agent_ids"].array, chat["agent_names"].array) {
      if let id = id.text { names[id] = name.text }
    }
    for member in chat["agent_names"].members { names[member.name] = member.value.text }
    return names
  }

  private static func visitor(_ value: JSONValue) -> PartyRecord {
    let id = value["id"].text
    var party = PartyRecord(
      key: id.map { "visitor:\($0)" }, role: .customer,
      name: value["name"].text.flatMap { isInvented($0) ? nil : $0 })
    party.email = value["email"].text
    party.phone = value["phone"].text
    party.visitor = id.map { "zendesk-chat:\($0)" }
    return party
  }

  /// "Visitor 12345678" is what the widget calls everybody who gives no name.
  private static func isInvented(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count == 2 && (words[0] == "Visitor" || words[0] == "Visitante") && Int64(words[1]) != nil
  }
}
