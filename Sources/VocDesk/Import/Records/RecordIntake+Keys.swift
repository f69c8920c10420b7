import VocDomain
import VocStore

/// How messages without an id are known again.
extension RecordIntake {
  /// The key to keep the record under, by what it says and which it is among identical ones; nil where it is known.
  func newKey(_ kind: Origin.Kind, _ base: String) throws -> String? {
    let ordinal = try matcher.newOrdinal(of: MessageFingerprint(kind: kind, base: base)) { ordinal in
      try origin(kind, Self.numbered(base, ordinal)).map {
        (isOwn: $0.batchID == context.batchID && $0.id >= firstOwnOrigin, isSame: true)
      }
    }
    return ordinal.map { Self.numbered(base, $0) }
  }

  struct MessageFingerprint: Hashable {
    var kind: Origin.Kind
    var base: String
  }

  private static func numbered(_ base: String, _ ordinal: Int64) -> String {
    ordinal == 0 ? base : "\(base)#\(ordinal)"
  }

  static func contentKey(_ record: MessageRecord, at: Instant) -> String {
    let content = Fingerprint([
      record.chat?.key ?? record.ticket, record.author.key ?? record.author.name, record.author.phone,
      record.author.email, record.kind.rawValue, record.text, record.attachment,
    ])
    return "\(at.unixSeconds):\(content.value)"
  }

  static func digest(of record: MessageRecord, at: Instant) -> Int64 {
    Fingerprint(
      [record.text, record.kind.rawValue, record.attachment],
      [record.isPublic ? 1 : 0, Int64(record.flags.rawValue), at.unixSeconds]
    ).value
  }
}

extension ExportFormat {
  /// Formats that are two shapes of one system's export share their ids.
  var sourceName: String {
    switch self {
    case .zendeskTables: ExportFormat.zendesk.rawValue
    case .chatwootCSAT: ExportFormat.chatwoot.rawValue
    default: rawValue
    }
  }
}
