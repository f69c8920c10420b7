import VocDomain

extension RoutingRun {
  /// Who could have had a ticket and who could not, at most `limit` by name.
  struct Shown {
    var candidates: [Candidate] = []
    var othersEligible = 0
    var others: [Gate: Int] = [:]
  }

  /// Agents whom this ticket alone passes over: they fail neither group, state nor shift.
  func passedOver(_ turn: Turn) -> [Int32] {
    let excluded = waiting[turn.index].excluded
    guard !excluded.isEmpty else { return [] }
    return excluded.compactMap { id, until -> Int32? in
      guard until > now, let agent = staff.indices[id] else { return nil }
      let gate = table.classes[turn.ticketClass].gates[agent]
      return gate.map { $0.depth > Gate.excluded.depth } ?? true ? Int32(agent) : nil
    }.sorted()
  }

  /// The best who may take the ticket: as many as are told of, and two at least, for the comparison.
  mutating func best(_ turn: Turn, _ passedOver: [Int32]) -> [Int32] {
    let ticketClass = table.classes[turn.ticketClass]
    return table.rankings[ticketClass.ranking]
      .best(min(max(2, limit), ticketClass.eligible), staff) {
        ticketClass.gates[Int($0)] == nil && (passedOver.isEmpty || !passedOver.contains($0))
      }
  }

  /// The eligible ones as they come, then who failed, nearest to eligible first.
  func candidates(_ turn: Turn, _ eligible: [Int32], _ passedOver: [Int32]) -> Shown {
    let ticketClass = table.classes[turn.ticketClass]
    let ranking = table.rankings[ticketClass.ranking]
    var shown = Shown()
    shown.candidates.reserveCapacity(min(limit, staff.count))
    lazy var skills = skills(turn)
    func show(_ agents: some Sequence<Int32>, failing gate: Gate?) {
      for agent in agents {
        var candidate = staff.candidate(
          Int(agent), kind: turn.kind, failed: gate, merit: ranking.merit(agent, staff))
        candidate.obstacle = obstacle(agent, at: gate, asking: gate == .skill ? skills : [])
        shown.candidates.append(candidate)
      }
    }
    show(eligible.prefix(limit), failing: nil)
    let passed = passedOver.map { ticketClass.gates[Int($0)] }
    shown.othersEligible = ticketClass.eligible - passed.count { $0 == nil } - shown.candidates.count
    for gate in Gate.nearestFirst {
      let count =
        gate == .excluded
        ? passedOver.count : ticketClass.counts[gate.depth] - passed.count { $0 == gate }
      let room = limit - shown.candidates.count
      let named =
        gate == .excluded
        ? Array(passedOver.prefix(room)) : ticketClass.failed(gate, room, without: passedOver)
      show(named, failing: gate)
      if count > named.count { shown.others[gate] = count - named.count }
    }
    return shown
  }
}
