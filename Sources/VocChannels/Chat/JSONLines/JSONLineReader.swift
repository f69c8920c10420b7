import VocDomain

/// Makes the records of one object after the other.
struct JSONLineReader {
  private let options: ReadingOptions
  private var messages: MappedMessages
  private let tickets: MappedTickets
  private let calls: MappedCalls

  init(options: ReadingOptions) {
    self.options = options
    messages = MappedMessages(options: options)
    tickets = MappedTickets(options: options)
    calls = MappedCalls(options: options)
  }

  /// Throws a `CellTrouble`.
  mutating func records(of line: JSONLine) throws -> [ExportRecord] {
    if !line.score.isNull { return [.answer(try answer(of: line))] }
    if line[.text] == nil && line[.attachment] == nil {
      let ofCalls: [TableField] = [.disposition, .talk, .duration, .wait, .answered]
      if ofCalls.contains(where: line.has) { return [.call(try calls.call(of: line))] }
      let hasKey = line.has(.ticket) || line.has(.id)
      if hasKey && (line.has(.subject) || line.has(.status)) { return try tickets.records(of: line) }
    }
    return try messages.records(of: line)
  }

  private func answer(of line: JSONLine) throws -> AnswerRecord {
    let named = line.survey.flatMap { SurveyKind(rawValue: HeaderKey.fold($0)) }
    guard let survey = named ?? (line.survey == nil ? options.survey : nil) else {
      throw CellTrouble(reason: .survey)
    }
    guard let score = line.score.int.flatMap(Int.init(exactly:)), survey.scale.contains(score) else {
      throw CellTrouble(reason: .score)
    }
    var answer = AnswerRecord(
      line: line.line, survey: survey, score: score, comment: line[.text] ?? line[.note] ?? "",
      at: try line.time(.at) ?? line.time(.created), phone: line[.phone],
      name: line[.name] ?? line[.requester] ?? line[.author], email: line[.email], channel: line[.channel],
      agent: line[.agent] ?? line[.assignee])
    answer.key = line[.id]
    answer.updatedAt = try line.version
    answer.ticketKey = line[.ticket]
    return answer
  }
}

extension JSONLines {
  /// Members by which systems with a reader of their own are known.
  private static let others: Set<String> = [
    "object", "entry", "changes", "messaging_product", "messages", "message_type", "inbox_id", "account_id",
    "conversation_parts", "part_type", "source", "sender_name", "timestamp_ms", "date_unixtime", "from_id",
    "text_entities", "author_id", "requester_id", "submitter_id", "html_body", "plain_body", "body_text",
    "incoming", "event", "visitor", "form_response", "response_id", "variables", "core-uuid", "ContactId",
    "sid", "call_sid", "conversationId", "conversationStart", "participants", "whatsAppWebhookEntry",
    "Message",
    "person", "survey_type", "event_type",
  ]

  /// Only objects with a time, a text and an author, phone or e-mail, and with nothing of another system's.
  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let value = first.array.first ?? first
    guard case .object(let members) = value, !members.contains(where: { others.contains($0.name) }),
      var names = try? JSONLineNames()
    else { return false }
    let line = JSONLine(value, line: 1, names: &names, order: nil)
    switch line.has(.at) ? line.cellTime(.at) : line.cellTime(.created) {
    case .blank, .unreadable: return false
    case .date, .instant:
      return line.has(.text) && (line.has(.author) || line.has(.phone) || line.has(.email))
    }
  }
}
