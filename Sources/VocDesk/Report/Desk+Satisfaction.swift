public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// From the kept counters: costs the same whatever the number of answers and tickets. With a filter, in which `@name`
  /// is a saved view, and by what no counters are kept by, all that counts is read.
  ///
  /// Both ends are included. A period with a beginning is compared with as long a stretch before it.
  public func satisfaction(
    since: CivilDate?, until: CivilDate?, by grouping: SatisfactionReport.Grouping?,
    matching text: String = ""
  ) throws -> SatisfactionReport {
    // Where counters tell the answers, there is nothing for a second thread.
    let isKept = text.trimmed.isEmpty && (grouping == nil || grouping?.dimension != nil)
    return try snapshotForTwo(unless: isKept) {
      try satisfaction(of: reportScope(since: since, until: until, matching: text), by: grouping)
    }
  }

  func satisfaction(
    of scope: ReportScope, by grouping: SatisfactionReport.Grouping?
  ) throws -> SatisfactionReport {
    try store.snapshot {
      let (period, zone) = (scope.period, scope.zone)
      let today = zone.localTime(of: now()).date
      var source = periodSource(of: scope)
      source.hours = try ticketHours()

      let total = try source.total(period)
      let before = period.before(today: today)
      var report = SatisfactionReport(
        surveys: total.answers.figures, period: period, before: before, zone: zone.name)
      let then = try before.map { try source.total($0) }
      report.figures = total.figures(before: then)
      report.hasUncountedComments =
        total.answers.hasUncountedComments || then?.answers.hasUncountedComments ?? false
      report.answersBeforeSending = total.reach.answersBefore
      report.take(total.service)
      report.backlog = try backlog(scope.tickets, today: today, zone)
      report.unmeasured = try store.countUnmeasured()
      report.unfinishedImports = try store.unfinishedImports()
      report.filter = scope.filter
      if report.filter != nil {
        try store.eachAnswerWithoutTicket(within: period.stretch) {
          if period.contains(zone.localTime(of: $0).date) { report.withoutTicket += 1 }
        }
      }
      report.grouping = grouping
      if let grouping { report.groups = try groups(source.groups(period, by: grouping), by: grouping) }
      return report
    }
  }

  private func groups(
    _ groups: [String: PeriodData], by grouping: SatisfactionReport.Grouping
  ) throws -> [SatisfactionReport.Group] {
    let name = try names(of: grouping)
    let named = groups.map { member, data in
      SatisfactionReport.Group(
        name: name(member), surveys: data.answers.figures, figures: data.figures(before: nil))
    }
    return named.sorted {
      $0.name.isEmpty == $1.name.isEmpty
        ? (Folding.folded($0.name), $0.name) < (Folding.folded($1.name), $1.name) : $1.name.isEmpty
    }
  }

  /// What people call a member, which SQL tells by its number.
  private func names(of grouping: SatisfactionReport.Grouping) throws -> (String) -> String {
    func named(_ names: [Int64: String]) -> (String) -> String {
      { Int64($0).flatMap { names[$0] } ?? "" }
    }
    switch grouping {
    case .channel:
      return named(Dictionary(uniqueKeysWithValues: try store.channels().map { ($0.id, $0.name) }))
    case .agent: return named(try namesOfAgents())
    case .priority: return { Int64($0).flatMap(Ticket.Priority.init(rawValue:))?.name ?? "" }
    case .kind, .segment, .month, .cause, .tag, .country, .language: return { $0 }
    }
  }

  private func backlog(
    _ chosen: [Int64]?, today: CivilDate, _ zone: ZoneClock
  ) throws -> SatisfactionReport.Backlog {
    var unsolved: [(age: Int, count: Int)] = []
    var backlog = SatisfactionReport.Backlog()
    func count(_ day: CivilDate, _ n: Int) {
      unsolved.append((max(0, today.daysSince1970 - day.daysSince1970), n))
    }
    func solve(_ day: CivilDate, _ n: Int) {
      if (0..<28).contains(today.daysSince1970 - day.daysSince1970) { backlog.solvedLately += n }
    }
    if let chosen {
      let lately = zone.instant(of: (today + -27).midnight)
      try store.eachUnsolved(ofTickets: chosen, orSolvedSince: lately) { created, solved in
        if let created { count(zone.localTime(of: created).date, 1) }
        if let solved { solve(zone.localTime(of: solved).date, 1) }
      }
    } else {
      try store.serviceCounts(.unsolved, grain: .day, periods: -10_000_000...10_000_000) {
        count(CivilDate(daysSince1970: $0), BucketHistogram($1).n)
      }
      try store.serviceCounts(
        .solved, grain: .day, periods: (today.daysSince1970 - 27)...today.daysSince1970
      ) { solve(CivilDate(daysSince1970: $0), BucketHistogram($1).n) }
    }
    backlog.take(unsolved)
    if try store.hasPromised() {
      let overdue = try store.overdueTickets(at: now())
      backlog.overdue = chosen.map { overdue.intersection($0).count } ?? overdue.count
    }
    return backlog
  }
}

extension SatisfactionReport {
  /// What the figures do not tell of the period.
  fileprivate mutating func take(_ service: ServiceSums) {
    created = service[.created].n
    for (hour, count) in service[.created].counts.enumerated() where hour < arrivals.count {
      arrivals[hour] = count
    }
    unanswered = service[.unanswered].n
    solved = service[.solved].n
    settled = service[.solved].solves { $0.contains(.settled) }
    underObservation = solved - service.observed.n
    let level = service.callLevel
    guard level.offered > 0 else { return }
    calls = ServiceLevel.Formula.allCases.map {
      CallLevel(formula: $0, figure: .share(.serviceLevel, level.share($0), before: nil))
    }
  }
}

extension SatisfactionReport.Backlog {
  fileprivate mutating func take(_ unsolved: [(age: Int, count: Int)]) {
    for (age, count) in unsolved {
      let stretch = SatisfactionReport.Backlog.ages.lastIndex { $0 <= age } ?? 0
      byAge[stretch] += count
    }
    let ages = CountedSample(counted: unsolved.map { (value: Double($0.age), count: $0.count) })
    medianAge = ages.nearestRank(0.5).map { Int($0) }
    oldestAge = ages.groups.last.map { Int($0.value) }
  }
}
