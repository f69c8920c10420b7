public import VocDomain

extension Router {
  /// Whether any agent could take anything of these kinds of channel, or anything is to be swept back: else waiting tickets need not be read.
  public static func mayGiveAnything(
    _ snapshot: RoutingSnapshot, _ kinds: Set<String>, _ policy: RoutingPolicy, _ calendars: Calendars,
    now: Instant
  ) -> Bool {
    let outcome = route(snapshot, policy, calendars, now: now, explaining: 0)
    if !outcome.sweep.isEmpty { return true }
    let loads = Dictionary(
      uniqueKeysWithValues: loads(snapshot, policy, now: now).map { ($0.agent, $0.kinds) })
    return snapshot.agents.contains { agent in
      guard policy.states[agent.state] != nil else { return false }
      if let shift = agent.shift, !calendars.clock(shift).isOpen(at: now) { return false }
      let used = loads[agent.id] ?? []
      return kinds.contains { kind in
        policy.accepts(kind, in: agent.state)
          && (used.first { $0.kind == kind }?.used ?? 0) < policy.capacity(of: agent, kind: kind)
      }
    }
  }
}
