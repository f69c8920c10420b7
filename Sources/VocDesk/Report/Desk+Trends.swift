public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// What is changing in a period against the four before it, which are as long; without any day asked for the last 30
  /// days with data. Nil where there is no data at all.
  public func trends(
    since: CivilDate?, until: CivilDate?, matching text: String = ""
  ) throws -> TrendsReport? {
    try store.snapshot { try trends(of: reportScope(since: since, until: until, matching: text)) }
  }

  func trends(of scope: ReportScope) throws -> TrendsReport? {
    try store.snapshot {
      let (since, until, zone) = (scope.period.since, scope.period.until, scope.zone)
      let today = zone.localTime(of: now()).date
      guard let last = try store.lastMoment() else { return nil }
      let usual = TrendsReport.usual(today: today, last: zone.localTime(of: last).date)
      let end = until ?? since.map { max($0, usual.until ?? $0) } ?? usual.until ?? today
      let start = max(min(since ?? (end + -29), end), end + -TrendsReport.mostDays)
      let stretch = TrendStretch(start...end, zone: zone)

      var report = TrendsReport(
        period: ReportPeriod(since: start, until: end),
        before: ReportPeriod(since: stretch.before.lowerBound, until: stretch.before.upperBound),
        isUsual: since == nil && until == nil, zone: zone.name)
      report.filter = scope.filter
      report.unfinishedImports = try store.unfinishedImports()
      report.isMonthly = stretch.isMonthly
      report.buckets = stretch.buckets.map { TrendsReport.Bucket(days: $0) }

      let instants = stretch.instants(stretch.days)
      var tickets = try store.ticketsCreated(instants, without: store.ticketsApart())
      var comments = try store.answersCommented(instants)
      if scope.tickets != nil {
        tickets = tickets.filter { scope.counts(ticket: $0.id) }
        comments = comments.filter { scope.counts(ticket: $0.ticketID) }
      }
      for ticket in tickets {
        if let bucket = stretch.bucket(of: zone.localTime(of: ticket.at).date) {
          report.buckets[bucket].created += 1
        }
      }
      let first = try store.firstTicketAt().map { zone.localTime(of: $0).date }
      report.volume = TrendsReport.Direction(report.fullBuckets(since: first, before: today))
      try takeAnswers(stretch, zone, scope.tickets, into: &report)
      try TrendTexts(
        store: store, stretch: stretch, zone: zone, agents: try store.agents().map(\.name), tickets: tickets,
        comments: comments
      ).read(into: &report)
      return report
    }
  }

  private func takeAnswers(
    _ stretch: TrendStretch, _ zone: ZoneClock, _ chosen: [Int64]?, into report: inout TrendsReport
  ) throws {
    var sets = stretch.answerBuckets.map { _ in HistogramSet() }
    guard let first = stretch.answerBuckets.first?.lowerBound else { return }
    let all = first...stretch.days.upperBound
    if let chosen {
      let period = ReportPeriod(since: all.lowerBound, until: all.upperBound)
      try store.eachAnswer(ofTickets: chosen, within: period.stretch) { answer in
        guard let bucket = stretch.answerBucket(of: zone.localTime(of: answer.at).date) else { return }
        sets[bucket].add(answer)
      }
    } else {
      let days = all.lowerBound.daysSince1970...all.upperBound.daysSince1970
      try store.answerCounts(.all, grain: .day, periods: days) { cell, count in
        guard let bucket = stretch.answerBucket(of: CivilDate(daysSince1970: cell.period)) else { return }
        sets[bucket].add(cell, count)
      }
    }
    report.takeAlarms(
      csat: sets.map { $0.box(.csat)?.top ?? Proportion(0, of: 0) }, nps: sets.map { $0.promoter(.nps) })
  }
}

extension TrendsReport.Direction {
  fileprivate init?(_ buckets: [TrendsReport.Bucket]) {
    guard let test = MannKendall(buckets.map { Double($0.created) }), test.isLongEnough, test.variance > 0
    else { return nil }
    self.init(periods: test.n, p: test.p, rises: test.s > 0, slope: test.slope)
  }
}

extension TrendsReport {
  /// Those of which every day is known: before the first ticket there was nothing to count, and today is not over.
  fileprivate func fullBuckets(since first: CivilDate?, before today: CivilDate) -> [Bucket] {
    guard let first else { return [] }
    return buckets.filter { first <= $0.days.lowerBound && $0.days.upperBound < today }
  }
}
