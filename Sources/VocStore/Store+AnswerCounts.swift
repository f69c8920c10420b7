import SQLite
public import VocDomain

/// One cell of the kept satisfaction counters.
public struct AnswerCell: Hashable, Sendable {
  /// What the counters are kept by.
  public enum Dimension: String, CaseIterable, Sendable { case all, channel, agent, segment }

  public enum Grain: String, CaseIterable, Sendable { case day, month }

  public var dimension: Dimension
  public var grain: Grain
  /// Days, or months, since January 1970 in the zone of the reports.
  public var period: Int
  /// A channel's or an agent's number; for segments 1 A, 2 B, 3 C; 0 for none.
  public var member: Int64
  public var survey: SurveyKind
  public var score: Int

  public init(dimension: Dimension, grain: Grain, period: Int, member: Int64, survey: SurveyKind, score: Int)
  {
    self.dimension = dimension
    self.grain = grain
    self.period = period
    self.member = member
    self.survey = survey
    self.score = score
  }

  /// By what is not a text, for speed.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(period)
    hasher.combine(member)
    hasher.combine(score)
  }

  /// The cells that one answer, given on this day, counts in.
  public static func cells(of answer: Answer, on day: CivilDate) -> [AnswerCell] {
    Dimension.allCases.flatMap { dimension in
      Grain.allCases.map { grain in
        AnswerCell(
          dimension: dimension, grain: grain, period: grain == .day ? day.daysSince1970 : day.monthsSince1970,
          member: member(of: answer, dimension: dimension), survey: answer.survey, score: answer.score)
      }
    }
  }

  private static func member(of answer: Answer, dimension: Dimension) -> Int64 {
    switch dimension {
    case .all: 0
    case .channel: answer.channelID ?? 0
    case .agent: answer.agentID ?? 0
    case .segment:
      switch answer.segment {
      case nil: 0
      case .a: 1
      case .b: 2
      case .c: 3
      }
    }
  }
}

/// How many answers a cell counts.
public struct AnswerCount: Equatable, Sendable {
  public var n: Int64
  /// Those that came with a comment; nil where answers were counted before comments were.
  public var commented: Int64?

  public init(n: Int64, commented: Int64?) { (self.n, self.commented) = (n, commented) }
}

extension Store {
  /// Adds to the counters, or takes away where a number is negative; a counter of nothing is none. What was counted
  /// before comments were stays without them.
  public func add(_ counts: [AnswerCell: AnswerCount]) throws {
    for (cell, count) in counts {
      let commented = count.commented ?? 0
      if count.n == 0 && commented == 0 { continue }
      // No upsert: it would have the change itself fulfil the checks of a counter, and where a known answer gets its
      // comment a change may be of more comments than answers.
      try database.statement(
        "UPDATE answer_count SET n = n + ?, commented = commented + ? WHERE \(Store.sameCell)"
      ).run([count.n, commented] + key(cell))
      if count.n < 0 {
        try database.statement("DELETE FROM answer_count WHERE \(Store.sameCell) AND n = 0").run(key(cell))
      } else if count.n > 0 && database.changes == 0 {
        try database.statement(
          """
          INSERT INTO answer_count (n, commented, dimension, grain, period, member, survey, score)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
        ).run([count.n, commented] + key(cell))
      }
    }
  }

  private static let sameCell =
    "dimension = ? AND grain = ? AND period = ? AND member = ? AND survey = ? AND score = ?"

  private func key(_ cell: AnswerCell) -> [(any Bindable)?] {
    [
      cell.dimension.rawValue, cell.grain.rawValue, cell.period, cell.member, cell.survey.rawValue,
      cell.score,
    ]
  }

  /// Whether answers were counted before comments were.
  public func hasUncountedComments() throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM answer_count WHERE commented IS NULL)") == 1
  }

  /// Says how many of a counter's answers came with a comment: none, but for those of `counts`, wherever it is not known.
  public func countComments(_ counts: [AnswerCell: AnswerCount]) throws {
    for (cell, count) in counts {
      try database.statement(
        "UPDATE answer_count SET commented = ? WHERE \(Store.sameCell) AND commented IS NULL"
      ).run([count.commented] + key(cell))
    }
    try database.execute("UPDATE answer_count SET commented = 0 WHERE commented IS NULL")
  }

  /// The counters of one dimension over a range of periods, both ends included.
  public func answerCounts(
    _ dimension: AnswerCell.Dimension, grain: AnswerCell.Grain, periods: ClosedRange<Int>,
    each: (AnswerCell, AnswerCount) -> Void
  ) throws {
    try database.statement(
      """
      SELECT period, member, survey, score, n, commented FROM answer_count
      WHERE dimension = ? AND grain = ? AND period BETWEEN ? AND ?
      """
    ).run([dimension.rawValue, grain.rawValue, periods.lowerBound, periods.upperBound]) { row in
      guard let survey = row.survey(2) else { return }
      each(
        AnswerCell(
          dimension: dimension, grain: grain, period: Int(row.int(0)), member: row.int(1), survey: survey,
          score: Int(row.int(3))), AnswerCount(n: row.int(4), commented: row.optionalInt(5)))
    }
  }

  /// The first and last day with an answer; nil without answers.
  public func answerDays() throws -> ClosedRange<Int>? {
    guard
      let first = try database.value(
        "SELECT min(period) FROM answer_count WHERE dimension = 'all' AND grain = 'day'"),
      let last = try database.value(
        "SELECT max(period) FROM answer_count WHERE dimension = 'all' AND grain = 'day'")
    else { return nil }
    return Int(first)...Int(last)
  }

  /// Every answer, or every one with a comment, with what its counters depend on, for the recomputation that proves
  /// them; of the comment only how it begins.
  public func eachAnswer(commented: Bool = false, _ body: (Answer) -> Void) throws {
    try database.statement(
      """
      SELECT survey, score, at, channel_id, agent_id, segment, substr(comment, 1, 1) FROM answer NOT INDEXED
      \(commented ? "WHERE comment <> ''" : "")
      """
    ).run([]) { row in
      guard let survey = row.survey(0) else { return }
      body(
        Answer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)), comment: row.text(6),
          channelID: row.optionalInt(3), agentID: row.optionalInt(4),
          segment: row.optionalText(5).flatMap(Customer.Segment.init(rawValue:))))
    }
  }
}
