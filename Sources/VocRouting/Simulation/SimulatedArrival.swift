public import VocDomain

/// A ticket that comes in during a simulation, with everything that decides its fate.
public struct SimulatedArrival: Equatable, Sendable {
  public var at: Instant
  /// An index into `RoutingPolicy.queues`.
  public var queue: Int
  public var channelKind: String
  public var priority: Ticket.Priority
  public var segment: Customer.Segment?
  public var stage: Customer.Stage?
  /// The ticket's own, besides the queue's.
  public var required: [QueuePolicy.RequiredSkill]
  public var handling: HandlingTime
  /// The promise of the first reply; nil: none.
  public var promise: Promise?
  /// Seconds after which the customer gives up if nobody has them yet; nil: never.
  public var patience: Int64?

  /// Within so many business seconds of a calendar; nil: the usual one.
  public struct Promise: Hashable, Sendable {
    public var within: Int64
    public var calendar: String?

    public init(within: Int64, calendar: String? = nil) {
      self.within = within
      self.calendar = calendar
    }
  }

  public init(
    at: Instant, queue: Int = 0, channelKind: String, priority: Ticket.Priority = .normal,
    segment: Customer.Segment? = nil, stage: Customer.Stage? = nil,
    required: [QueuePolicy.RequiredSkill] = [], handling: HandlingTime, promise: Promise? = nil,
    patience: Int64? = nil
  ) {
    self.at = at
    self.queue = queue
    self.channelKind = channelKind
    self.priority = priority
    self.segment = segment
    self.stage = stage
    self.required = required
    self.handling = handling
    self.promise = promise
    self.patience = patience
  }
}

/// How long an agent has a ticket, in calendar seconds from when they got it.
public struct HandlingTime: Equatable, Sendable {
  /// Until it takes nothing of their capacity any more.
  public var total: Int64
  /// Until the customer has a first reply; at most `total`.
  public var untilReply: Int64

  public init(total: Int64, untilReply: Int64 = 0) {
    self.total = total
    self.untilReply = untilReply
  }
}
