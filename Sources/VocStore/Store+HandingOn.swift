import SQLite

/// What a batch that is taken back leaves, because somebody needs it, is the next standing batch's: so all goes when
/// all batches are taken back, in whatever order.
extension Store {
  /// After everything that can go has gone.
  func handOn(batch id: Int64) throws {
    let heir = try database.value("SELECT min(id) FROM import_batch WHERE id > ? AND undone_at IS NULL", id)
    guard let heir else {
      return try database.execute("DELETE FROM import_change WHERE batch_id = ?", id)
    }
    for table in Store.numbered {
      try database.execute(
        """
        UPDATE \(table) SET batch_id = ?2
        WHERE id >= (SELECT first_ids ->> '$.\(table)' FROM import_batch WHERE id = ?1) AND batch_id = ?1
        """, id, heir)
    }
    try database.execute("UPDATE ticket_tag SET batch_id = ? WHERE batch_id = ?", heir, id)
    try lowerFirstIDs(ofBatch: heir, to: id)
    try handOnChanges(ofBatch: id, to: heir)
  }

  private func lowerFirstIDs(ofBatch heir: Int64, to id: Int64) throws {
    try database.execute(
      """
      UPDATE import_batch SET first_ids = (
        SELECT json_group_object(own.key, min(own.value, coalesce(other.value, own.value)))
        FROM json_each(first_ids) AS own
        LEFT JOIN json_each((SELECT first_ids FROM import_batch WHERE id = ?)) AS other ON other.key = own.key)
      WHERE id = ?
      """, id, heir)
  }

  /// The heir finds what the batch found, where both changed a row, and nothing in rows that are its own now.
  private func handOnChanges(ofBatch id: Int64, to heir: Int64) throws {
    for entity in Entity.allCases {
      guard let index = try columns(of: entity).firstIndex(of: "batch_id") else { continue }
      try database.execute(
        "DELETE FROM import_change WHERE batch_id = ?2 AND entity = ?3 AND before ->> '$[\(index)]' = ?1", id,
        heir, entity.rawValue)
      try database.execute(
        """
        UPDATE import_change SET before = json_set(before, '$[\(index)]', ?2)
        WHERE entity = ?3 AND batch_id > ?2 AND before ->> '$[\(index)]' = ?1
        """, id, heir, entity.rawValue)
    }
    try database.execute(
      """
      DELETE FROM import_change WHERE batch_id = ?1 AND entity = 'call'
        AND (SELECT batch_id FROM message WHERE id = row_id) = ?1
      """, heir)
    try database.execute("UPDATE OR REPLACE import_change SET batch_id = ? WHERE batch_id = ?", heir, id)
  }
}
