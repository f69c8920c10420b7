import VocDomain

extension RoutingRun {
  enum Affinity {
    case give(Int32)
    case hold
    case ignore
  }

  /// What becomes of a ticket on account of the agent who last served the customer.
  func affinity(_ turn: Turn) -> Affinity {
    let ticket = waiting[turn.index]
    guard let id = ticket.preferredAgent, let agent = staff.indices[id], !ticket.excludes(id, now: now)
    else { return .ignore }
    if table.classes[turn.ticketClass].gates[agent] == nil { return .give(Int32(agent)) }
    guard turn.age < policy.affinityHold, turn.key.lane != .starving else { return .ignore }
    return isBusyOrAway(agent, table.classes[turn.ticketClass]) ? .hold : .ignore
  }

  /// Whether the agent would take the ticket but for what they do right now: not for one who is off.
  private func isBusyOrAway(_ agent: Int, _ ticketClass: TicketClass) -> Bool {
    switch ticketClass.gates[agent] {
    case .blocked, .capacity: true
    case .state: !staff.isOff[agent] && staff.isOnShift[agent] && ticketClass.hasSkills(agent)
    default: false
    }
  }
}

extension WaitingTicket {
  /// Whether the agent is passed over for it now.
  func excludes(_ agent: Int64, now: Instant) -> Bool { excluded[agent].map { $0 > now } ?? false }
}
