public import VocDomain

/// Conversations, tickets and contacts of Intercom as its API, its webhooks and its data export write them.
///
/// Source: Intercom's OpenAPI description 2.15. Times are seconds; bodies are HTML; `source` is a conversation's first
/// message and its parts are the rest, notes and events among them. Contacts and webhooks name their workspace,
/// conversations do not, so that no account is told: ids differ between workspaces as well.
public struct IntercomExport: ExportReader {
  public static var format: ExportFormat { .intercom }
  public let findings: ExportFindings
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let lists = ["conversations", "tickets", "data"].compactMap { first[$0].array.first }
    let value = lists.first ?? first.array.first ?? first
    let item = value["data"].has("item") ? value["data"]["item"] : value
    switch item["type"].string {
    case "conversation": return item.has("conversation_parts") || item.has("source") || item.has("state")
    case "ticket": return item.has("ticket_parts") || item.has("ticket_attributes")
    case "contact": return item.has("workspace_id") || item.has("external_id") && item.has("role")
    case "conversation.list": return item.has("pages") || item.has("total_count")
    default: return false
    }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    findings = try ChatReading.findings(source, with: IntercomReader(), now: now)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: IntercomReader(), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }
}
