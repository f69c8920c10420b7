import SQLite
public import VocDomain

/// A customer found to be another, and undone or not.
public struct CustomerMerge: Equatable, Sendable {
  public var id: Int64
  public var survivorID: Int64
  public var absorbedID: Int64
  public var at: Instant
  public var actor: String
  public var reason: String?
  /// What the survivor was called before this merge named them, and how it did.
  public var formerName: String?
  public var givenName: String?

  public init(
    id: Int64, survivorID: Int64, absorbedID: Int64, at: Instant, actor: String, reason: String?,
    formerName: String? = nil, givenName: String? = nil
  ) {
    self.id = id
    self.survivorID = survivorID
    self.absorbedID = absorbedID
    self.at = at
    self.actor = actor
    self.reason = reason
    self.formerName = formerName
    self.givenName = givenName
  }
}

extension Store {
  /// The tables whose rows belong to a customer, each with an index on customer_id but for message: a merge moves
  /// them. A test holds that every table which refers to customers is here or is the ledger's.
  static let movedTables = ["contact_point", "conversation", "ticket", "answer", "message"]

  /// Whom this customer counts as: themselves unless merged.
  public func survivor(of id: Int64) throws -> Int64 {
    var id = id
    while let next = try database.value("SELECT merged_into FROM customer WHERE id = ?", id) { id = next }
    return id
  }

  /// Moves all that is the absorbed customer's to the survivor and writes down each row that moved.
  public func merge(_ merge: CustomerMerge) throws {
    try database.execute(
      """
      INSERT INTO customer_merge (id, survivor_id, absorbed_id, at, actor, reason, former_name, given_name,
        batch_id, last_ticket_id, last_message_id, last_answer_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM ticket),
        (SELECT coalesce(max(id), 0) FROM message), (SELECT coalesce(max(id), 0) FROM answer))
      """,
      merge.id, merge.survivorID, merge.absorbedID, merge.at.unixSeconds, merge.actor, merge.reason,
      merge.formerName, merge.givenName, batchID)
    for table in Store.movedTables where table != "message" {
      try database.execute(
        "INSERT INTO customer_merge_row (merge_id, moved, row_id) SELECT ?, '\(table)', id FROM \(table) WHERE customer_id = ?",
        merge.id, merge.absorbedID)
    }
    try noteMessages(of: merge)
    for table in ["contact_point", "conversation"] {
      try database.execute(
        "UPDATE \(table) SET first_customer_id = customer_id WHERE customer_id = ? AND first_customer_id IS NULL",
        merge.absorbedID)
    }
    for table in Store.movedTables {
      try move(table, notedBy: merge.id, from: merge.absorbedID, to: merge.survivorID)
    }
    try setSurvivor(merge.survivorID, of: merge.absorbedID)
  }

  /// Of messages only those with ids of their own have an index by customer; the others are in the customer's chats, and
  /// in groups.
  private func noteMessages(of merge: CustomerMerge) throws {
    try database.execute(
      """
      INSERT INTO customer_merge_row (merge_id, moved, row_id)
      SELECT ?1, 'message', id FROM message
      WHERE customer_id = ?2 AND fingerprint IS NULL AND customer_id IS NOT NULL
      """, merge.id, merge.absorbedID)
    // CROSS JOIN: SQLite reads the chats first (https://www.sqlite.org/optoverview.html#crossjoin).
    for chats in ["conversation.customer_id = ?2", "conversation.subject IS NOT NULL"] {
      try database.execute(
        """
        INSERT OR IGNORE INTO customer_merge_row (merge_id, moved, row_id)
        SELECT ?1, 'message', message.id FROM conversation CROSS JOIN message ON message.conversation_id = conversation.id
        WHERE \(chats) AND message.customer_id = ?2 AND message.fingerprint IS NOT NULL
        """, merge.id, merge.absorbedID)
    }
  }

  private func move(_ table: String, notedBy mergeID: Int64, from: Int64, to: Int64) throws {
    if table == "ticket" {
      let moved = try database.rows(
        "SELECT row_id FROM customer_merge_row WHERE merge_id = ? AND moved = 'ticket'", mergeID
      ) { $0.int(0) }
      for ticket in moved { touch(ticket: ticket) }
    }
    try database.execute(
      """
      UPDATE \(table) SET customer_id = ? WHERE customer_id = ? AND id IN (
        SELECT row_id FROM customer_merge_row WHERE merge_id = ? AND moved = '\(table)')
      """, to, from, mergeID)
    guard let entity = Entity(rawValue: table),
      let index = try columns(of: entity).firstIndex(of: "customer_id")
    else { return }
    // What imports found of these rows is what undoing them brings back.
    try database.execute(
      """
      UPDATE import_change SET before = json_set(before, '$[\(index)]', ?1)
      WHERE entity = ?2 AND before ->> '$[\(index)]' = ?3 AND row_id IN (
        SELECT row_id FROM customer_merge_row WHERE merge_id = ?4 AND moved = ?2)
      """, to, table, from, mergeID)
  }

  private func setSurvivor(_ survivorID: Int64?, of id: Int64) throws {
    try database.execute("UPDATE customer SET merged_into = ? WHERE id = ?", survivorID, id)
  }

  /// Gives back what the merge moved, and what has come since through the absorbed customer's chats.
  public func undo(_ merge: CustomerMerge, at now: Instant, by actor: String) throws {
    let (holder, absorbed) = (try survivor(of: merge.survivorID), merge.absorbedID)
    let later = try standingMerges(above: merge.survivorID)
    for table in Store.movedTables { try move(table, notedBy: merge.id, from: holder, to: absorbed) }
    try moveLaterChats(of: merge, from: holder)
    for table in ["contact_point", "conversation"] {
      try database.execute(
        "UPDATE \(table) SET first_customer_id = NULL WHERE customer_id = ?1 AND first_customer_id = ?1",
        absorbed)
    }
    try setSurvivor(nil, of: absorbed)
    // What has gone back is no longer of the merges that moved it on.
    for mergeID in later {
      for table in Store.movedTables {
        try database.execute(
          """
          DELETE FROM customer_merge_row WHERE merge_id = ? AND moved = '\(table)'
            AND EXISTS (SELECT 1 FROM \(table) WHERE id = row_id AND customer_id = ?)
          """, mergeID, absorbed)
      }
    }
    try database.execute(
      "UPDATE customer_merge SET undone_at = ?, undone_by = ? WHERE id = ?", now.unixSeconds, actor, merge.id)
  }

  /// Takes back the merges that an import made, with their names and their place in the ledger; the last first.
  func undoMerges(ofBatch id: Int64) throws {
    let merges = try database.rows(
      "SELECT \(Store.mergeColumns) FROM customer_merge WHERE batch_id = ? ORDER BY id DESC", id,
      element: merge(_:))
    for merge in merges {
      if try standingMerge(ofAbsorbed: merge.absorbedID)?.id == merge.id {
        try undo(merge, at: merge.at, by: merge.actor)
        if let former = merge.formerName, try customer(merge.survivorID)?.name == merge.givenName {
          try setName(former, ofCustomer: merge.survivorID)
        }
      }
      try database.execute("DELETE FROM customer_merge_row WHERE merge_id = ?", merge.id)
      try database.execute("DELETE FROM customer_merge WHERE id = ?", merge.id)
    }
  }

  /// A chat is the absorbed customer's, or of one merged into them, whenever it began.
  private func moveLaterChats(of merge: CustomerMerge, from holder: Int64) throws {
    let absorbed = merge.absorbedID
    try database.execute(
      """
      UPDATE conversation SET customer_id = ?1 WHERE customer_id = ?2 AND first_customer_id IN (
        WITH RECURSIVE part (id) AS (
          SELECT ?1 UNION SELECT customer.id FROM part JOIN customer ON customer.merged_into = part.id)
        SELECT id FROM part)
      """, absorbed, holder)
    let given = try database.rows(
      """
      SELECT id FROM ticket
      WHERE customer_id = ?2 AND id > (SELECT last_ticket_id FROM customer_merge WHERE id = ?3)
        AND conversation_id IN (SELECT id FROM conversation WHERE customer_id = ?1)
      """, absorbed, holder, merge.id
    ) { $0.int(0) }
    for ticket in given {
      touch(ticket: ticket)
      try database.execute("UPDATE ticket SET customer_id = ? WHERE id = ?", absorbed, ticket)
    }
    try database.execute(
      """
      UPDATE answer SET customer_id = ?1
      WHERE customer_id = ?2 AND id > (SELECT last_answer_id FROM customer_merge WHERE id = ?3)
        AND ticket_id IN (SELECT id FROM ticket WHERE customer_id = ?1)
      """, absorbed, holder, merge.id)
    try database.execute(
      """
      UPDATE message SET customer_id = ?1
      WHERE customer_id = ?2 AND id > (SELECT last_message_id FROM customer_merge WHERE id = ?3)
        AND (conversation_id IN (SELECT id FROM conversation WHERE customer_id = ?1)
          OR ticket_id IN (SELECT id FROM ticket WHERE customer_id = ?1))
      """, absorbed, holder, merge.id)
  }
}

/// The ledger of merges.
extension Store {
  private static let mergeColumns = "id, survivor_id, absorbed_id, at, actor, reason, former_name, given_name"

  private func merge(_ row: Row) -> CustomerMerge {
    CustomerMerge(
      id: row.int(0), survivorID: row.int(1), absorbedID: row.int(2), at: Instant(unixSeconds: row.int(3)),
      actor: row.text(4), reason: row.optionalText(5), formerName: row.optionalText(6),
      givenName: row.optionalText(7))
  }

  public func nextMergeID() throws -> Int64 { try nextID("customer_merge") }

  /// The merge that makes this customer part of another.
  public func standingMerge(ofAbsorbed id: Int64) throws -> CustomerMerge? {
    try database.row(
      "SELECT \(Store.mergeColumns) FROM customer_merge WHERE absorbed_id = ? AND undone_at IS NULL", id,
      element: merge(_:))
  }

  /// Who counts as this customer, the first merged first.
  public func standingMerges(into id: Int64) throws -> [CustomerMerge] {
    try database.rows(
      "SELECT \(Store.mergeColumns) FROM customer_merge WHERE survivor_id = ? AND undone_at IS NULL ORDER BY id",
      id, element: merge(_:))
  }

  /// The merges that lead from this customer to whom they count as.
  private func standingMerges(above id: Int64) throws -> [Int64] {
    var (ids, current): ([Int64], Int64) = ([], id)
    while let merge = try standingMerge(ofAbsorbed: current) {
      ids.append(merge.id)
      current = merge.survivorID
    }
    return ids
  }

  /// Whether somebody has told these two apart after they had been merged.
  public func wereToldApart(_ one: Int64, _ other: Int64) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM customer_merge WHERE absorbed_id = ?1 AND survivor_id = ?2
          AND undone_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM customer_merge WHERE absorbed_id = ?2 AND survivor_id = ?1
          AND undone_at IS NOT NULL)
      """, one, other) == 1
  }
}
