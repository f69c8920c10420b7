import VocDomain

/// The agents who can take one more of a kind, best first, for all tickets whose method compares them alike.
///
/// Within a run capacity only shrinks, so agents only leave; and ranks only get worse, so one that is out of
/// date is too good: the front is put right as far as it is read.
struct Ranking {
  let kind: Int
  /// By agent: the sum of the proficiencies that count; empty where the method does not look at them.
  private let skills: [Int]
  private let wave: Wave?
  private var agents: [Int32] = []
  private var ranks: [Rank] = []
  private var seen: [UInt32]
  /// How many of the staff's changes are known here.
  private var known: Int

  /// `needs`: what the tickets ask for where the method looks at skills; nil where it does not.
  init(kind: Int, needs: [TicketClass.Need]?, wave: Wave?, _ staff: Staff) {
    (self.kind, self.wave) = (kind, wave)
    skills =
      needs.map { needs in (0..<staff.count).map { agent in needs.reduce(0) { $0 + $1.levels[agent] } } }
      ?? []
    seen = staff.version
    known = staff.changes[kind].count
    ranks = (0..<staff.count).map { rank($0, staff) }
    agents = (0..<staff.count)
      .filter { staff.absence($0, kind: kind) == nil && staff.busyGate($0, kind: kind) == nil }.map(
        Int32.init)
    agents.sort { [ranks] in ranks[Int($0)] < ranks[Int($1)] }
  }

  /// How the agent ranked when last read by `best`.
  subscript(_ agent: Int32) -> Rank { ranks[Int(agent)] }

  func merit(_ agent: Int32, _ staff: Staff) -> Double {
    staff.merit(Int(agent), kind: kind, skill: skill(Int(agent)))
  }

  private func skill(_ agent: Int) -> Int { skills.isEmpty ? 0 : skills[agent] }

  private func rank(_ agent: Int, _ staff: Staff) -> Rank {
    staff.rank(agent, kind: kind, skill: skill(agent), wave: wave)
  }

  /// The best of those who pass, in order, at most so many.
  mutating func best(_ count: Int, _ staff: Staff, where passes: (Int32) -> Bool) -> [Int32] {
    dropBusy(staff)
    var found: [Int32] = []
    found.reserveCapacity(count)
    var place = 0
    while found.count < count, place < agents.count {
      let agent = agents[place]
      if seen[Int(agent)] != staff.version[Int(agent)] {
        seen[Int(agent)] = staff.version[Int(agent)]
        ranks[Int(agent)] = rank(Int(agent), staff)
        if sink(from: place) { continue }
      }
      if passes(agent) { found.append(agent) }
      place += 1
    }
    return found
  }

  private mutating func dropBusy(_ staff: Staff) {
    let changes = staff.changes[kind]
    while known < changes.count {
      let agent = changes[known]
      known += 1
      if let place = agents.firstIndex(of: agent) { agents.remove(at: place) }
    }
  }

  /// Moves an agent behind all who rank better; whether that changed anything.
  private mutating func sink(from place: Int) -> Bool {
    let agent = agents[place]
    let rank = ranks[Int(agent)]
    var low = place + 1
    var high = agents.count
    while low < high {
      let middle = (low + high) / 2
      if ranks[Int(agents[middle])] < rank { low = middle + 1 } else { high = middle }
    }
    guard low > place + 1 else { return false }
    agents.withUnsafeMutableBufferPointer { agents in
      guard let base = agents.baseAddress else { return }
      (base + place).update(from: base + place + 1, count: low - place - 1)
      agents[low - 1] = agent
    }
    return true
  }
}
