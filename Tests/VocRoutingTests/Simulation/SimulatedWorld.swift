import VocDomain
import VocRouting
import VocTesting

/// A drawn contact centre with a few days of tickets, for tests of the simulation.
struct SimulatedWorld {
  static let start = Instant(unixSeconds: 1_795_046_400)

  var arrivals: [SimulatedArrival] = []
  var agents: [RoutingAgent] = []
  var policy = RoutingPolicy()
  var calendars: [BusinessCalendar] = [RoutingWorld.always]
  var period = start..<start + 2 * Seconds.day

  /// Few seconds to choose from, so that much happens at the same one.
  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    calendars += [
      RoutingWorld.daily("early", from: 8, to: 14), RoutingWorld.daily("late", from: 12, to: 20),
    ]
    drawPolicy(&chance)
    agents = (1...Int64(chance.number(1...7))).map { SimulatedWorld.agent($0, &chance) }
    if chance.isTrue(oneIn: 2) { makeAgentsAlike(types: chance.number(1...2)) }
    let load = chance.number(20...160)
    let grain = chance.isTrue(oneIn: 2) ? 600 : 7
    arrivals = (0..<load).map { _ in SimulatedWorld.arrival(grain, policy, &chance) }
  }

  private init() {}

  /// One queue with so many equal agents who are always there and take one e-mail at a time.
  static func plain(agents: Int) -> SimulatedWorld {
    var world = SimulatedWorld()
    world.policy.queues = [QueuePolicy(name: "general")]
    world.policy.channels["email"] = ChannelPolicy(capacity: 1)
    world.agents = (1...Int64(agents)).map { RoutingAgent(id: $0) }
    return world
  }

  func calendarClocks() throws -> Calendars { try Calendars(calendars, usual: "always") }

  func run(_ scope: Simulation.Scope = .whatChanged) throws -> SimulationLog {
    Simulation.run(arrivals, agents: agents, policy, try calendarClocks(), in: period, scope: scope)
  }

  func figures() throws -> SimulationFigures {
    SimulationFigures(try run(), agents: agents, policy, try calendarClocks())
  }

  private mutating func makeAgentsAlike(types: Int) {
    for index in agents.indices {
      let id = agents[index].id
      agents[index] = agents[index % types]
      agents[index].id = id
    }
  }

  private mutating func drawPolicy(_ chance: inout Chance) {
    policy.order = chance.one(of: RoutingPolicy.Order.allCases) ?? .priority
    policy.method = chance.one(of: RoutingPolicy.Method.allCases) ?? .spare
    policy.hasWaveCap = !chance.isTrue(oneIn: 3)
    policy.segmentBonus = [.a: 45]
    policy.raisedSegments = chance.isTrue(oneIn: 2) ? [.a] : []
    policy.channels["phone"] = ChannelPolicy(
      capacity: 1, isSynchronous: true, isBlocking: true, calendar: chance.one(of: ["early", nil]) ?? nil)
    policy.channels["chat"] = ChannelPolicy(capacity: 3, isSynchronous: true, calendar: "late")
    policy.channels["email"] = ChannelPolicy(weight: 2, capacity: 4)
    var sales = QueuePolicy(name: "sales")
    sales.tiers = [.init(group: "a"), .init(group: "b", after: 1200)]
    sales.fallback = chance.isTrue(oneIn: 2) ? "general" : nil
    sales.fallbackAfter = 3600
    sales.maximumWait = chance.one(of: [600, 7200, nil]) ?? nil
    sales.calendar = chance.one(of: ["early", nil]) ?? nil
    var help = QueuePolicy(name: "help")
    help.required = [.init(name: "billing", atLeast: 2)]
    help.optional = [.init(name: "english", level: 2), .init(name: "system", level: 3)]
    help.skillTimeout = 900
    policy.queues = [sales, help, QueuePolicy(name: "general")]
  }

  private static func agent(_ id: Int64, _ chance: inout Chance) -> RoutingAgent {
    var agent = RoutingAgent(id: id)
    agent.groups = Set(["a", "b"].filter { _ in chance.isTrue(oneIn: 2) })
    for skill in ["billing", "english", "system"] where chance.isTrue(oneIn: 2) {
      agent.skills[skill] = chance.number(1...5)
    }
    agent.shift = chance.one(of: ["early", "late", nil]) ?? nil
    if chance.isTrue(oneIn: 4) { agent.capacity["email"] = chance.number(0...6) }
    return agent
  }

  private static func arrival(
    _ grain: Int, _ policy: RoutingPolicy, _ chance: inout Chance
  ) -> SimulatedArrival {
    let at = start + Int64(chance.number(0...(2 * 86_400 / grain - 1)) * grain)
    let total = Int64(chance.number(1...(14_400 / grain)) * grain)
    return SimulatedArrival(
      at: at, queue: chance.number(0...2), channelKind: chance.one(of: ["phone", "chat", "email"]) ?? "chat",
      priority: chance.one(of: Ticket.Priority.allCases) ?? .normal,
      segment: chance.isTrue(oneIn: 4) ? .a : nil,
      required: chance.isTrue(oneIn: 6) ? [.init(name: "english", atLeast: 3)] : [],
      handling: HandlingTime(total: total, untilReply: total / 2),
      promise: chance.isTrue(oneIn: 2) ? .init(within: 3600, calendar: "early") : nil,
      patience: chance.isTrue(oneIn: 5) ? Int64(chance.number(0...20) * grain) : nil)
  }
}
