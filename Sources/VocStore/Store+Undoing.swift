import SQLite
public import VocDomain

extension Store {
  /// Takes back all that a batch brought, and puts back what it changed; in a `removal` of the caller.
  ///
  /// A ticket on which people, or imports that came after, have built is kept with all its messages, and so is
  /// what it needs; from then on it is the next import's. `removed` and `restored` are told each answer that goes or
  /// comes back.
  public func undo(
    batch id: Int64, removed: (Answer) -> Void, restored: (Answer) -> Void
  ) throws -> UndoReport {
    var report = UndoReport()
    let brought = try broughtMessages(byBatch: id)
    let kept = try keptTickets(ofBatch: id, messages: brought)
    report.keptTickets = try kept.sorted().filter { try ticket($0) != nil }
    let messages = brought.filter { message in message.ticketID.map { !kept.contains($0) } ?? true }
    for message in messages { try remove(message: message.id, ofBatch: id) }
    report.messages = messages.count
    try removeEvents(ofBatch: id, butOf: kept)
    let answers = try broughtIDs("answer", byBatch: id)
      .filter { try !isChangedLater(RowReference(.answer, $0), thanBatch: id) }
    let followUps = try leaveFollowUps(ofAnswers: answers, ofBatch: id)
    for answerID in answers {
      if let answer = try wholeAnswer(answerID) { removed(answer) }
      try delete("answer", [answerID], ofBatch: id)
    }
    report.answers = answers.count
    try removeReactions(ofBatch: id, butOf: kept, into: &report)
    for table in ["agent_state", "delivery", "import_pending", "queue_name"] {
      let ids = try broughtIDs(table, byBatch: id).filter { row in
        try table != "delivery" || !isChangedLater(RowReference(.delivery, row), thanBatch: id)
      }
      try delete(table, ids, ofBatch: id)
      report.otherRows += ids.count
    }
    report.restored = try putBack(batch: id, kept: kept, removed: removed, restored: restored)
    try undoMerges(ofBatch: id)
    try removeTickets(ofBatch: id, butNot: kept, into: &report)
    report.keptFollowUps = try followUps.filter { try ticket($0) != nil }
    try removeOrigins(ofBatch: id, kept: kept)
    try removePeople(ofBatch: id, into: &report)
    try handOn(batch: id)
    try forgetZoneOfNothing()
    return report
  }

  /// The zone of the reports is fixed with the first that counts, and free again when nothing does.
  public func forgetZoneOfNothing() throws {
    try database.execute(
      """
      DELETE FROM setting WHERE name = 'zone'
        AND NOT EXISTS (SELECT 1 FROM answer) AND NOT EXISTS (SELECT 1 FROM service_count)
      """)
  }

  private func broughtMessages(byBatch id: Int64) throws -> [(id: Int64, ticketID: Int64?)] {
    try database.rows(
      """
      SELECT id, ticket_id FROM message
      WHERE id >= (SELECT first_ids ->> '$.message' FROM import_batch WHERE id = ?1) AND batch_id = ?1 ORDER BY id
      """, id
    ) { ($0.int(0), $0.optionalInt(1)) }
  }

  /// The tickets that the batch made or went on with, and that somebody has built on since.
  private func keptTickets(ofBatch id: Int64, messages: [(id: Int64, ticketID: Int64?)]) throws -> Set<Int64>
  {
    let saidLater = try ticketsWithWordsChanged(afterBatch: id)
    var touched = Set(try broughtIDs("ticket", byBatch: id)).union(messages.compactMap(\.ticketID))
    touched.formUnion(try changes(ofBatch: id).filter { $0.reference.entity == .ticket }.map(\.reference.id))
    let kept = try touched.filter { ticket in
      try database.value(
        """
        SELECT EXISTS (SELECT 1 FROM event WHERE ticket_id = ?1 AND batch_id IS NULL
            AND id >= (SELECT first_ids ->> '$.event' FROM import_batch WHERE id = ?2))
          OR EXISTS (SELECT 1 FROM message WHERE ticket_id = ?1
            AND (batch_id > ?2 OR batch_id IS NULL
              AND id >= (SELECT first_ids ->> '$.message' FROM import_batch WHERE id = ?2)))
          OR EXISTS (SELECT 1 FROM event WHERE ticket_id = ?1 AND batch_id > ?2)
          OR EXISTS (SELECT 1 FROM answer WHERE ticket_id = ?1 AND ticket_id IS NOT NULL
            AND (batch_id > ?2 OR batch_id IS NULL
              AND id >= (SELECT first_ids ->> '$.answer' FROM import_batch WHERE id = ?2)))
        """, ticket, id) == 1
        || saidLater.contains(ticket) || isChangedLater(RowReference(.ticket, ticket), thanBatch: id)
    }
    return try withThoseThatGaveTo(kept, inBatch: id)
  }

  /// With the tickets between which the batch moved messages: they are kept, or go back, together.
  private func withThoseThatGaveTo(_ kept: Set<Int64>, inBatch id: Int64) throws -> Set<Int64> {
    let index = try columns(of: .message).firstIndex(of: "ticket_id") ?? 0
    let moves = try database.rows(
      """
      SELECT DISTINCT ticket_id, before ->> '$[\(index)]' FROM import_change CROSS JOIN message ON message.id = row_id
      WHERE import_change.batch_id = ? AND entity = 'message' AND ticket_id IS NOT before ->> '$[\(index)]'
      """, id
    ) { Set([$0.optionalInt(0), $0.optionalInt(1)].compactMap(\.self)) }
    var kept = kept
    while let move = moves.first(where: { !kept.isDisjoint(with: $0) && !kept.isSuperset(of: $0) }) {
      kept.formUnion(move)
    }
    return kept
  }

  /// The tickets of messages that later batches changed, or set a sign under.
  private func ticketsWithWordsChanged(afterBatch id: Int64) throws -> Set<Int64> {
    let tickets = try database.rows(
      """
      SELECT ticket_id FROM import_change CROSS JOIN message ON message.id = row_id
      WHERE entity IN ('message', 'call') AND import_change.batch_id > ?1
      UNION SELECT ticket_id FROM import_change CROSS JOIN reaction ON reaction.id = row_id
        CROSS JOIN message ON message.id = message_id
      WHERE entity = 'reaction' AND import_change.batch_id > ?1
      UNION SELECT ticket_id FROM reaction CROSS JOIN message ON message.id = message_id
      WHERE reaction.batch_id > ?1
      """, id
    ) { $0.optionalInt(0) }
    return Set(tickets.compactMap(\.self))
  }

  private func remove(message id: Int64, ofBatch batch: Int64) throws {
    try touchTicket(of: RowReference(.message, id))
    try removeFromSearch(message: id)
    try database.execute("DELETE FROM call WHERE message_id = ?", id)
    try database.execute("DELETE FROM reaction WHERE message_id = ?", id)
    try database.execute("DELETE FROM origin WHERE kind = 'message' AND row_id = ?", id)
    try database.execute(
      "DELETE FROM import_change WHERE entity = 'call' AND row_id = ? AND batch_id >= ?", id, batch)
    try delete("message", [id], ofBatch: batch)
  }

  private func removeReactions(ofBatch id: Int64, butOf kept: Set<Int64>, into report: inout UndoReport)
    throws
  {
    for reaction in try broughtIDs("reaction", byBatch: id) {
      let ticket = try database.value(
        "SELECT ticket_id FROM reaction JOIN message ON message.id = message_id WHERE reaction.id = ?",
        reaction)
      if ticket.map(kept.contains) ?? false { continue }
      try delete("reaction", [reaction], ofBatch: id)
      report.otherRows += 1
    }
  }

  private func removeEvents(ofBatch id: Int64, butOf kept: Set<Int64>) throws {
    let events = try database.rows(
      """
      SELECT id, ticket_id FROM event
      WHERE id >= (SELECT first_ids ->> '$.event' FROM import_batch WHERE id = ?1) AND batch_id = ?1
      """, id
    ) { (id: $0.int(0), ticketID: $0.int(1)) }
    let gone = events.filter { !kept.contains($0.ticketID) }
    for event in gone { touch(ticket: event.ticketID) }
    try delete("event", gone.map(\.id), ofBatch: id)
  }

  /// Puts back what the batch changed, but for what later batches changed again and what kept tickets need.
  private func putBack(
    batch id: Int64, kept: Set<Int64>, removed: (Answer) -> Void, restored: (Answer) -> Void
  ) throws -> Int {
    var count = 0
    for (row, before) in try changes(ofBatch: id) {
      if try isChangedLater(row, thanBatch: id) || belongs(row, before, to: kept) { continue }
      try forgetChange(of: row, inBatch: id)
      if row.entity == .answer, let answer = try wholeAnswer(row.id) { removed(answer) }
      try restore(row, to: before)
      if row.entity == .ticket { try forgetPromises(ofTicket: row.id, sinceBatch: id) }
      if row.entity == .answer, let answer = try wholeAnswer(row.id) { restored(answer) }
      count += 1
    }
    return count
  }

  private func belongs(_ row: RowReference, _ before: String, to kept: Set<Int64>) throws -> Bool {
    switch row.entity {
    case .ticket: return kept.contains(row.id)
    case .message:
      return try database.value("SELECT ticket_id FROM message WHERE id = ?", row.id).map(kept.contains)
        ?? false
    case .event:
      let index = try columns(of: .event).firstIndex(of: "ticket_id") ?? 0
      return try database.value("SELECT ? ->> '$[\(index)]'", before).map(kept.contains) ?? false
    default: return false
    }
  }

  private func removeTickets(ofBatch id: Int64, butNot kept: Set<Int64>, into report: inout UndoReport) throws
  {
    let tickets = try broughtIDs("ticket", byBatch: id).filter { !kept.contains($0) }
    for ticket in tickets {
      try database.execute("DELETE FROM ticket_tag WHERE ticket_id = ?", ticket)
      try removeFollowUp(ofTicket: ticket)
      try database.execute(
        "UPDATE answer SET ticket_id = NULL WHERE ticket_id = ? AND ticket_id IS NOT NULL", ticket)
    }
    for ticket in tickets { try forgetService(ofTicket: ticket) }
    try delete("ticket", tickets, ofBatch: id)
    let tagged = try database.rows("SELECT DISTINCT ticket_id FROM ticket_tag WHERE batch_id = ?", id) {
      $0.int(0)
    }
    for ticket in tagged where !kept.contains(ticket) {
      try database.execute("DELETE FROM ticket_tag WHERE ticket_id = ? AND batch_id = ?", ticket, id)
    }
    report.tickets = tickets.count
  }
}
