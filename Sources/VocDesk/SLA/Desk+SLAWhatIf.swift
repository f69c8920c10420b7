public import VocDomain
import VocInsight
public import VocRouting
import VocStore

/// History scored again under promises that were never made.
extension Desk {
  /// What to promise instead of what the policy says.
  public struct WhatIf: Sendable {
    /// Business seconds, for every priority.
    public var targets: [SLAPolicy.Measure: Int64] = [:]
    public var calendar: String?
    /// How far back tickets count, in seconds.
    public var last: Int64

    public init(last: Int64) { self.last = last }
  }

  /// How well one measure was kept.
  public struct SLAFigure: Sendable {
    public var measure: SLAPolicy.Measure
    public var met: Int
    /// Those that still run past their due too.
    public var breached: Int
    /// Neither yet; they are not in the share.
    public var running: Int
    /// The share of the met among the met and breached, 0...1, with its 95 % Wilson interval; nil of nothing.
    public var share: Double?
    public var low: Double?
    public var high: Double?
    /// Business seconds of those that have ended; nil of nothing.
    public var median: Int64?
    public var p90: Int64?
  }

  public struct WhatIfReport: Sendable {
    public var tickets: Int
    public var since: Instant
    /// As the policy in force has it, had it held from the beginning.
    public var now: [SLAFigure]
    public var otherwise: [SLAFigure]
  }

  public func slaWhatIf(_ question: WhatIf) throws -> WhatIfReport {
    try store.snapshot {
      let service = try currentService()
      let names = service.policy.calendars.map(\.name)
      if let calendar = question.calendar, !names.contains(calendar) {
        throw VocError.unknownCalendar(calendar, nearest: Nearest.names(to: calendar, among: names))
      }
      let moment = now()
      let context = try filterContext(service, at: moment)
      let since = moment + -question.last
      let ids = try store.ticketIDs(createdSince: since)
      var (present, otherwise) = (SLAScore(), SLAScore())
      for id in ids {
        guard let row = try store.routableTicket(id) else { continue }
        let policy = service.policy.sla(of: try facts(of: row, service, context), context)
        let history = try store.serviceHistory(ofTicket: id, createdAt: row.facts.createdAt)
        func score(_ policy: SLAPolicy?, into score: inout SLAScore) throws {
          let events = history.events() + terms(policy, history, row.facts.priority)
          let clocks = try SLAClocks.fold(events, calendars: service.calendars)
          score.count(clocks, at: moment, in: service.calendars)
        }
        try score(policy, into: &present)
        try score(changed(policy, question), into: &otherwise)
      }
      return WhatIfReport(
        tickets: ids.count, since: since, now: figures(present), otherwise: figures(otherwise))
    }
  }

  private func changed(_ policy: SLAPolicy?, _ question: WhatIf) -> SLAPolicy {
    var policy = policy ?? SLAPolicy(name: "what-if")
    for (measure, seconds) in question.targets {
      policy.targets[measure] = Dictionary(
        uniqueKeysWithValues: Ticket.Priority.allCases.map { ($0, seconds) })
    }
    policy.calendar = question.calendar ?? policy.calendar
    return policy
  }

  /// The policy from the beginning, anew with each change of priority.
  private func terms(
    _ policy: SLAPolicy?, _ history: ServiceHistory, _ priority: Ticket.Priority
  ) -> [SLAEvent] {
    ([history.createdAt] + history.priorityChanges).map { moment in
      SLAEvent(at: moment, .policy(policy, history.priority(at: moment, now: priority)))
    }
  }

  private func figures(_ score: SLAScore) -> [SLAFigure] {
    SLAPolicy.Measure.allCases.compactMap { measure in
      let tally = score[measure]
      if tally.n == 0 { return nil }
      let share = Proportion(tally.met, of: tally.met + tally.breached)
      let interval = share.wilson()
      let elapsed = tally.sortedElapsed
      return SLAFigure(
        measure: measure, met: tally.met, breached: tally.breached, running: tally.running,
        share: share.share,
        low: interval?.low, high: interval?.high, median: elapsed.nearestRank(0.5),
        p90: elapsed.nearestRank(0.9))
    }
  }
}
