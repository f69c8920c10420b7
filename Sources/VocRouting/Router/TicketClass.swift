import VocDomain

/// Tickets that the same agents may take: of one queue, stage and kind, with the same skills asked for.
///
/// Capacity only shrinks within a run, so agents only leave `ranked`, and a class without any stays so. Ranks
/// only get worse, so a rank that is out of date is too good: the front of `ranked` is put right when it is read.
struct TicketClass {
  struct Key: Hashable {
    var queue: Int
    var tier: Int
    var skillStage: Int
    var kind: Int
    /// An index into what the tickets ask for besides their queue.
    var required: Int
  }

  let key: Key
  private let share: Int
  private let needs: [(levels: [Int], atLeast: Int)]
  /// The first gate that each agent fails, but for those that a single ticket passes over.
  private(set) var gates: [Gate?]
  /// Who passes every gate, best first as far as `settle` has looked.
  private(set) var ranked: [Int32] = []
  /// Who fails, by gate, in the order of their ids.
  private(set) var failed: [[Int32]] = Array(repeating: [], count: Gate.allCases.count)
  private var ranks: [Rank] = []
  private var seen: [UInt32]
  /// How many of the staff's changes are known here.
  private var known: Int

  init(_ key: Key, _ reach: QueueReach, required: [QueuePolicy.RequiredSkill], _ staff: Staff, share: Int) {
    self.key = key
    self.share = share
    needs = reach.skills(stage: key.skillStage, ticket: required)
      .map { (levels: staff.proficiency($0.name), atLeast: $0.atLeast) }
    seen = staff.version
    known = staff.changes[key.kind].count
    gates = []
    gates = (0..<staff.count).map { agent in
      if !reach.serves(staff.groups[agent], tier: key.tier) { return .group }
      if !staff.accepts[key.kind * staff.count + agent] { return .state }
      if !staff.isOnShift[agent] { return .shift }
      return hasSkills(agent) ? staff.busyGate(agent, kind: key.kind) : .skill
    }
    for (agent, gate) in gates.enumerated() {
      if let gate { failed[gate.depth].append(Int32(agent)) } else { ranked.append(Int32(agent)) }
    }
    guard !ranked.isEmpty else { return }
    ranks = (0..<staff.count).map { rank($0, staff) }
    ranked.sort { [ranks] in ranks[Int($0)] < ranks[Int($1)] }
  }

  func hasSkills(_ agent: Int) -> Bool { needs.allSatisfy { $0.levels[agent] >= $0.atLeast } }

  func rank(_ agent: Int, _ staff: Staff) -> Rank {
    staff.rank(agent, kind: key.kind, skill: skill(agent), share: share)
  }

  func merit(_ agent: Int, _ staff: Staff) -> Double {
    staff.merit(agent, kind: key.kind, skill: skill(agent))
  }

  private func skill(_ agent: Int) -> Int { needs.reduce(0) { $0 + $1.levels[agent] } }

  /// Moves the agents who have become busy since to the gate that they fail now.
  mutating func catchUp(_ staff: Staff) {
    let changes = staff.changes[key.kind]
    while known < changes.count {
      let agent = changes[known]
      known += 1
      move(agent, to: staff.busyGate(Int(agent), kind: key.kind))
    }
  }

  private mutating func move(_ agent: Int32, to gate: Gate?) {
    let old = gates[Int(agent)]
    guard old != gate, let gate, old == nil || old == .capacity || old == .blocked else { return }
    gates[Int(agent)] = gate
    if let old { failed[old.depth].removeAll { $0 == agent } } else { ranked.removeAll { $0 == agent } }
    let place = failed[gate.depth].firstIndex { $0 > agent } ?? failed[gate.depth].count
    failed[gate.depth].insert(agent, at: place)
  }

  /// Puts the best `depth` of `ranked` in order.
  mutating func settle(_ depth: Int, _ staff: Staff) {
    var place = 0
    while place < min(depth, ranked.count) {
      let agent = Int(ranked[place])
      if seen[agent] == staff.version[agent] {
        place += 1
        continue
      }
      seen[agent] = staff.version[agent]
      ranks[agent] = rank(agent, staff)
      if !sink(from: place) { place += 1 }
    }
  }

  /// Moves an agent behind all who rank better; whether that changed anything.
  private mutating func sink(from place: Int) -> Bool {
    let agent = ranked[place]
    let rank = ranks[Int(agent)]
    var low = place + 1
    var high = ranked.count
    while low < high {
      let middle = (low + high) / 2
      if ranks[Int(ranked[middle])] < rank { low = middle + 1 } else { high = middle }
    }
    guard low > place + 1 else { return false }
    ranked.withUnsafeMutableBufferPointer { agents in
      guard let base = agents.baseAddress else { return }
      (base + place).update(from: base + place + 1, count: low - place - 1)
      agents[low - 1] = agent
    }
    return true
  }

  /// The rank of an agent within the settled front.
  func settledRank(_ agent: Int32) -> Rank { ranks[Int(agent)] }
}

extension Gate {
  /// The place in the order in which gates are asked: the higher, the nearer to eligible.
  var depth: Int {
    switch self {
    case .group: 0
    case .state: 1
    case .shift: 2
    case .excluded: 3
    case .skill: 4
    case .blocked: 5
    case .capacity: 6
    }
  }

  static let nearestFirst = Array(allCases.reversed())
}
