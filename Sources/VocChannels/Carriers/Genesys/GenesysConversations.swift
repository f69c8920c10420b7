public import VocDomain

/// Genesys Cloud's analytics: conversations in detail, in the query's envelope, an array, or one a line.
///
/// Voice is a call; chats, messages and mails are tickets, because the analytics hold no text. Agents and queues
/// are ids: lists of users or queues (`{"entities": […]}`) say whose, one party each, a queue with the role of a
/// system.
public struct GenesysConversations: ExportReader {
  public static let format = ExportFormat.genesys

  public private(set) var findings = ExportFindings()

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let value = JSONHead.element(in: head.bytes, of: ["conversations", "entities"]) else {
      return false
    }
    if value["conversationId"].string != nil {
      return value.has("conversationStart") && value.has("participants")
    }
    return value["id"].string?.utf8.count == 36
      && (value["selfUri"].string?.hasPrefix("/api/v2/users/") ?? false
        || value["selfUri"].string?.hasPrefix("/api/v2/routing/queues/") ?? false)
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    if try source.head().isEmpty { throw UnreadableExport.empty }
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try JSONStream.read(source, splitting: ["conversations", "entities"]) { element in
      let value = element.value
      if element.path == "entities" || (value.has("selfUri") && value.has("name")) {
        guard let party = Self.party(value) else { return try problem(element.problem(.missingField)) }
        return try record(.party(party, line: element.line, updatedAt: value["dateModified"].instant))
      }
      guard value.has("conversationId") else {
        // The page around its elements.
        let isPage = [
          "totalHits", "aggregations", "pageSize", "pageNumber", "total", "cursor", "dataAvailabilityDate",
        ]
        .contains(where: value.has)
        if element.path.isEmpty && (isPage || value.members.isEmpty && value == .object([])) { return }
        return try problem(element.problem(.shape))
      }
      do {
        let conversation = try GenesysConversation(value, line: element.line)
        if conversation.media ?? "voice" == "voice" || conversation.media == "callback" {
          try record(.call(conversation.call))
        } else {
          try record(.ticket(Self.ticket(conversation)))
        }
        for answer in try Self.answers(conversation) { try record(.answer(answer)) }
      } catch let trouble as CellTrouble {
        try problem(element.problem(trouble.reason))
      }
    } problem: {
      try problem($0)
    }
  }

  /// A user, or a queue by its id and name.
  private static func party(_ entity: JSONValue) -> PartyRecord? {
    guard let id = entity["id"].text, let name = entity["name"].text else { return nil }
    let isUser =
      entity["selfUri"].string?.contains("/users/") ?? (entity.has("email") || entity.has("username"))
    var party = PartyRecord(key: id, role: isUser ? .agent : .system, name: name)
    party.email = entity["email"].text
    return party
  }

  private static func ticket(_ conversation: GenesysConversation) -> TicketRecord {
    var ticket = TicketRecord(line: conversation.line, key: conversation.id)
    ticket.updatedAt = conversation.updatedAt
    ticket.requester = conversation.customer
    ticket.assignee = conversation.agent
    ticket.via = conversation.media == "email" ? "email" : "chat"
    ticket.createdAt = conversation.at
    ticket.solvedAt = conversation.value["conversationEnd"].time
    ticket.status = conversation.hasEnded ? .solved : .open
    return ticket
  }

  /// The answers to "would you recommend us"; a survey's total score is a share of points and no answer.
  private static func answers(_ conversation: GenesysConversation) throws -> [AnswerRecord] {
    try conversation.value["surveys"].array.compactMap { survey in
      guard let score = survey["surveyPromoterScore"].int else { return nil }
      guard let score = Int(exactly: score), SurveyKind.nps.scale.contains(score) else {
        throw CellTrouble(reason: .score)
      }
      var answer = AnswerRecord(line: conversation.line, survey: .nps, score: score)
      answer.at = survey["surveyCompletedDate"].time ?? survey["eventTime"].time
      answer.phone = conversation.customer.phone
      answer.name = conversation.customer.name
      answer.customerKey = conversation.customer.key
      answer.agentKey = survey["userId"].text ?? conversation.agent?.key
      answer.key = survey["surveyId"].text.map { "\($0)#nps" }
      answer.updatedAt = conversation.updatedAt
      if conversation.media != "voice" { answer.ticketKey = conversation.id }
      let status = survey["surveyStatus"].text?.lowercased() ?? "finished"
      answer.completeness = status == "finished" ? .complete : .partial
      return answer
    }
  }
}
