/// What happened on one ticket, in the order of the times, as far as figures of service follow from it.
public struct TicketStory: Equatable, Sendable {
  public enum Fact: Equatable, Sendable {
    case customerSaid
    /// A person of ours, publicly: which agent, where it is known.
    case agentSaid(Int64?)
    /// A bot or an automatic reply, which keeps nobody from waiting.
    case botSaid
    /// Both sides spoke on the telephone, or nobody of ours did.
    case called(Call, Int64?)
    case status(Ticket.Status)
    /// From one agent to another.
    case handedOff
    /// To another queue, by hand.
    case queued
    case assigned
    /// An agent said that the customer's last words need no reply.
    case noReplyNeeded
  }

  /// A fact and when it was.
  public struct Moment: Equatable, Sendable {
    public var at: Instant
    public var fact: Fact

    public init(_ at: Instant, _ fact: Fact) { (self.at, self.fact) = (at, fact) }
  }

  public var ticketID: Int64
  public var customerID: Int64
  /// Whether the customer stands for nobody in particular, so that two of their tickets say nothing of each other.
  public var isNobodys = false
  public var channelID: Int64
  public var createdAt: Instant
  public var status: Ticket.Status
  /// When the ticket itself says that it was solved.
  public var solvedAt: Instant?
  /// Solved by an import because it had gone quiet.
  public var isSettled = false
  public var cause: String?
  /// The agent who has it.
  public var assigneeID: Int64?
  public var facts: [Moment] = []

  public init(ticketID: Int64, customerID: Int64, channelID: Int64, createdAt: Instant, status: Ticket.Status)
  {
    (self.ticketID, self.customerID, self.channelID) = (ticketID, customerID, channelID)
    (self.createdAt, self.status) = (createdAt, status)
  }
}
