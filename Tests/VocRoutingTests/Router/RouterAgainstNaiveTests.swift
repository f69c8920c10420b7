import Testing
import VocDomain
import VocRouting
import VocTesting

/// Random worlds, decided by the router and by the plain one of the tests: all that they say must be the
/// same.
@Suite struct RouterAgainstNaiveTests {
  static let kinds = ["email", "whatsapp", "chat", "phone"]
  static let skills = ["en", "billing", "vip"]

  @Test(arguments: 0..<8) func aRandomWorldIsDecidedAlike(batch: Int) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var chance = Chance(seed: UInt64(seed))
      let world = RouterAgainstNaiveTests.world(&chance)
      let limit = chance.one(of: [0, 1, 3, 64]) ?? 64
      let outcome = try world.route(explaining: limit)
      var naive = try NaiveRouter(world.swept(outcome.sweep))
      let expected = naive.route(explaining: limit)
      #expect(outcome.decisions.count == expected.decisions.count, "seed \(seed)")
      for (one, two) in zip(outcome.decisions, expected.decisions) {
        try #require(one == two, "seed \(seed)")
      }
      #expect(outcome.left == expected.left, "seed \(seed)")
      #expect(outcome.onlineAgents == expected.onlineAgents, "seed \(seed)")
    }
  }

  /// Else the comparison would prove nothing.
  @Test func theRandomWorldsHaveSomethingOfEverything() throws {
    var deciders: [Decider: Int] = [:]
    var gates: [Gate: Int] = [:]
    var reasons: [WaitReason: Int] = [:]
    for seed in 0..<400 {
      var chance = Chance(seed: UInt64(seed))
      let outcome = try RouterAgainstNaiveTests.world(&chance).route()
      for decision in outcome.decisions {
        deciders[decision.decider, default: 0] += 1
        for gate in decision.candidates.compactMap(\.failed) { gates[gate, default: 0] += 1 }
      }
      reasons.merge(outcome.left, uniquingKeysWith: +)
    }
    for decider in Decider.allCases { #expect(deciders[decider, default: 0] > 10, "\(decider)") }
    for gate in Gate.allCases { #expect(gates[gate, default: 0] > 10, "\(gate)") }
    for reason in WaitReason.allCases { #expect(reasons[reason, default: 0] > 10, "\(reason)") }
  }

  @Test(arguments: 0..<40) func theOrderOfTheInputIsIrrelevant(seed: Int) throws {
    var chance = Chance(seed: UInt64(1000 + seed))
    let world = RouterAgainstNaiveTests.world(&chance)
    var shuffled = world
    shuffled.snapshot.agents.shuffle(using: &chance)
    shuffled.snapshot.waiting.shuffle(using: &chance)
    shuffled.snapshot.held.shuffle(using: &chance)
    shuffled.snapshot.offers.shuffle(using: &chance)
    let outcome = try world.route()
    #expect(try world.route() == outcome, "seed \(seed)")
    #expect(try shuffled.route() == outcome, "seed \(seed)")
  }

  @Test(arguments: 0..<40) func aSecondRunDoesNothing(seed: Int) throws {
    var chance = Chance(seed: UInt64(2000 + seed))
    let world = RouterAgainstNaiveTests.world(&chance)
    let outcome = try world.route()
    let second = try world.applied(outcome).route()
    #expect(second.sweep == [] && second.decisions == [], "seed \(seed)")
    #expect(second.left == outcome.left, "seed \(seed)")
  }

  /// What waits says why as the run itself counts it.
  @Test(arguments: 0..<15) func everyTicketThatWaitsIsExplained(seed: Int) throws {
    var chance = Chance(seed: UInt64(3000 + seed))
    let world = RouterAgainstNaiveTests.world(&chance)
    let outcome = try world.route()
    let given = Set(outcome.decisions.map(\.ticket))
    let swept = world.swept(outcome.sweep)
    var reasons: [WaitReason: Int] = [:]
    var places: [Int: [Int]] = [:]
    for ticket in swept.snapshot.waiting {
      let explanation = try world.explain(ticket.id)
      #expect((explanation == nil) == given.contains(ticket.id), "seed \(seed)")
      guard let explanation else { continue }
      reasons[explanation.reason, default: 0] += 1
      places[ticket.queue, default: []].append(explanation.place)
      #expect(explanation.candidates.count == swept.snapshot.agents.count)
      #expect(explanation.reason != .nobodyEligible || explanation.candidates.allSatisfy { $0.failed != nil })
    }
    #expect(reasons == outcome.left, "seed \(seed)")
    for queue in places.values { #expect(queue.sorted() == Array(1...queue.count), "seed \(seed)") }
  }

  /// Small capacities and many kinds of everything, so that every gate decides now and then.
  static func world(_ chance: inout Chance) -> RoutingWorld {
    var world = RoutingWorld()
    world.policy = policy(&chance)
    world.calendars = [
      RoutingWorld.daily("morning", from: 6, to: 14), RoutingWorld.daily("night", from: 18, to: 24),
    ]
    world.now = RoutingWorld.today(Int64(chance.number(0...23)))
    for id in 1...chance.number(1...14) { world.snapshot.agents.append(agent(Int64(id), &chance)) }
    for id in 1...chance.number(2...50) { world.snapshot.waiting.append(ticket(Int64(id), world, &chance)) }
    for id in 100..<(100 + chance.number(0...25)) {
      guard let agent = chance.one(of: world.snapshot.agents) else { continue }
      let ticket = ticket(Int64(id), world, &chance)
      if chance.isTrue(oneIn: 4) {
        let expiresAt = world.now + Int64(chance.number(-30...30))
        world.snapshot.offers.append(Offer(ticket: ticket, agent: agent.id, expiresAt: expiresAt))
      } else {
        world.snapshot.held.append(held(ticket, agent.id, world.now, &chance))
      }
    }
    return world
  }

  private static func policy(_ chance: inout Chance) -> RoutingPolicy {
    var policy = RoutingPolicy()
    policy.order = chance.one(of: RoutingPolicy.Order.allCases) ?? .priority
    policy.method = chance.one(of: RoutingPolicy.Method.allCases) ?? .spare
    policy.hasWaveCap = chance.isTrue(oneIn: 2)
    policy.affinityHold = chance.isTrue(oneIn: 2) ? 1800 : 0
    policy.idleAfter = chance.isTrue(oneIn: 2) ? 600 : nil
    policy.segmentBonus = [.a: 90]
    policy.raisedSegments = [.a]
    policy.raisedStages = chance.isTrue(oneIn: 2) ? [.renew] : []
    if chance.isTrue(oneIn: 2) { policy.states = ["online": .all, "calls": .only(["phone", "chat"])] }
    policy.channels["chat"] = ChannelPolicy(
      weight: chance.number(1...2), capacity: 3, isSynchronous: true, noAnswerAfter: 120, inactiveAfter: 600,
      calendar: chance.isTrue(oneIn: 3) ? "morning" : nil)
    for index in 0..<chance.number(1...3) { policy.queues.append(queue(index, &chance)) }
    return policy
  }

  private static func queue(_ index: Int, _ chance: inout Chance) -> QueuePolicy {
    var queue = QueuePolicy(name: "q\(index)")
    if chance.isTrue(oneIn: 2) {
      queue.tiers = [.init(group: "a"), .init(group: "b", after: Int64(chance.number(0...2) * 1000))]
      queue.fallback = chance.one(of: ["q0", "q1", "nowhere"])
      queue.fallbackAfter = Int64(chance.number(0...5) * 1000)
    }
    if chance.isTrue(oneIn: 3) { queue.required = [.init(name: "en", atLeast: 2)] }
    if chance.isTrue(oneIn: 2) {
      queue.optional = [.init(name: "billing", level: chance.number(1...3)), .init(name: "vip", level: 3)]
    }
    queue.skillTimeout = 1500
    queue.maximumWait = chance.one(of: [Int64?.none, 1000, 5000]) ?? nil
    queue.calendar = chance.isTrue(oneIn: 3) ? "morning" : nil
    return queue
  }

  private static func agent(_ id: Int64, _ chance: inout Chance) -> RoutingAgent {
    var agent = RoutingAgent(id: id)
    agent.state = chance.one(of: ["online", "online", "online", "away", "calls", "offline"]) ?? "online"
    agent.lastActAt = RoutingWorld.today(0) + Int64(chance.number(-900...86_400))
    agent.shift = chance.one(of: [nil, nil, "morning", "night"]) ?? nil
    agent.groups = chance.one(of: [["a"], ["b"], ["a", "b"], []]) ?? []
    for skill in skills where chance.isTrue(oneIn: 2) { agent.skills[skill] = chance.number(1...5) }
    for kind in kinds where chance.isTrue(oneIn: 2) { agent.capacity[kind] = chance.number(0...3) }
    for kind in kinds where chance.isTrue(oneIn: 2) {
      agent.lastAssigned[kind] = RoutingWorld.today(0) + Int64(-60 * chance.number(1...3))
    }
    agent.misses = chance.number(0...2)
    return agent
  }

  private static func ticket(_ id: Int64, _ world: RoutingWorld, _ chance: inout Chance) -> WaitingTicket {
    var ticket = WaitingTicket(
      id: id, queue: chance.number(0...(world.policy.queues.count - 1)),
      channelKind: chance.one(of: kinds) ?? "email",
      priority: chance.one(of: Ticket.Priority.allCases) ?? .normal,
      eligibleAt: world.now + Int64(-300 * chance.number(0...24)))
    ticket.segment = chance.isTrue(oneIn: 3) ? .a : nil
    ticket.stage = chance.isTrue(oneIn: 3) ? .renew : nil
    ticket.dueAt = chance.isTrue(oneIn: 2) ? world.now + Int64(60 * chance.number(-60...600)) : nil
    ticket.windowClosesAt = chance.isTrue(oneIn: 4) ? world.now + Int64(60 * chance.number(-60...60)) : nil
    ticket.preferredAgent = chance.isTrue(oneIn: 3) ? Int64(chance.number(1...15)) : nil
    for _ in 0..<chance.number(0...2) where chance.isTrue(oneIn: 2) {
      ticket.excluded[Int64(chance.number(1...15))] = world.now + Int64(chance.number(-10...60))
    }
    if chance.isTrue(oneIn: 4) { ticket.required = [.init(name: "vip", atLeast: chance.number(1...3))] }
    return ticket
  }

  private static func held(
    _ ticket: WaitingTicket, _ agent: Int64, _ now: Instant, _ chance: inout Chance
  ) -> HeldTicket {
    HeldTicket(
      ticket: ticket, agent: agent,
      assignedAt: chance.isTrue(oneIn: 5) ? nil : now + Int64(-chance.number(0...3000)),
      isAnswered: !chance.isTrue(oneIn: 3),
      lastMessageAt: chance.isTrue(oneIn: 3) ? nil : now + Int64(-chance.number(0...3000)))
  }
}
