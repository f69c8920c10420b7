import SQLite
public import VocDomain

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
      INSERT INTO import_file (id, batch_id, name, format, byte_count, records, new_records, known_records, problems,
        updated_records, waiting_records, sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      try nextID("import_file"), batchID, file.name, file.format, file.byteCount, file.counts.records,
      file.counts.new, file.counts.known, file.counts.problems, file.counts.updated, file.counts.waiting,
      file.sha256)
  }

  public func finishBatch(_ id: Int64, at now: Instant) throws {
    try database.execute("UPDATE import_batch SET finished_at = ? WHERE id = ?", now.unixSeconds, id)
  }
}

/// A column map that was saved under a name, as `--map` takes it.
public struct SavedMap: Equatable, Sendable {
  public var name: String
  public var format: String?
  /// One pair a line: column, tab, field.
  public var map: String

  public init(name: String, format: String?, map: String) {
    self.name = name
    self.format = format
    self.map = map
  }
}

extension Store {
  /// By name, whatever its case and accents.
  public func map(named name: String) throws -> SavedMap? {
    try database.row("SELECT name, format, map FROM import_map WHERE name = ?", Folding.folded(name)) {
      SavedMap(name: $0.text(0), format: $0.optionalText(1), map: $0.text(2))
    }
  }

  public func maps() throws -> [SavedMap] {
    try database.rows("SELECT name, format, map FROM import_map ORDER BY name") {
      SavedMap(name: $0.text(0), format: $0.optionalText(1), map: $0.text(2))
    }
  }

  public func save(_ map: SavedMap) throws {
    try database.execute(
      """
      INSERT INTO import_map (name, format, map) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET format = excluded.format, map = excluded.map
      """, Folding.folded(map.name), map.format, map.map)
  }
}
