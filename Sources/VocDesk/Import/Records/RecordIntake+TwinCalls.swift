import VocDomain
import VocStore

/// Asterisk writes two logs of the same calls: `queue_log`, which knows queues and waits, and the CDR, which knows all
/// calls. Whichever comes first, a call of both is one, as the queue_log tells it.
extension RecordIntake {
  static let twinFormats: [ExportFormat: ExportFormat] = [.asteriskCDR: .queueLog, .queueLog: .asteriskCDR]

  /// Whether the other log told of this call already, so that it is no new one.
  func meetTwin(_ record: CallRecord, key: String, digest: Int64) throws -> Bool {
    guard hasTwin, let id = key.split(separator: "@").first.map(String.init) else { return false }
    let told = try store.call(ofFormat: ExportFormat.queueLog.rawValue, from: id + "@", below: id + "A")
    if context.format == .asteriskCDR {
      guard let told else { return false }
      if try origin(.call, key) == nil { try remember(.call, key, rowID: told, digest: digest) }
      // It may know the caller's name.
      _ = try person(record.customer, as: .customer)
      totals.known += 1
      return true
    }
    guard told == nil,
      let row = try store.call(ofFormat: ExportFormat.asteriskCDR.rawValue, from: id, below: id + " "),
      let call = try store.call(ofMessage: row), let stored = try store.message(row)
    else { return false }
    try remember(.call, key, rowID: row, updatedAt: record.updatedAt, digest: digest)
    guard let origin = try origin(.call, key) else { return false }
    try rewrite(stored, call, as: record, of: origin)
    return true
  }
}
