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

  /// What a customer wrote, with the mood that the score tells.
  public struct Quote: Equatable, Sendable {
    public enum Mood: String, Sendable { case detractor, passive, promoter }

    public var mood: Mood
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
    try store.snapshot {
      let zone = try reportClock()
      let today = zone.localTime(of: now()).date
      let isGiven = asked.since != nil || asked.until != nil
      let period = isGiven ? asked : ReportPeriod.month(today.monthsSince1970 - 1)
      let report = try satisfaction(
        since: period.since, until: period.until, by: nil, matching: text)
      return SupervisorPage(
        report: report,
        channels: try channelReport(since: period.since, until: period.until, matching: text),
        months: try twelveMonths(upTo: min(period.until ?? today, today), matching: text),
        topics: try topics(since: period.since, until: period.until, matching: text),
        trends: try trends(since: period.since, until: period.until, matching: text),
        journey: try journey(in: period, matching: text),
        customers: try customerReport(
          since: period.since, until: period.until, matching: text, limit: SupervisorPage.mostCustomers),
        quotes: try quotes(period, zone, matching: text),
        hours: try hourlyAnswers(period, zone, matching: text))
    }
  }

  private func twelveMonths(
    upTo day: CivilDate, matching text: String
  ) throws -> [SatisfactionReport.Group] {
    let last = day.monthsSince1970
    let year = ReportPeriod(
      since: ReportPeriod.month(last - 11).since, until: ReportPeriod.month(last).until)
    let found = try satisfaction(since: year.since, until: year.until, by: .month, matching: text).groups
    let empty = HistogramSet().figures
    return (last - 11...last).map { month in
      let name = CivilDate(firstOfMonthsSince1970: month).yearAndMonth
      return found.first { $0.name == name }
        ?? SatisfactionReport.Group(name: name, surveys: empty, figures: [])
    }
  }

  /// Three of unhappy customers, one of a passive one and two of happy ones: the newest of each.
  private func quotes(
    _ period: ReportPeriod, _ zone: ZoneClock, matching text: String
  ) throws -> [SupervisorPage.Quote] {
    let chosen = try reportTickets(matching: text).map(Set.init)
    var wanted: [SupervisorPage.Quote.Mood: Int] = [.detractor: 3, .passive: 1, .promoter: 2]
    var quotes: [SupervisorPage.Quote] = []
    try store.eachComment(within: period.stretch) { answer in
      let isInside =
        period.contains(zone.localTime(of: answer.at).date)
        && chosen.map { answer.ticketID.map($0.contains) ?? false } ?? true
      if isInside, let mood = SupervisorPage.Quote.Mood(answer.survey, answer.score), wanted[mood] ?? 0 > 0 {
        wanted[mood]? -= 1
        quotes.append(
          SupervisorPage.Quote(
            mood: mood, survey: answer.survey, score: answer.score, at: answer.at, comment: answer.comment,
            ticketID: answer.ticketID))
      }
      return wanted.values.contains { $0 > 0 }
    }
    let order: [SupervisorPage.Quote.Mood] = [.detractor, .passive, .promoter]
    return order.flatMap { mood in quotes.filter { $0.mood == mood } }
  }
}

extension SupervisorPage.Quote.Mood {
  /// NPS as its classes; CSAT 1-2, 3 and 4-5; nil for surveys that do not tell a mood to be quoted.
  init?(_ survey: SurveyKind, _ score: Int) {
    switch (survey, score) {
    case (.nps, ...6), (.csat, ...2): self = .detractor
    case (.nps, ...8), (.csat, 3): self = .passive
    case (.nps, _), (.csat, _): self = .promoter
    default: return nil
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
