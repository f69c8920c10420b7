import VocDomain
import VocRouting

/// The routing rules once more, as plainly as they can be written: every question is asked of everybody each
/// time.
///
/// For worlds that have been swept already.
struct NaiveRouter {
  let world: RoutingWorld
  let calendars: Calendars
  /// Who has got what in this run, in that order.
  var claims: [(agent: Int64, kind: String, queue: Int)] = []

  var policy: RoutingPolicy { world.policy }
  var now: Instant { world.now }

  init(_ world: RoutingWorld, _ calendars: Calendars? = nil) throws {
    self.world = world
    self.calendars = try calendars ?? world.makeCalendars()
  }

  func queue(_ ticket: WaitingTicket) -> QueuePolicy { policy.queues[ticket.queue] }

  func age(_ ticket: WaitingTicket) -> Int64 {
    calendars.clock(queue(ticket).calendar).between(ticket.eligibleAt, now)
  }

  // MARK: Load

  /// The kinds of whatever counts against the agent.
  func active(_ agent: Int64) -> [String] {
    let held = world.snapshot.held.filter { held in
      guard held.agent == agent else { return false }
      guard let limit = policy.channel(held.ticket.channelKind).inactiveAfter else { return true }
      let times = [held.lastMessageAt, held.assignedAt].compactMap { $0 }
      return times.isEmpty || times.contains { now - $0 < limit }
    }
    let offered = world.snapshot.offers.filter { $0.agent == agent }
    return held.map(\.ticket.channelKind) + offered.map(\.ticket.channelKind)
      + claims.filter { $0.agent == agent }.map(\.kind)
  }

  func used(_ agent: RoutingAgent, _ kind: String) -> Int {
    active(agent.id).filter { $0 == kind }.count * policy.channel(kind).weight
  }

  func capacity(_ agent: RoutingAgent, _ kind: String) -> Int {
    agent.capacity[kind] ?? policy.channel(kind).capacity
  }

  // MARK: Gates

  func skillStage(_ ticket: WaitingTicket) -> Int {
    let queue = queue(ticket)
    if queue.optional.isEmpty { return 0 }
    return Int(min(3, age(ticket) / queue.skillTimeout))
  }

  func wanted(_ ticket: WaitingTicket) -> [String: Int] {
    var wanted: [String: Int] = [:]
    for skill in queue(ticket).required + ticket.required {
      wanted[skill.name] = max(wanted[skill.name] ?? 0, skill.atLeast)
    }
    for skill in queue(ticket).optional {
      let isGivenUp =
        switch skill.level {
        case 3: skillStage(ticket) >= 1
        case 2: skillStage(ticket) >= 2
        default: skillStage(ticket) >= 3
        }
      if !isGivenUp { wanted[skill.name] = max(wanted[skill.name] ?? 0, 1) }
    }
    return wanted
  }

  func serves(_ agent: RoutingAgent, _ ticket: WaitingTicket) -> Bool {
    let queue = queue(ticket)
    if queue.tiers.isEmpty { return true }
    var groups = queue.tiers.filter { $0.after <= age(ticket) }.map(\.group)
    if let fallback = policy.queues.first(where: { $0.name == queue.fallback }),
      queue.fallbackAfter <= age(ticket)
    {
      if fallback.tiers.isEmpty { return true }
      groups += fallback.tiers.map(\.group)
    }
    return !agent.groups.isDisjoint(with: groups)
  }

  func isOnShift(_ agent: RoutingAgent) -> Bool {
    guard let shift = agent.shift else { return true }
    return calendars.clock(shift).isOpen(at: now)
  }

  /// The first gate that the agent fails as things stand.
  func gate(_ agent: RoutingAgent, _ ticket: WaitingTicket) -> Gate? {
    let kind = ticket.channelKind
    let channel = policy.channel(kind)
    let active = active(agent.id).map { policy.channel($0) }
    if !serves(agent, ticket) { return .group }
    if !policy.accepts(kind, in: agent.state) { return .state }
    if !isOnShift(agent) { return .shift }
    if let until = ticket.excluded[agent.id], until > now { return .excluded }
    if !hasSkills(agent, ticket) { return .skill }
    if channel.isSynchronous, active.contains(where: \.isBlocking) { return .blocked }
    if channel.isBlocking, active.contains(where: \.isSynchronous) { return .blocked }
    if used(agent, kind) + channel.weight > capacity(agent, kind) { return .capacity }
    return nil
  }

  func hasSkills(_ agent: RoutingAgent, _ ticket: WaitingTicket) -> Bool {
    wanted(ticket).allSatisfy { (agent.skills[$0.key] ?? 0) >= $0.value }
  }

  func isClosed(_ ticket: WaitingTicket) -> Bool {
    let channel = policy.channel(ticket.channelKind)
    return channel.isSynchronous && !calendars.clock(channel.calendar).isOpen(at: now)
  }

  /// Whether the ticket waits for the agent who knows the customer.
  func isHeld(_ ticket: WaitingTicket) -> Bool {
    guard age(ticket) < policy.affinityHold, !isStarving(ticket),
      let agent = world.snapshot.agents.first(where: { $0.id == ticket.preferredAgent })
    else { return false }
    switch gate(agent, ticket) {
    case .blocked, .capacity: return true
    case .state:
      let takes = policy.states[agent.state]
      let isExcluded = ticket.excluded[agent.id].map { $0 > now } ?? false
      return takes != nil && takes != .only([]) && isOnShift(agent) && !isExcluded && hasSkills(agent, ticket)
    default: return false
    }
  }

  // MARK: Order

  func isBreached(_ ticket: WaitingTicket) -> Bool {
    policy.order == .sla && [ticket.dueAt, ticket.windowClosesAt].contains { $0.map { $0 <= now } ?? false }
  }

  func isStarving(_ ticket: WaitingTicket) -> Bool {
    guard let limit = queue(ticket).maximumWait else { return false }
    return age(ticket) > limit && !isBreached(ticket)
  }

  func rank(_ ticket: WaitingTicket) -> Int64 {
    let isRaised =
      ticket.segment.map { policy.raisedSegments.contains($0) } == true
      || ticket.stage.map { policy.raisedStages.contains($0) } == true
    return max(0, 4 - ticket.priority.rawValue - (isRaised ? 1 : 0))
  }

  func orderKey(_ ticket: WaitingTicket) -> [Int64] {
    let since = ticket.eligibleAt.unixSeconds
    if isStarving(ticket) { return [1, since, ticket.id] }
    let lane: Int64 = isBreached(ticket) ? 0 : 2
    switch policy.order {
    case .priority: return [lane, rank(ticket), since, ticket.id]
    case .sla:
      let due = [ticket.dueAt, ticket.windowClosesAt].compactMap { $0?.unixSeconds }.min() ?? .max
      return [lane, due, rank(ticket), since, ticket.id]
    case .score:
      var score = age(ticket) / 60 + (policy.priorityBonus[ticket.priority] ?? 0)
      if let segment = ticket.segment { score += policy.segmentBonus[segment] ?? 0 }
      if let stage = ticket.stage { score += policy.stageBonus[stage] ?? 0 }
      return [lane, -score, since, ticket.id]
    }
  }

  func inOrder() -> [WaitingTicket] {
    world.snapshot.waiting.map { (key: orderKey($0), ticket: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.ticket)
  }
}
