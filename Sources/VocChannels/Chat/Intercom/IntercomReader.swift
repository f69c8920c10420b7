import VocDomain

/// Makes records of Intercom's conversations, tickets and contacts.
struct IntercomReader: ChatElementReader {
  static let paths = ["conversations", "tickets", "data"]

  func isEnvelope(_ value: JSONValue) -> Bool {
    let isList = value["type"].string?.hasSuffix("list") ?? (value.has("pages") || value.has("total_count"))
    return isList && !value.has("id")
  }

  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let value = element.value
    let item = value["data"].has("item") ? value["data"]["item"] : value
    switch item["type"].string {
    case "conversation": add(conversation: item, to: &harvest)
    case "ticket": add(ticket: item, to: &harvest)
    case "contact": add(contact: item, to: &harvest)
    default: harvest.trouble = .shape
    }
  }

  private func add(conversation value: JSONValue, to harvest: inout ChatHarvest) {
    guard let key = value["id"].text else {
      harvest.trouble = .missingField
      return
    }
    var ticket = TicketRecord(line: harvest.line, key: key)
    fill(&ticket, value)
    let source = value["source"]
    let subject = value["title"].words ?? source["subject"].words
    ticket.subject = subject.map(HTMLText.plain)
    ticket.status = Self.status(value["state"].string, isOpen: value["open"].bool)
    ticket.priority = value["priority"].string == "priority" ? .high : nil
    ticket.via = Self.via(source["type"].string)
    let isFromCustomer = role(source["author"]) == .customer
    if isFromCustomer,
      contactIDs(value).isEmpty || contactIDs(value).contains(source["author"]["id"].text ?? "")
    {
      ticket.requester = person(source["author"])
    }
    harvest.add(ticket)
    if source.has("author"), let at = JSONTime.read(value["created_at"]) {
      addMessage(source, key: source["id"].text.map { "src:\($0)" }, at, ticket, to: &harvest)
    } else if source.has("author") {
      harvest.trouble = .date
    }
    add(parts: value["conversation_parts"]["conversation_parts"].array, ticket, to: &harvest)
    addRating(value, ticket, to: &harvest)
  }

  private func add(ticket value: JSONValue, to harvest: inout ChatHarvest) {
    guard let key = value["id"].text else {
      harvest.trouble = .missingField
      return
    }
    var ticket = TicketRecord(line: harvest.line, key: key)
    fill(&ticket, value)
    let attributes = value["ticket_attributes"]
    ticket.subject = attributes["_default_title_"].words
    // "submitted", "in_progress", "waiting_on_customer", "resolved": a text in older versions.
    let state = value["ticket_state"]
    ticket.status = Self.ticketStatus(state["category"].string ?? state.string)
    harvest.add(ticket)
    if let text = attributes["_default_description_"].words {
      guard let at = ticket.createdAt else {
        harvest.trouble = .date
        return
      }
      let author = ticket.requester ?? PartyRecord(role: .customer)
      var message = MessageRecord(line: harvest.line, at: at, author: author, text: HTMLText.plain(text))
      message.key = "ticket:\(key):description"
      message.ticket = key
      message.updatedAt = ticket.updatedAt
      harvest.add(message)
    }
    add(parts: value["ticket_parts"]["ticket_parts"].array, ticket, to: &harvest)
  }

  private func fill(_ ticket: inout TicketRecord, _ value: JSONValue) {
    ticket.updatedAt = JSONTime.instant(value["updated_at"])
    ticket.createdAt = JSONTime.read(value["created_at"])
    ticket.tags = value["tags"]["tags"].array.compactMap { $0["name"].words }
    if let contact = value["contacts"]["contacts"].array.first, let key = contact["id"].text {
      ticket.requester = PartyRecord(key: "contact:\(key)", role: .customer, name: contact["name"].words)
      ticket.requester?.externalID = contact["external_id"].text
    }
    if let assignee = value["admin_assignee_id"].text, assignee != "0", !bots(in: value).contains(assignee) {
      ticket.assignee = PartyRecord(key: "admin:\(assignee)", role: .agent)
    }
  }

  private func add(parts: [JSONValue], _ ticket: TicketRecord, to harvest: inout ChatHarvest) {
    for part in parts {
      guard let at = JSONTime.read(part["created_at"]) else {
        harvest.trouble = .date
        continue
      }
      let hasWords = part["body"].words != nil || !part["attachments"].array.isEmpty
      let isSaid = hasWords || part["redacted"].bool == true
      if isSaid { addMessage(part, key: part["id"].text, at, ticket, to: &harvest) }
      // Who closes or assigns may say something with it.
      if !isSaid || Self.isAct(part["part_type"].string ?? "") { addEvent(part, at, ticket, to: &harvest) }
    }
  }

  private func addMessage(
    _ value: JSONValue, key: String?, _ at: RecordTime, _ ticket: TicketRecord, to harvest: inout ChatHarvest
  ) {
    let text = HTMLText.plain(value["body"].string ?? "")
    var message = MessageRecord(line: harvest.line, at: at, author: person(value["author"]), text: text)
    message.key = key
    message.ticket = ticket.key
    message.updatedAt = JSONTime.instant(value["updated_at"]) ?? ticket.updatedAt
    let type = value["part_type"].string ?? ""
    message.isPublic = !type.hasPrefix("note") && !Self.isAssignment(type)
    let files = value["attachments"].array
    if !files.isEmpty {
      message.kind = .media
      message.attachment = files.listed { $0["name"].words ?? $0["url"].words }
    }
    if value["redacted"].bool == true { message.kind = .deleted }
    if text.isEmpty && message.kind == .message {
      guard let body = value["body"].words else { return }
      // An image alone, of which plain text shows nothing.
      if body.contains("<img") { message.kind = .media }
      message.flags.insert(.omitted)
    }
    harvest.add(message)
  }

  private func addEvent(
    _ part: JSONValue, _ at: RecordTime, _ ticket: TicketRecord, to harvest: inout ChatHarvest
  ) {
    guard let name = part["part_type"].words else {
      harvest.trouble = .missingField
      return
    }
    var event = EventRecord(line: harvest.line, ticket: ticket.key, at: at, name: name)
    event.key = part["id"].text
    event.actor = part["author"].has("id") ? person(part["author"]) : nil
    event.status = Self.eventStatuses[name] ?? Self.ticketStatus(part["ticket_state"].string)
    event.from = part["previous_ticket_state"].words
    event.to = part["ticket_state"].words ?? part["assigned_to"]["id"].text
    event.customer = ticket.requester
    harvest.records.append(.event(event))
  }

  /// A rating without a number was only asked for.
  private func addRating(_ value: JSONValue, _ ticket: TicketRecord, to harvest: inout ChatHarvest) {
    let rating = value["conversation_rating"]
    guard !rating["rating"].isNull else { return }
    guard let number = rating["rating"].int, let score = Int(exactly: number),
      SurveyKind.csat.scale.contains(score)
    else {
      harvest.trouble = .score
      return
    }
    var answer = AnswerRecord(line: harvest.line, survey: .csat, score: score)
    answer.key = "\(ticket.key):rating"
    answer.comment = rating["remark"].words ?? ""
    answer.at = JSONTime.read(rating["updated_at"]) ?? JSONTime.read(rating["created_at"])
    answer.updatedAt = JSONTime.instant(rating["updated_at"]) ?? ticket.updatedAt
    answer.ticketKey = ticket.key
    answer.customerKey = rating["contact"]["id"].text.map { "contact:\($0)" } ?? ticket.requester?.key
    answer.agentKey =
      role(rating["teammate"]) == .bot ? nil : rating["teammate"]["id"].text.map { "admin:\($0)" }
    harvest.add(answer)
  }

  private func add(contact value: JSONValue, to harvest: inout ChatHarvest) {
    guard let key = value["id"].text else {
      harvest.trouble = .missingField
      return
    }
    var party = PartyRecord(key: "contact:\(key)", role: .customer, name: value["name"].words)
    party.email = value["email"].words
    party.phone = value["phone"].words
    party.externalID = value["external_id"].text
    party.language = (value["language_override"].words ?? value["browser_language"].words)
    party.country = value["location"]["country_code"].words.flatMap { $0.count == 2 ? $0 : nil }
    harvest.add(party, updatedAt: JSONTime.instant(value["updated_at"]))
  }
}
