import SQLite
public import VocDomain

/// An answer as far as it counts in a report.
public struct CountedAnswer: Sendable {
  public var survey: SurveyKind
  public var score: Int
  public var at: Instant
  /// As `ReportGroup` tells; empty for none.
  public var member: String
  public var ticketID: Int64?
  public var isCommented: Bool
}

/// Answers one by one, for what no counter is kept of.
extension Store {
  /// The answers within a stretch of time, in any order: those of these tickets, or all; one with several tags once for
  /// each.
  ///
  /// Those of a few tickets are looked up, those of many sought among all in one pass.
  public func eachAnswer(
    ofTickets tickets: [Int64]?, within stretch: ClosedRange<Instant>, by group: ReportGroup?,
    _ body: (CountedAnswer) -> Void
  ) throws {
    let (member, joins) = group?.ofAnswer ?? ("''", "")
    let columns = "survey, score, at, \(member), answer.ticket_id, comment <> ''"
    let ends = [stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]
    func take(_ row: Row) {
      guard let survey = SurveyKind(rawValue: row.text(0)) else { return }
      body(
        CountedAnswer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)), member: row.text(3),
          ticketID: row.optionalInt(4), isCommented: row.bool(5)))
    }
    guard let tickets else {
      return try database.statement(
        "SELECT \(columns) FROM answer NOT INDEXED \(joins) WHERE at BETWEEN ? AND ?"
      ).run(ends, row: take)
    }
    if tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        "SELECT \(columns) FROM answer \(joins) WHERE answer.ticket_id = ? AND at BETWEEN ? AND ?")
      for ticket in tickets { try statement.run([ticket] + ends, row: take) }
      return
    }
    let wanted = Set(tickets)
    try database.statement(
      """
      SELECT \(columns) FROM answer NOT INDEXED \(joins)
      WHERE answer.ticket_id IS NOT NULL AND at BETWEEN ? AND ?
      """
    ).run(ends) { if wanted.contains($0.int(4)) { take($0) } }
  }

  /// The NPS and CSAT answers within a stretch of time, from an index of those alone.
  public func eachJudgedAnswer(
    within stretch: ClosedRange<Instant>, _ body: (_ survey: SurveyKind, _ score: Int, _ at: Instant) -> Void
  ) throws {
    try database.statement(
      """
      SELECT survey = 'nps', score, at FROM answer INDEXED BY answer_judged
      WHERE (survey = 'nps' OR survey = 'csat') AND at BETWEEN ? AND ?
      """
    ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) { row in
      body(row.bool(0) ? .nps : .csat, Int(row.int(1)), Instant(unixSeconds: row.int(2)))
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
  /// since another, each with its group; one with several tags once for each. They tell no more than these figures need.
  public func eachMeasure(
    ofTickets tickets: [Int64]?, countingSince start: Instant = Instant(unixSeconds: .min),
    createdUpTo end: Instant, by group: ReportGroup?, figures: ServiceMeasures = .all,
    _ body: (TicketMeasure, _ member: String) throws -> Void
  ) throws {
    let (member, joins) = group?.ofMeasure ?? ("''", "")
    let waits = figures.isDisjoint(with: .ofWaits) ? ["waits"] : []
    let columns = Store.measureColumns(without: Store.columnsBesideFigures + waits) + ", \(member)"
    func take(_ row: Row) throws { try body(Store.measure(row), row.text(Store.measureColumnCount)) }
    if let tickets, tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        """
        SELECT \(columns) FROM ticket_measure \(joins)
        WHERE ticket_measure.ticket_id = ? AND ticket_measure.created_at <= ?
        """)
      for ticket in tickets { try statement.run([ticket, end.unixSeconds], row: take) }
      return
    }
    let wanted = tickets.map(Set.init)
    // A stretch that has just passed is found by the index; of one that is most of history, a pass is faster.
    let index = start.unixSeconds == .min ? "NOT INDEXED" : "INDEXED BY ticket_measure_last"
    try database.statement(
      """
      SELECT \(columns) FROM ticket_measure \(index) \(joins)
      WHERE ticket_measure.last_at >= ? AND ticket_measure.created_at <= ?
      """
    ).run([start.unixSeconds, end.unixSeconds]) { if wanted?.contains($0.int(0)) ?? true { try take($0) } }
  }

  /// Looking up the answers of more takes longer than one pass over two million.
  static let fewTickets = 10_000
}
