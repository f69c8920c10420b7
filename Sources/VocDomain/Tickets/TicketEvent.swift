/// One fact of a ticket's history: who changed what, when, from which value to which.
public struct TicketEvent: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case created, status, assignee, priority, tag, cause, reply, note
    /// Offered to an agent who may accept it; `from` where the offer ended.
    case offer
    /// Moved to another queue by hand; nil: where the policy's conditions put it.
    case queue
    /// `to`: the ticket that this one was merged into; `from`: the ticket that was merged into this one.
    case merge
    /// `to`: the ticket that this one came out of again; `from`: the ticket that came out of this one.
    case unmerge
    /// `to`: the ticket that some of the messages went to; `from`: the ticket that they came from.
    case split
    /// An agent said that the customer's last words need no reply.
    case noReply = "no_reply"
    /// The promised time, as `Instant.eventText` writes it.
    case pendingUntil = "pending_until"
    /// Somebody judged how it was served: the percentage; `from`: that was taken back.
    case quality
    /// What somebody did about the matter of a follow-up: `to`, in their words.
    case action
    /// An entry of another system's history: `to` is its name there, `from` the status that it stands for.
    case activity
  }

  public var ticketID: Int64
  public var at: Instant
  public var actor: String
  public var kind: Kind
  public var from: String?
  public var to: String?

  public init(ticketID: Int64, at: Instant, actor: String, kind: Kind, from: String? = nil, to: String? = nil)
  {
    self.ticketID = ticketID
    self.at = at
    self.actor = actor
    self.kind = kind
    self.from = from
    self.to = to
  }
}
