public import VocDomain

extension Router {
  /// Whether a ticket was assigned while its assignee was off, which only people do, and stays theirs on that account.
  ///
  /// Until their next shift has begun and ended again: only what they have had since before the end of their last
  /// shift goes back to the queue. False for a shift that never begins again.
  public static func isTakenOffShift(
    at assigned: Instant, by agent: RoutingAgent, _ policy: RoutingPolicy, _ calendars: Calendars,
    now: Instant
  ) -> Bool {
    let shift = agent.shift.map(calendars.clock)
    if let shift, !shift.isOpen(at: assigned) { return isBeforeEnd(ofNext: shift, after: assigned, now: now) }
    // They had gone before their hours had, or have none.
    guard policy.takesNothing(in: agent.state), let since = agent.stateSince, since < assigned else {
      return false
    }
    guard let shift, let end = shift.closing(after: assigned) else { return true }
    return isBeforeEnd(ofNext: shift, after: end, now: now)
  }

  private static func isBeforeEnd(ofNext shift: BusinessClock, after moment: Instant, now: Instant) -> Bool {
    do {
      let next = try shift.opening(atOrAfter: moment)
      return next > now || shift.closing(after: next).map { $0 > now } ?? true
    } catch {
      return false
    }
  }
}
