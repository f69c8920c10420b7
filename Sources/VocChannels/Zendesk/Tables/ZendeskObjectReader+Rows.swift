import VocDomain

/// Rows that have no object in the API: field history, chats and their events.
extension ZendeskObjectReader {
  mutating func add(change row: JSONValue) throws(ZendeskFault) {
    let ticket = try ZendeskValue.id(row, "ticket_id")
    let field = try ZendeskValue.id(row, "field_name")
    guard let at = try ZendeskValue.instant(row, "updated") else { throw .missingField }
    guard Self.fields.contains(field) else { return }
    var event = EventRecord(line: line, ticket: ticket, at: .instant(at), name: field)
    event.key = "\(ticket):\(field):\(at.unixSeconds)"
    event.to = row["value"].text
    event.status = field == "status" ? ZendeskValue.status(event.to) : nil
    event.actor = people.party(row["user_id"].text)
    append(.event(event))
  }

  /// A chat is a ticket of its own, tagged with the number of the Support ticket that it went on in.
  mutating func add(chat row: JSONValue) throws(ZendeskFault) {
    var ticket = TicketRecord(line: line, key: try ZendeskValue.id(row, "chat_id"))
    ticket.updatedAt = try ZendeskValue.instant(row, "_fivetran_synced")
    ticket.via = ZendeskValue.channel(row["channel"].text) ?? "chat"
    ticket.tags = row["tags"].array.compactMap(\.text)
    if let support = row["ticket_id"].text { ticket.tags.append("zendesk-ticket:\(support)") }
    var requester = PartyRecord(key: row["user_id"].text)
    requester.visitor = row["visitor_id"].text.map { "zendesk-chat:\($0)" }
    ticket.requester = requester == PartyRecord() ? nil : requester
    append(.ticket(ticket))
  }

  /// What was said or sent is a message, whatever else happened an event.
  mutating func add(chatEvent row: JSONValue) throws(ZendeskFault) {
    let chat = try ZendeskValue.id(row, "chat_id")
    let type = try ZendeskValue.id(row, "type")
    guard let at = try ZendeskValue.instant(row, "created_at") else { throw .missingField }
    let original = row["original_message"].text.flatMap { JSONValue(parsing: Array($0.utf8)) } ?? .null
    let author = author(of: row, original: original["author"], source: original["source"]["type"].text)
    let key = row["chat_index"].text.map { "\(chat):\($0)" }
    if type != "ChatMessage" && type != "ChatFileAttachment" {
      var event = EventRecord(line: line, ticket: chat, at: .instant(at), name: type)
      event.key = key
      event.actor = author
      append(.event(event))
      return
    }
    let text = row["message"].text ?? original["content"]["text"]["text"].text ?? ""
    let file = row["filename"].text ?? row["url"].text
    // A form or a carousel, without a word.
    if text.isEmpty && file == nil { return }
    guard let author else { throw .missingField }
    var message = MessageRecord(line: line, at: .instant(at), author: author, text: text)
    message.key = key
    message.ticket = chat
    message.attachment = file
    message.kind = file != nil ? .media : author.role == .system ? .system : .message
    append(.message(message))
  }

  /// `actor_id` is "agent:123", a user's id, or one of the chat's own voices; nil where it is blank.
  private func author(of row: JSONValue, original: JSONValue, source: String?) -> PartyRecord? {
    guard let actor = row["actor_id"].text else { return nil }
    if actor == "__system" { return PartyRecord(role: .system) }
    if actor == "__trigger" { return PartyRecord(role: .bot) }
    let isAgent = actor.hasPrefix("agent:")
    let id = isAgent ? String(actor.dropFirst(6)) : actor
    var party = PartyRecord(key: id.isEmpty ? nil : id, role: isAgent ? .agent : nil)
    switch original["type"].text {
    case "BUSINESS":
      party.role = source == "zd:answerBot" ? .bot : .agent
      party.name = original["display_name"].text
    case "USER":
      party.role = .customer
      party.name = original["display_name"].text
    default: break
    }
    return party
  }
}
