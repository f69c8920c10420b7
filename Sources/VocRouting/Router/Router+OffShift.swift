public import VocDomain

extension Router {
  /// Whether a ticket was assigned off its assignee's shift, which only people do, and stays theirs on that account.
  ///
  /// Until their next shift has begun and ended again: only what they have had since before the end of their last
  /// shift goes back to the queue. False for a shift that never begins again.
  public static func isTakenOffShift(at assigned: Instant, _ shift: BusinessClock, now: Instant) -> Bool {
    guard !shift.isOpen(at: assigned) else { return false }
    do {
      let next = try shift.opening(atOrAfter: assigned)
      return next > now || shift.closing(after: next).map { $0 > now } ?? true
    } catch {
      return false
    }
  }
}
