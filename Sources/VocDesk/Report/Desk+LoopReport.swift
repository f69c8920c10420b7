public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// What became of the bad answers of a period, both ends included, and of the causes of tickets, and what customers
  /// say of competitors.
  public func loopReport(since: CivilDate?, until: CivilDate?, limit: Int = 20) throws -> LoopReport {
    try store.snapshot {
      let zone = try reportClock()
      let today = zone.localTime(of: now()).date
      let period = ReportPeriod(since: since, until: until)
      var report = LoopReport(period: period, before: period.before(today: today), zone: zone.name)
      report.opensByItself = try opensFollowUps()
      report.unfinishedImports = try store.unfinishedImports()
      let followUps = try store.followUps()
      let answers = try badAnswers(followUps)
      let now = LoopCounts(answers, within: period.moments(in: zone), at: now())
      let then = report.before.map { LoopCounts(answers, within: $0.moments(in: zone), at: self.now()) }
      report.figures = now.figures(before: then)
      let source = PeriodSource(desk: self, zone: zone, now: self.now(), tickets: nil)
      let all = try source.total(period).answers
      report.anonymous = max(0, all.bad - now.bad)
      try addPending(followUps.values.filter { !$0.isSolved }, limit: limit, to: &report)
      let causes = try causeEffects(period, zone)
      (report.causes, report.causeCount) = (Array(causes.prefix(limit)), causes.count)
      let competitors = try competitorFigures(period, before: report.before, zone, answers: all)
      // Who names one is not known before all texts have been read.
      report.hasUnreadTexts = try !competitors.isEmpty && hasUnreadTexts()
      if !report.hasUnreadTexts {
        (report.competitors, report.competitorCount) = (Array(competitors.prefix(limit)), competitors.count)
      }
      report.benchmarks = try benchmarkLines(source, answers: all)
      return report
    }
  }

  private func badAnswers(_ followUps: [Int64: FollowUp]) throws -> [BadAnswer] {
    var answers: [BadAnswer] = []
    /// The newest bad answer of the customer to the survey, which the next one is compared with.
    var last: (index: Int, customer: Int64, survey: SurveyKind, score: Int)?
    try store.eachScore { id, customer, survey, score, moment in
      if let bad = last, bad.customer == customer, bad.survey == survey {
        answers[bad.index].next = (moment, score > bad.score)
      }
      last = nil
      guard Answer(survey: survey, score: score, at: moment).isBad else { return }
      last = (answers.count, customer, survey, score)
      answers.append(BadAnswer(at: moment, followUp: followUps[id]))
    }
    return answers
  }

  private func addPending(_ open: [FollowUp], limit: Int, to report: inout LoopReport) throws {
    report.pendingCount = open.count
    let agents = try namesOfAgents()
    let urgent = open.sorted { ($0.dueAt, $0.ticketID) < ($1.dueAt, $1.ticketID) }.prefix(limit)
    report.pending = try urgent.map { followUp in
      let ticket = try ticket(followUp.ticketID)
      return LoopReport.Pending(
        ticket: ticket, customer: try store.customer(ticket.customerID)?.name ?? "", dueAt: followUp.dueAt,
        isOverdue: followUp.dueAt <= now(), assignee: ticket.assigneeID.flatMap { agents[$0] })
    }
  }

  // MARK: - Causes

  /// How long before and after the day on which a cause was fixed its tickets count, in days.
  private static let effectDays = 90

  private func causeEffects(_ period: ReportPeriod, _ zone: ZoneClock) throws -> [LoopReport.Cause] {
    let cares = Dictionary(try store.causeCares().map { (Folding.folded($0.name), $0) }) { first, _ in first }
    let agents = try namesOfAgents()
    let moments = period.moments(in: zone)
    let around = try cares.compactMapValues { try $0.fixedOn.map { try stretches(around: $0, zone) } }
    var causes = cares.mapValues {
      LoopReport.Cause(
        name: $0.name, owner: $0.ownerID.flatMap { agents[$0] }, fixedOn: $0.fixedOn, tickets: 0,
        effect: nil)
    }
    var effects = around.mapValues {
      LoopReport.Effect(
        before: 0, daysBefore: $0.before.days, after: 0, daysAfter: $0.after.days, change: nil)
    }
    var folded: [String: String] = [:]
    try store.eachCause { name, opened in
      let key = folded[name] ?? Folding.folded(name)
      folded[name] = key
      if moments.contains(opened) {
        causes[key, default: LoopReport.Cause(name: name, tickets: 0)].tickets += 1
      }
      guard let stretch = around[key] else { return }
      if stretch.before.contains(opened) { effects[key]?.before += 1 }
      if stretch.after.contains(opened) { effects[key]?.after += 1 }
    }
    for (key, effect) in effects { causes[key]?.effect = effect.compared }
    func order(_ cause: LoopReport.Cause) -> (Int, Int, String) {
      (cause.owner == nil && cause.fixedOn == nil ? 1 : 0, -cause.tickets, cause.name)
    }
    return causes.values.sorted { order($0) < order($1) }
  }

  /// Up to 90 days before a day and after it, as far as they are known.
  private func stretches(
    around day: CivilDate, _ zone: ZoneClock
  ) throws -> (before: Range<Instant>, after: Range<Instant>) {
    let fixed = zone.instant(of: day.midnight)
    let longest = Int64(Desk.effectDays) * Seconds.day
    // Before the first ticket nothing is known.
    let known = try store.firstTicketAt() ?? now()
    let (middle, end) = (min(fixed, now()), min(now(), fixed + longest))
    let first = max(known, fixed + -longest)
    let begin = max(known, middle)
    return (min(first, middle)..<middle, begin..<max(begin, end))
  }
}

/// A bad answer, and what became of it.
private struct BadAnswer {
  let at: Instant
  let followUp: FollowUp?
  /// The same customer's next answer to the same survey, and whether it is better.
  var next: (at: Instant, isBetter: Bool)?

  /// Whether the next answer came after somebody had solved the follow-up; false where there was none until then, nil
  /// in between.
  var isAfterFollowUp: Bool? {
    guard let next, let followUp, next.at >= followUp.openedAt else { return false }
    return followUp.isSolved && followUp.solvedAt.map { next.at >= $0 } ?? false ? true : nil
  }

  init(at: Instant, followUp: FollowUp?) { (self.at, self.followUp) = (at, followUp) }
}

/// What became of the bad answers of one stretch of time.
private struct LoopCounts {
  private(set) var bad = 0
  private var followed = 0
  private var closed = 0
  /// Of the follow-ups that are solved or whose time is over.
  private var onTime = (part: 0, whole: 0)
  private var recovered = (part: 0, whole: 0)
  private var recoveredAlone = (part: 0, whole: 0)

  init(_ answers: [BadAnswer], within moments: Range<Instant>, at now: Instant) {
    for answer in answers where moments.contains(answer.at) {
      bad += 1
      if let next = answer.next, let isAfter = answer.isAfterFollowUp {
        if isAfter {
          recovered.whole += 1
          if next.isBetter { recovered.part += 1 }
        } else {
          recoveredAlone.whole += 1
          if next.isBetter { recoveredAlone.part += 1 }
        }
      }
      if let followUp = answer.followUp { take(followUp, at: now) }
    }
  }

  private mutating func take(_ followUp: FollowUp, at now: Instant) {
    followed += 1
    if followUp.isSolved { closed += 1 }
    guard followUp.isSolved || followUp.dueAt <= now else { return }
    onTime.whole += 1
    if let solved = followUp.solvedAt, followUp.isSolved, solved <= followUp.dueAt { onTime.part += 1 }
  }

  private var shares: [(ReportFigure.Measure, Proportion)] {
    [
      (.followedUp, Proportion(followed, of: bad)), (.followUpClosed, Proportion(closed, of: followed)),
      (.followUpOnTime, Proportion(onTime.part, of: onTime.whole)),
      (.recovered, Proportion(recovered.part, of: recovered.whole)),
      (.recoveredAlone, Proportion(recoveredAlone.part, of: recoveredAlone.whole)),
    ]
  }

  func figures(before: LoopCounts?) -> [ReportFigure] {
    let then = before?.shares
    return shares.enumerated().map { place, share in
      .share(share.0, share.1, before: then?[place].1)
    }
  }
}

extension Range<Instant> {
  fileprivate var days: Double { Double(upperBound - lowerBound) / Double(Seconds.day) }
}

extension LoopReport.Effect {
  /// With how the rate changed.
  fileprivate var compared: LoopReport.Effect {
    var effect = self
    guard let rates = RateRatio(earlier: (before, daysBefore), later: (after, daysAfter)),
      let ratio = rates.ratio, let interval = rates.interval()
    else { return self }
    effect.change = ReportFigure.Change(ratio: ratio, interval)
    return effect
  }
}
