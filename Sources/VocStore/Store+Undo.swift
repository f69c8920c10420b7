import SQLite
public import VocDomain

extension Store {
  /// The newest first.
  public func batches(limit: Int) throws -> [ImportBatch] {
    let ids = try database.rows("SELECT id FROM import_batch ORDER BY id DESC LIMIT ?", limit) { $0.int(0) }
    return try ids.compactMap { try batch($0) }
  }

  public func batch(_ id: Int64) throws -> ImportBatch? {
    let files = try files(ofBatch: id)
    return try database.row(
      """
      SELECT actor, options, started_at, finished_at, continued_by, undone_at, undone_by FROM import_batch WHERE id = ?
      """, id
    ) { row in
      ImportBatch(
        id: id, actor: row.text(0), options: row.text(1), startedAt: Instant(unixSeconds: row.int(2)),
        finishedAt: row.optionalInt(3).map(Instant.init(unixSeconds:)),
        continuedBy: row.optionalInt(4), undoneAt: row.optionalInt(5).map(Instant.init(unixSeconds:)),
        undoneBy: row.optionalText(6), files: files)
    }
  }

  private func files(ofBatch id: Int64) throws -> [ImportedFile] {
    try database.rows(
      """
      SELECT name, format, byte_count, sha256, records, new_records, known_records, problems, updated_records,
        waiting_records
      FROM import_file WHERE batch_id = ? ORDER BY id
      """, id
    ) { row in
      var counts = ImportCounts()
      (counts.records, counts.new, counts.known) = (Int(row.int(4)), Int(row.int(5)), Int(row.int(6)))
      (counts.problems, counts.updated, counts.waiting) = (Int(row.int(7)), Int(row.int(8)), Int(row.int(9)))
      return ImportedFile(
        name: row.text(0), format: row.text(1), byteCount: Int(row.int(2)), sha256: row.text(3),
        counts: counts)
    }
  }

  /// Those that it had continued are unfinished again.
  public func markUndone(batch id: Int64, by actor: String, at now: Instant) throws {
    try database.execute(
      "UPDATE import_batch SET undone_at = ?, undone_by = ? WHERE id = ?", now.unixSeconds, actor, id)
    try database.execute(
      """
      UPDATE import_batch SET continued_by = NULL
      WHERE continued_by = ? AND finished_at IS NULL AND undone_at IS NULL
      """, id)
  }

  /// The numbers of the rows that a batch brought into a table.
  ///
  /// Found from the number on that was free when it began: rows of before are not looked at.
  func broughtIDs(_ table: String, byBatch id: Int64) throws -> [Int64] {
    try database.rows(
      """
      SELECT id FROM \(table)
      WHERE id >= (SELECT first_ids ->> ?1 FROM import_batch WHERE id = ?2) AND batch_id = ?2 ORDER BY id
      """, "$.\(table)", id
    ) { $0.int(0) }
  }

  /// The rows that a batch changed or removed, with what they said before, the last first.
  func changes(ofBatch id: Int64) throws -> [(reference: RowReference, before: String)] {
    try database.rows(
      "SELECT entity, row_id, before FROM import_change WHERE batch_id = ? ORDER BY id DESC", id
    ) { (entity: $0.text(0), row: $0.int(1), before: $0.text(2)) }
    .compactMap { change in
      Entity(rawValue: change.entity).map { (RowReference($0, change.row), change.before) }
    }
  }

  /// Whether a batch that came after, and stands, changed a row too.
  func isChangedLater(_ row: RowReference, thanBatch id: Int64) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM import_change JOIN import_batch ON import_batch.id = batch_id
        WHERE entity = ? AND row_id = ? AND batch_id > ? AND undone_at IS NULL)
      """, row.entity.rawValue, row.id, id) == 1
  }

  /// Writes a row as it was, whether it is there or not. A channel stays of the kind that it is: no import changes it.
  func restore(_ row: RowReference, to before: String) throws {
    forgetFreeIDs()
    try touchTicket(of: row)
    try forgetSignals(ofRow: row.id, in: row.entity.rawValue)
    let columns = try self.columns(of: row.entity)
    let values = columns.indices.map { "?1 ->> '$[\($0)]'" }
    let table = row.entity.rawValue
    let isThere =
      try database.value(
        "SELECT count(*) FROM \(table) WHERE \(row.entity.idColumn) = ?", row.id) == 1
    if row.entity == .message && isThere { try removeFromSearch(message: row.id) }
    if isThere {
      let sets = zip(columns, values).filter { column, _ in row.entity != .channel || column != "kind" }
        .map { "\($0) = \($1)" }.joined(separator: ", ")
      try database.statement("UPDATE \(table) SET \(sets) WHERE \(row.entity.idColumn) = ?2").run([
        before, row.id,
      ])
    } else {
      try database.statement(
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))"
      ).run([before])
    }
    try touchTicket(of: row)
    if row.entity == .ticket { try fitHolder(ofTicket: row.id) }
    if row.entity == .message { try addToSearch(message: row.id) }
    if Store.movedTables.contains(table) { try giveToSurvivor(table, row.id) }
  }

  /// Somebody may have found since that whom the row was of is another.
  private func giveToSurvivor(_ table: String, _ id: Int64) throws {
    guard let customer = try database.value("SELECT customer_id FROM \(table) WHERE id = ?", id) else {
      return
    }
    let survivor = try survivor(of: customer)
    if survivor == customer { return }
    try database.execute("UPDATE \(table) SET customer_id = ? WHERE id = ?", survivor, id)
  }

  /// Removes rows that a batch brought, and what later ones found in them.
  func delete(_ table: String, _ ids: [Int64], ofBatch batch: Int64) throws {
    forgetFreeIDs()
    for id in ids {
      try forgetSignals(ofRow: id, in: table)
      try database.execute("DELETE FROM \(table) WHERE id = ?", id)
      try database.execute(
        "DELETE FROM import_change WHERE entity = ? AND row_id = ? AND batch_id > ?", table, id, batch)
    }
  }

  func forgetChange(of row: RowReference, inBatch id: Int64) throws {
    try database.execute(
      "DELETE FROM import_change WHERE batch_id = ? AND entity = ? AND row_id = ?", id, row.entity.rawValue,
      row.id)
  }
}
