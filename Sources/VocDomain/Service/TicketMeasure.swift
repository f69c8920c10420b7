/// What one ticket contributes to the figures of service: times in seconds, counts, and what became of it.
///
/// Kept beside the ticket and derived from its story (`TicketMeasure.init(_:)`).
public struct TicketMeasure: Equatable, Sendable {
  /// A wait that began at a moment and lasted so many seconds.
  public struct Wait: Equatable, Sendable {
    public var at: Instant
    public var seconds: Int64

    public init(at: Instant, seconds: Int64) { (self.at, self.seconds) = (at, seconds) }
  }

  /// An inbound call: how long the customer waited, whether somebody answered, and the work it made.
  public struct CallWait: Equatable, Sendable {
    public var wait: Wait
    public var isAnswered: Bool
    /// Talk, hold and wrap-up; nil where the export does not tell.
    public var handle: Int64?

    public init(wait: Wait, isAnswered: Bool, handle: Int64?) {
      (self.wait, self.isAnswered, self.handle) = (wait, isAnswered, handle)
    }
  }

  public var ticketID: Int64
  public var customerID: Int64
  public var channelID: Int64
  public var createdAt: Instant
  public var isUnsolved: Bool
  /// Solved by an import because it had gone quiet, not by a person.
  public var isSettled = false
  /// From creation to the first public reply of a person; nil without one, and where we wrote first.
  public var firstReply: Int64?
  /// Whether the customer began and no person of ours has replied.
  public var isUnanswered = false
  /// From creation to the first time it was solved.
  public var resolution: Int64?
  /// Of that, or of the time so far, what it waited for the customer (pending), but for a wait that goes on.
  public var pending: Int64 = 0
  /// Where it was never solved and waits for the customer: since when.
  public var pausedAt: Instant?
  /// Public replies of persons, those in a row counted as one.
  public var replyRounds = 0
  /// Whose work it counts as: whoever has it, else who last replied publicly; nil where nobody did or nobody knows who.
  public var agentID: Int64?
  public var botReplies = 0
  public var reopens = 0
  /// The first reopening, from the first solve on.
  public var reopenedAfter: Int64?
  public var lastReopenedAt: Instant?
  /// The customer's last message or call; where nobody said anything, when the ticket was created. Nil where only we spoke.
  public var lastWordAt: Instant?
  /// Moved to another queue after it was first assigned, or a call that was handed on.
  public var isTransferred = false
  /// How often it went from one agent to another.
  public var handOffs = 0
  /// The customer opened another ticket, not known to be about something else, within seven days of the first solve.
  public var isFollowed = false
  /// For each burst of the customer's messages, the wait until a person replied publicly.
  public var nextReplies: [Wait] = []
  public var calls: [CallWait] = []

  public init(ticketID: Int64, customerID: Int64, channelID: Int64, createdAt: Instant, isUnsolved: Bool) {
    (self.ticketID, self.customerID, self.channelID) = (ticketID, customerID, channelID)
    (self.createdAt, self.isUnsolved) = (createdAt, isUnsolved)
  }

  /// Whether no word of the customer's, no public reply and no call that reached anybody is on record: of a ticket imported
  /// without its messages, say.
  public var isWordless: Bool { replyRounds == 0 && !isUnanswered && botReplies == 0 }

  public var solvedAt: Instant? { resolution.map { createdAt + $0 } }

  /// How long after a solve a reopening counts against it, and a new ticket against first-contact resolution.
  public static let reopenWindow = 14 * Seconds.day
  public static let contactWindow = 7 * Seconds.day
}
