public import VocDomain

/// Everything that routing looks at, as of one moment.
public struct RoutingSnapshot: Equatable, Sendable {
  public var agents: [RoutingAgent] = []
  /// New and open, unassigned, not offered to anybody.
  public var waiting: [WaitingTicket] = []
  /// New and open, assigned to one of the agents.
  public var held: [HeldTicket] = []
  public var offers: [Offer] = []

  public init() {}
}

/// An agent as the router sees them.
public struct RoutingAgent: Equatable, Sendable {
  public var id: Int64
  public var state: String
  /// Since when they are in it, where anybody knows.
  public var stateSince: Instant?
  /// The agent's latest act; for `RoutingPolicy.idleAfter`.
  public var lastActAt: Instant?
  /// The calendar of their shift; nil: always on.
  public var shift: String?
  public var groups: Set<String>
  /// Proficiency 1...5.
  public var skills: [String: Int]
  /// By kind of channel; the policy's where a kind is missing. 0: none of this kind.
  public var capacity: [String: Int]
  /// By kind of channel: when they last got a ticket, were offered one or saw one of theirs reopened.
  public var lastAssigned: [String: Instant]
  /// Offers in a row that they left to run out.
  public var misses: Int
  /// They have said at least once where they are; nobody knows of others whether they have left.
  public var isRostered = true

  public init(
    id: Int64, state: String = "online", lastActAt: Instant? = nil, shift: String? = nil,
    groups: Set<String> = [], skills: [String: Int] = [:], capacity: [String: Int] = [:],
    lastAssigned: [String: Instant] = [:], misses: Int = 0
  ) {
    self.id = id
    self.state = state
    self.lastActAt = lastActAt
    self.shift = shift
    self.groups = groups
    self.skills = skills
    self.capacity = capacity
    self.lastAssigned = lastAssigned
    self.misses = misses
  }
}

/// A ticket that nobody has.
public struct WaitingTicket: Equatable, Sendable {
  public var id: Int64
  /// An index into `RoutingPolicy.queues`.
  public var queue: Int
  public var channelKind: String
  public var priority: Ticket.Priority
  public var segment: Customer.Segment?
  public var stage: Customer.Stage?
  /// Since when it waits to be given to somebody; going back to the queue keeps it.
  public var eligibleAt: Instant
  /// On a synchronous channel: the customer is there still. Who hung up or left the chat is called or written back
  /// like anybody else: without an offer, and also while the channel is closed.
  public var isLive: Bool
  public var dueAt: Instant?
  public var windowClosesAt: Instant?
  /// Who last served the customer.
  public var preferredAgent: Int64?
  /// Agents who are passed over for it, and until when.
  public var excluded: [Int64: Instant]
  /// The ticket's own, besides the queue's.
  public var required: [QueuePolicy.RequiredSkill]

  public init(
    id: Int64, queue: Int = 0, channelKind: String, priority: Ticket.Priority = .normal,
    segment: Customer.Segment? = nil, stage: Customer.Stage? = nil, eligibleAt: Instant,
    isLive: Bool = true, dueAt: Instant? = nil, windowClosesAt: Instant? = nil, preferredAgent: Int64? = nil,
    excluded: [Int64: Instant] = [:], required: [QueuePolicy.RequiredSkill] = []
  ) {
    self.id = id
    self.queue = queue
    self.channelKind = channelKind
    self.priority = priority
    self.segment = segment
    self.stage = stage
    self.eligibleAt = eligibleAt
    self.isLive = isLive
    self.dueAt = dueAt
    self.windowClosesAt = windowClosesAt
    self.preferredAgent = preferredAgent
    self.excluded = excluded
    self.required = required
  }
}

/// A ticket that an agent has.
public struct HeldTicket: Equatable, Sendable {
  /// What it would be were it to wait again; its `excluded` as they are now.
  public var ticket: WaitingTicket
  public var agent: Int64
  /// Nil where nobody knows (an import said so): it never goes back by itself.
  public var assignedAt: Instant?
  /// The assignee has replied publicly since.
  public var isAnswered: Bool
  /// The customer spoke last.
  public var isCustomerWaiting: Bool
  public var lastMessageAt: Instant?

  public init(
    ticket: WaitingTicket, agent: Int64, assignedAt: Instant?, isAnswered: Bool = false,
    isCustomerWaiting: Bool = false, lastMessageAt: Instant? = nil
  ) {
    self.ticket = ticket
    self.agent = agent
    self.assignedAt = assignedAt
    self.isAnswered = isAnswered
    self.isCustomerWaiting = isCustomerWaiting
    self.lastMessageAt = lastMessageAt
  }
}

/// A ticket of a synchronous channel that waits for an agent's yes.
public struct Offer: Equatable, Sendable {
  public var ticket: WaitingTicket
  public var agent: Int64
  public var expiresAt: Instant

  public init(ticket: WaitingTicket, agent: Int64, expiresAt: Instant) {
    self.ticket = ticket
    self.agent = agent
    self.expiresAt = expiresAt
  }
}
