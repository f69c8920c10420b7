import SQLite

/// What proves the database sound.
extension Store {
  /// What SQLite finds wrong with its file, and each row that refers to one that is not there.
  public func integrityProblems() throws -> [String] {
    let damage = try database.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    return try damage + brokenReferences()
  }

  /// Each row that refers to one that is not there: its table and number, and the other's table.
  func brokenReferences() throws -> [String] {
    try database.rows("PRAGMA foreign_key_check") { "\($0.text(0)) \($0.int(1)) \($0.text(2))" }
  }

  /// How many tickets say the wrong time since when their customer waits.
  public func wrongWaitingTimes() throws -> Int {
    var wrong = 0
    try database.statement("SELECT id, status, waiting_since FROM ticket").run([]) { row in
      let isUnsolved = row.text(1) != "solved" && row.text(1) != "closed"
      let expected = isUnsolved ? try waitingSince(ticket: row.int(0))?.unixSeconds : nil
      if expected != row.optionalInt(2) { wrong += 1 }
    }
    return wrong
  }

  /// How many calls hang on a message that is none, or that says another side or outcome than the call
  /// (flag 64: both spoke).
  public func wrongCalls() throws -> Int {
    try count(
      """
      SELECT count(*) FROM call CROSS JOIN message ON message.id = message_id
      WHERE kind <> 'call' OR (direction = 'outbound') <> (author = 'agent')
        OR (disposition = 'answered') <> (flags & 64 <> 0)
      """)
  }

  /// How many merged customers the ledger does not know as such (or the other way round), lead to nobody, or still
  /// have rows of their own.
  public func wrongMerges() throws -> Int {
    let unledgered = try count(
      """
      SELECT count(*) FROM customer
      LEFT JOIN customer_merge ON absorbed_id = customer.id AND undone_at IS NULL
      WHERE merged_into IS NOT survivor_id
      """)
    let left = try Store.movedTables.filter { $0 != "message" }.map { table in
      try count(
        """
        SELECT count(*) FROM customer CROSS JOIN \(table) ON \(table).customer_id = customer.id
        WHERE merged_into IS NOT NULL
        """)
    }
    return try unledgered + customersMergedInCircles() + left.reduce(0, +)
  }

  private func customersMergedInCircles() throws -> Int {
    let pairs = try database.rows("SELECT id, merged_into FROM customer WHERE merged_into IS NOT NULL") {
      ($0.int(0), $0.int(1))
    }
    let next = Dictionary(uniqueKeysWithValues: pairs)
    return next.keys.count { start in
      var (id, steps) = (start, 0)
      while steps <= next.count, let onward = next[id] { (id, steps) = (onward, steps + 1) }
      return steps > next.count
    }
  }

  /// How many events say that an import derived them where no import brought anything: neither what the ticket has, nor
  /// what it had before people merged or split it.
  public func wrongDerivedEvents() throws -> Int {
    try count(
      """
      SELECT count(*) FROM event CROSS JOIN ticket ON ticket.id = event.ticket_id
      WHERE is_derived = 1 AND (event.batch_id IS NULL OR ticket.source_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM message WHERE ticket_id = ticket.id AND message.batch_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM moved_message WHERE from_ticket_id = ticket.id))
      """)
  }

  /// How many assignments name another than the ticket's assignee or belong to a solved one, and offers of tickets that
  /// somebody has.
  public func wrongHolders() throws -> Int {
    try count(
      """
      SELECT count(*) FROM assignment CROSS JOIN ticket ON ticket.id = ticket_id
      WHERE agent_id IS NOT assignee_id OR status = 'solved' OR status = 'closed'
      """)
      + count(
        """
        SELECT count(*) FROM offer CROSS JOIN ticket ON ticket.id = ticket_id
        WHERE assignee_id IS NOT NULL OR status = 'solved' OR status = 'closed'
        """)
  }

  private func count(_ sql: String) throws -> Int { Int(try database.value(sql) ?? 0) }
}
