import VocDomain

/// The agents of a simulation with what they have, in the order of their ids.
///
/// Columns by kind of channel hold `kind * count + agent`.
struct SimulatedStaff {
  private(set) var agents: [RoutingAgent]
  let indices: [Int64: Int]
  let channels: [ChannelPolicy]
  private let accepts: [Bool]
  private let capacity: [Int]
  private var used: [Int]
  private var blocking: [Int]
  private var synchronous: [Int]
  private var lastInKind: [Int64]
  private var lastAny: [Int64]
  private(set) var isOnShift: [Bool]
  private(set) var held: [[HeldTicket]]
  /// Agents of one type differ in nothing but their numbers; of one look, they also have as much of each
  /// kind.
  private let types: [Int]
  private var looks = Interned<[Int]>()
  private var look: [Int]
  private let kindNames: [String]

  init(_ agents: [RoutingAgent], kinds: [String], _ policy: RoutingPolicy) {
    let agents = agents.sorted { $0.id < $1.id }.map(SimulatedStaff.present)
    self.agents = agents
    kindNames = kinds
    indices = Dictionary(uniqueKeysWithValues: agents.enumerated().map { ($1.id, $0) })
    channels = kinds.map(policy.channel)
    accepts = kinds.flatMap { kind in agents.map { policy.accepts(kind, in: $0.state) } }
    capacity = kinds.flatMap { kind in agents.map { policy.capacity(of: $0, kind: kind) } }
    used = capacity.map { _ in 0 }
    lastInKind = capacity.map { _ in .min }
    (blocking, synchronous) = (agents.map { _ in 0 }, agents.map { _ in 0 })
    lastAny = agents.map { _ in .min }
    isOnShift = agents.map { _ in false }
    held = agents.map { _ in [] }
    types = SimulatedStaff.types(of: agents)
    look = types
    for agent in agents.indices { look[agent] = looks.index(of: appearance(agent)) }
  }

  var count: Int { agents.count }

  /// Online, and without a past: nobody has had a turn yet, nobody goes idle, nobody misses anything.
  private static func present(_ agent: RoutingAgent) -> RoutingAgent {
    RoutingAgent(
      id: agent.id, shift: agent.shift, groups: agent.groups, skills: agent.skills, capacity: agent.capacity)
  }

  private static func types(of agents: [RoutingAgent]) -> [Int] {
    var known: [RoutingAgent] = []
    return agents.map { agent in
      var type = agent
      type.id = 0
      if let index = known.firstIndex(of: type) { return index }
      known.append(type)
      return known.count - 1
    }
  }

  private func appearance(_ agent: Int) -> [Int] {
    [types[agent]] + channels.indices.map { used[$0 * count + agent] }
  }

  mutating func setShifts(_ isOpen: (String) -> Bool) {
    for agent in agents.indices { isOnShift[agent] = agents[agent].shift.map(isOpen) ?? true }
  }

  /// How many more of a kind the agent could have now, skills and groups apart.
  func room(_ agent: Int, kind: Int) -> Int {
    let channel = channels[kind]
    guard isOnShift[agent], accepts[kind * count + agent] else { return 0 }
    if blocking[agent] > 0, channel.isSynchronous || channel.isBlocking { return 0 }
    if synchronous[agent] > 0, channel.isBlocking { return 0 }
    let spare = capacity[kind * count + agent] - used[kind * count + agent]
    return channel.weight > 0 ? max(0, spare / channel.weight) : spare >= 0 ? .max : 0
  }

  /// Of the agents with room for the kind, of each look the one who comes first in the router's tie chain.
  ///
  /// The others of that look are equal in all that the router compares before it: they could not be chosen.
  func candidates(kind: Int) -> [Int] {
    var best: [Int: Int] = [:]
    for agent in agents.indices where room(agent, kind: kind) > 0 {
      if let other = best[look[agent]], !isLonger(agent, than: other, kind) { continue }
      best[look[agent]] = agent
    }
    return best.values.sorted()
  }

  /// Whether an agent has gone longer without a turn; the lower id wins a tie, and comes first.
  private func isLonger(_ agent: Int, than other: Int, _ kind: Int) -> Bool {
    let (own, others) = (lastInKind[kind * count + agent], lastInKind[kind * count + other])
    return own != others ? own < others : lastAny[agent] < lastAny[other]
  }

  /// No agent could get more than so many tickets in a run.
  var mostInARun: Int {
    let sums = agents.indices.map { agent in
      channels.indices.reduce(0) { sum, kind in
        let weight = max(1, channels[kind].weight)
        return sum + max(0, capacity[kind * count + agent]) / weight
      }
    }
    return sums.max() ?? 0
  }

  mutating func give(_ ticket: WaitingTicket, kind: Int, to agent: Int, at now: Instant) {
    held[agent].append(HeldTicket(ticket: ticket, agent: agents[agent].id, assignedAt: nil, isAnswered: true))
    agents[agent].lastAssigned[kindNames[kind]] = now
    lastInKind[kind * count + agent] = now.unixSeconds
    lastAny[agent] = now.unixSeconds
    change(agent, kind: kind, by: 1)
  }

  mutating func finish(_ ticket: Int64, kind: Int, by agent: Int) {
    held[agent].removeAll { $0.ticket.id == ticket }
    change(agent, kind: kind, by: -1)
  }

  private mutating func change(_ agent: Int, kind: Int, by number: Int) {
    used[kind * count + agent] += number * channels[kind].weight
    if channels[kind].isSynchronous { synchronous[agent] += number }
    if channels[kind].isBlocking { blocking[agent] += number }
    look[agent] = looks.index(of: appearance(agent))
  }
}
