import Testing
import VocDomain
import VocRouting

/// Small worlds, all of them: up to three agents of seven sorts, up to four tickets of six.
@Suite struct RouterSmallWorldTests {
  /// An agent and what they have already.
  struct Sort: Sendable {
    var agent: RoutingAgent
    var has: String?
  }

  static let agents = [
    Sort(agent: RoutingAgent(id: 0, capacity: ["email": 1, "chat": 1])),
    Sort(agent: RoutingAgent(id: 0, skills: ["en": 2], capacity: ["email": 2, "chat": 2])),
    Sort(agent: RoutingAgent(id: 0, state: "away", groups: ["b"])),
    Sort(agent: RoutingAgent(id: 0, state: "offline", skills: ["en": 5])),
    Sort(agent: RoutingAgent(id: 0, capacity: ["email": 1]), has: "phone"),
    Sort(agent: RoutingAgent(id: 0, groups: ["b"], skills: ["en": 1], capacity: ["chat": 1]), has: "chat"),
    Sort(
      agent: RoutingAgent(id: 0, groups: ["b"], lastAssigned: ["email": RoutingWorld.now]), has: "email"),
  ]

  static let tickets: [@Sendable (inout WaitingTicket) -> Void] = [
    { $0.channelKind = "email" },
    { $0.channelKind = "chat" },
    { ($0.channelKind, $0.priority) = ("phone", .urgent) },
    { ($0.channelKind, $0.required) = ("email", [.init(name: "en")]) },
    { ($0.channelKind, $0.eligibleAt, $0.priority) = ("chat", RoutingWorld.now + -9000, .low) },
    { ($0.channelKind, $0.queue, $0.excluded) = ("email", 1, [1: RoutingWorld.now + 9]) },
  ]

  /// The digits of a number in some base, the least first.
  private static func digits(_ number: Int, base: Int, count: Int) -> [Int] {
    var rest = number
    return (0..<count).map { _ in
      defer { rest /= base }
      return rest % base
    }
  }

  static func world(_ agents: [Int], _ tickets: [Int], _ number: Int) -> RoutingWorld {
    var world = RoutingWorld { policy in
      policy.method = RoutingPolicy.Method.allCases[number % RoutingPolicy.Method.allCases.count]
      policy.hasWaveCap = number % 3 != 0
      policy.queues[0].maximumWait = 3600
      policy.queues.append(QueuePolicy(name: "b"))
      policy.queues[1].tiers = [.init(group: "b")]
    }
    for (index, sort) in agents.enumerated() {
      var agent = RouterSmallWorldTests.agents[sort].agent
      agent.id = Int64(index + 1)
      world.add(agent)
      guard let has = RouterSmallWorldTests.agents[sort].has else { continue }
      world.hold(Int64(100 + index), has, by: agent.id, isAnswered: true)
    }
    for (index, sort) in tickets.enumerated() {
      world.wait(Int64(index + 1), waited: Int64(index % 2 * 10), RouterSmallWorldTests.tickets[sort])
    }
    return world
  }

  /// Of so many agents and tickets, each `step`-th world. The agents come in each mixture once, the tickets
  /// in each order.
  @Test(arguments: [(0, 2, 1), (1, 4, 1), (2, 3, 1), (3, 3, 1), (3, 4, 11)])
  func everyWorldKeepsTheRules(agentCount: Int, ticketCount: Int, step: Int) throws {
    let sorts = RouterSmallWorldTests.agents.count
    let kinds = RouterSmallWorldTests.tickets.count
    let mixtures = (0..<power(sorts, agentCount))
      .map { RouterSmallWorldTests.digits($0, base: sorts, count: agentCount) }.filter { $0 == $0.sorted() }
    let calendars = try Calendars([RoutingWorld.always], usual: "always")
    var number = 0
    for agents in mixtures {
      for tickets in 0..<power(kinds, ticketCount) {
        number += 1
        guard number % step == 0 else { continue }
        let waiting = RouterSmallWorldTests.digits(tickets, base: kinds, count: ticketCount)
        let fault = try fault(RouterSmallWorldTests.world(agents, waiting, number), calendars)
        try #require(fault == nil, "agents \(agents), tickets \(waiting), number \(number)")
      }
    }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { all, _ in all * base }
  }

  /// What breaks a rule in this world; nil: nothing does.
  private func fault(_ world: RoutingWorld, _ calendars: Calendars) throws -> String? {
    let outcome = try world.route(calendars)
    var reversed = world
    reversed.snapshot.agents.reverse()
    reversed.snapshot.waiting.reverse()
    reversed.snapshot.held.reverse()
    if try reversed.route(calendars) != outcome { return "the order of the input matters" }
    if let fault = try replay(outcome, world, calendars) { return fault }
    let after = try world.applied(outcome).route(calendars)
    return after.decisions == [] && after.sweep == [] ? nil : "a second run does something"
  }

  /// Carries the decisions out one by one, asking the plain gates each time.
  private func replay(_ outcome: RoutingOutcome, _ world: RoutingWorld, _ calendars: Calendars) throws
    -> String?
  {
    var naive = try NaiveRouter(world, calendars)
    var waiting = naive.inOrder()
    for decision in outcome.decisions {
      guard let index = waiting.firstIndex(where: { $0.id == decision.ticket }),
        let agent = world.snapshot.agents.first(where: { $0.id == decision.agent })
      else { return "ticket \(decision.ticket) does not wait" }
      if let gate = naive.gate(agent, waiting[index]) { return "\(decision.ticket): agent fails \(gate)" }
      for earlier in waiting[..<index] where !naive.eligible(earlier).isEmpty {
        return "\(decision.ticket) overtakes \(earlier.id)"
      }
      let ticket = waiting.remove(at: index)
      if naive.isStarving(ticket) != decision.isStarving { return "\(ticket.id): starving or not" }
      naive.claims.append((agent: agent.id, kind: ticket.channelKind, queue: ticket.queue))
    }
    for ticket in waiting {
      if let agent = naive.eligible(ticket).first { return "\(ticket.id) waits though \(agent.id) has room" }
    }
    return waiting.count == outcome.left.values.reduce(0, +) ? nil : "those who wait are miscounted"
  }
}
