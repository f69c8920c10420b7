import SQLite
public import VocDomain

/// What a customer wrote with an answer.
public struct CommentedAnswer: Equatable, Sendable {
  public var survey: SurveyKind
  public var score: Int
  public var at: Instant
  public var comment: String
  public var ticketID: Int64?
}

extension Store {
  /// Answers with a comment within a stretch of time, the newest first, until the body returns false.
  public func eachComment(
    within stretch: ClosedRange<Instant>, _ body: (CommentedAnswer) throws -> Bool
  ) throws {
    struct Enough: Error {}
    do {
      try database.statement(
        """
        SELECT survey, score, at, comment, ticket_id FROM answer INDEXED BY answer_commented
        WHERE comment <> '' AND at BETWEEN ? AND ? ORDER BY at DESC
        """
      ).run([stretch.lowerBound.unixSeconds, stretch.upperBound.unixSeconds]) { row in
        guard let survey = SurveyKind(rawValue: row.text(0)) else { return }
        let answer = CommentedAnswer(
          survey: survey, score: Int(row.int(1)), at: Instant(unixSeconds: row.int(2)),
          comment: row.text(3), ticketID: row.optionalInt(4))
        if try !body(answer) { throw Enough() }
      }
    } catch is Enough {}
  }
}
