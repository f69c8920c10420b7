public import VocDomain
import VocRouting
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
    let snapshot = try agentSnapshot(service, isBrief: true, at: moment)
    let loads = Dictionary(
      uniqueKeysWithValues: Router.loads(snapshot, policy, now: moment).map { ($0.agent, $0.kinds) })
    let offers = Dictionary(grouping: snapshot.offers, by: \.agent)
    return try store.roster().map { profile in
      let used = loads[profile.agent.id] ?? []
      return AgentLine(
        profile: profile,
        isOnShift: service.isOn(shift: profile.shift, at: moment),
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
    let states = try settableStates()
    guard states.contains(state) else {
      throw VocError.unknownState(state, nearest: Nearest.names(to: state, among: states))
    }
    return try change(agent: name) { agent, moment in
      try store.setState(state, ofAgent: agent.id, at: moment)
      try store.noteAct(ofAgent: agent.id, at: moment, clearsMisses: true)
      if try currentService().policy.routing.takesNothing(in: state) {
        try endOffers(toAgent: agent, at: moment)
      }
    }
  }

  /// The states that an agent can be put in, in the order of the alphabet.
  func settableStates() throws -> [String] {
    Set(AgentProfile.State.all + (try currentService().policy.routing.states.keys))
      .subtracting([AgentProfile.State.unresponsive]).sorted()
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
      let agent = try self.agent(named: name)
      let own = try store.profile(ofAgent: agent.id)?.skills ?? [:]
      let added = skills.filter { $0.value != nil && !known.contains($0.key) }.keys.sorted()
      let strange = skills.keys.filter { skills[$0] == .some(nil) && !known.contains($0) && own[$0] == nil }
      if let unknown = strange.min() {
        throw VocError.unknownSkill(unknown, nearest: Nearest.names(to: unknown, among: known + own.keys))
      }
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

  /// The agent as the roster has them now.
  public func agentLine(_ id: Int64) throws -> AgentLine? { try roster().first { $0.profile.agent.id == id } }

  /// Adds an agent with the groups that they are in, their shift and what they can do.
  public func addAgent(
    name: String, email: String?, groups: [String], shift: String?, skills: [String: Int],
    makesNew: Bool
  ) throws -> Agent {
    try store.transaction {
      let agent = try addAgent(name: name, email: email)
      let known = try currentService().policy.routing.queues.flatMap { $0.tiers.map(\.group) }
      for group in groups {
        if !known.contains(group) {
          throw VocError.unknownGroup(group, nearest: Nearest.names(to: group, among: known))
        }
        try store.add(agent: agent.id, toGroup: group)
      }
      if let shift { _ = try setShift(shift, ofAgent: name) }
      if !skills.isEmpty {
        _ = try setSkills(skills.mapValues { $0 }, ofAgent: name, makesNew: makesNew)
      }
      return agent
    }
  }

  private func change(
    agent name: String, _ body: (Agent, Instant) throws -> Void
  ) throws -> AgentProfile {
    try store.transaction {
      let agent = try self.agent(named: name)
      try body(agent, now())
      return try store.profile(ofAgent: agent.id) ?? AgentProfile(agent: agent)
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
    stateSince = profile.since
    isRostered = profile.since != nil
  }
}
