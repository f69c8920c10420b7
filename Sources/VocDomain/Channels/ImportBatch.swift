/// One run of `voc import`.
public struct ImportBatch: Equatable, Sendable {
  public var id: Int64
  public var actor: String
  /// As they stood on the command line.
  public var options: String
  public var startedAt: Instant
  /// Nil for one that still runs or was killed: running it again completes it.
  public var finishedAt: Instant?
  /// Of one that was killed: the one that ended and had brought all its files, with the same options.
  public var continuedBy: Int64?
  public var undoneAt: Instant?
  public var undoneBy: String?
  /// In the order in which they were read.
  public var files: [ImportedFile]

  public init(
    id: Int64, actor: String, options: String, startedAt: Instant, finishedAt: Instant?,
    continuedBy: Int64?, undoneAt: Instant?, undoneBy: String?, files: [ImportedFile]
  ) {
    self.id = id
    self.actor = actor
    self.options = options
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.continuedBy = continuedBy
    self.undoneAt = undoneAt
    self.undoneBy = undoneBy
    self.files = files
  }
}

/// An import that has not ended, be it that it still runs or that it was killed, and that no other has continued: what
/// it brought so far counts.
public struct UnfinishedImport: Equatable, Sendable {
  public var id: Int64
  /// The first of its files; nil for one of before these were on record from the start.
  public var file: String?

  public init(id: Int64, file: String?) {
    (self.id, self.file) = (id, file)
  }
}

/// One file of a batch, with what became of its records so far.
public struct ImportedFile: Equatable, Sendable {
  public var name: String
  public var format: String
  public var byteCount: Int
  /// In hexadecimal, of the file unpacked.
  public var sha256: String
  public var counts: ImportCounts

  public init(name: String, format: String, byteCount: Int, sha256: String, counts: ImportCounts) {
    self.name = name
    self.format = format
    self.byteCount = byteCount
    self.sha256 = sha256
    self.counts = counts
  }
}

public struct ImportCounts: Equatable, Sendable {
  public var records = 0
  public var new = 0
  public var known = 0
  public var problems = 0
  public var updated = 0
  /// Kept until what they refer to comes.
  public var waiting = 0

  public init() {}
}

/// What undoing a batch took back, and what it kept.
public struct UndoReport: Equatable, Sendable {
  public var messages = 0
  public var answers = 0
  public var tickets = 0
  public var customers = 0
  public var otherRows = 0
  /// Rows that the batch had changed and that are again what they were.
  public var restored = 0
  /// Tickets that people or later imports have built on: they stay with everything in them.
  public var keptTickets: [Int64] = []
  /// Follow-ups of answers that went: they stay, and are tied to their answer again when that is imported again.
  public var keptFollowUps: [Int64] = []
  /// The import that had continued it, and keeps only what it brought itself.
  public var continuedBy: Int64?
  /// Customers of the batch who are still referred to.
  public var keptCustomers: [Int64] = []

  public init() {}
}
