import VocDomain
import VocStore

/// The NPS and CSAT answers of a period by the hour of the week in which they were given, Monday 00:00 first.
public struct HourlyAnswers: Equatable, Sendable {
  public var answers = [Int](repeating: 0, count: 168)
  /// Those of detractors, and CSAT of 1 and 2.
  public var negative = [Int](repeating: 0, count: 168)
  /// Those of which only the day is known, and that are of no hour.
  public var withoutTime = 0

  public var n: Int { answers.reduce(0, +) }

  public init() {}
}

extension Desk {
  /// Of the tickets that a scope has, or of all: then from an index that has no other answers in it.
  func hourlyAnswers(of scope: ReportScope) throws -> HourlyAnswers {
    let (period, zone) = (scope.period, scope.zone)
    let times = try AnswerTimes(store.channels(), reports: zone)
    var hours = HourlyAnswers()
    func take(_ answer: Answer) {
      guard answer.survey == .nps || answer.survey == .csat else { return }
      let local = zone.localTime(of: answer.at)
      guard period.contains(local.date) else { return }
      if !times.hasTime(answer) {
        hours.withoutTime += 1
        return
      }
      let hour = HourOfWeek(local).index
      hours.answers[hour] += 1
      if answer.isBad { hours.negative[hour] += 1 }
    }
    if let tickets = scope.tickets {
      try store.eachAnswer(ofTickets: tickets, within: period.stretch) {
        take(Answer(survey: $0.survey, score: $0.score, at: $0.at, channelID: $0.channelID))
      }
    } else {
      try store.eachJudgedAnswer(within: period.stretch) {
        take(Answer(survey: $0, score: $1, at: $2, channelID: $3))
      }
    }
    return hours
  }
}

/// Tells answers of which a survey gave the day alone: they stand at the very start of it, in the zone of their channel or
/// in that of the reports. Of those with a time one in 86,400 does so, too.
private struct AnswerTimes {
  private let reports: ZoneClock
  private let zones: [Int64: ZoneClock]

  init(_ channels: [Channel], reports: ZoneClock) throws {
    self.reports = reports
    var known: [String: ZoneClock] = [:]
    for zone in Set(channels.map(\.zone)) { known[zone] = try ZoneClock(named: zone) }
    zones = channels.reduce(into: [:]) { $0[$1.id] = known[$1.zone] }
  }

  func hasTime(_ answer: Answer) -> Bool {
    let own = answer.channelID.flatMap { zones[$0] }
    return ![reports, own].compactMap(\.self).contains { isStartOfDay(answer.at, $0) }
  }

  private func isStartOfDay(_ at: Instant, _ zone: ZoneClock) -> Bool {
    zone.instant(of: zone.localTime(of: at).date.midnight) == at
  }
}
