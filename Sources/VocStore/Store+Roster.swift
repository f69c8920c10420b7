import SQLite
public import VocDomain

/// What of an agent a router's decisions rest on.
public struct AgentMark: Equatable, Sendable {
  public var state: String?
  /// How many tickets they were given and have, and the sum of their numbers.
  public var held: Int64 = 0
  public var sum: Int64 = 0
}

/// Where agents are and what they can take.
extension Store {
  /// As of now; whoever has changed since is another mark.
  public func agentMarks() throws -> [Int64: AgentMark] {
    var marks: [Int64: AgentMark] = [:]
    try database.statement("SELECT agent_id, state FROM agent_presence").run([]) { row in
      marks[row.int(0)] = AgentMark(state: row.text(1))
    }
    try database.statement(
      """
      SELECT agent_id, count(*), sum(ticket_id) FROM assignment INDEXED BY assignment_agent GROUP BY agent_id
      """
    ).run([]) { row in
      marks[row.int(0), default: AgentMark()].held = row.int(1)
      marks[row.int(0), default: AgentMark()].sum = row.int(2)
    }
    return marks
  }

  /// All agents, by name.
  public func roster() throws -> [AgentProfile] { try profiles(of: nil) }

  /// Nil for a number that is no agent's.
  public func profile(ofAgent id: Int64) throws -> AgentProfile? { try profiles(of: id).first }

  /// Of all agents, or of one.
  private func profiles(of agent: Int64?) throws -> [AgentProfile] {
    func only(_ column: StaticString) -> String { agent == nil ? "" : " WHERE \(column) = ?" }
    let bound: [(any Bindable)?] = agent.map { [$0] } ?? []
    var profiles = try database.rows(
      """
      SELECT agent.id, name, email, state, since, last_act_at, shift, misses
      FROM agent LEFT JOIN agent_presence ON agent_id = agent.id\(only("agent.id")) ORDER BY folded_name
      """, bound
    ) { row in
      var profile = AgentProfile(
        agent: Agent(id: row.int(0), name: row.text(1), email: row.optionalText(2)))
      profile.state = row.optionalText(3) ?? profile.state
      profile.since = row.optionalInt(4).map(Instant.init(unixSeconds:))
      profile.lastActAt = row.optionalInt(5).map(Instant.init(unixSeconds:))
      profile.shift = row.optionalText(6)
      profile.misses = Int(row.optionalInt(7) ?? 0)
      return profile
    }
    let places = Dictionary(uniqueKeysWithValues: profiles.enumerated().map { ($1.agent.id, $0) })
    func fill(_ sql: String, _ take: (inout AgentProfile, Row) -> Void) throws {
      try database.statement(sql).run(bound) { row in
        if let place = places[row.int(0)] { take(&profiles[place], row) }
      }
    }
    try fill("SELECT agent_id, name FROM agent_group\(only("agent_id")) ORDER BY name") {
      $0.groups.append($1.text(1))
    }
    try fill("SELECT agent_id, skill, proficiency FROM agent_skill\(only("agent_id"))") {
      $0.skills[$1.text(1)] = Int($1.int(2))
    }
    try fill("SELECT agent_id, kind, capacity FROM agent_capacity\(only("agent_id"))") {
      $0.capacity[$1.text(1)] = Int($1.int(2))
    }
    try fill("SELECT agent_id, kind, at FROM agent_turn\(only("agent_id"))") {
      $0.lastAssigned[$1.text(1)] = Instant(unixSeconds: $1.int(2))
    }
    return profiles
  }

  public func setState(_ state: String, ofAgent id: Int64, at moment: Instant) throws {
    try database.execute(
      """
      INSERT INTO agent_presence (agent_id, state, since) VALUES (?1, ?2, ?3)
      ON CONFLICT (agent_id) DO UPDATE SET state = ?2, misses = 0,
        since = CASE WHEN state = ?2 THEN since ELSE ?3 END
      """, id, state, moment.unixSeconds)
  }

  /// Nil: always on.
  public func setShift(_ calendar: String?, ofAgent id: Int64, at moment: Instant) throws {
    try database.execute(
      """
      INSERT INTO agent_presence (agent_id, state, since, shift) VALUES (?1, 'offline', ?3, ?2)
      ON CONFLICT (agent_id) DO UPDATE SET shift = ?2
      """, id, calendar, moment.unixSeconds)
  }

  /// The agent has done something; a reply or a yes also clears what they missed.
  public func noteAct(ofAgent id: Int64, at moment: Instant, clearsMisses: Bool) throws {
    try database.execute(
      "UPDATE agent_presence SET last_act_at = ?, misses = CASE WHEN ? THEN 0 ELSE misses END WHERE agent_id = ?",
      moment.unixSeconds, clearsMisses, id)
  }

  public func addMiss(ofAgent id: Int64) throws {
    try database.execute("UPDATE agent_presence SET misses = misses + 1 WHERE agent_id = ?", id)
  }

  public func setSkill(_ skill: String, to proficiency: Int?, ofAgent id: Int64) throws {
    guard let proficiency else {
      return try database.execute("DELETE FROM agent_skill WHERE agent_id = ? AND skill = ?", id, skill)
    }
    try database.execute(
      """
      INSERT INTO agent_skill (agent_id, skill, proficiency) VALUES (?1, ?2, ?3)
      ON CONFLICT (agent_id, skill) DO UPDATE SET proficiency = ?3
      """, id, skill, proficiency)
  }

  /// Nil: as the policy says.
  public func setCapacity(_ capacity: Int?, forKind kind: String, ofAgent id: Int64) throws {
    guard let capacity else {
      return try database.execute("DELETE FROM agent_capacity WHERE agent_id = ? AND kind = ?", id, kind)
    }
    try database.execute(
      """
      INSERT INTO agent_capacity (agent_id, kind, capacity) VALUES (?1, ?2, ?3)
      ON CONFLICT (agent_id, kind) DO UPDATE SET capacity = ?3
      """, id, kind, capacity)
  }

  /// The agents of each group, by the group's name.
  public func groups() throws -> [String: [Agent]] {
    let rows = try database.rows(
      """
      SELECT agent_group.name, agent.id, agent.name, email FROM agent_group
      JOIN agent ON agent.id = agent_id ORDER BY agent_group.name, folded_name
      """
    ) { ($0.text(0), Agent(id: $0.int(1), name: $0.text(2), email: $0.optionalText(3))) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  public func add(agent id: Int64, toGroup name: String) throws {
    try database.execute("INSERT OR IGNORE INTO agent_group (name, agent_id) VALUES (?, ?)", name, id)
  }

  public func remove(agent id: Int64, fromGroup name: String) throws {
    try database.execute("DELETE FROM agent_group WHERE name = ? AND agent_id = ?", name, id)
  }

  public func noteTurn(ofAgent id: Int64, kind: String, at moment: Instant) throws {
    try database.execute(
      """
      INSERT INTO agent_turn (agent_id, kind, at) VALUES (?1, ?2, ?3)
      ON CONFLICT (agent_id, kind) DO UPDATE SET at = max(at, ?3)
      """, id, kind, moment.unixSeconds)
  }
}
