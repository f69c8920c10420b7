public import VocDomain

/// The history of Zendesk Chat (Zopim) as JSON: lists, incremental exports, bare arrays, NDJSON, single chats.
///
/// Each chat is a ticket of its own under the chat's id, with a message for each line said. The id of the Support
/// ticket that a chat went on in comes and goes with versions, so it is a tag ("zendesk-ticket:123") and no key.
///
/// Source: Zendesk developer documentation, "Chats" and "Incremental Exports" of the Chat API.
public struct ZendeskChatExport: ExportReader {
  public static let format = ExportFormat.zendeskChat

  public private(set) var findings = ExportFindings()
  private let now: Instant?

  private static let paths = ["chats"]

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    if case .object = first["chats"] { return false }
    let value = first["chats"].array.first ?? first.array.first ?? first["docs"].members.first?.value ?? first
    guard value["id"].string != nil || value.has("history") else { return false }
    let isChat = ["chat", "offline_msg"].contains(value["type"].string ?? "")
    if isChat && value.has("visitor") {
      return value.has("session") || value.has("history") || value.has("message") || value.has("agent_ids")
    }
    // The head may end within a long history, before the members after it.
    let line = value["history"].array.first ?? .null
    return line["type"].string?.hasPrefix("chat.") == true && line.has("nick")
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    var findings = ExportFindings()
    try JSONStream.read(source, splitting: Self.paths) { element in
      findings.records += 1
      for chat in Self.chats(in: element) where findings.account == nil {
        findings.account = Self.account(of: chat["id"].string)
      }
    } problem: { _ in
      findings.records += 1
    }
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try JSONStream.read(source, splitting: Self.paths) { element in
      var records: [ExportRecord] = []
      do throws(ZendeskFault) {
        for chat in Self.chats(in: element) {
          let reader = try ZendeskChatReader(chat, line: element.line)
          records += try reader.records().possible(at: now)
        }
      } catch {
        try problem(element.problem(error.reason))
        return
      }
      for made in records { try record(made) }
    } problem: {
      try problem($0)
    }
  }

  /// None for what is left of an envelope; several for the answer about many ids, `{"docs": {"id": {…}}}`.
  private static func chats(in element: JSONStream.Element) -> [JSONValue] {
    let value = element.value
    if !element.path.isEmpty { return [value] }
    if value.has("docs") { return value["docs"].members.map(\.value) }
    if value.has("chat") { return [value["chat"]] }
    let names = ["count", "next_url", "next_page", "prev_url", "end_time", "end_id"]
    let isEnvelope = value == .object([]) || (!value.has("id") && names.contains { value.has($0) })
    return isEnvelope ? [] : [value]
  }

  /// Ids read "2104.10414779.SVhDCJ9flq79a": month, account, chat.
  private static func account(of id: String?) -> String? {
    let parts = (id ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.prefix(2).allSatisfy({ Int64($0) != nil }) else { return nil }
    return String(parts[1])
  }
}
