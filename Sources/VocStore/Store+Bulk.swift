import SQLite
public import VocDomain

/// What fills a new database by the million: rows whose numbers the caller gives out itself.
extension Store {
  /// True while nobody and nothing is in the database.
  public func isEmpty() throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM channel) OR EXISTS (SELECT 1 FROM agent) OR EXISTS (SELECT 1 FROM customer)
        OR EXISTS (SELECT 1 FROM message) OR EXISTS (SELECT 1 FROM answer) OR EXISTS (SELECT 1 FROM import_batch)
      """) == 0
  }

  /// Adds the customer under `customer.id`.
  public func insert(_ customer: Customer, at now: Instant) throws {
    try database.execute(
      """
      INSERT INTO customer (id, name, folded_name, name_key, language, country, segment, stage, created_at,
        batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      customer.id, customer.name, Folding.folded(customer.name), PersonName(customer.name).key,
      customer.language, customer.country, customer.segment?.rawValue, customer.stage?.rawValue,
      now.unixSeconds, batchID)
  }

  /// Adds a conversation with a customer under `id`; `first` is whose chat it was before merges, if another's.
  public func insertConversation(
    _ id: Int64, channel channelID: Int64, customer customerID: Int64, first: Int64? = nil
  ) throws {
    try database.execute(
      """
      INSERT INTO conversation (id, channel_id, customer_id, first_customer_id, batch_id) VALUES (?, ?, ?, ?, ?)
      """, id, channelID, customerID, first, batchID)
  }

  /// Writes the full-text index anew from all messages: for many at once faster than one by one.
  public func rebuildSearch() throws {
    try database.execute("INSERT INTO message_search (message_search) VALUES ('rebuild')")
  }
}
