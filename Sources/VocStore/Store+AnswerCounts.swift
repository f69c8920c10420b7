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

extension Store {
  /// Adds to the counters, or takes away where n is negative; a counter of nothing is none.
  public func add(_ counts: [AnswerCell: Int64]) throws {
    for (cell, n) in counts where n != 0 {
      if n < 0 {
        try subtract(-n, from: cell)
        continue
      }
      try database.execute(
        """
        INSERT INTO answer_count (dimension, grain, period, member, survey, score, n) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (dimension, grain, period, member, survey, score) DO UPDATE SET n = n + excluded.n
        """,
        cell.dimension.rawValue, cell.grain.rawValue, cell.period, cell.member, cell.survey.rawValue,
        cell.score, n)
    }
  }

  private func subtract(_ n: Int64, from cell: AnswerCell) throws {
    let key: [(any Bindable)?] = [
      cell.dimension.rawValue, cell.grain.rawValue, cell.period, cell.member, cell.survey.rawValue,
      cell.score,
    ]
    let same = "dimension = ? AND grain = ? AND period = ? AND member = ? AND survey = ? AND score = ?"
    try database.statement("UPDATE answer_count SET n = n - ? WHERE \(same)").run([n] + key)
    try database.statement("DELETE FROM answer_count WHERE \(same) AND n = 0").run(key)
  }

  /// The counters of one dimension over a range of periods, both ends included.
  public func answerCounts(
    _ dimension: AnswerCell.Dimension, grain: AnswerCell.Grain, periods: ClosedRange<Int>,
    each: (AnswerCell, Int64) -> Void
  ) throws {
    try database.statement(
      """
      SELECT period, member, survey, score, n FROM answer_count
      WHERE dimension = ? AND grain = ? AND period BETWEEN ? AND ?
      """
    ).run([dimension.rawValue, grain.rawValue, periods.lowerBound, periods.upperBound]) { row in
      guard let survey = SurveyKind(rawValue: row.text(2)) else { return }
      each(
        AnswerCell(
          dimension: dimension, grain: grain, period: Int(row.int(0)), member: row.int(1), survey: survey,
          score: Int(row.int(3))), row.int(4))
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

  /// Every answer with what its counters depend on, for the recomputation that proves them.
  public func eachAnswer(_ body: (Answer) -> Void) throws {
    try database.statement("SELECT survey, score, at, channel_id, agent_id, segment FROM answer").run([]) {
      row in
      guard let survey = SurveyKind(rawValue: row.text(0)) else { return }
      body(
        Answer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)),
          channelID: row.optionalInt(3), agentID: row.optionalInt(4),
          segment: row.optionalText(5).flatMap(Customer.Segment.init(rawValue:))))
    }
  }
}
