/// What people do with a ticket, and which status each act leads to.
public enum TicketAct: String, CaseIterable, Sendable {
  case take, assign, release, reply, note, pend, hold, solve, reopen, close, tag, priority, move
  /// The customer's last words need no reply.
  case noReply = "no_reply"
  /// It is the same matter as another ticket, which has its messages from then on.
  case merge
  /// It was another matter after all: its messages come back.
  case unmerge
  /// Some of its messages are another matter: a new ticket has them from then on.
  case split
  /// It was opened because of a bad answer.
  case followUp = "follow_up"
  /// The customer wrote again.
  case customerMessage

  /// The one table of legal moves: the status after this act, or nil where the act is refused.
  ///
  /// Rules of the lifecycle: new becomes open by the first act of an agent and never comes back; a
  /// customer's message reopens; closed is final but for tags and priority.
  public func status(after status: Ticket.Status) -> Ticket.Status? {
    switch (self, status) {
    case (.tag, _), (.priority, _), (.note, .closed), (.followUp, _): status
    case (_, .closed): nil
    case (.take, .solved), (.assign, .solved), (.release, .solved): nil
    case (.take, .new), (.assign, .new), (.reply, .new), (.note, .new), (.noReply, .new): .open
    case (.move, .solved), (.noReply, .solved): nil
    case (.move, _), (.noReply, _), (.unmerge, _), (.split, _): status
    case (.merge, _): .closed
    case (.take, _), (.assign, _), (.release, _), (.note, _): status
    case (.reply, _): status
    case (.pend, .solved), (.hold, .solved), (.solve, .solved): nil
    case (.pend, _): .pending
    case (.hold, _): .hold
    case (.solve, _): .solved
    case (.reopen, .solved): .open
    case (.reopen, _): nil
    case (.close, .solved): .closed
    case (.close, _): nil
    case (.customerMessage, .new): .new
    case (.customerMessage, _): .open
    }
  }
}
