import VocDomain
import VocRouting

extension NaiveRouter {
  /// When an agent last got something: the time, then the order within this run; never is the smallest.
  struct Last: Comparable {
    var seconds = Int64.min
    var sequence = 0
    static func < (left: Last, right: Last) -> Bool {
      (left.seconds, left.sequence) < (right.seconds, right.sequence)
    }
  }

  func last(_ agent: RoutingAgent, _ kind: String?) -> Last {
    let before = kind.map { [agent.lastAssigned[$0]] } ?? agent.lastAssigned.values.map { $0 }
    let claimed = claims.lastIndex { $0.agent == agent.id && (kind == nil || $0.kind == kind) }
    let old = before.compactMap { $0?.unixSeconds }.max().map { Last(seconds: $0) } ?? Last()
    let new = claimed.map { Last(seconds: now.unixSeconds, sequence: $0 + 1) } ?? Last()
    return max(old, new)
  }

  func merit(_ agent: RoutingAgent, _ ticket: WaitingTicket) -> Double {
    let kind = ticket.channelKind
    let (used, capacity) = (used(agent, kind), capacity(agent, kind))
    switch policy.method {
    case .spare: return Double(capacity - used)
    case .sparePercent: return capacity == 0 ? 0 : Double(capacity - used) / Double(capacity)
    case .roundRobin:
      let last = last(agent, kind)
      return last == Last() ? .infinity : Double(now.unixSeconds - last.seconds)
    case .skill: return Double(wanted(ticket).keys.map { agent.skills[$0] ?? 0 }.reduce(0, +))
    case .leastOpen: return -Double(active(agent.id).map { policy.channel($0).weight }.reduce(0, +))
    }
  }

  /// What tells the first agent from the second, and whether it speaks for the first.
  func compare(_ one: RoutingAgent, _ two: RoutingAgent, _ ticket: WaitingTicket, share: Int?) -> (
    Decider, Bool
  ) {
    let kind = ticket.channelKind
    func load(_ agent: RoutingAgent) -> Double {
      let capacity = capacity(agent, kind)
      return capacity == 0 ? 1 : Double(used(agent, kind)) / Double(capacity)
    }
    func wave(_ agent: RoutingAgent) -> Int {
      share.map { claims.filter { $0.agent == agent.id && $0.queue == ticket.queue }.count / $0 } ?? 0
    }
    if wave(one) != wave(two) { return (.waveCap, wave(one) < wave(two)) }
    if policy.method == .roundRobin {
      if last(one, kind) != last(two, kind) { return (.method, last(one, kind) < last(two, kind)) }
    } else if merit(one, ticket) != merit(two, ticket) {
      return (.method, merit(one, ticket) > merit(two, ticket))
    }
    if load(one) != load(two) { return (.lowerLoad, load(one) < load(two)) }
    if last(one, kind) != last(two, kind) {
      return (.longerSinceChannel, last(one, kind) < last(two, kind))
    }
    if last(one, nil) != last(two, nil) { return (.longerSinceAny, last(one, nil) < last(two, nil)) }
    return (.lowerID, one.id < two.id)
  }

  func eligible(_ ticket: WaitingTicket) -> [RoutingAgent] {
    world.snapshot.agents.filter { gate($0, ticket) == nil }
  }

  private var online: [RoutingAgent] {
    world.snapshot.agents.filter { agent in
      let takes = policy.states[agent.state]
      return takes != nil && takes != .only([]) && isOnShift(agent)
    }
  }

  /// The whole run.
  mutating func route(explaining limit: Int = 64) -> RoutingOutcome {
    var outcome = RoutingOutcome()
    outcome.onlineAgents = online.count
    let shares = policy.queues.indices.map(share)
    for ticket in inOrder() {
      if let reason = waits(ticket) {
        outcome.left[reason, default: 0] += 1
        continue
      }
      let share = shares[ticket.queue]
      let ranked = eligible(ticket).sorted { compare($0, $1, ticket, share: share).1 }
      let known = ranked.first { $0.id == ticket.preferredAgent }
      guard let agent = known ?? ranked.first else { continue }
      var decider =
        ranked.count == 1 ? Decider.onlyOne : compare(ranked[0], ranked[1], ticket, share: share).0
      if known != nil { decider = .affinity }
      let channel = policy.channel(ticket.channelKind)
      let all = [agent] + ranked.filter { $0.id != agent.id }
      let (candidates, others, othersEligible) = candidates(all, ticket, limit)
      outcome.decisions.append(
        RoutingDecision(
          ticket: ticket.id, agent: agent.id,
          offerExpiresAt: channel.isSynchronous ? now + channel.offerTimeout : nil, decider: decider,
          orderKey: orderKey(ticket), isStarving: isStarving(ticket), tier: tier(ticket),
          skillStage: skillStage(ticket), candidates: candidates, othersEligible: othersEligible,
          others: others))
      claims.append((agent: agent.id, kind: ticket.channelKind, queue: ticket.queue))
    }
    return outcome
  }

  /// What of a queue is one agent's before anybody gets more; nil: no more wait than agents could take one.
  private func share(ofQueue queue: Int) -> Int? {
    guard policy.hasWaveCap else { return nil }
    var (tickets, agents) = (0, Set<Int64>())
    for var ticket in world.snapshot.waiting where ticket.queue == queue && !isClosed(ticket) {
      ticket.excluded = [:]
      let able = eligible(ticket)
      tickets += able.isEmpty ? 0 : 1
      agents.formUnion(able.map(\.id))
    }
    return tickets > agents.count ? (tickets + agents.count - 1) / agents.count : nil
  }

  func waits(_ ticket: WaitingTicket) -> WaitReason? {
    if isClosed(ticket) { return .channelClosed }
    if !online.contains(where: { policy.accepts(ticket.channelKind, in: $0.state) }) { return .nobodyOnline }
    if isHeld(ticket) { return .affinityHold }
    return eligible(ticket).isEmpty ? .nobodyEligible : nil
  }

  private func tier(_ ticket: WaitingTicket) -> Int {
    let queue = queue(ticket)
    let hasFallback = policy.queues.contains { $0.name == queue.fallback }
    let ages = Set(queue.tiers.map(\.after) + (hasFallback ? [queue.fallbackAfter] : []))
    return ages.filter { $0 > 0 && $0 <= age(ticket) }.count
  }

  private func candidates(_ eligible: [RoutingAgent], _ ticket: WaitingTicket, _ limit: Int)
    -> ([Candidate], [Gate: Int], Int)
  {
    let failed = world.snapshot.agents.filter { gate($0, ticket) != nil }.sorted { one, two in
      let depths = [one, two].map { agent in Gate.allCases.firstIndex { $0 == gate(agent, ticket) } ?? -1 }
      return depths[0] != depths[1] ? depths[0] > depths[1] : one.id < two.id
    }
    let all = (eligible + failed).map { agent in
      let last = last(agent, ticket.channelKind)
      return Candidate(
        agent: agent.id, failed: gate(agent, ticket), used: used(agent, ticket.channelKind),
        capacity: capacity(agent, ticket.channelKind), merit: merit(agent, ticket),
        lastAssigned: last == Last() ? nil : Instant(unixSeconds: last.seconds),
        obstacle: obstacle(agent, ticket))
    }
    var others: [Gate: Int] = [:]
    for gate in all.dropFirst(limit).compactMap(\.failed) { others[gate, default: 0] += 1 }
    return (Array(all.prefix(limit)), others, all.dropFirst(limit).filter { $0.failed == nil }.count)
  }

  private func obstacle(_ agent: RoutingAgent, _ ticket: WaitingTicket) -> Obstacle? {
    switch gate(agent, ticket) {
    case .state: .state(agent.state)
    case .skill:
      .skills(
        wanted(ticket).map { SkillGap(skill: $0.key, asked: $0.value, level: agent.skills[$0.key] ?? 0) }
          .filter { $0.level < $0.asked }.sorted { $0.skill < $1.skill })
    default: nil
    }
  }
}
