public import VocDomain
import VocStore

/// What was imported, and how to take it back.
extension Desk {
  /// The newest first.
  public func batches(limit: Int) throws -> [ImportBatch] { try store.batches(limit: limit) }

  /// Those that still run or were killed, the newest first: what they brought so far counts.
  public func unfinishedImports() throws -> [UnfinishedImport] { try store.unfinishedImports() }

  /// Takes back all that a batch brought; what people or later imports have built on is kept, and named.
  ///
  /// Throws `VocError.unknownBatch` and `.batchUndone`.
  public func undoImport(_ id: Int64) throws -> UndoReport {
    try store.removal {
      guard let batch = try store.batch(id) else { throw VocError.unknownBatch(id) }
      if batch.undoneAt != nil { throw VocError.batchUndone(id) }
      var counters = AnswerCounters(zone: try reportClock())
      var report = try store.undo(
        batch: id, removed: { counters.remove($0) }, restored: { counters.add($0) })
      try counters.write(to: store)
      try store.markUndone(batch: id, by: actor, at: now())
      report.continuedBy = batch.continuedBy
      return report
    }
  }
}
