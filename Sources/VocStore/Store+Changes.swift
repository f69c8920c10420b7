import SQLite

/// A table whose rows an import may change or remove, and an undo restores.
public enum Entity: String, CaseIterable, Sendable {
  case source, channel, agent, customer
  case contactPoint = "contact_point"
  case conversation, ticket, message, call, event, answer, origin
  case reaction, delivery
  case pending = "import_pending"

  /// The table's column that `RowReference.id` is.
  var idColumn: String { self == .call ? "message_id" : "id" }
}

/// One row of the database.
public struct RowReference: Hashable, Sendable {
  public var entity: Entity
  public var id: Int64

  public init(_ entity: Entity, _ id: Int64) {
    self.entity = entity
    self.id = id
  }
}

extension Store {
  /// Keeps what a row says before the running import first changes or removes it; nothing without one, and for rows
  /// that the import itself has made.
  func remember(_ entity: Entity, _ id: Int64) throws {
    if remembered.count > 50_000 { remembered = [] }
    guard let batchID, remembered.insert(RowReference(entity, id)).inserted else { return }
    let columns = try self.columns(of: entity)
    // A call is its message's.
    let isOthers =
      columns.contains("batch_id")
      ? "AND batch_id IS NOT ?1"
      : entity == .call ? "AND (SELECT batch_id FROM message WHERE id = ?4) IS NOT ?1" : ""
    try database.execute(
      """
      INSERT OR IGNORE INTO import_change (id, batch_id, entity, row_id, before)
      SELECT ?2, ?1, ?3, ?4, json_array(\(columns.joined(separator: ", "))) FROM \(entity.rawValue)
      WHERE \(entity.idColumn) = ?4 \(isOthers)
      """, batchID, try nextID("import_change"), entity.rawValue, id)
  }

  func columns(of entity: Entity) throws -> [String] {
    if let known = columnNames[entity] { return known }
    let names = try database.rows("SELECT name FROM pragma_table_info(?)", entity.rawValue) { $0.text(0) }
    columnNames[entity] = names
    return names
  }
}

extension Store {
  /// The tables whose new rows a batch is found by: `import_batch.first_ids`.
  static let numbered: [StaticString] = [
    "source", "origin", "channel", "agent", "customer", "contact_point", "conversation", "ticket", "message",
    "event",
    "answer", "agent_state", "reaction", "delivery", "import_pending", "queue_name",
  ]

  /// The next free number of each of those tables, as a JSON object.
  func firstFreeIDs() throws -> String {
    let members = try Store.numbered.map { "\"\($0)\":\(try nextID($0))" }
    return "{\(members.joined(separator: ","))}"
  }
}
