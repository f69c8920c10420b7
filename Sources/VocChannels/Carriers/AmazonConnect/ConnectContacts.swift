public import VocDomain

/// Amazon Connect's contact records: objects a line, back to back as Firehose writes them, or an array.
///
/// Voice is a call, its transfers joined under the first contact's id; chats, tasks and mails are tickets, because
/// their records tell when and who but not what was said. Survey answers stand in attributes that a column map
/// names: "Attributes.csat=csat".
public struct ConnectContacts: ExportReader {
  public static let format = ExportFormat.amazonConnect

  private let answers: ConnectAnswers
  public private(set) var findings = ExportFindings()

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let contact = JSONHead.element(in: head.bytes, of: []) else { return false }
    return contact["ContactId"].string != nil && contact.has("InitiationMethod") && contact.has("Channel")
      && contact.has("InitiationTimestamp")
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    let head = try source.head()
    if head.isEmpty { throw UnreadableExport.empty }
    answers = try ConnectAnswers(options: options)
    let first = JSONHead.element(in: head, of: [])
    let instance = first?["InstanceARN"].text?.split(separator: "/").last.map(String.init)
    findings.account = instance ?? first?["AWSAccountId"].text
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var window = LegWindow<ConnectLeg>()
    func finish(_ legs: [ConnectLeg]) throws {
      if let call = CallRecord(connect: legs) { try record(.call(call)) }
    }
    try JSONStream.read(source) { element in
      let contact = element.value
      guard contact.has("ContactId") else { return try problem(element.problem(.shape)) }
      do {
        let leg = try ConnectLeg(contact, line: element.line)
        if contact["Channel"].text ?? "VOICE" == "VOICE" {
          if let legs = window.add(leg, key: leg.key) { try finish(legs) }
        } else {
          try record(Self.record(of: contact, leg))
        }
        for answer in try answers.of(contact, leg) { try record(.answer(answer)) }
      } catch let trouble as CellTrouble {
        try problem(element.problem(trouble.reason))
      }
    } problem: {
      try problem($0)
    }
    while let legs = window.removeOldest() { try finish(legs) }
  }

  public static func call(fragments: [String]) -> CallRecord? {
    CallRecord(connect: fragments.sorted().compactMap { ConnectLeg(fragment: $0) })
  }

  /// The ticket of a chat, a task or a mail; a contact that a transfer made is an event of it.
  private static func record(of contact: JSONValue, _ leg: ConnectLeg) -> ExportRecord {
    let agent = leg.agent.map { PartyRecord(agent: $0) }
    if leg.id != leg.key {
      var event = EventRecord(line: leg.line, ticket: leg.key, at: leg.at, name: leg.method ?? "TRANSFER")
      event.key = leg.id
      event.actor = agent
      event.to = leg.agent ?? leg.queue
      return .event(event)
    }
    var ticket = TicketRecord(line: leg.line, key: leg.key)
    ticket.updatedAt = leg.updatedAt
    ticket.subject = contact["Name"].text
    ticket.requester = requester(of: contact, leg)
    ticket.assignee = agent
    ticket.via = via(of: contact)
    ticket.createdAt = leg.at
    ticket.solvedAt = contact["DisconnectTimestamp"].time
    ticket.status = leg.hasEnded ? .solved : .open
    return .ticket(ticket)
  }

  private static func requester(of contact: JSONValue, _ leg: ConnectLeg) -> PartyRecord? {
    guard let address = leg.address else { return nil }
    var customer = PartyRecord(role: .customer)
    switch contact["CustomerEndpoint"]["Type"].text {
    case "TELEPHONE_NUMBER": customer.phone = address
    case "EMAIL_ADDRESS": customer.email = address
    default: customer = PartyRecord(named: address, role: .customer)
    }
    return customer
  }

  private static func via(of contact: JSONValue) -> String {
    let kind = contact["SegmentAttributes"]["connect:Subtype"]["ValueString"].text ?? ""
    if kind == "connect:WhatsApp" { return "whatsapp" }
    return switch contact["Channel"].text {
    case "EMAIL": "email"
    case "TASK": "api"
    default: "chat"
    }
  }
}
