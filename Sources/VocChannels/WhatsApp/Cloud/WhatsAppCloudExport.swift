public import VocDomain

/// Webhooks of WhatsApp's Cloud API, saved as they came: one payload, an array of them, or one a line.
///
/// Also what stands around them on Amazon's way (SNS and SQS envelopes, `whatsAppWebhookEntry` as a string) and
/// single entries or changes without their envelope.
/// Source: developers.facebook.com/docs/whatsapp/cloud-api/webhooks; docs.aws.amazon.com/social-messaging.
public struct WhatsAppCloudExport: ExportReader {
  public static var format: ExportFormat { .whatsappCloud }
  public let findings: ExportFindings
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    return !WhatsAppCloudEnvelope.changes(in: first.array.first ?? first).isEmpty
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    findings = try ChatReading.findings(source, with: WhatsAppCloudReader(), now: now)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try ChatReading.read(source, with: WhatsAppCloudReader(), now: now) {
      try $0.records.forEach(record)
    } problem: {
      try problem($0)
    }
  }
}

/// What stands around a webhook's changes.
enum WhatsAppCloudEnvelope {
  private static let depthLimit = 6

  /// The changes, each `{"field":…,"value":…}`; none for what is no webhook of WhatsApp.
  static func changes(in value: JSONValue, depth: Int = 0) -> [JSONValue] {
    guard depth < depthLimit else { return [] }
    if value["object"].string == "whatsapp_business_account" {
      return value["entry"].array.flatMap { $0["changes"].array }
    }
    if value["value"]["messaging_product"].string == "whatsapp" { return [value] }
    if value["messaging_product"].string == "whatsapp", value.has("metadata") {
      return [.object([JSONValue.Member("value", value)])]
    }
    let changes = value["changes"].array
    if changes.contains(where: { $0["value"]["messaging_product"].string == "whatsapp" }) { return changes }
    for name in ["whatsAppWebhookEntry", "Message", "Sns", "body"] where value.has(name) {
      return self.changes(in: opened(value[name]), depth: depth + 1)
    }
    return value["Records"].array.flatMap { self.changes(in: $0, depth: depth + 1) }
  }

  /// The JSON that a string holds.
  private static func opened(_ value: JSONValue) -> JSONValue {
    guard let text = value.string else { return value }
    return JSONValue(parsing: Array(text.utf8)) ?? .null
  }
}
