import VocDomain

/// One run: the swept tickets in their order, each given to the best agent who may take it.
struct RoutingRun {
  /// A waiting ticket with all that is computed once for it.
  struct Turn {
    let key: OrderKey
    /// Into `waiting`.
    let index: Int
    let age: Int64
    let kind: Int
    let ticketClass: Int
  }

  let policy: RoutingPolicy
  let now: Instant
  let waiting: [WaitingTicket]
  private(set) var staff: Staff
  private(set) var outcome = RoutingOutcome()
  var table: ClassTable
  private(set) var turns: [Turn] = []
  /// By kind: a synchronous channel that is closed now.
  private let closedKinds: [Bool]
  /// At most so many candidates are told of each decision.
  let limit: Int

  init(
    _ snapshot: RoutingSnapshot, _ policy: RoutingPolicy, _ calendars: Calendars, now: Instant, limit: Int
  ) {
    let sweep = Sweep(snapshot, policy, calendars, now: now)
    self.policy = policy
    self.now = now
    self.limit = limit
    waiting = sweep.waiting
    var kinds = Interned<String>()
    let kindByTicket = waiting.map { kinds.index(of: $0.channelKind) }
    staff = Staff(sweep, kinds: kinds.values, policy, calendars, now: now)
    closedKinds = staff.channels.map {
      $0.isSynchronous && !calendars.clock($0.calendar).isOpen(at: now)
    }
    let queues = Set(waiting.map(\.queue)).sorted()
    let reaches = queues.map { ($0, QueueReach(policy.queue(at: $0), in: policy, calendars)) }
    table = ClassTable(
      Dictionary(uniqueKeysWithValues: reaches), limit: limit)
    outcome.sweep = sweep.steps
    outcome.onlineAgents = staff.online
    line(up: kindByTicket)
  }

  private mutating func line(up kinds: [Int]) {
    turns.reserveCapacity(waiting.count)
    for (index, ticket) in waiting.enumerated() {
      guard let reach = table.reach(of: ticket) else { continue }
      let age = reach.age(since: ticket.eligibleAt, now: now)
      turns.append(
        Turn(
          key: OrderKey(ticket, age: age, maximumWait: reach.policy.maximumWait, policy, now: now),
          index: index, age: age, kind: kinds[index],
          ticketClass: table.index(of: ticket, reach, age: age, kind: kinds[index], staff)))
    }
    turns.sort { $0.key < $1.key }
    let waves = waves()
    staff.received = Array(repeating: 0, count: waves.count * staff.count)
    table.rank(staff, waves: waves)
  }

  private func waves() -> [Int: Wave] {
    guard policy.hasWaveCap else { return [:] }
    var tickets = Array(repeating: 0, count: table.classes.count)
    for turn in turns where !isClosed(turn) { tickets[turn.ticketClass] += 1 }
    return Wave.all(table.classes, tickets: tickets, staff)
  }

  private func isClosed(_ turn: Turn) -> Bool { closedKinds[turn.kind] && waiting[turn.index].isLive }

  /// Gives what can be given, the first in the order first.
  mutating func run() {
    for turn in turns {
      if let reason = decide(turn) { outcome.left[reason, default: 0] += 1 }
    }
  }

  /// Gives the ticket to somebody, or says why nobody gets it.
  mutating func decide(_ turn: Turn) -> WaitReason? {
    if isClosed(turn) { return .channelClosed }
    if staff.onlineByKind[turn.kind] == 0 { return .nobodyOnline }
    table.classes[turn.ticketClass].catchUp(staff)
    let affinity = affinity(turn)
    if case .hold = affinity { return .affinityHold }
    if table.classes[turn.ticketClass].eligible == 0 { return .nobodyEligible }
    let passedOver = passedOver(turn)
    let best = best(turn, passedOver)
    if case .give(let agent) = affinity {
      give(turn, to: agent, .affinity, best, passedOver)
    } else if let agent = best.first {
      let ranking = table.rankings[table.classes[turn.ticketClass].ranking]
      let decider = ranking[agent].decider(over: best.dropFirst().first.map { ranking[$0] })
      give(turn, to: agent, decider, best, passedOver)
    } else {
      return .nobodyEligible
    }
    return nil
  }

  private mutating func give(
    _ turn: Turn, to agent: Int32, _ decider: Decider, _ best: [Int32], _ passedOver: [Int32]
  ) {
    let ticketClass = table.classes[turn.ticketClass]
    let key = ticketClass.key
    let channel = staff.channels[turn.kind]
    let isOffered = channel.isSynchronous && waiting[turn.index].isLive
    let shown = candidates(turn, [agent] + best.filter { $0 != agent }, passedOver)
    outcome.decisions.append(
      RoutingDecision(
        ticket: turn.key.ticket, agent: staff.ids[Int(agent)],
        offerExpiresAt: isOffered ? now + channel.offerTimeout : nil, decider: decider,
        orderKey: turn.key.numbers, isStarving: turn.key.lane == .starving, tier: key.tier,
        skillStage: key.skillStage, candidates: shown.candidates, othersEligible: shown.othersEligible,
        others: shown.others))
    staff.claim(Int(agent), kind: turn.kind, isLive: waiting[turn.index].isLive, ticketClass.wave)
  }
}
