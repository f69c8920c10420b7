public import VocDomain

/// Webhooks of tawk.to, saved one after the other: transcripts of chats, begun chats, tickets.
///
/// Source: developer.tawk.to/webhooks. A transcript comes some minutes after the last word and may come twice; its
/// messages have no ids, so that their place in the transcript is theirs.
public struct TawkExport: ExportReader {
  public static var format: ExportFormat { .tawk }
  public let findings: ExportFindings
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let value = first.array.first ?? first
    let events = ["chat:transcript_created", "chat:start", "chat:end", "ticket:create"]
    return events.contains(value["event"].string ?? "") && value["property"].has("id")
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    findings = try ChatReading.findings(source, with: TawkReader(), now: now)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: TawkReader(), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }
}

struct TawkReader: ChatElementReader {
  static let paths: [String] = []

  func isEnvelope(_ value: JSONValue) -> Bool { false }

  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let value = element.value
    harvest.account = value["property"]["id"].text
    switch value["event"].string {
    case "chat:transcript_created": add(value["chat"], value, to: &harvest)
    // The transcript tells all of these two once more.
    case "chat:start", "chat:end": add(value, value, to: &harvest)
    case "ticket:create": add(ticket: value, to: &harvest)
    default: harvest.trouble = .shape
    }
  }

  private func add(_ chat: JSONValue, _ event: JSONValue, to harvest: inout ChatHarvest) {
    guard let key = chat["id"].text ?? event["chatId"].text else {
      harvest.trouble = .missingField
      return
    }
    let customer = visitor(chat["visitor"], chat: key)
    var ticket = TicketRecord(line: harvest.line, key: key)
    ticket.via = "chat"
    ticket.requester = customer
    ticket.updatedAt = JSONTime.instant(event["time"])
    let times = chat["messages"].array.map { JSONTime.read($0["time"]) }
    ticket.createdAt = times.compactMap { $0 }.first ?? JSONTime.read(event["time"])
    harvest.add(ticket)
    for (index, value) in chat["messages"].array.enumerated() {
      guard let at = times[index] else {
        harvest.trouble = .date
        continue
      }
      let author = author(value["sender"], customer)
      var message = MessageRecord(line: harvest.line, at: at, author: author, text: value["msg"].words ?? "")
      message.key = "\(key):\(index)"
      message.ticket = key
      message.updatedAt = ticket.updatedAt
      if author.role == .system { message.kind = .system }
      switch value["type"].string {
      case "webrtc-call": message.kind = .call
      case "file":
        message.kind = .media
        message.attachment =
          (value["attchs"].array + value["attachments"].array).first?[path: "content.file.name"].words
      default: break
      }
      harvest.add(message)
    }
  }

  /// The visitor, an agent, or the widget itself.
  private func author(_ sender: JSONValue, _ customer: PartyRecord) -> PartyRecord {
    switch sender["t"].string ?? sender["type"].string {
    case "v", "visitor": return customer
    case "a", "agent":
      return PartyRecord(key: sender["id"].text.map { "agent:\($0)" }, role: .agent, name: sender["n"].words)
    default: return PartyRecord(role: .system)
    }
  }

  private func visitor(_ value: JSONValue, chat: String) -> PartyRecord {
    let name = value["name"].words
    var party = PartyRecord(role: .customer, name: name.flatMap { Self.isInvented($0) ? nil : $0 })
    party.email = value["email"].words
    party.phone = value["phone"].words
    party.country = value["country"].words.flatMap { $0.count == 2 ? $0 : nil }
    party.visitor = "tawk:\(value["id"].text ?? chat)"
    return party
  }

  /// "V1718031000000000" is what the widget calls everybody who gives no name.
  private static func isInvented(_ name: String) -> Bool {
    name.hasPrefix("V") && name.utf8.count > 10 && Int64(name.dropFirst()) != nil
  }

  private func add(ticket value: JSONValue, to harvest: inout ChatHarvest) {
    let body = value["ticket"]
    guard let id = body["id"].text else {
      harvest.trouble = .missingField
      return
    }
    var customer = PartyRecord(role: .customer, name: value["requester"]["name"].words)
    customer.email = value["requester"]["email"].words
    var ticket = TicketRecord(line: harvest.line, key: "ticket:\(id)")
    ticket.subject = body["subject"].words
    ticket.requester = customer
    ticket.createdAt = JSONTime.read(value["time"])
    ticket.via = "web"
    harvest.add(ticket)
    guard let text = body["message"].words else { return }
    guard let at = ticket.createdAt else {
      harvest.trouble = .date
      return
    }
    var message = MessageRecord(line: harvest.line, at: at, author: customer, text: text)
    message.key = "ticket:\(id):0"
    message.ticket = ticket.key
    harvest.add(message)
  }
}
