import SQLite
public import VocDomain

/// An answer as far as it counts in a report.
public struct CountedAnswer: Sendable {
  public var survey: SurveyKind
  public var score: Int
  public var at: Instant
  public var ticketID: Int64?
  public var channelID: Int64?
  public var isCommented: Bool
  /// Which row tells its members (`GroupMembers`); nil for none.
  public var groupRow: Int64?
}

/// Answers one by one, for what no counter is kept of.
extension Store {
  /// The answers within a stretch of time, in any order: those of these tickets, or all.
  ///
  /// Those of a few tickets are looked up, those of many sought among all in one pass.
  public func eachAnswer(
    ofTickets tickets: [Int64]?, within stretch: ClosedRange<Instant>, by group: ReportGroup? = nil,
    _ body: (CountedAnswer) throws -> Void
  ) throws {
    let columns = "survey, score, at, ticket_id, comment <> '', channel_id, \(group?.rowOfAnswer ?? "NULL")"
    let ends = [stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]
    func take(_ row: Row) throws {
      guard let survey = row.survey(0) else { return }
      try body(
        CountedAnswer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)),
          ticketID: row.optionalInt(3), channelID: row.optionalInt(5), isCommented: row.bool(4),
          groupRow: row.optionalInt(6)))
    }
    guard let tickets else {
      return try database.statement(
        "SELECT \(columns) FROM answer NOT INDEXED WHERE at BETWEEN ? AND ?"
      ).run(ends, row: take)
    }
    if tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        "SELECT \(columns) FROM answer WHERE ticket_id = ? AND at BETWEEN ? AND ?")
      for ticket in tickets { try statement.run([ticket] + ends, row: take) }
      return
    }
    let wanted = IDSet(tickets)
    try database.statement(
      """
      SELECT \(columns) FROM answer NOT INDEXED
      WHERE ticket_id IS NOT NULL AND at BETWEEN ? AND ?
      """
    ).run(ends) { if wanted.contains($0.int(3)) { try take($0) } }
  }

  /// The NPS and CSAT answers within a stretch of time, from an index of those alone. The channel is told, which that
  /// does not have, where the moment may be the start of a day in some zone: all are whole quarters of an hour off UTC.
  public func eachJudgedAnswer(
    within stretch: ClosedRange<Instant>,
    _ body: (_ survey: SurveyKind, _ score: Int, _ at: Instant, _ channelID: Int64?) -> Void
  ) throws {
    try database.statement(
      """
      SELECT survey = 'nps', score, at, iif(at % 900 = 0, channel_id, NULL) FROM answer INDEXED BY answer_judged
      WHERE (survey = 'nps' OR survey = 'csat') AND at BETWEEN ? AND ?
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) { row in
      body(row.bool(0) ? .nps : .csat, Int(row.int(1)), Instant(unixSeconds: row.int(2)), row.optionalInt(3))
    }
  }

  /// When the answers were given that belong to no ticket, within a stretch of time.
  public func eachAnswerWithoutTicket(within stretch: ClosedRange<Instant>, _ body: (Instant) -> Void) throws
  {
    try database.statement(
      "SELECT at FROM answer WHERE ticket_id IS NULL AND at BETWEEN ? AND ?"
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) {
      body(Instant(unixSeconds: $0.int(0)))
    }
  }

  /// The measures of these tickets, or of all, that were created up to a moment and of which anything counts for one
  /// since another, each with the row that tells its members (`GroupMembers`). They tell no more than these figures need.
  public func eachMeasure(
    ofTickets tickets: [Int64]?, countingSince start: Instant = Instant(unixSeconds: .min),
    createdUpTo end: Instant = Instant(unixSeconds: .max), by group: ReportGroup? = nil,
    figures: ServiceMeasures = .all,
    _ body: (TicketMeasure, _ groupRow: Int64?) throws -> Void
  ) throws {
    let columns = "\(Store.measureColumns(for: figures)), \(group?.rowOfMeasure ?? "NULL")"
    func take(_ row: Row) throws { try body(Store.measure(row), row.optionalInt(Store.measureColumnCount)) }
    if let tickets, tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        "SELECT \(columns) FROM ticket_measure WHERE ticket_id = ? AND created_at <= ?")
      for ticket in tickets { try statement.run([ticket, end.unixSeconds], row: take) }
      return
    }
    let wanted = tickets.map(IDSet.init)
    // A stretch that has just passed is found by the index; of one that is most of history, a pass is faster.
    let index = start.unixSeconds == .min ? "NOT INDEXED" : "INDEXED BY ticket_measure_last"
    try database.statement(
      "SELECT \(columns) FROM ticket_measure \(index) WHERE last_at >= ? AND created_at <= ?"
    ).run([start.unixSeconds, end.unixSeconds]) { if wanted?.contains($0.int(0)) ?? true { try take($0) } }
  }

  /// Of these tickets those that are unsolved, and those that were first solved since a moment: when an unsolved one was
  /// created, and when it was first solved.
  public func eachUnsolved(
    ofTickets tickets: [Int64], orSolvedSince moment: Instant,
    _ body: (_ createdAt: Instant?, _ solvedAt: Instant?) -> Void
  ) throws {
    let columns = "ticket_id, iif(is_unsolved, created_at, NULL), solved_at"
    let isMeant = "(is_unsolved = 1 OR solved_at >= ?)"
    func take(_ row: Row) {
      body(
        row.optionalInt(1).map(Instant.init(unixSeconds:)), row.optionalInt(2).map(Instant.init(unixSeconds:))
      )
    }
    if tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        "SELECT \(columns) FROM ticket_measure WHERE ticket_id = ? AND \(isMeant)")
      for ticket in tickets { try statement.run([ticket, moment.unixSeconds], row: take) }
      return
    }
    let wanted = IDSet(tickets)
    try database.statement("SELECT \(columns) FROM ticket_measure NOT INDEXED WHERE \(isMeant)")
      .run([moment.unixSeconds]) { if wanted.contains($0.int(0)) { take($0) } }
  }

  /// Looking up the answers of more takes longer than one pass over two million.
  static let fewTickets = 10_000
}

extension Row {
  /// The survey that a column names.
  func survey(_ column: Int32) -> SurveyKind? {
    place(column, among: Row.surveys).map { SurveyKind.allCases[$0] }
  }

  private static let surveys = SurveyKind.allCases.map { Array($0.rawValue.utf8) }
}
