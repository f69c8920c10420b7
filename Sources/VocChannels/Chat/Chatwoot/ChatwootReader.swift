import VocDomain

/// Makes records of Chatwoot's conversations, messages and contacts.
struct ChatwootReader: ChatElementReader {
  static let paths = [
    "payload", "data.payload", "payload.conversations", "payload.messages", "payload.contacts",
  ]
  /// The conversation whose page of messages is being read: its customer stands around the messages.
  private var page: String?

  func isEnvelope(_ value: JSONValue) -> Bool {
    !value.has("id") && !value.has("message_type")
      && (value.has("meta") || value.has("payload") || value.has("data") || value.members.isEmpty)
  }

  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let value = element.value
    harvest.account = value["account_id"].text ?? value["account"]["id"].text
    if ChatwootExport.isMessage(value) {
      readAround(value, element.parents, &harvest)
      add(message: value, conversation: nil, to: &harvest)
    } else if ChatwootExport.isConversation(value) {
      add(conversation: value, to: &harvest)
    } else if ChatwootExport.isContact(value) {
      let party = contact(value, type: "contact")
      harvest.add(party, updatedAt: JSONTime.instant(value.first(of: "updated_at", "last_activity_at")))
    } else if !Self.passingEvents.contains(value["event"].string ?? "") {
      harvest.trouble = .shape
    }
  }

  /// Webhooks that tell neither of words nor of people's doings.
  private static let passingEvents: Set<String> = [
    "conversation_typing_on", "conversation_typing_off", "webwidget_triggered",
  ]

  /// What a webhook's message, or a page of messages, tells of their conversation.
  private mutating func readAround(_ message: JSONValue, _ parents: [JSONValue], _ harvest: inout ChatHarvest)
  {
    let conversation = message["conversation"]
    if conversation.has("status") || conversation.has("channel") {
      guard var ticket = ticket(conversation, line: harvest.line) else { return }
      ticket.updatedAt = ticket.updatedAt ?? JSONTime.instant(message["created_at"])
      return harvest.add(ticket)
    }
    guard let key = message["conversation_id"].text, key != page,
      let meta = parents.last(where: { $0["meta"].has("contact") })?["meta"]
    else { return }
    page = key
    var ticket = TicketRecord(line: harvest.line, key: key)
    ticket.requester = contact(meta["contact"], type: "contact")
    ticket.assignee = meta["assignee"].has("id") ? contact(meta["assignee"], type: "user") : nil
    harvest.add(ticket)
  }

  private func add(conversation: JSONValue, to harvest: inout ChatHarvest) {
    guard let ticket = ticket(conversation, line: harvest.line) else {
      harvest.trouble = .missingField
      return
    }
    harvest.add(ticket)
    for message in conversation["messages"].array {
      add(message: message, conversation: ticket.key, to: &harvest)
    }
  }

  private func ticket(_ value: JSONValue, line: Int) -> TicketRecord? {
    guard let key = value.first(of: "display_id", "id").text else { return nil }
    var ticket = TicketRecord(line: line, key: key)
    let times = ["updated_at", "last_activity_at", "timestamp"].map { JSONTime.instant(value[$0]) }
    ticket.updatedAt = times.compactMap { $0 }.first
    ticket.createdAt = JSONTime.read(value["created_at"])
    ticket.status = Self.statuses[value["status"].string ?? ""]
    ticket.priority = Self.priorities[value["priority"].string ?? ""]
    ticket.tags = value["labels"].array.compactMap(\.words)
    ticket.subject = value[path: "additional_attributes.mail_subject"].words
    let meta = value["meta"]
    ticket.via = (meta["channel"].string ?? value["channel"].string).flatMap(Self.via)
    ticket.requester = meta["sender"].has("id") ? contact(meta["sender"], type: "contact") : nil
    ticket.assignee = meta["assignee"].has("id") ? contact(meta["assignee"], type: "user") : nil
    return ticket
  }

  private func add(message value: JSONValue, conversation: String?, to harvest: inout ChatHarvest) {
    guard let key = value["id"].text,
      let ticket = conversation ?? value["conversation_id"].text ?? value["conversation"]["id"].text
    else {
      harvest.trouble = .missingField
      return
    }
    guard let at = JSONTime.read(value["created_at"]) else {
      harvest.trouble = .date
      return
    }
    guard let type = kind(value["message_type"]) else {
      harvest.trouble = .shape
      return
    }
    let html = value["content_type"].string == "incoming_email"
    let content = value["content"].string ?? ""
    let text = html ? HTMLText.plain(content) : content.trimmed
    var message = MessageRecord(line: harvest.line, at: at, author: author(value, type), text: text)
    message.key = key
    message.ticket = ticket
    message.updatedAt = version(value, at)
    message.isPublic = value["private"].bool != true
    if type == .activity { message.kind = .system }
    let files = value["attachments"].array
    if let file = files.first {
      message.kind = file["file_type"].string == "location" ? .location : .media
      message.attachment = files.listed { $0["data_url"].words }
    }
    if message.kind == .message && text.isEmpty {
      // What the provider does not pass on.
      message.kind = .media
      message.flags.insert(.omitted)
    }
    if value["content_attributes"]["deleted"].bool == true { message.kind = .deleted }
    harvest.add(message)
    addAnswer(value, ticket: ticket, to: &harvest)
  }

  /// A webhook about a change has no time of its own: it is younger than the message.
  private func version(_ value: JSONValue, _ at: RecordTime) -> Instant? {
    if let updated = JSONTime.instant(value["updated_at"]) { return updated }
    guard case .instant(let sent) = at else { return nil }
    return value["event"].string == "message_updated" ? sent + 1 : sent
  }

  /// The customer's stars stand in the question that was sent to them, once in a conversation.
  private func addAnswer(_ value: JSONValue, ticket: String, to harvest: inout ChatHarvest) {
    let response = value[path: "content_attributes.submitted_values.csat_survey_response"]
    guard value["content_type"].string == "input_csat", !response["rating"].isNull else { return }
    guard let rating = response["rating"].int, let score = Int(exactly: rating),
      SurveyKind.csat.scale.contains(score)
    else {
      harvest.trouble = .score
      return
    }
    var answer = AnswerRecord(line: harvest.line, survey: .csat, score: score)
    answer.key = ChatwootSatisfaction.key(conversation: ticket)
    answer.comment = response["feedback_message"].words ?? ""
    answer.at = JSONTime.read(value["updated_at"]) ?? JSONTime.read(value["created_at"])
    answer.updatedAt = JSONTime.instant(value["updated_at"])
    answer.ticketKey = ticket
    harvest.add(answer)
  }
}
