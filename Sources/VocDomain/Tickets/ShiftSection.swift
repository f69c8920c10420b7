/// Why a ticket stands where it does on the page of a shift: each in exactly one section, the most urgent first.
public enum ShiftSection: String, CaseIterable, Sendable {
  /// A colleague gave it to the agent, who has done nothing on it since.
  case handed
  /// A promise is broken, or breaks soon.
  case due
  /// Soon the channel takes no more free text from us.
  case window
  /// Somebody said when they would come back to the customer, even if that is over; or nobody waits, but a promise comes
  /// due later.
  case promised
  case waiting
  case rest

  /// Of an unsolved ticket, where `end` is how far "soon" reaches. Whether it was handed over is not asked here.
  ///
  /// A window that closes counts only where somebody may still want to write: the customer waits, or the ticket is open,
  /// and nobody has promised to come back before.
  public init(of ticket: Ticket, dueAt: Instant?, closesAt: Instant?, from now: Instant, until end: Instant) {
    func isPromised(before end: Instant) -> Bool { ticket.pendingUntil.map { $0 < end } ?? false }
    let isWorked = ticket.waitingSince != nil || ticket.status == .new || ticket.status == .open
    if let dueAt, dueAt <= end {
      self = .due
    } else if let closesAt, isWorked, now < closesAt, closesAt <= end, !isPromised(before: closesAt) {
      self = .window
    } else if ticket.pendingUntil != nil {
      self = .promised
    } else if ticket.waitingSince != nil {
      self = .waiting
    } else {
      self = dueAt == nil ? .rest : .promised
    }
  }
}
