import VocDomain
import VocRouting
import VocStore

/// SLA clocks: folded from a ticket's history and the policies that were in force, and what is kept of them.
extension Desk {
  /// Brings what is kept up to what the running transaction wrote on these tickets, or on their channel.
  func refreshSLAs(ofTickets touched: [Int64]) throws {
    if try touched.isEmpty || !store.hasPromised() { return }
    let service = try currentService()
    let context = try filterContext(service, at: now())
    for id in touched { _ = try refreshSLA(ofTicket: id, service, context) }
  }

  /// After a change of policy: every unsolved ticket; returns how many are promised something else than before.
  func refreshAllSLAs(from old: ServicePolicy) throws -> Int {
    let new = try currentService().policy
    let isSame =
      new.slas == old.slas && new.calendars == old.calendars && new.usualCalendar == old.usualCalendar
      && (new.routing.queues == old.routing.queues || !new.slaFields.contains(.queue))
    return isSame ? 0 : try refreshUnsolvedSLAs()
  }

  /// The promises of all unsolved tickets; on how many something is promised otherwise than before.
  private func refreshUnsolvedSLAs() throws -> Int {
    let service = try currentService()
    let context = try filterContext(service, at: now())
    return try store.unsolvedTicketIDs().count { try refreshSLA(ofTicket: $0, service, context) }
  }

  /// Says whether anything is promised otherwise than before.
  private func refreshSLA(
    ofTicket id: Int64, _ service: Service, _ context: FilterContext
  ) throws -> Bool {
    guard let row = try store.routableTicket(id) else { return false }
    guard Ticket.Status.unsolved.contains(row.facts.status) else {
      try store.setSLA(nil, ofTicket: id)
      return false
    }
    let name = service.policy.sla(of: try facts(of: row, service, context), context)?.name
    let history = try store.slaPolicies(ofTicket: id)
    let isRenamed = history.isEmpty ? name != nil : history.last?.name != name
    if isRenamed { try store.setSLAPolicy(name, ofTicket: id, at: context.now) }
    let before = try store.sla(ofTicket: id)
    let sla = try kept(of: try clocks(of: row, service), ofTicket: id)
    if sla != before { try store.setSLA(sla, ofTicket: id) }
    return isRenamed || sla?.dueAt != before?.dueAt
  }

  /// What is kept of clocks, whatever the time is; nil where nothing was ever promised.
  private func kept(of folded: TicketClocks, ofTicket id: Int64) throws -> TicketSLA? {
    let clocks = folded.clocks
    if clocks.allSatisfy({ $0.terms.allSatisfy { $0.target == nil } }) { return nil }
    return TicketSLA(
      dueAt: SLAClocks.nextDue(clocks),
      // Of a clock that runs `dueAt` tells, unless it was broken under terms that hold no more.
      isBreached: clocks.contains { clock in
        let last = clock.isRunning ? clock.terms.last?.since ?? clock.start : .distantFuture
        return clock.firstBreachAt(by: last) != nil
      },
      alertAt: try SLAClocks.nextAlertAt(
        clocks, fired: try firedAlerts(ofTicket: id), now: .distantPast, in: folded.calendars))
  }

  /// The facts that conditions of SLA policies ask: with tags and queue where they do.
  func facts(
    of row: RoutableTicket, _ service: Service, _ context: FilterContext
  ) throws -> TicketFacts {
    var facts = row.facts
    let fields = service.policy.slaFields.union(service.policy.queueFields)
    if fields.contains(.tag) { facts.tags = try store.tags(ofTicket: facts.id) }
    if !fields.isDisjoint(with: [.cue, .mood]) {
      facts.take(try store.said(onTickets: [facts.id])[facts.id])
    }
    facts.isBreached = facts.isBreached(at: context.now)
    facts.queue = service.policy.routing.queues[service.policy.queue(of: facts, context)].name
    return facts
  }

  /// The clocks of a ticket as its history and the policies of the time make them.
  func clocks(of row: RoutableTicket, _ service: Service) throws -> TicketClocks {
    let history = try store.serviceHistory(ofTicket: row.facts.id, createdAt: row.facts.createdAt)
    let names = try store.slaPolicies(ofTicket: row.facts.id)
    let calendars = try names.first.map { try self.calendars(since: $0.at, service) } ?? service.calendars
    let own = try history.events() + terms(names, history, row.facts.priority, service)
    let events = try withMerged(own, intoTicket: row.facts.id)
    return TicketClocks(clocks: try SLAClocks.fold(events, calendars: calendars), calendars: calendars)
  }

  /// With the histories of the tickets that were merged into one, whose messages it has already.
  private func withMerged(_ events: [SLAEvent], intoTicket id: Int64) throws -> [SLAEvent] {
    try store.merged(intoTicket: id).reduce(events) { surviving, other in
      guard let ticket = try store.ticket(other) else { return surviving }
      let history = try store.serviceHistory(ofTicket: other, createdAt: ticket.createdAt).events()
      return SLAEvent.merged(try withMerged(history, intoTicket: other), into: surviving)
    }
  }

  /// Under which names which policies of which versions held, anew with each change of priority.
  private func terms(
    _ names: [(at: Instant, name: String?)], _ history: ServiceHistory, _ priority: Ticket.Priority,
    _ service: Service
  ) throws -> [SLAEvent] {
    guard let first = names.first else { return [] }
    let versions = try policyTimes()
    let moments = Set(
      names.map(\.at) + versions.map(\.at).filter { $0 > first.at }
        + history.priorityChanges.filter { $0 > first.at }
    ).sorted()
    return try moments.map { moment in
      let name = names.last { $0.at <= moment }?.name
      let version = versions.last { $0.at <= moment } ?? versions.first
      let policy = try version.flatMap { version in
        try promises(ofPolicy: version.id, service).slas.first { $0.name == name }
      }
      return SLAEvent(at: moment, .policy(policy, history.priority(at: moment, now: priority)))
    }
  }

  /// What was told of a ticket's clocks; who was told of a level needs not be told of a lower one.
  func firedAlerts(ofTicket id: Int64) throws -> Set<SLAAlert.Key> {
    Set(
      try store.alerts(ofTicket: id).flatMap { alert -> [SLAAlert.Key] in
        guard let measure = SLAPolicy.Measure(rawValue: alert.measure) else { return [] }
        return SLAAlert.Level.allCases.filter { $0.rawValue <= alert.level }.map {
          SLAAlert.Key(measure: measure, clockStart: alert.clockStart, level: $0)
        }
      })
  }

  /// How many tickets say other service times than their history: what `voc doctor` proves.
  func wrongSLAs() throws -> Int {
    let service = try currentService()
    var left = Set(try store.ticketIDsWithSLA())
    var wrong = 0
    for id in try store.hasPromised() ? store.unsolvedTicketIDs() : [] {
      left.remove(id)
      guard let row = try store.routableTicket(id) else { continue }
      let stored = try store.sla(ofTicket: id)
      let fresh = try kept(of: try clocks(of: row, service), ofTicket: id)
      if fresh?.dueAt != stored?.dueAt || fresh?.isBreached != stored?.isBreached { wrong += 1 }
    }
    // Nothing is kept of solved tickets, nor of any where nothing is promised.
    return wrong + left.count
  }
}

/// A ticket's clocks, and the calendars that whatever is asked of them is counted in.
struct TicketClocks {
  var clocks: [SLAClock]
  var calendars: Calendars
}

extension ServiceHistory {
  /// As the clocks take it.
  func events() -> [SLAEvent] {
    [SLAEvent(at: createdAt, .created)]
      + facts.flatMap { at, fact -> [SLAEvent] in
        switch fact {
        case .said(.customer): [SLAEvent(at: at, .customerMessage)]
        case .said(.us): [SLAEvent(at: at, .reply)]
        case .said(.both): [SLAEvent(at: at, .customerMessage), SLAEvent(at: at, .reply)]
        case .said(.neither), .priority: []
        case .status(let status): [SLAEvent(at: at, .status(status))]
        case .noReplyNeeded: [SLAEvent(at: at, .noReplyNeeded)]
        }
      }
  }

  var priorityChanges: [Instant] {
    facts.compactMap { at, fact in
      if case .priority = fact { at } else { nil }
    }
  }

  /// The priority at a moment; `now` is the one that nothing has changed since.
  func priority(at moment: Instant, now: Ticket.Priority) -> Ticket.Priority {
    for (at, fact) in facts where at > moment {
      if case .priority(let from, _) = fact { return from }
    }
    return now
  }
}

extension TicketFacts {
  /// What is kept says it of what is over; what runs is broken from its due on.
  func isBreached(at moment: Instant) -> Bool { isBreached || dueAt.map { $0 <= moment } ?? false }
}

extension Instant {
  static let distantPast = Instant(unixSeconds: 0)
  static let distantFuture = Instant(unixSeconds: 1 << 40)
}
