public import VocDomain
import VocStore

/// All that the supervisor's page shows, read in one moment.
public struct SupervisorPage: Sendable {
  public var report: SatisfactionReport
  public var channels: ChannelReport
  /// Twelve months up to the period's last, the oldest first; months without anything are there and empty.
  public var months: [SatisfactionReport.Group]
  public var topics: TopicsReport
  /// Nil where nothing was ever said.
  public var trends: TrendsReport?
  public var journey: JourneyReport
  public var customers: CustomerReport
  public var quotes: [Quote]
  public var hours: HourlyAnswers

  static let mostCustomers = 5

  /// What a customer wrote, with the side that the score is on.
  public struct Quote: Equatable, Sendable {
    public enum Side: String, Sendable { case detractor, passive, promoter }

    public var side: Side
    public var survey: SurveyKind
    public var score: Int
    public var at: Instant
    public var comment: String
    public var ticketID: Int64?
  }
}

extension Desk {
  /// Of the calendar month before the current one, unless a period is given.
  public func supervisorPage(_ asked: ReportPeriod, matching text: String) throws -> SupervisorPage {
    try snapshotForTwo {
      let all = try reportScope(since: nil, until: nil, matching: text)
      let today = all.zone.localTime(of: now()).date
      let isGiven = asked.since != nil || asked.until != nil
      let period = isGiven ? asked : ReportPeriod.month(today.monthsSince1970 - 1)
      return try page(of: all.during(period), today: today)
    }
  }

  private func page(of scope: ReportScope, today: CivilDate) throws -> SupervisorPage {
    let (customers, (trends, journey)) = try both { other in
      try other.customerReport(of: scope.on(other), limit: SupervisorPage.mostCustomers)
    } here: {
      (try self.trends(of: scope), try self.journey(of: scope))
    }
    return SupervisorPage(
      report: try satisfaction(of: scope, by: nil), channels: try channelReport(of: scope),
      months: try twelveMonths(upTo: min(scope.period.until ?? today, today), of: scope),
      topics: try topics(of: scope), trends: trends, journey: journey, customers: customers,
      quotes: try quotes(scope), hours: try hourlyAnswers(of: scope))
  }

  private func twelveMonths(
    upTo day: CivilDate, of scope: ReportScope
  ) throws -> [SatisfactionReport.Group] {
    let last = day.monthsSince1970
    let year = ReportPeriod(
      since: ReportPeriod.month(last - 11).since, until: ReportPeriod.month(last).until)
    let found = try satisfaction(of: scope.during(year), by: .month).groups
    let empty = HistogramSet().figures
    return (last - 11...last).map { month in
      let name = CivilDate(firstOfMonthsSince1970: month).yearAndMonth
      return found.first { $0.name == name }
        ?? SatisfactionReport.Group(name: name, surveys: empty, figures: [])
    }
  }

  /// Three of unhappy customers, one of a passive one and two of happy ones: the newest of each.
  private func quotes(_ scope: ReportScope) throws -> [SupervisorPage.Quote] {
    let (period, zone) = (scope.period, scope.zone)
    var wanted: [SupervisorPage.Quote.Side: Int] = [.detractor: 3, .passive: 1, .promoter: 2]
    var quotes: [SupervisorPage.Quote] = []
    try store.eachComment(within: period.stretch) { answer in
      let isInside =
        period.contains(zone.localTime(of: answer.at).date)
        && scope.counts(ticket: answer.ticketID)
      if isInside, let side = SupervisorPage.Quote.Side(answer.survey, answer.score), wanted[side] ?? 0 > 0 {
        wanted[side]? -= 1
        quotes.append(
          SupervisorPage.Quote(
            side: side, survey: answer.survey, score: answer.score, at: answer.at, comment: answer.comment,
            ticketID: answer.ticketID))
      }
      return wanted.values.contains { $0 > 0 }
    }
    let order: [SupervisorPage.Quote.Side] = [.detractor, .passive, .promoter]
    return order.flatMap { side in quotes.filter { $0.side == side } }
  }
}

extension SupervisorPage.Quote.Side {
  /// NPS as its classes; CSAT 1-2, 3 and 4-5; nil for surveys that tell none.
  init?(_ survey: SurveyKind, _ score: Int) {
    guard let bad = survey.badScores else { return nil }
    if bad.contains(score) {
      self = .detractor
    } else {
      self = score <= (survey == .nps ? 8 : 3) ? .passive : .promoter
    }
  }
}

extension ReportPeriod {
  /// A calendar month, by the months since 1970.
  static func month(_ month: Int) -> ReportPeriod {
    let days = CivilDate.days(ofMonth: month)
    return ReportPeriod(
      since: CivilDate(daysSince1970: days.lowerBound), until: CivilDate(daysSince1970: days.upperBound))
  }
}
