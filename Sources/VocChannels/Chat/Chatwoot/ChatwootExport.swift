public import VocDomain

/// Conversations, messages and contacts of Chatwoot as its API and its webhooks write them.
///
/// Source: chatwoot/chatwoot, app/views/api/v1 and app/presenters. The API writes kinds of messages as numbers and
/// times as seconds (0 for none), webhooks write words and ISO 8601.
public struct ChatwootExport: ExportReader {
  public static var format: ExportFormat { .chatwoot }
  public let findings: ExportFindings
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let list = first.first(of: "data", "payload").has("payload") ? first["data"]["payload"] : first["payload"]
    let value = list.array.first ?? first.array.first ?? first
    return isMessage(value) || isConversation(value)
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    findings = try ChatReading.findings(source, with: ChatwootReader(), now: now)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: ChatwootReader(), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }

  static func isMessage(_ value: JSONValue) -> Bool {
    value.has("message_type") && value.has("content")
      && (value.has("conversation_id") || value["conversation"].has("id")) && value.has("id")
  }

  static func isConversation(_ value: JSONValue) -> Bool {
    let hasShape = value.has("inbox_id") && value.has("id") && value.has("status")
    return hasShape && (value["meta"].has("sender") || value.has("contact_last_seen_at"))
  }

  static func isContact(_ value: JSONValue) -> Bool {
    value.has("id") && value.has("phone_number") && value.has("email")
      && (value.has("availability_status") || value.has("contact_inboxes") || value.has("identifier"))
  }
}
