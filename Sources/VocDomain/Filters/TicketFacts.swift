/// What a filter may ask of a ticket. A caller may leave out what the filter's `fields` do not name.
public struct TicketFacts: Equatable, Sendable {
  public var id: Int64
  public var status: Ticket.Status
  public var priority: Ticket.Priority
  public var subject: String
  public var channelName: String
  public var channelKind: String
  public var queue: String?
  public var assignee: String?
  public var customerID: Int64
  public var customerName: String
  public var segment: Customer.Segment?
  public var stage: Customer.Stage?
  public var language: String?
  public var country: String?
  public var tags: [String]
  public var cause: String?
  /// What messages of the customer give, and the moods of theirs that are not neutral.
  public var cues = CueSet()
  public var moods: Set<SentimentLabel> = []
  public var createdAt: Instant
  public var updatedAt: Instant
  public var waitingSince: Instant?
  public var solvedAt: Instant?
  /// When the next service is due; nil where none runs.
  public var dueAt: Instant?
  /// A service of the ticket came too late, or is late now.
  public var isBreached: Bool
  /// The promised time.
  public var pendingUntil: Instant?
  /// A bad answer led to it.
  public var isFollowUp: Bool

  public init(
    id: Int64, status: Ticket.Status, priority: Ticket.Priority = .normal, subject: String = "",
    channelName: String = "", channelKind: String = "", queue: String? = nil, assignee: String? = nil,
    customerID: Int64 = 0, customerName: String = "", segment: Customer.Segment? = nil,
    stage: Customer.Stage? = nil, language: String? = nil, country: String? = nil, tags: [String] = [],
    cause: String? = nil, createdAt: Instant, updatedAt: Instant, waitingSince: Instant? = nil,
    solvedAt: Instant? = nil, dueAt: Instant? = nil, isBreached: Bool = false,
    pendingUntil: Instant? = nil, isFollowUp: Bool = false
  ) {
    self.id = id
    self.status = status
    self.priority = priority
    self.subject = subject
    self.channelName = channelName
    self.channelKind = channelKind
    self.queue = queue
    self.assignee = assignee
    self.customerID = customerID
    self.customerName = customerName
    self.segment = segment
    self.stage = stage
    self.language = language
    self.country = country
    self.tags = tags
    self.cause = cause
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.waitingSince = waitingSince
    self.solvedAt = solvedAt
    self.dueAt = dueAt
    self.isBreached = isBreached
    self.pendingUntil = pendingUntil
    self.isFollowUp = isFollowUp
  }
}
