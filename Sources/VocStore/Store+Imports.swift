import SQLite
public import VocDomain

/// What became of one file of an import.
public struct ImportCounts: Equatable, Sendable {
  public var records = 0
  public var new = 0
  public var known = 0
  public var problems = 0

  public init() {}
}

/// One file of a batch, as `voc import list` will show it.
public struct ImportedFile: Sendable {
  public var name: String
  public var format: String
  public var byteCount: Int
  public var counts: ImportCounts

  public init(name: String, format: String, byteCount: Int, counts: ImportCounts) {
    self.name = name
    self.format = format
    self.byteCount = byteCount
    self.counts = counts
  }
}

extension Store {
  public func beginBatch(actor: String, options: String, at now: Instant) throws -> Int64 {
    let id = try nextID("import_batch")
    try database.execute(
      "INSERT INTO import_batch (id, actor, options, started_at, first_ids) VALUES (?, ?, ?, ?, ?)", id,
      actor,
      options, now.unixSeconds, try firstFreeIDs())
    return id
  }

  public func insert(_ file: ImportedFile, batchID: Int64) throws {
    try database.execute(
      """
      INSERT INTO import_file (id, batch_id, name, format, byte_count, records, new_records, known_records, problems)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      try nextID("import_file"), batchID, file.name, file.format, file.byteCount, file.counts.records,
      file.counts.new, file.counts.known, file.counts.problems)
  }

  public func finishBatch(_ id: Int64, at now: Instant) throws {
    try database.execute("UPDATE import_batch SET finished_at = ? WHERE id = ?", now.unixSeconds, id)
  }
}
