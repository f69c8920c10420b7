public import VocDomain
public import VocRouting
import VocStore

/// Where agents are, what they can take, and which queues they serve.
extension Desk {
  /// What an agent holds of a kind of channel, and how much they take.
  public struct Load: Equatable, Sendable {
    public var kind: String
    public var used: Int
    public var capacity: Int
  }

  public struct AgentLine: Sendable {
    public var profile: AgentProfile
    /// In their shift now.
    public var isOnShift: Bool
    /// Of the kinds of our channels, by name.
    public var loads: [Load]
    /// Tickets that they are offered.
    public var offers: [Int64]
  }

  public func roster() throws -> [AgentLine] {
    let service = try currentService()
    let moment = now()
    let policy = service.policy.routing
    let kinds = Set(try store.channels().map(\.kind)).subtracting(["survey"]).sorted()
    let snapshot = try agentSnapshot(service, at: moment)
    let loads = Dictionary(
      uniqueKeysWithValues: Router.loads(snapshot, policy, now: moment).map { ($0.agent, $0.kinds) })
    let offers = Dictionary(grouping: snapshot.offers, by: \.agent)
    return try store.roster().map { profile in
      let used = loads[profile.agent.id] ?? []
      return AgentLine(
        profile: profile,
        isOnShift: profile.shift.map { service.calendars.clock($0).isOpen(at: moment) } ?? true,
        loads: kinds.map { kind in
          Load(
            kind: kind, used: used.first { $0.kind == kind }?.used ?? 0,
            capacity: policy.capacity(of: RoutingAgent(profile), kind: kind))
        },
        offers: (offers[profile.agent.id] ?? []).map(\.ticket.id))
    }
  }

  /// Puts an agent into a state: online, away, offline, or one of the policy's own.
  public func setState(_ state: String, ofAgent name: String) throws -> AgentProfile {
    let states = Array(Set(AgentProfile.State.all + (try currentService().policy.routing.states.keys)))
      .sorted()
    guard states.contains(state), state != AgentProfile.State.unresponsive else {
      throw VocError.unknownState(
        state,
        nearest: Nearest.names(to: state, among: states.filter { $0 != AgentProfile.State.unresponsive }))
    }
    return try change(agent: name) { agent, moment in
      try store.setState(state, ofAgent: agent.id, at: moment)
      try store.noteAct(ofAgent: agent.id, at: moment, clearsMisses: true)
    }
  }

  /// `calendar` nil: always on.
  public func setShift(_ calendar: String?, ofAgent name: String) throws -> AgentProfile {
    let names = try currentService().policy.calendars.map(\.name)
    if let calendar, !names.contains(calendar) {
      throw VocError.unknownCalendar(calendar, nearest: Nearest.names(to: calendar, among: names))
    }
    return try change(agent: name) { agent, moment in
      try store.setShift(calendar, ofAgent: agent.id, at: moment)
    }
  }

  /// Proficiencies by skill; nil takes the skill away. `makesNew`: a skill that the policy does not list yet is added.
  public func setSkills(
    _ skills: [String: Int?], ofAgent name: String, makesNew: Bool
  ) throws -> AgentProfile {
    try store.transaction {
      let known = try currentService().policy.skills
      let added = skills.filter { $0.value != nil && !known.contains($0.key) }.keys.sorted()
      if let unknown = added.first, !makesNew {
        throw VocError.unknownSkill(unknown, nearest: Nearest.names(to: unknown, among: known))
      }
      if !added.isEmpty {
        _ = try changePolicy { document in
          try PolicyDocument.applying(.object(["skills": .list(added.map(PolicyValue.text))]), to: document)
        }
      }
      return try change(agent: name) { agent, _ in
        for (skill, proficiency) in skills { try store.setSkill(skill, to: proficiency, ofAgent: agent.id) }
      }
    }
  }

  /// By kind of channel; nil: as the policy says.
  public func setCapacity(_ capacity: [String: Int?], ofAgent name: String) throws -> AgentProfile {
    let kinds = try channelKinds()
    if let unknown = capacity.keys.sorted().first(where: { !kinds.contains($0) }) {
      throw VocError.unknownKind(unknown, nearest: Nearest.names(to: unknown, among: kinds))
    }
    return try change(agent: name) { agent, _ in
      for (kind, number) in capacity { try store.setCapacity(number, forKind: kind, ofAgent: agent.id) }
    }
  }

  private func change(
    agent name: String, _ body: (Agent, Instant) throws -> Void
  ) throws -> AgentProfile {
    try store.transaction {
      let agent = try self.agent(named: name)
      try body(agent, now())
      return try store.roster().first { $0.agent.id == agent.id } ?? AgentProfile(agent: agent)
    }
  }

  public struct QueueLine: Sendable {
    public var queue: QueuePolicy
    /// The groups that serve it, with their agents.
    public var groups: [(tier: QueuePolicy.Tier, agents: [Agent])]
    /// New and open tickets that nobody has.
    public var waiting: Int
    public var oldest: Instant?
  }

  /// In the order in which their conditions are tried.
  public func queues() throws -> [QueueLine] {
    let service = try currentService()
    let groups = try store.groups()
    let waiting = Dictionary(grouping: try waitingTickets(service, at: now()), by: \.queue)
    return service.policy.routing.queues.enumerated().map { index, queue in
      QueueLine(
        queue: queue, groups: queue.tiers.map { ($0, groups[$0.group] ?? []) },
        waiting: waiting[index]?.count ?? 0, oldest: waiting[index]?.map(\.eligibleAt).min())
    }
  }

  /// Adds a queue, or says an existing one anew; its members stay.
  public func putQueue(_ entry: [String: PolicyValue]) throws -> PolicyChange {
    try changePolicy { document in
      try PolicyDocument.applying(.object(["queues": .list([.object(entry)])]), to: document)
    }
  }

  public func queue(named name: String) throws -> QueuePolicy {
    let queues = try currentService().policy.routing.queues
    if let queue = queues.first(where: { Folding.folded($0.name) == Folding.folded(name) }) { return queue }
    throw VocError.unknownQueue(name, nearest: Nearest.names(to: name, among: queues.map(\.name)))
  }

  /// Adds agents to the group that serves a queue, or removes them; `group` nil: the queue's first one.
  ///
  /// A queue that everybody serves gets a group of its own name with the first member.
  public func changeMembers(
    ofQueue name: String, group: String?, adding added: [String], removing removed: [String]
  ) throws -> QueueLine {
    try store.transaction {
      let queue = try self.queue(named: name)
      let group = group ?? queue.tiers.first?.group ?? queue.name
      if !queue.tiers.contains(where: { $0.group == group }) && !added.isEmpty {
        try addTier(group, to: queue)
      }
      for name in added { try store.add(agent: agent(named: name).id, toGroup: group) }
      for name in removed { try store.remove(agent: agent(named: name).id, fromGroup: group) }
      let lines = try queues()
      guard let line = lines.first(where: { $0.queue.name == queue.name }) else {
        throw VocError.unknownQueue(name, nearest: [])
      }
      return line
    }
  }

  private func addTier(_ group: String, to queue: QueuePolicy) throws {
    _ = try changePolicy { document in
      let entries = document["queues"]?.elements ?? []
      var entry =
        entries.first { $0["name"]?.string == queue.name } ?? .object(["name": .text(queue.name)])
      entry["groups"] = .list((entry["groups"]?.elements ?? []) + [.text(group)])
      return try PolicyDocument.applying(.object(["queues": .list([entry])]), to: document)
    }
  }
}

extension RoutingAgent {
  /// As the router sees whom the roster knows.
  init(_ profile: AgentProfile) {
    self.init(
      id: profile.agent.id, state: profile.state, lastActAt: profile.lastActAt, shift: profile.shift,
      groups: Set(profile.groups), skills: profile.skills, capacity: profile.capacity,
      lastAssigned: profile.lastAssigned, misses: profile.misses)
  }
}
