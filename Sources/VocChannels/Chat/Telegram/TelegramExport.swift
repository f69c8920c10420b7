public import VocDomain

/// Telegram Desktop's result.json: one chat, or a whole account with its chats.
///
/// Source: telegramdesktop/tdesktop, export/output/export_output_json.cpp. `date` is the local time of the exporting
/// computer; `date_unixtime` (since 3.7.6) an instant. Ids of messages are unique within their chat.
/// Chats that no customer writes in are left out.
public struct TelegramExport: ExportReader {
  public static var format: ExportFormat { .telegram }
  public let findings: ExportFindings
  private let now: Instant?
  private let identities: [String]

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let isAccount = first["chats"].has("list")
    let message = (first["chats"]["list"].array.first ?? first)["messages"].array.first
    let isMessage = message.map { $0.has("date") || $0.has("date_unixtime") } ?? isAccount
    let kind = message?["type"].string
    return isMessage
      && (kind == "message" || kind == "service" || isAccount || kind == nil && first.has("type"))
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    identities = options.identities
    var tally = SenderTally()
    var found = try ChatReading.findings(source, with: TelegramReader(identities: identities), now: now) {
      message in
      if message.author.role == nil { tally.add(message.author.name ?? message.author.key ?? "-") }
    }
    found.undecidedSenders = tally.senders
    findings = found
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: TelegramReader(identities: identities), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }
}
