import VocDomain

/// Tickets that the same agents may take: of one queue, stage and kind, with the same skills asked for.
///
/// Capacity only shrinks within a run: a class without an eligible agent stays so.
struct TicketClass {
  struct Key: Hashable {
    var queue: Int
    var tier: Int
    var skillStage: Int
    var kind: Int
    /// An index into what the tickets ask for besides their queue.
    var required: Int
  }

  /// A skill that is asked for, with what each agent has of it.
  struct Need {
    var levels: [Int]
    var atLeast: Int

    func isMet(by agent: Int) -> Bool { levels[agent] >= atLeast }
  }

  let key: Key
  /// What all its tickets count towards; nil where the method alone decides.
  var wave: Wave?
  /// An index into the rankings, from `ClassTable.rank` on.
  var ranking = 0
  let needs: [Need]
  /// The first gate that each agent fails, but for those that a single ticket passes over.
  private(set) var gates: [Gate?]
  /// How many agents fail at each gate, and how many at none.
  private(set) var counts = Array(repeating: 0, count: Gate.allCases.count)
  private(set) var eligible = 0
  /// By gate, the first who fail those that nobody can pass within a run.
  private var firstFailed: [[Int32]] = Array(repeating: [], count: Gate.allCases.count)
  private let limit: Int
  /// How many of the staff's changes are known here.
  private var known: Int

  /// `serves`: by agent, whether they serve the queue at this stage. At most `limit` who fail are named.
  init(_ key: Key, serves: [Bool], needs: [Need], _ staff: Staff, limit: Int) {
    self.key = key
    self.needs = needs
    self.limit = limit
    known = staff.changes[key.kind].count
    gates = []
    gates = (0..<staff.count).map { agent in
      if !serves[agent] { return .group }
      if let absence = staff.absence(agent, kind: key.kind) { return absence }
      return hasSkills(agent) ? staff.busyGate(agent, kind: key.kind) : .skill
    }
    for (agent, gate) in gates.enumerated() { note(Int32(agent), gate) }
  }

  private mutating func note(_ agent: Int32, _ gate: Gate?) {
    guard let gate else {
      eligible += 1
      return
    }
    counts[gate.depth] += 1
    if !gate.isOfLoad, firstFailed[gate.depth].count < limit { firstFailed[gate.depth].append(agent) }
  }

  func hasSkills(_ agent: Int) -> Bool { needs.allSatisfy { $0.isMet(by: agent) } }

  /// Takes note of who has become busy since.
  mutating func catchUp(_ staff: Staff) {
    let changes = staff.changes[key.kind]
    while known < changes.count {
      let agent = Int(changes[known])
      known += 1
      let old = gates[agent]
      guard old?.isOfLoad ?? true, let new = staff.busyGate(agent, kind: key.kind), new != old else {
        continue
      }
      gates[agent] = new
      counts[new.depth] += 1
      if let old { counts[old.depth] -= 1 } else { eligible -= 1 }
    }
  }

  /// The first `count` agents who fail at a gate, in the order of their ids, without those who are passed
  /// over.
  func failed(_ gate: Gate, _ count: Int, without passedOver: [Int32]) -> [Int32] {
    if count == 0 || counts[gate.depth] == 0 { return [] }
    if !gate.isOfLoad, passedOver.isEmpty { return Array(firstFailed[gate.depth].prefix(count)) }
    var found: [Int32] = []
    for agent in gates.indices where gates[agent] == gate && !passedOver.contains(Int32(agent)) {
      found.append(Int32(agent))
      if found.count == count { break }
    }
    return found
  }
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

  /// Whether it is about what the agent has already, which changes within a run.
  var isOfLoad: Bool { self == .blocked || self == .capacity }

  static let nearestFirst = Array(allCases.reversed())
}
