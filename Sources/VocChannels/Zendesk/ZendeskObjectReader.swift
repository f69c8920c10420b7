import VocDomain

/// Makes records of one object of Zendesk, whatever it is and whatever is nested in it.
///
/// Throws at the first member that makes no sense; then nothing is made of the object at all, so that it can be
/// mended and fed again as a whole.
struct ZendeskObjectReader {
  /// Where the object begins in its file.
  let line: Int
  let people: ZendeskPeople
  private(set) var records: [ExportRecord] = []

  init(line: Int, people: ZendeskPeople) {
    self.line = line
    self.people = people
  }

  /// - Parameter ticket: the ticket that a comment belongs to where the comment itself does not say.
  /// - Parameter hasComments: whether a ticket's comments stood beside it, so that its description is one of them.
  mutating func add(
    _ kind: ZendeskKind, _ value: JSONValue, ticket: String? = nil, hasComments: Bool = false
  ) throws(ZendeskFault) {
    guard case .object = value else { throw .shape }
    switch kind {
    case .ticket: try add(ticket: value, hasComments: hasComments)
    case .comment:
      guard let ticket = value["ticket_id"].text ?? ZendeskValue.ticket(value["url"].string) ?? ticket
      else { throw .unplaced }
      try add(comment: value, of: ticket)
    case .user: try add(user: value)
    case .rating: try add(rating: value)
    case .audit: try add(audit: value, events: "events", author: "author_id")
    case .ticketEvent: try add(audit: value, events: "child_events", author: "updater_id")
    case .metric: try add(metric: value)
    }
  }

  mutating func append(_ record: ExportRecord) { records.append(record) }

  private mutating func add(user value: JSONValue) throws(ZendeskFault) {
    _ = try ZendeskValue.id(value, "id")
    append(
      .party(
        ZendeskPeople.party(value), line: line, updatedAt: try ZendeskValue.instant(value, "updated_at")))
  }

  /// A rating of the list of ratings.
  private mutating func add(rating value: JSONValue) throws(ZendeskFault) {
    let key = try ZendeskValue.id(value, "id")
    guard value.has("score") else { throw .missingField }
    guard let score = try ZendeskValue.score(value["score"]) else { return }
    let updatedAt = try ZendeskValue.instant(value, "updated_at")
    let createdAt = try ZendeskValue.instant(value, "created_at")
    var answer = AnswerRecord(
      line: line, survey: .csat, score: score, comment: ZendeskValue.comment(of: value),
      at: (updatedAt ?? createdAt).map { .instant($0) })
    answer.key = key
    answer.updatedAt = updatedAt ?? createdAt
    answer.ticketKey = value["ticket_id"].text
    answer.customerKey = value["requester_id"].text
    answer.agentKey = value["assignee_id"].text
    append(.answer(answer))
  }

  /// Of a ticket's measures only when it was solved, which the ticket itself does not tell.
  private mutating func add(metric value: JSONValue) throws(ZendeskFault) {
    let ticket = try ZendeskValue.id(value, "ticket_id")
    guard let solvedAt = try ZendeskValue.instant(value, "solved_at") else { return }
    var event = EventRecord(line: line, ticket: ticket, at: .instant(solvedAt), name: "solved_at")
    event.key = "solved:\(ticket):\(solvedAt.unixSeconds)"
    event.status = .solved
    append(.event(event))
  }
}

extension [ExportRecord] {
  /// All of them; throws where one tells of a time that cannot have been at `now`.
  func possible(at now: Instant?) throws(ZendeskFault) -> [ExportRecord] {
    for record in self where !record.isPossible(at: now) { throw .impossibleDate }
    return self
  }
}
