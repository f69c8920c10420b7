public import VocDomain
public import VocRouting
import VocStore

/// What people ask of service levels.
extension Desk {
  /// A ticket's promises: its clocks, and what became of them moment by moment.
  public struct SLAView: Sendable {
    public var ticket: Ticket
    public var policyName: String?
    public var clocks: [SLAClock]
    public var timeline: [SLATimeline.Entry]
    /// Business and calendar seconds of each clock, until it stopped or now.
    public var elapsed: [SLAClock.Elapsed]
    public var zone: String
    public var usualCalendar: String
    public var alerts: [Alert]
  }

  /// A warning in the outbox.
  public struct Alert: Sendable {
    public var id: Int64
    public var ticketID: Int64
    public var measure: SLAPolicy.Measure
    /// 75, 90 or 100 % of the target.
    public var level: Int
    /// When that share was used up.
    public var at: Instant
    public var firedAt: Instant
    public var acknowledgedAt: Instant?
    public var subject: String
    public var customer: String
    public var assignee: String?
    public var dueAt: Instant?
  }

  public func slaView(ticket id: Int64) throws -> SLAView {
    let service = try currentService()
    guard let row = try store.routableTicket(id) else { throw VocError.unknownTicket(id) }
    let folded = try clocks(of: row, service)
    let (clocks, calendars) = (folded.clocks, folded.calendars)
    let moment = now()
    return SLAView(
      ticket: try ticket(id), policyName: try store.slaPolicies(ofTicket: id).last?.name, clocks: clocks,
      timeline: try SLATimeline.entries(clocks, until: moment, in: calendars),
      elapsed: clocks.map { $0.elapsed(until: moment, in: calendars) },
      zone: service.policy.usualZone,
      usualCalendar: service.policy.usualCalendar,
      alerts: try store.alerts(ofTicket: id).compactMap { try alert($0) })
  }

  /// Puts the warnings that are due into the outbox, each once and only while its calendar is open; how many.
  ///
  /// Of several levels that a clock has reached at once, only the highest is told.
  public func fireAlerts() throws -> Int {
    let moment = now()
    var (count, seen) = (0, Set<Int64>())
    while true {
      // In short transactions: after a large import many are due at once.
      let ids = try store.ticketsToAlert(by: moment, limit: 200).filter { seen.insert($0).inserted }
      if ids.isEmpty { return count }
      count += try store.transaction {
        let service = try currentService()
        return try ids.reduce(0) { try $0 + fireAlerts(ofTicket: $1, service, at: moment) }
      }
    }
  }

  private func fireAlerts(ofTicket id: Int64, _ service: Service, at moment: Instant) throws -> Int {
    guard let row = try store.routableTicket(id) else { return 0 }
    let folded = try clocks(of: row, service)
    let alerts = highest(
      try SLAClocks.alertsToFire(
        folded.clocks, fired: try firedAlerts(ofTicket: id), at: moment, in: folded.calendars))
    for alert in alerts {
      try store.insert(
        StoredAlert(
          ticketID: id, measure: alert.measure.rawValue, clockStart: alert.clockStart,
          level: alert.level.rawValue, at: alert.at, firedAt: moment))
    }
    if var sla = try store.sla(ofTicket: id) {
      sla.alertAt = try SLAClocks.nextAlertAt(
        folded.clocks, fired: try firedAlerts(ofTicket: id), now: moment, in: folded.calendars)
      try store.setSLA(sla, ofTicket: id)
    }
    return alerts.count
  }

  private func highest(_ alerts: [SLAAlert]) -> [SLAAlert] {
    alerts.filter { alert in
      !alerts.contains {
        $0.measure == alert.measure && $0.clockStart == alert.clockStart
          && $0.level.rawValue > alert.level.rawValue
      }
    }
  }

  /// The outbox: what nobody has acknowledged, the oldest first; or everything, the newest first.
  public func alerts(includingAcknowledged: Bool, limit: Int) throws -> [Alert] {
    try store.alerts(pendingOnly: !includingAcknowledged, limit: limit).compactMap { try alert($0) }
  }

  /// How many tickets are late whose warning waits for business hours.
  public func silentBreaches() throws -> Int { try store.countSilentBreaches(at: now()) }

  /// All or none; throws `VocError.unknownAlert` for one that is none or was acknowledged before.
  public func acknowledgeAlerts(_ ids: [Int64]) throws {
    try store.transaction {
      for id in ids where try !store.acknowledge(alert: id, at: now()) { throw VocError.unknownAlert(id) }
    }
  }

  private func alert(_ stored: StoredAlert) throws -> Alert? {
    guard let measure = SLAPolicy.Measure(rawValue: stored.measure),
      let row = try store.routableTicket(stored.ticketID)
    else { return nil }
    return Alert(
      id: stored.id, ticketID: stored.ticketID, measure: measure, level: stored.level, at: stored.at,
      firedAt: stored.firedAt, acknowledgedAt: stored.acknowledgedAt, subject: row.facts.subject,
      customer: row.facts.customerName, assignee: row.facts.assignee, dueAt: row.facts.dueAt)
  }
}
