import SQLite
public import VocDomain

/// What is kept of each ticket for the figures of service.
extension Store {
  /// The kept measures of these tickets, as far as there are any.
  public func measures(ofTickets ids: [Int64]) throws -> [Int64: TicketMeasure] {
    var measures: [Int64: TicketMeasure] = [:]
    for range in Store.ranges(of: ids) {
      try database.statement(
        "SELECT \(Store.measureColumnNames.joined(separator: ", ")) FROM ticket_measure WHERE ticket_id BETWEEN ? AND ?"
      ).run([range.lowerBound, range.upperBound]) { measures[$0.int(0)] = Store.measure($0) }
    }
    return measures
  }

  public func keep(_ measure: TicketMeasure) throws {
    let insertion = try insertion(into: .measure)
    insertion.bind(measure.ticketID)
    insertion.bind(measure.customerID)
    insertion.bind(measure.channelID)
    insertion.bind(measure.createdAt.unixSeconds)
    insertion.bind(measure.isUnsolved ? 1 : 0)
    insertion.bind(measure.isSettled ? 1 : 0)
    insertion.bind(measure.firstReply)
    insertion.bind(measure.isUnanswered ? 1 : 0)
    insertion.bind(measure.solvedAt?.unixSeconds)
    insertion.bind(measure.pending)
    insertion.bind(Int64(measure.replyRounds))
    insertion.bind(Int64(measure.botReplies))
    insertion.bind(Int64(measure.reopens))
    insertion.bind(measure.reopenedAfter)
    insertion.bind(measure.isTransferred ? 1 : 0)
    insertion.bind(Int64(measure.handOffs))
    insertion.bind(measure.isFollowed ? 1 : 0)
    insertion.bind(measure.packedWaits)
    insertion.bind(measure.agentID)
    insertion.bind(measure.lastAt.unixSeconds)
    insertion.bind(measure.lastWordAt?.unixSeconds ?? 0)
    insertion.bind(measure.lastReopenedAt?.unixSeconds)
    insertion.bind(measure.pausedAt?.unixSeconds)
    try insertion.run()
  }

  public func forgetMeasure(ofTicket id: Int64) throws {
    try database.execute("DELETE FROM ticket_measure WHERE ticket_id = ?", id)
  }

  /// The measures of tickets that the running transaction removed; forgets them.
  public func takeGoneMeasures() -> [TicketMeasure] {
    defer { goneMeasures = [] }
    return goneMeasures
  }

  func noteGoneMeasure(ofTicket id: Int64) throws {
    try database.execute("DELETE FROM ticket_unmeasured WHERE ticket_id = ?", id)
    guard let measure = try measures(ofTickets: [id])[id] else { return }
    goneMeasures.append(measure)
    try forgetMeasure(ofTicket: id)
  }

  /// A customer's tickets that were first solved within a window that ends before a moment.
  public func tickets(
    ofCustomer customer: Int64, solvedWithin window: Int64, before moment: Instant
  ) throws -> [Int64] {
    try database.rows(
      """
      SELECT ticket_id FROM ticket_measure INDEXED BY ticket_measure_solved
      WHERE customer_id = ? AND solved_at >= ? AND solved_at < ? AND solved_at IS NOT NULL
      """, customer, moment.unixSeconds - window, moment.unixSeconds
    ) { $0.int(0) }
  }

  /// Whether the customer opened another ticket after a moment and within a window; those that we opened, and those whose
  /// cause is known to differ, do not count.
  public func isFollowed(
    ticket id: Int64, ofCustomer customer: Int64, cause: String?, solvedAt moment: Instant,
    within window: Int64
  ) throws -> Bool {
    try database.value(
      Store.followingTicket, customer, moment.unixSeconds, moment.unixSeconds + window, id, cause) == 1
  }

  private static let followingTicket = """
    SELECT EXISTS (SELECT 1 FROM ticket INDEXED BY ticket_customer
      WHERE customer_id = ?1 AND created_at > ?2 AND created_at <= ?3 AND id <> ?4 AND merged_into_id IS NULL
        AND (cause IS NULL OR ?5 IS NULL OR cause = ?5)
        AND \(Store.customersOpened))
    """

  /// The next numbers of tickets, in their order.
  public func ticketIDs(after id: Int64, limit: Int) throws -> [Int64] {
    try database.rows("SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?", id, limit) { $0.int(0) }
  }

  // MARK: - Tickets from before there were measures

  public func countUnmeasured() throws -> Int {
    Int(try database.value("SELECT count(*) FROM ticket_unmeasured") ?? 0)
  }

  public func unmeasuredTickets(limit: Int) throws -> [Int64] {
    try database.rows("SELECT ticket_id FROM ticket_unmeasured ORDER BY ticket_id LIMIT ?", limit) {
      $0.int(0)
    }
  }

  /// Says that these have been measured; returns at once where nothing is left to measure.
  public func noteMeasured(_ ids: [Int64]) throws {
    if try database.value("SELECT EXISTS (SELECT 1 FROM ticket_unmeasured)") == 0 { return }
    for range in Store.ranges(of: ids) {
      try database.execute(
        "DELETE FROM ticket_unmeasured WHERE ticket_id BETWEEN ? AND ?", range.lowerBound, range.upperBound)
    }
  }

  /// Has every ticket measured anew.
  public func forgetAllMeasures() throws {
    try database.executeScript(
      """
      DELETE FROM service_count;
      DELETE FROM ticket_measure;
      INSERT OR IGNORE INTO ticket_unmeasured (ticket_id) SELECT id FROM ticket;
      """)
  }

  // MARK: - Rows

  static let measureColumnNames = [
    "ticket_id", "customer_id", "channel_id", "created_at", "is_unsolved", "is_settled", "first_reply",
    "is_unanswered", "solved_at", "pending", "reply_rounds", "bot_replies", "reopens", "reopened_after",
    "is_transferred", "hand_offs", "is_followed", "waits", "agent_id", "last_word_at", "last_reopened_at",
    "paused_at",
  ]
  static let measureColumnCount = Int32(measureColumnNames.count)

  /// What figures follow from, beside where a ticket belongs and when it was created and solved.
  private static let columnsOfFigures: [(columns: [String], figures: ServiceMeasures)] = [
    (["is_unsolved"], [.unsolved]),
    (["is_unanswered"], [.unanswered, .solved]),
    (["first_reply"], [.firstReply, .businessFirstReply]),
    (["pending", "paused_at"], [.netResolution, .unresolvedRunning, .unresolvedPaused]),
    (
      [
        "is_settled", "reply_rounds", "bot_replies", "reopens", "reopened_after", "is_transferred",
        "hand_offs",
        "is_followed",
      ], [.solved]
    ),
    (["waits"], [.nextReply, .answeredCall, .abandonedCall, .handle]),
  ]

  /// All columns, with NULL in the place of those that these figures need not: SQLite reads nothing for it.
  static func measureColumns(for figures: ServiceMeasures) -> String {
    let needed = columnsOfFigures.flatMap { $0.figures.isDisjoint(with: figures) ? [] : $0.columns }
    let always = ["ticket_id", "channel_id", "created_at", "solved_at"]
    return measureColumnNames.map { (always + needed).contains($0) ? $0 : "NULL" }.joined(separator: ", ")
  }

  static func measure(_ row: Row) -> TicketMeasure {
    var measure = TicketMeasure(
      ticketID: row.int(0), customerID: row.int(1), channelID: row.int(2),
      createdAt: Instant(unixSeconds: row.int(3)), isUnsolved: row.bool(4))
    measure.isSettled = row.bool(5)
    measure.firstReply = row.optionalInt(6)
    measure.isUnanswered = row.bool(7)
    measure.resolution = row.optionalInt(8).map { $0 - row.int(3) }
    measure.pending = row.int(9)
    measure.replyRounds = Int(row.int(10))
    measure.botReplies = Int(row.int(11))
    measure.reopens = Int(row.int(12))
    measure.reopenedAfter = row.optionalInt(13)
    measure.isTransferred = row.bool(14)
    measure.handOffs = Int(row.int(15))
    measure.isFollowed = row.bool(16)
    measure.unpackWaits(row.bytes(17))
    measure.agentID = row.optionalInt(18)
    measure.lastWordAt = Store.lastWord(row.int(19))
    measure.lastReopenedAt = row.optionalInt(20).map(Instant.init(unixSeconds:))
    measure.pausedAt = row.optionalInt(21).map(Instant.init(unixSeconds:))
    return measure
  }

  /// As last_word_at has it.
  static func lastWord(_ seconds: Int64) -> Instant? {
    seconds == 0 ? nil : Instant(unixSeconds: seconds)
  }
}
