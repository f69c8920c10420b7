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
  var classes: [TicketClass] = []
  /// By kind: a synchronous channel that is closed now.
  private let isClosed: [Bool]
  private(set) var turns: [Turn] = []
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
    isClosed = staff.channels.map {
      $0.isSynchronous && !calendars.clock($0.calendar).isOpen(at: now)
    }
    outcome.sweep = sweep.steps
    outcome.onlineAgents = staff.online
    let open = kindByTicket.count { [isClosed] in !isClosed[$0] }
    let share = staff.online > 0 && policy.hasWaveCap ? (open + staff.online - 1) / staff.online : Int.max
    line(up: kindByTicket, calendars, share: max(1, share))
  }

  private mutating func line(up kinds: [Int], _ calendars: Calendars, share: Int) {
    let queues = Set(waiting.map(\.queue)).sorted()
    let reaches = Dictionary(
      uniqueKeysWithValues: queues.map { ($0, QueueReach(policy.queue(at: $0), in: policy, calendars)) })
    var required = Interned<[QueuePolicy.RequiredSkill]>()
    var known: [TicketClass.Key: Int] = [:]
    turns.reserveCapacity(waiting.count)
    for (index, ticket) in waiting.enumerated() {
      guard let reach = reaches[ticket.queue] else { continue }
      let age = reach.age(since: ticket.eligibleAt, now: now)
      let key = TicketClass.Key(
        queue: ticket.queue, tier: reach.tier(age: age), skillStage: reach.skillStage(age: age),
        kind: kinds[index], required: required.index(of: ticket.required))
      let ticketClass = known[key] ?? classes.count
      if ticketClass == classes.count {
        known[key] = ticketClass
        classes.append(TicketClass(key, reach, required: ticket.required, staff, share: share))
      }
      let order = OrderKey(ticket, age: age, maximumWait: reach.policy.maximumWait, policy, now: now)
      turns.append(Turn(key: order, index: index, age: age, kind: kinds[index], ticketClass: ticketClass))
    }
    turns.sort { $0.key < $1.key }
  }

  /// Gives what can be given, the first in the order first.
  mutating func run() {
    for turn in turns {
      if let reason = decide(turn) { outcome.left[reason, default: 0] += 1 }
    }
  }

  /// Gives the ticket to somebody, or says why nobody gets it.
  mutating func decide(_ turn: Turn) -> WaitReason? {
    if isClosed[turn.kind] { return .channelClosed }
    if staff.onlineByKind[turn.kind] == 0 { return .nobodyOnline }
    classes[turn.ticketClass].catchUp(staff)
    let passedOver = passedOver(turn)
    switch affinity(turn) {
    case .give(let agent):
      classes[turn.ticketClass].settle(limit + 1 + passedOver.count, staff)
      give(turn, to: agent, .affinity, passedOver)
      return nil
    case .hold: return .affinityHold
    case .ignore: break
    }
    classes[turn.ticketClass].settle(max(2, limit) + passedOver.count, staff)
    let best = classes[turn.ticketClass].ranked.lazy.filter { !passedOver.contains($0) }.prefix(2)
    guard let agent = best.first else { return .nobodyEligible }
    let rank = classes[turn.ticketClass].settledRank(agent)
    let next = best.dropFirst().first.map(classes[turn.ticketClass].settledRank)
    give(turn, to: agent, rank.decider(over: next), passedOver)
    return nil
  }

  private mutating func give(_ turn: Turn, to agent: Int32, _ decider: Decider, _ passedOver: [Int32]) {
    let key = classes[turn.ticketClass].key
    let channel = staff.channels[turn.kind]
    let shown = candidates(turn, chosen: agent, passedOver)
    outcome.decisions.append(
      RoutingDecision(
        ticket: turn.key.ticket, agent: staff.ids[Int(agent)],
        offerExpiresAt: channel.isSynchronous ? now + channel.offerTimeout : nil, decider: decider,
        orderKey: turn.key.numbers, isStarving: turn.key.lane == .starving, tier: key.tier,
        skillStage: key.skillStage, candidates: shown.candidates, othersEligible: shown.othersEligible,
        others: shown.others))
    staff.claim(Int(agent), kind: turn.kind)
  }
}

/// Values numbered in the order in which they are first seen.
struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    indices[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
