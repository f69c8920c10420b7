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
      let gate = classes[turn.ticketClass].gates[agent]
      return gate.map { $0.depth > Gate.excluded.depth } ?? true ? Int32(agent) : nil
    }.sorted()
  }

  /// The chosen one, the others who are eligible, best first, then who failed, nearest to eligible first.
  func candidates(_ turn: Turn, chosen: Int32?, _ passedOver: [Int32]) -> Shown {
    var shown = Shown()
    shown.candidates.reserveCapacity(min(limit, staff.count))
    if let chosen, limit > 0 { shown.candidates.append(candidate(turn, chosen, failed: nil)) }
    let ticketClass = classes[turn.ticketClass]
    addEligible(turn, ticketClass, chosen, passedOver, &shown)
    for gate in Gate.nearestFirst {
      let all = gate == .excluded ? passedOver : ticketClass.failed[gate.depth]
      let isSifted = gate.depth > Gate.excluded.depth && !passedOver.isEmpty
      let agents = isSifted ? all.filter { !passedOver.contains($0) } : all
      let room = max(0, limit - shown.candidates.count)
      for agent in agents.prefix(room) { shown.candidates.append(candidate(turn, agent, failed: gate)) }
      if agents.count > room { shown.others[gate] = agents.count - room }
    }
    return shown
  }

  private func addEligible(
    _ turn: Turn, _ ticketClass: TicketClass, _ chosen: Int32?, _ passedOver: [Int32], _ shown: inout Shown
  ) {
    for agent in ticketClass.ranked {
      guard shown.candidates.count < limit else { break }
      guard agent != chosen, !passedOver.contains(agent) else { continue }
      shown.candidates.append(
        staff.candidate(Int(agent), kind: turn.kind, failed: nil, merit: ticketClass.settledRank(agent).merit)
      )
    }
    let passed = passedOver.count { ticketClass.gates[Int($0)] == nil }
    shown.othersEligible = max(0, ticketClass.ranked.count - passed - shown.candidates.count)
  }

  private func candidate(_ turn: Turn, _ agent: Int32, failed: Gate?) -> Candidate {
    let merit = classes[turn.ticketClass].merit(Int(agent), staff)
    return staff.candidate(Int(agent), kind: turn.kind, failed: failed, merit: merit)
  }
}
