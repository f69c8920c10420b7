/// A ticket with the names that a list shows.
public struct TicketLine: Equatable, Sendable {
  public var ticket: Ticket
  public var customer: String
  public var channel: String
  public var assignee: String?
  /// What a ticket without a subject begins with.
  public var opening: ChannelRecord.Kind?
  /// When the next promise of service breaks, or broke.
  public var dueAt: Instant?

  public init(
    ticket: Ticket, customer: String, channel: String, assignee: String?, opening: ChannelRecord.Kind?,
    dueAt: Instant?
  ) {
    self.ticket = ticket
    self.customer = customer
    self.channel = channel
    self.assignee = assignee
    self.opening = opening
    self.dueAt = dueAt
  }

  /// The due time or the promised one, whichever comes first.
  public var nextDue: Instant? { [dueAt, ticket.pendingUntil].compactMap(\.self).min() }
}
