public import VocDomain
import VocStore

/// Pending tickets to which somebody has promised to come back.
extension Desk {
  /// A pending ticket whose time has come.
  public struct DuePromise: Equatable, Sendable {
    public var ticketID: Int64
    /// Nil: nobody has it.
    public var agent: String?
    public var promisedFor: Instant
  }

  /// The moment that a promised time means by the clock of whoever acts.
  ///
  /// Throws `VocError.unreadableTime`, `.timeHasPassed`.
  func promisedTime(_ text: String, at moment: Instant) throws -> Instant {
    guard let time = PromisedTime(text) else { throw VocError.unreadableTime(text) }
    let promised = time.instant(now: moment, zone: try ZoneClock(named: systemZone))
    if promised <= moment { throw VocError.timeHasPassed(text, promised) }
    return promised
  }

  /// The tickets whose promised time has come, the first promised first.
  func duePromises(at moment: Instant) throws -> [DuePromise] {
    try store.ticketsPending(until: moment).map { try duePromise($0, at: moment) }
  }

  /// Opens those tickets again, as if the customer had called then; in a transaction of the caller.
  func keepDuePromises(at moment: Instant) throws -> [DuePromise] {
    try store.ticketsPending(until: moment).map { before in
      var ticket = before
      ticket.status = .open
      ticket.waitingSince = try waitingSince(ticket)
      ticket.updatedAt = moment
      // Its agent has it anew: nobody has left it unanswered since they promised.
      try keepHolder(of: ticket, before: before, .reopen, at: moment)
      try store.update(ticket, isSettled: nil)
      try recordChanges(from: before, to: ticket, at: moment, by: TicketFolding.actor)
      return try duePromise(before, at: moment)
    }
  }

  private func duePromise(_ ticket: Ticket, at moment: Instant) throws -> DuePromise {
    DuePromise(
      ticketID: ticket.id, agent: try ticket.assigneeID.flatMap { try store.agent($0)?.name },
      promisedFor: ticket.pendingUntil ?? moment)
  }
}
