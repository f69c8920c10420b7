import VocDomain
import VocStore

/// What a report is about: which days of the reports' zone, and which tickets.
struct ReportScope {
  let period: ReportPeriod
  let zone: ZoneClock
  /// The filter's text; nil where all tickets count.
  let filter: String?
  /// What the filter asks of a ticket; nil where it asks nothing.
  let condition: TicketCondition?
  /// The tickets that count; nil for all.
  let tickets: [Int64]?

  /// The same tickets in other days.
  func during(_ period: ReportPeriod) -> ReportScope {
    ReportScope(period: period, zone: zone, filter: filter, condition: condition, tickets: tickets)
  }
}

extension Desk {
  /// Of days, both ends included, and of the tickets that a filter matches; an empty one matches all.
  func reportScope(since: CivilDate?, until: CivilDate?, matching text: String = "") throws -> ReportScope {
    let zone = try reportClock()
    let condition = try reportCondition(text)
    return ReportScope(
      period: ReportPeriod(since: since, until: until), zone: zone, filter: condition == nil ? nil : text,
      condition: condition, tickets: try condition.map { try store.ticketIDs(matching: $0) })
  }

  /// What a report asks of tickets; nil where it asks nothing.
  func reportCondition(_ text: String) throws -> TicketCondition? {
    let filter = text.trimmed.isEmpty ? .everything : try filter(text)
    return filter == .everything ? nil : try condition(of: filter)
  }

  /// The data of a scope, whatever the period.
  func periodSource(of scope: ReportScope) -> PeriodSource {
    PeriodSource(store: store, zone: scope.zone, now: now(), tickets: scope.tickets)
  }
}
