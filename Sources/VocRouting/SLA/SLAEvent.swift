public import VocDomain

/// What happened to a ticket, as far as its SLA clocks care; they are a fold of these in the order of their
/// times.
public struct SLAEvent: Equatable, Sendable {
  public enum What: Equatable, Sendable {
    case created
    /// The first of them begins the first reply's clock; a ticket that we began has none until then.
    case customerMessage
    /// A human agent's public reply. Bots' and notes are no events here.
    case reply
    /// Nothing else moves the status: a message that reopens the ticket comes with one of these.
    case status(Ticket.Status)
    /// An agent says that the customer's turn ("gracias") needs no reply.
    case noReplyNeeded
    /// From here on this policy is in force, for a ticket of this priority; nil: none.
    case policy(SLAPolicy?, Ticket.Priority)
  }

  public var at: Instant
  public var what: What

  public init(at: Instant, _ what: What) {
    self.at = at
    self.what = what
  }
}
