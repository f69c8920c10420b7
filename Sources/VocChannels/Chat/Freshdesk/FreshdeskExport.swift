public import VocDomain

/// Tickets of Freshdesk with their conversations, as its API and its exports write them.
///
/// Source: developers.freshdesk.com/api, Tickets and Conversations: numbers for status, priority and source, ISO 8601
/// times; the ticket's description is the first message; conversations are in no order.
public struct FreshdeskExport: ExportReader {
  public static var format: ExportFormat { .freshdesk }
  public let findings: ExportFindings
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let value = first["tickets"].array.first ?? first.array.first ?? first
    let ticket = value["ticket"].has("id") ? value["ticket"] : value
    return FreshdeskReader.isTicket(ticket) || FreshdeskReader.isRating(value)
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    findings = try ChatReading.findings(source, with: FreshdeskReader(), now: now)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: FreshdeskReader(), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }
}

struct FreshdeskReader: ChatElementReader {
  static let paths = ["tickets"]

  static func isTicket(_ value: JSONValue) -> Bool {
    value.has("id") && value.has("requester_id") && value["status"].int != nil && value["priority"].int != nil
      && (value.has("responder_id") || value.has("description_text") || value.has("source"))
  }

  static func isRating(_ value: JSONValue) -> Bool {
    value.has("survey_id") && value.has("ticket_id") && value.has("ratings")
  }

  func isEnvelope(_ value: JSONValue) -> Bool { false }

  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let value = element.value
    if Self.isRating(value) { return add(rating: value, to: &harvest) }
    let ticket = value["ticket"].has("id") ? value["ticket"] : value
    guard Self.isTicket(ticket), let key = ticket["id"].text else {
      harvest.trouble = .shape
      return
    }
    add(ticket, key, to: &harvest)
    let nested = ticket["conversations"].array + (value.has("ticket") ? value["conversations"].array : [])
    var messages: [MessageRecord] = []
    for conversation in nested {
      if let message = message(conversation, key, line: harvest.line) {
        messages.append(message)
      } else {
        harvest.trouble = .missingField
      }
    }
    for message in messages.sorted(by: { $0.order < $1.order }) { harvest.add(message) }
    let ratings = ticket["satisfaction_ratings"].array + value["satisfaction_ratings"].array
    for rating in ratings { add(rating: rating, to: &harvest) }
  }

  private func add(_ value: JSONValue, _ key: String, to harvest: inout ChatHarvest) {
    var ticket = TicketRecord(line: harvest.line, key: key)
    ticket.updatedAt = JSONTime.instant(value["updated_at"])
    ticket.createdAt = JSONTime.read(value["created_at"])
    ticket.subject = value["subject"].words
    ticket.status = Self.status(value["status"].int)
    ticket.priority = value["priority"].int.flatMap(Ticket.Priority.init(rawValue:))
    ticket.tags = value["tags"].array.compactMap(\.words)
    ticket.via = Self.via(value["source"].int)
    let stats = value["stats"]
    ticket.solvedAt = JSONTime.read(stats.first(of: "resolved_at", "closed_at"))
    ticket.requester = requester(value)
    ticket.assignee = value["responder_id"].text.map { PartyRecord(key: $0, role: .agent) }
    harvest.add(ticket)
    let text = value["description_text"].words ?? HTMLText.plain(value["description"].string ?? "")
    guard !text.isEmpty else { return }
    guard let at = ticket.createdAt else {
      harvest.trouble = .date
      return
    }
    let customer = ticket.requester ?? PartyRecord(role: .customer)
    var message = MessageRecord(line: harvest.line, at: at, author: customer, text: text)
    message.key = "ticket:\(key):description"
    message.ticket = key
    message.updatedAt = ticket.updatedAt
    message.attachment = value["attachments"].array.listed { $0["name"].words }
    harvest.add(message)
  }

  private func requester(_ value: JSONValue) -> PartyRecord? {
    let person = value["requester"]
    guard let key = value["requester_id"].text ?? person["id"].text else { return nil }
    var party = PartyRecord(key: key, role: .customer, name: person["name"].words)
    party.email = person["email"].words ?? value["email"].words
    party.phone = person["mobile"].words ?? person["phone"].words ?? value["phone"].words
    party.externalID = person["unique_external_id"].words
    return party
  }

  private func message(_ value: JSONValue, _ ticket: String, line: Int) -> MessageRecord? {
    guard let key = value["id"].text, let at = JSONTime.read(value["created_at"]) else { return nil }
    let text = value["body_text"].words ?? HTMLText.plain(value["body"].string ?? "")
    let isIncoming = value["incoming"].bool == true
    var author = PartyRecord(key: value["user_id"].text, role: isIncoming ? .customer : .agent)
    let sender = value["from_email"].words.map(Mailbox.init)
    (author.name, author.email) = (sender?.name, sender?.address)
    var message = MessageRecord(line: line, at: at, author: author, text: text)
    message.key = key
    message.ticket = ticket
    message.updatedAt = JSONTime.instant(value["updated_at"])
    message.isPublic = value["private"].bool != true
    message.attachment = value["attachments"].array.listed { $0["name"].words }
    if text.isEmpty && message.attachment != nil { message.kind = .media }
    if value["deleted"].bool == true { message.kind = .deleted }
    return message
  }

  /// Freshdesk's faces: 103 to 100 pleased, -103 not; a scale of three has 103, 100, -103.
  private func add(rating value: JSONValue, to harvest: inout ChatHarvest) {
    guard let face = value["ratings"]["default_question"].int, let score = Self.scores[face] else {
      harvest.trouble = .score
      return
    }
    var answer = AnswerRecord(line: harvest.line, survey: .csat, score: score)
    answer.key = value["id"].text.map { "rating:\($0)" }
    answer.comment = value["feedback"].words ?? ""
    answer.at = JSONTime.read(value["created_at"])
    answer.updatedAt = JSONTime.instant(value["updated_at"])
    answer.ticketKey = value["ticket_id"].text
    answer.customerKey = value["user_id"].text
    answer.agentKey = value["agent_id"].text
    harvest.add(answer)
  }

  /// developers.freshdesk.com/api/#view_all_satisfaction_ratings: seven faces on five points.
  private static let scores: [Int64: Int] = [
    103: 5, 102: 5, 101: 4, 100: 3, -101: 2, -102: 1, -103: 1,
  ]

  /// Statuses over 5 are the account's own: somebody works on them, or waits.
  private static func status(_ number: Int64?) -> Ticket.Status? {
    switch number {
    case 2: .open
    case 3: .pending
    case 4: .solved
    case 5: .closed
    case 6: .pending
    case 7: .hold
    case let own?: own > 7 ? .open : nil
    case nil: nil
    }
  }

  private static func via(_ source: Int64?) -> String? {
    switch source {
    case 1, 10: "email"
    case 2, 9: "web"
    case 3: "phone"
    case 5, 6, 8: "social"
    case 7: "chat"
    case 13: "whatsapp"
    default: nil
    }
  }
}

extension MessageRecord {
  /// Its time as seconds, for putting in order what one element holds.
  var order: Int64 {
    switch at {
    case .instant(let instant): instant.unixSeconds
    case .local(let local): local.wallSeconds
    }
  }
}
