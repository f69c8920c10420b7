public import VocDomain
import VocStore

/// What was imported, and how to take it back.
extension Desk {
  /// One run of `voc import` with its files.
  public struct Batch: Sendable {
    public var id: Int64
    public var actor: String
    /// As they stood on the command line.
    public var options: String
    public var startedAt: Instant
    /// Nil for one that was killed: running it again completes it.
    public var finishedAt: Instant?
    public var undoneAt: Instant?
    public var undoneBy: String?
    public var files: [BatchFile]
  }

  public struct BatchFile: Sendable {
    public var name: String
    public var format: String
    public var byteCount: Int
    /// In hexadecimal, of the file unpacked.
    public var sha256: String
    public var records: Int
    public var new: Int
    public var updated: Int
    public var known: Int
    public var waiting: Int
    public var problems: Int
  }

  /// What undoing a batch took back, and what it kept.
  public struct Undoing: Sendable {
    public var batch: Int64
    public var messages: Int
    public var answers: Int
    public var tickets: Int
    public var customers: Int
    /// Rows that the batch had changed and that are again what they were.
    public var restored: Int
    /// Tickets that people or later imports have built on.
    public var keptTickets: [Int64]
    public var keptCustomers: [Int64]
  }

  /// The newest first.
  public func batches(limit: Int) throws -> [Batch] {
    try store.batches(limit: limit).map { batch in
      Batch(
        id: batch.id, actor: batch.actor, options: batch.options, startedAt: batch.startedAt,
        finishedAt: batch.finishedAt, undoneAt: batch.undoneAt, undoneBy: batch.undoneBy,
        files: try store.files(ofBatch: batch.id).map {
          BatchFile(
            name: $0.name, format: $0.format, byteCount: $0.byteCount, sha256: $0.sha256,
            records: $0.counts.records, new: $0.counts.new, updated: $0.counts.updated,
            known: $0.counts.known,
            waiting: $0.counts.waiting, problems: $0.counts.problems)
        })
    }
  }

  /// Takes back all that a batch brought; what people or later imports have built on is kept, and named.
  ///
  /// Throws `VocError.unknownBatch` and `.batchUndone`.
  public func undoImport(_ id: Int64) throws -> Undoing {
    try store.transaction {
      guard let batch = try store.batch(id) else { throw VocError.unknownBatch(id) }
      if batch.undoneAt != nil { throw VocError.batchUndone(id) }
      var counters = AnswerCounters(zone: try ZoneClock(named: try reportZone()))
      let report = try store.undo(
        batch: id, removed: { counters.remove($0) }, restored: { counters.add($0) })
      try counters.write(to: store)
      try store.markUndone(batch: id, by: actor, at: now())
      return Undoing(
        batch: id, messages: report.messages, answers: report.answers, tickets: report.tickets,
        customers: report.customers, restored: report.restored, keptTickets: report.keptTickets,
        keptCustomers: report.keptCustomers)
    }
  }
}
