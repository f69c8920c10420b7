public import VocDomain

extension Router {
  /// Whether a run could do anything: take something back, or give a ticket of one of these kinds of channel to
  /// somebody. Where it could not, waiting tickets need not be read.
  ///
  /// `waiting` is not looked at: groups, skills and exclusions may still leave a run with nothing to do.
  public static func mayDoAnything(
    _ snapshot: RoutingSnapshot, kinds: [String], _ policy: RoutingPolicy, _ calendars: Calendars, now: Instant
  ) -> Bool {
    let sweep = Sweep(snapshot, policy, calendars, now: now)
    if !sweep.steps.isEmpty { return true }
    let staff = Staff(sweep, kinds: kinds, policy, calendars, now: now)
    return kinds.indices.contains { kind in
      (0..<staff.count).contains { agent in
        staff.absence(agent, kind: kind) == nil && staff.busyGate(agent, kind: kind) == nil
      }
    }
  }
}
