import SQLite
public import VocDomain

/// An answer as far as it counts in a report by one dimension.
public struct CountedAnswer: Sendable {
  public var survey: SurveyKind
  public var score: Int
  public var at: Instant
  /// As in `AnswerCell`.
  public var member: Int64
}

/// Answers one by one, for what no counter is kept of.
extension Store {
  /// The answers of these tickets that were given within a stretch of time, in any order.
  ///
  /// Those of a few tickets are looked up, those of many sought among all in one pass.
  public func eachAnswer(
    ofTickets tickets: [Int64], within stretch: ClosedRange<Instant>, by dimension: AnswerCell.Dimension,
    _ body: (CountedAnswer) -> Void
  ) throws {
    let columns = "survey, score, at, \(dimension.member), ticket_id"
    let ends = [stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]
    func take(_ row: Row) {
      guard let survey = SurveyKind(rawValue: row.text(0)) else { return }
      body(
        CountedAnswer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)), member: row.int(3)))
    }
    if tickets.count <= Store.fewTickets {
      let statement = try database.statement(
        "SELECT \(columns) FROM answer WHERE ticket_id = ? AND at BETWEEN ? AND ?")
      for ticket in tickets { try statement.run([ticket] + ends, row: take) }
      return
    }
    let wanted = Set(tickets)
    try database.statement(
      "SELECT \(columns) FROM answer NOT INDEXED WHERE ticket_id IS NOT NULL AND at BETWEEN ? AND ?"
    ).run(ends) { if wanted.contains($0.int(4)) { take($0) } }
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

  /// Looking up the answers of more takes longer than one pass over two million.
  static let fewTickets = 10_000
}

extension AnswerCell.Dimension {
  /// What an answer counts for, in SQL.
  fileprivate var member: String {
    switch self {
    case .all: "0"
    case .channel: "coalesce(channel_id, 0)"
    case .agent: "coalesce(agent_id, 0)"
    case .segment: "CASE segment WHEN 'A' THEN 1 WHEN 'B' THEN 2 WHEN 'C' THEN 3 ELSE 0 END"
    }
  }
}
