import VocDomain
import VocStore

/// What a report is about: which days of the reports' zone, and which tickets.
struct ReportScope {
  private(set) var period: ReportPeriod
  private(set) var zone: ZoneClock
  /// The filter's text; nil where all tickets count.
  let filter: String?
  /// What the filter asks of a ticket; nil where it asks nothing.
  let condition: TicketCondition?
  /// The tickets that count; nil for all.
  let tickets: [Int64]?
  /// The same, to be asked of one.
  private let members: IDSet?

  init(
    period: ReportPeriod, zone: ZoneClock, filter: String? = nil, condition: TicketCondition? = nil,
    tickets: [Int64]? = nil
  ) {
    (self.period, self.zone, self.filter, self.condition) = (period, zone, filter, condition)
    (self.tickets, members) = (tickets, tickets.map(IDSet.init))
  }

  /// The same tickets in other days.
  func during(_ period: ReportPeriod) -> ReportScope {
    var scope = self
    scope.period = period
    return scope
  }

  /// The same for another thread's desk: clocks are for one thread.
  func on(_ desk: Desk) throws -> ReportScope {
    var scope = self
    scope.zone = try desk.reportClock()
    return scope
  }

  /// Whether a ticket counts; of what belongs to none, whether all count.
  func counts(ticket id: Int64?) -> Bool {
    guard let members else { return true }
    return id.map(members.contains) ?? false
  }
}

extension Desk {
  /// Of days, both ends included, and of the tickets that a filter matches; an empty one matches all.
  func reportScope(since: CivilDate?, until: CivilDate?, matching text: String = "") throws -> ReportScope {
    let zone = try reportClock()
    let period = ReportPeriod(since: since, until: until)
    guard let condition = try reportCondition(text) else { return ReportScope(period: period, zone: zone) }
    return ReportScope(
      period: period, zone: zone, filter: text, condition: condition,
      tickets: try store.ticketIDs(matching: condition))
  }

  /// What a report asks of tickets; nil where it asks nothing.
  func reportCondition(_ text: String) throws -> TicketCondition? {
    let filter = text.trimmed.isEmpty ? .everything : try filter(text)
    return filter == .everything ? nil : try condition(of: filter)
  }

  /// The data of a scope, whatever the period.
  func periodSource(of scope: ReportScope) -> PeriodSource {
    PeriodSource(desk: self, zone: scope.zone, now: now(), tickets: scope.tickets)
  }
}
