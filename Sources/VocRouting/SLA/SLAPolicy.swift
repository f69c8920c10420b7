public import VocDomain

/// What is promised to the customers of the tickets that fulfil a condition.
public struct SLAPolicy: Equatable, Sendable {
  /// What a clock measures.
  public enum Measure: String, CaseIterable, Sendable {
    /// From the ticket's creation, or the customer's first message, to the first public reply of a human.
    case firstReply = "first_reply"
    /// From the oldest unanswered customer's message of a turn to our reply; one for each turn after the
    /// first reply.
    case nextReply = "next_reply"
    /// From creation to solution, while it is on us: paused in pending.
    case resolution
    /// Like resolution, but only the customer's own silence pauses it: hold counts.
    case requesterWait = "requester_wait"
  }

  public static let usualReopenWithin = 7 * Seconds.day

  public var name: String
  /// The tickets that it is for; the first policy whose condition holds is in force.
  public var condition = TicketFilter.everything
  /// The calendar that its targets are counted in; nil: the usual one.
  public var calendar: String?
  /// Business seconds for each measure and priority; no promise where one is missing.
  public var targets: [Measure: [Ticket.Priority: Int64]]
  /// Solving without a reply counts as the reply.
  public var solveCountsAsReply: Bool
  /// Resolution also runs while the ticket waits for the customer: deadlines of the law that nothing stops.
  public var pendingCounts = false
  /// Resolution also runs while the ticket is on hold.
  public var holdCounts: Bool
  /// Reopened within so many seconds the clock goes on; later another begins.
  public var reopenWithin: Int64

  public init(
    name: String, calendar: String? = nil, targets: [Measure: [Ticket.Priority: Int64]] = [:],
    solveCountsAsReply: Bool = true, holdCounts: Bool = false,
    reopenWithin: Int64 = SLAPolicy.usualReopenWithin
  ) {
    self.name = name
    self.calendar = calendar
    self.targets = targets
    self.solveCountsAsReply = solveCountsAsReply
    self.holdCounts = holdCounts
    self.reopenWithin = reopenWithin
  }
}
