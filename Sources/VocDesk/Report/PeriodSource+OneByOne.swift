import VocDomain
import VocStore

/// Answers and measures counted one by one, for what no counter is kept of.
extension PeriodSource {
  /// By the names that SQL tells of a grouping's members; without one, all under the empty name.
  func counted(
    _ period: ReportPeriod, by grouping: SatisfactionReport.Grouping?, answers: Bool = true,
    figures: ServiceMeasures = .all
  ) throws -> [String: PeriodData] {
    if !answers { return try countedMeasures(period, by: grouping, figures: figures) }
    let (answered, served) = try desk.both {
      try on($0).countedAnswers(period, by: grouping)
    } here: {
      try countedMeasures(period, by: grouping, figures: figures)
    }
    return served.merging(answered) { served, answered in
      PeriodData(answers: answered.answers, service: served.service)
    }
  }

  /// For another thread's desk, without hours: clocks are for one thread.
  private func on(_ desk: Desk) throws -> PeriodSource {
    PeriodSource(desk: desk, zone: try desk.reportClock(), now: now, tickets: tickets)
  }

  private func countedAnswers(
    _ period: ReportPeriod, by grouping: SatisfactionReport.Grouping?
  ) throws -> [String: PeriodData] {
    let members = store.members(of: grouping?.group)
    var groups = GroupedData()
    try store.eachAnswer(ofTickets: tickets, within: period.stretch, by: grouping?.group) { answer in
      let day = zone.localTime(of: answer.at).date
      guard period.contains(day) else { return }
      try members.each(ofRow: answer.groupRow) { member in
        groups.change(grouping == .month ? day.monthsSince1970 : member) { $0.answers.add(answer) }
      }
    }
    return named(groups, members, by: grouping)
  }

  private func countedMeasures(
    _ period: ReportPeriod, by grouping: SatisfactionReport.Grouping?, figures: ServiceMeasures
  ) throws -> [String: PeriodData] {
    let members = store.members(of: grouping?.group)
    var groups = GroupedData()
    // Asked once: the clock is quick as long as moments lie close to each other.
    let firstUnobserved = firstUnobserved
    try store.eachMeasure(
      ofTickets: tickets, countingSince: period.stretch.lowerBound, createdUpTo: period.stretch.upperBound,
      by: grouping?.group, figures: figures
    ) { measure, row in
      try members.each(ofRow: row) { member in
        func take(_ figure: ServiceMeasure, _ moment: Instant, _ value: Int64) {
          guard figures.contains(figure) else { return }
          let local = zone.localTime(of: moment)
          let day = local.date
          guard period.contains(day) else { return }
          groups.change(grouping == .month ? day.monthsSince1970 : member) { data in
            add(figure, value, local, to: &data.service)
            if figure == .solved && day.daysSince1970 < firstUnobserved {
              data.service.observed.add(bucket: Int(value), value: 0)
            }
          }
        }
        measure.eachContribution(take)
        hours?.eachContribution(of: measure, take)
      }
    }
    return named(groups, members, by: grouping)
  }

  private func named(
    _ groups: GroupedData, _ members: GroupMembers, by grouping: SatisfactionReport.Grouping?
  ) -> [String: PeriodData] {
    let named = groups.byNumber.map { number, data in
      (grouping == .month ? PeriodSource.name(ofMonth: number) : members.names[number], data)
    }
    return Dictionary(uniqueKeysWithValues: named)
  }

  /// Adds what one ticket contributes to a figure, of a moment that is `local` on the clock of the reports.
  private func add(
    _ figure: ServiceMeasure, _ value: Int64, _ local: LocalTime, to service: inout ServiceSums
  ) {
    let day = local.date.daysSince1970
    let (bucket, value) = ServiceCounters.bucket(of: figure, value, local)
    switch figure {
    case .unresolvedRunning, .unresolvedPaused:
      service.addUnresolved(figure, [(bucket, 1)], age: age(ofDay: day))
    case .businessUnresolved:
      let age = hours?.age(since: noon(ofDay: day), at: now, inGroup: bucket) ?? 0
      service.businessUnresolved[age, default: 0] += 1
    default: service.add(figure, bucket: bucket, value: value)
    }
  }
}
