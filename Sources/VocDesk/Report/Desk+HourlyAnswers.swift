import VocDomain
import VocStore

/// The NPS and CSAT answers of a period by the hour of the week in which they were given, Monday 00:00 first.
public struct HourlyAnswers: Equatable, Sendable {
  public var answers = [Int](repeating: 0, count: 168)
  /// Those of detractors, and CSAT of 1 and 2.
  public var negative = [Int](repeating: 0, count: 168)

  public var n: Int { answers.reduce(0, +) }

  public init() {}
}

extension Desk {
  /// Of the tickets that a scope has, or of all: then from an index that has no other answers in it.
  func hourlyAnswers(of scope: ReportScope) throws -> HourlyAnswers {
    let (period, zone) = (scope.period, scope.zone)
    var hours = HourlyAnswers()
    func take(_ answer: Answer) {
      guard answer.survey == .nps || answer.survey == .csat else { return }
      let local = zone.localTime(of: answer.at)
      guard period.contains(local.date) else { return }
      let hour = HourOfWeek(local).index
      hours.answers[hour] += 1
      if answer.isBad { hours.negative[hour] += 1 }
    }
    if let tickets = scope.tickets {
      try store.eachAnswer(ofTickets: tickets, within: period.stretch) {
        take(Answer(survey: $0.survey, score: $0.score, at: $0.at))
      }
    } else {
      try store.eachJudgedAnswer(within: period.stretch) { take(Answer(survey: $0, score: $1, at: $2)) }
    }
    return hours
  }
}
