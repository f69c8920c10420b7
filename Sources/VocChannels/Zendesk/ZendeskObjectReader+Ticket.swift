import VocDomain

extension ZendeskObjectReader {
  mutating func add(ticket value: JSONValue, hasComments: Bool) throws(ZendeskFault) {
    let key = try ZendeskValue.id(value, "id")
    let createdAt = try ZendeskValue.instant(value, "created_at")
    let updatedAt = try ZendeskValue.instant(value, "updated_at")
    // Changes by the system itself move only the generated timestamp.
    let generatedAt = try ZendeskValue.instant(value, "generated_timestamp")
    var ticket = TicketRecord(line: line, key: key)
    ticket.updatedAt = [updatedAt, generatedAt].compactMap { $0 }.max()
    ticket.subject = value["subject"].text ?? value["raw_subject"].text
    ticket.requester = requester(of: value)
    ticket.assignee = people.party(value["assignee_id"].text, embedded: value["assignee"])
    ticket.status = ZendeskValue.status(value["status"].string)
    ticket.priority = ZendeskValue.priority(value["priority"].string)
    ticket.tags = value["tags"].array.compactMap(\.text)
    ticket.via = ZendeskValue.channel(value["via"]["channel"].text)
    ticket.createdAt = createdAt.map { .instant($0) }
    let sideload = value.has("metric_set") ? value["metric_set"] : value["dates"]
    ticket.solvedAt = try ZendeskValue.instant(sideload, "solved_at").map { .instant($0) }
    if value["status"].string == "deleted" {
      // An import before may have left it open: deleted means that nobody waits any more.
      ticket.status = .closed
      ticket.tags.append("deleted")
    }
    append(.ticket(ticket))
    let comments = value["comments"].array
    if comments.isEmpty && !hasComments {
      try add(descriptionOf: value, key: key, at: createdAt ?? updatedAt)
    }
    for comment in comments { try add(.comment, comment, ticket: key) }
    for audit in value["audits"].array { try add(.audit, audit) }
    try add(ratingOf: value, key: key, createdAt: createdAt, at: updatedAt ?? createdAt)
  }

  private func requester(of value: JSONValue) -> PartyRecord? {
    guard var party = people.party(value["requester_id"].text, embedded: value["requester"]) else {
      return nil
    }
    // Somebody else opened it for the requester: the address is not sure to be the requester's.
    let submitter = value["submitter_id"].text
    guard submitter == nil || submitter == party.key else { return party }
    let source = value["via"]["source"]["from"]
    party.name = party.name ?? source["name"].text
    party.email = party.email ?? source["address"].text.flatMap { $0.contains("@") ? $0 : nil }
    party.phone = party.phone ?? source["phone"].text
    return party
  }

  /// The description is the first comment, which the submitter writes ("Tickets", `submitter_id`).
  private mutating func add(
    descriptionOf value: JSONValue, key: String, at: Instant?
  ) throws(ZendeskFault) {
    guard let text = value["description"].text?.zendeskTrimmed, !text.isEmpty else { return }
    let submitter = people.party(value["submitter_id"].text, embedded: value["submitter"])
    guard let at, let author = submitter ?? requester(of: value) else { throw .missingField }
    var message = MessageRecord(line: line, at: .instant(at), author: author, text: text)
    message.key = "description:\(key)"
    message.ticket = key
    message.isPublic = value["is_public"].bool ?? true
    message.isStandIn = true
    append(.message(message))
  }

  /// The rating that a ticket carries has the key of the list's, which tells the time and wins.
  private mutating func add(
    ratingOf value: JSONValue, key: String, createdAt: Instant?, at: Instant?
  ) throws(ZendeskFault) {
    let rating = value["satisfaction_rating"]
    guard let score = try ZendeskValue.score(rating["score"]) else { return }
    var answer = AnswerRecord(
      line: line, survey: .csat, score: score, comment: ZendeskValue.comment(of: rating),
      at: try ZendeskValue.instant(rating, "created_at").map { .instant($0) } ?? at.map { .instant($0) })
    answer.key = rating["id"].text ?? "ticket:\(key)"
    answer.updatedAt = createdAt
    answer.ticketKey = key
    answer.customerKey = value["requester_id"].text ?? value["requester"]["id"].text
    answer.agentKey = value["assignee_id"].text ?? value["assignee"]["id"].text
    append(.answer(answer))
  }
}

extension String {
  /// Without blanks and line breaks around it, and no-break spaces written as text.
  var zendeskTrimmed: String {
    let unified = contains("&nbsp;") ? replacing("&nbsp;", with: " ") : self
    return unified.replacing("\r\n", with: "\n").trimmed
  }
}
