import VocDomain
import VocRouting
import VocStore

/// A contact centre as it is simulated: by which policy, with which agents.
struct SimulatedCentre {
  var service: Service
  var agents: [RoutingAgent]
}

/// The tickets of a period as they came in, and how long such tickets take.
struct SimulatedPast {
  let period: Range<Instant>
  /// As they were when they came; their priority and tags as they are now.
  let tickets: [TicketFacts]
  let times: HandlingTimes
  /// Tickets that we began ourselves.
  let ours: Int
  private let patience: [Int64: Int64]

  init(
    period: Range<Instant>, rows: [RoutableTicket], tags: [Int64: [String]], efforts: [Int64: TicketEffort]
  ) {
    self.period = period
    let came = rows.filter { efforts[$0.facts.id]?.hasCustomer ?? false }
    ours = rows.count - came.count
    tickets = came.map { SimulatedPast.asItCame($0.facts, tags[$0.facts.id] ?? []) }
    times = HandlingTimes(
      came.compactMap { row in
        efforts[row.facts.id]?.handling.map { (kind: row.facts.channelKind, time: $0) }
      })
    patience = efforts.compactMapValues(\.patience)
  }

  private static func asItCame(_ facts: TicketFacts, _ tags: [String]) -> TicketFacts {
    var facts = facts
    facts.tags = tags
    (facts.status, facts.pendingUntil) = (.new, nil)
    (facts.assignee, facts.solvedAt, facts.dueAt, facts.isBreached) = (nil, nil, nil, false)
    (facts.updatedAt, facts.waitingSince) = (facts.createdAt, facts.createdAt)
    return facts
  }

  /// The tickets as a policy sees them, without handling times.
  func arrivals(by policy: ServicePolicy) throws -> [SimulatedArrival] {
    let clock = try ZoneClock(named: policy.usualZone)
    return tickets.map { ticket in
      var facts = ticket
      let context = FilterContext(now: facts.createdAt, zone: clock)
      let queue = policy.queue(of: facts, context)
      facts.queue = policy.routing.queues[queue].name
      let sla = policy.sla(of: facts, context)
      let target = sla?.targets[.firstReply]?[facts.priority]
      return SimulatedArrival(
        at: facts.createdAt, queue: queue, channelKind: facts.channelKind, priority: facts.priority,
        segment: facts.segment, stage: facts.stage, handling: HandlingTime(total: 0),
        promise: target.map { SimulatedArrival.Promise(within: $0, calendar: sla?.calendar) },
        patience: patience[facts.id])
    }
  }
}
