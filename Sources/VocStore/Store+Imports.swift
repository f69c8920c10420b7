import SQLite
public import VocDomain

extension Store {
  public func beginBatch(actor: String, options: String, at now: Instant) throws -> Int64 {
    let id = try nextID("import_batch")
    try database.execute(
      "INSERT INTO import_batch (id, actor, options, started_at, first_ids) VALUES (?, ?, ?, ?, ?)",
      id, actor, options, now.unixSeconds, try firstFreeIDs())
    return id
  }

  /// Returns the file's number, for `keep(_:ofFile:)`.
  public func insert(_ file: ImportedFile, batchID: Int64) throws -> Int64 {
    let id = try nextID("import_file")
    try database.execute(
      """
      INSERT INTO import_file (id, batch_id, name, format, byte_count, records, new_records, known_records, problems,
        updated_records, waiting_records, sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id, batchID, file.name, file.format, file.byteCount, file.counts.records,
      file.counts.new, file.counts.known, file.counts.problems, file.counts.updated, file.counts.waiting,
      file.sha256)
    return id
  }

  /// What has become of a file's records so far.
  public func keep(_ counts: ImportCounts, ofFile id: Int64) throws {
    try database.execute(
      """
      UPDATE import_file SET records = ?, new_records = ?, known_records = ?, problems = ?, updated_records = ?,
        waiting_records = ?
      WHERE id = ?
      """, counts.records, counts.new, counts.known, counts.problems, counts.updated, counts.waiting, id)
  }

  /// Also continues those that did not end and of which it has brought all files, with the same options.
  public func finishBatch(_ id: Int64, at now: Instant) throws {
    try database.execute(
      "UPDATE import_batch SET finished_at = ?, continued_by = NULL WHERE id = ?", now.unixSeconds, id)
    try database.execute(
      """
      UPDATE import_batch SET continued_by = ?1
      WHERE continued_by IS NULL AND finished_at IS NULL AND undone_at IS NULL
        AND options = (SELECT options FROM import_batch WHERE id = ?1)
        AND NOT EXISTS (
          SELECT 1 FROM import_file WHERE batch_id = import_batch.id
            AND sha256 NOT IN (SELECT sha256 FROM import_file WHERE batch_id = ?1))
      """, id)
  }

  /// The newest import before this one that brought something of the same file, with other options, and stands.
  public func importWithOtherOptions(ofFile sha256: String, before id: Int64) throws -> Int64? {
    try database.value(
      """
      SELECT max(batch_id) FROM import_file JOIN import_batch ON import_batch.id = batch_id
      WHERE sha256 = ?1 AND batch_id < ?2 AND new_records > 0 AND finished_at IS NOT NULL AND undone_at IS NULL
        AND options <> (SELECT options FROM import_batch WHERE id = ?2)
      """, sha256, id)
  }

  /// The newest first.
  public func unfinishedImports() throws -> [UnfinishedImport] {
    try database.rows(
      """
      SELECT id, (SELECT name FROM import_file WHERE batch_id = import_batch.id ORDER BY import_file.id LIMIT 1)
      FROM import_batch
      WHERE continued_by IS NULL AND finished_at IS NULL AND undone_at IS NULL ORDER BY id DESC
      """
    ) { UnfinishedImport(id: $0.int(0), file: $0.optionalText(1)) }
  }

  public func isUndone(batch id: Int64) throws -> Bool {
    try database.value("SELECT undone_at IS NOT NULL FROM import_batch WHERE id = ?", id) == 1
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
