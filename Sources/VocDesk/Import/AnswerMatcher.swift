import VocDomain
import VocStore

/// Tells the rows of answers tables that an import before has stored from new ones.
struct AnswerMatcher {
  /// The stored answer that it looked at last.
  private(set) var matched: Int64?
  private var matcher = RecordMatcher<Int64>()
  private let store: Store
  private let batchID: Int64
  private let firstOwnID: Int64

  init(store: Store, batchID: Int64) throws {
    (self.store, self.batchID) = (store, batchID)
    firstOwnID = try store.nextAnswerID()
  }

  /// The key to store the row under; nil where it is stored already, as `matched`.
  mutating func newKey(of record: AnswerRecord, at: Instant?) throws -> AnswerKey? {
    var fingerprint = Fingerprint()
    fingerprint.add(record.survey.rawValue)
    fingerprint.add(Int64(record.score))
    fingerprint.add(at?.unixSeconds ?? .min)
    for text in [
      record.comment, record.phone, record.name, record.email, record.channel, record.agent,
      // An answer that nobody signed is told from the next by what else its row has; one that somebody did is
      // the same after a column about its handling has changed.
      record.isAnonymous ? record.others : "",
    ] {
      fingerprint.add(text)
    }
    fingerprint.add(record.ticket ?? 0)
    let value = fingerprint.value
    var looked = matched
    let ordinal = try matcher.newOrdinal(of: value) { [store, batchID, firstOwnID] ordinal in
      try store.answer(at: AnswerKey(fingerprint: value, ordinal: ordinal)).map {
        let isSame =
          $0.survey == record.survey.rawValue && $0.score == Int64(record.score)
          && $0.comment == Desk.storable(record.comment)
        looked = $0.id
        return ($0.batchID == batchID && $0.id >= firstOwnID, isSame)
      }
    }
    matched = looked
    return ordinal.map { AnswerKey(fingerprint: value, ordinal: $0) }
  }
}
