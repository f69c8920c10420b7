import VocDomain
import VocRouting
import VocTesting

/// A few agents and a few tickets, each in one of a handful of states: the numbers of their states.
struct SmallWorld {
  /// The first is the one whom tickets pass over.
  var agents: [Int]
  /// The one that has waited longest first.
  var tickets: [Int]

  /// An agent and what they have already.
  struct AgentState: Sendable {
    var agent: RoutingAgent
    var has: String?
  }

  static let agentStates = [
    AgentState(agent: RoutingAgent(id: 0, capacity: ["email": 1, "chat": 1])),
    AgentState(agent: RoutingAgent(id: 0, skills: ["en": 2], capacity: ["email": 2, "chat": 2])),
    AgentState(agent: RoutingAgent(id: 0, state: "away", groups: ["b"])),
    AgentState(agent: RoutingAgent(id: 0, state: "offline", skills: ["en": 5])),
    AgentState(agent: RoutingAgent(id: 0, capacity: ["email": 1]), has: "phone"),
    AgentState(
      agent: RoutingAgent(id: 0, groups: ["b"], skills: ["en": 1], capacity: ["chat": 1]), has: "chat"),
    AgentState(
      agent: RoutingAgent(id: 0, groups: ["b"], lastAssigned: ["email": RoutingWorld.now]), has: "email"),
  ]

  struct TicketState: Sendable {
    var kind: String
    var priority = Ticket.Priority.normal
    var skill: String?
    /// It has waited longer than its queue allows.
    var isStarving = false
    /// In the queue of group b, with the first agent passed over.
    var passesOver = false

    /// Its turn does not depend on when it came.
    var hasItsPlace: Bool { isStarving || priority != .normal }
  }

  static let ticketStates = [
    TicketState(kind: "email"), TicketState(kind: "chat"), TicketState(kind: "email", skill: "en"),
    TicketState(kind: "email", passesOver: true), TicketState(kind: "phone", priority: .urgent),
    TicketState(kind: "chat", priority: .low, isStarving: true),
  ]

  static let policies = RoutingPolicy.Method.allCases.flatMap { method in
    [true, false].map { hasWaveCap in
      RoutingWorld {
        ($0.method, $0.hasWaveCap) = (method, hasWaveCap)
        $0.queues[0].maximumWait = 3600
        $0.queues.append(QueuePolicy(name: "b"))
        $0.queues[1].tiers = [.init(group: "b")]
      }.policy
    }
  }

  /// Every world of so many that none of the others is but for the numbers of agents and tickets: agents stand in
  /// the order of their states, but for one whom a ticket passes over; tickets stand in every order of arrival
  /// that makes a difference.
  static func all(agents: Int, tickets: Int) -> [SmallWorld] {
    let queues = sequences(of: ticketStates.count, tickets).filter { tickets in
      let places = tickets.map { ticketStates[$0].hasItsPlace }
      return zip(tickets, tickets.dropFirst()).enumerated().allSatisfy { index, pair in
        !places[index] || places[index + 1] && pair.0 <= pair.1
      }
    }
    return sequences(of: agentStates.count, agents).flatMap { agents -> [SmallWorld] in
      guard agents.dropFirst().elementsEqual(agents.dropFirst().sorted()) else { return [] }
      let isSorted = agents == agents.sorted()
      return queues.filter { isSorted || $0.contains { ticketStates[$0].passesOver } }
        .map { SmallWorld(agents: agents, tickets: $0) }
    }
  }

  /// All sequences of so many numbers below `base`.
  private static func sequences(of base: Int, _ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { all, _ in all.flatMap { start in (0..<base).map { start + [$0] } } }
  }

  /// The world with numbers dealt out at random, and its agents and tickets in some order.
  func world(_ policy: RoutingPolicy, _ chance: inout Chance) -> RoutingWorld {
    var world = RoutingWorld()
    world.policy = policy
    let ids = (1...4).map(Int64.init).shuffled(using: &chance)
    for (index, state) in agents.map({ SmallWorld.agentStates[$0] }).enumerated() {
      var agent = state.agent
      agent.id = ids[index]
      world.add(agent)
      if let has = state.has { world.hold(100 + agent.id, has, by: agent.id, isAnswered: true) }
    }
    let numbers = (1...4).map(Int64.init).shuffled(using: &chance)
    for (index, state) in tickets.map({ SmallWorld.ticketStates[$0] }).enumerated() {
      world.wait(numbers[index], state.kind, waited: state.isStarving ? 9000 : 90 - 10 * Int64(index)) {
        $0.priority = state.priority
        if let skill = state.skill { $0.required = [.init(name: skill)] }
        if state.passesOver { ($0.queue, $0.excluded) = (1, [ids[0]: RoutingWorld.now + 9]) }
      }
    }
    return world
  }
}
