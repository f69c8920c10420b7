public import VocDomain

/// How waiting tickets are put in order and given to agents.
public struct RoutingPolicy: Equatable, Sendable {
  public enum Order: String, CaseIterable, Sendable {
    /// By priority, then by how long they wait.
    case priority
    /// By what runs out first: the service level's due time or WhatsApp's window.
    case sla
    /// By minutes waited plus the bonuses of priority, segment and stage.
    case score
  }

  /// Who among the eligible agents is chosen.
  public enum Method: String, CaseIterable, Sendable {
    case spare
    case sparePercent = "spare_percent"
    case roundRobin = "round_robin"
    case skill
    case leastOpen = "least_open"
  }

  public var order = Order.priority
  public var method = Method.spare
  /// Minutes of waiting that each is worth under `Order.score`.
  public var priorityBonus: [Ticket.Priority: Int64] = [.low: -60, .normal: 0, .high: 60, .urgent: 240]
  public var segmentBonus: [Customer.Segment: Int64] = [:]
  public var stageBonus: [Customer.Stage: Int64] = [:]
  /// Segments and stages whose tickets count as one priority higher under the other orders.
  public var raisedSegments: Set<Customer.Segment> = []
  public var raisedStages: Set<Customer.Stage> = []
  /// A customer goes to the agent who last served them, where that agent is eligible.
  public var hasAffinity = true
  /// Seconds for which a ticket waits for the agent who last served the customer while that agent is busy or away.
  public var affinityHold: Int64 = 0
  /// Each agent's share of a queue in a run is ceil(waiting / eligible), of the tickets that somebody online can
  /// take and the agents who can take one: nobody gets more of it while an eligible agent has had less, so that
  /// the first to log in does not take all. Once all have had theirs a new round begins: capacity never stays
  /// unused while tickets wait. Where no more wait than agents could take one, the method alone decides.
  public var hasWaveCap = true
  /// Offers in a row left to run out after which an agent counts as unresponsive; 0: never.
  public var missesUntilUnresponsive = 3
  /// Seconds for which an agent is passed over for a ticket that they did not answer.
  public var exclusion: Int64 = 30 * Seconds.minute
  /// Seconds without any act after which an online agent counts as away; nil: never.
  public var idleAfter: Int64?
  /// By kind of channel; `ChannelPolicy.standard(kind:)` where a kind is missing.
  public var channels: [String: ChannelPolicy] = [:]
  /// In the order in which their conditions are tried.
  public var queues: [QueuePolicy] = []
  /// What an agent in each state takes; one that is not named takes nothing.
  public var states: [String: AcceptedKinds] = ["online": .all, "away": .only(["email"])]

  public init() {}

  public func channel(_ kind: String) -> ChannelPolicy { channels[kind] ?? .standard(kind: kind) }

  public func accepts(_ kind: String, in state: String) -> Bool {
    switch states[state] {
    case .all: true
    case .only(let kinds): kinds.contains(kind)
    case nil: false
    }
  }
}

/// The kinds of channel that an agent takes.
public enum AcceptedKinds: Equatable, Sendable {
  case all
  case only(Set<String>)
}

/// What the router must know of a kind of channel.
public struct ChannelPolicy: Equatable, Sendable {
  /// What one ticket takes of an agent's capacity for this kind.
  public var weight: Int
  /// An agent's capacity for this kind where the agent has none of their own.
  public var capacity: Int
  /// Somebody waits on the line: tickets are offered for a while, not handed over.
  public var isSynchronous: Bool
  /// One of these takes the whole agent: nothing synchronous goes to them meanwhile, nor does it to the busy.
  public var isBlocking: Bool
  /// Seconds that an offer stands; for synchronous kinds.
  public var offerTimeout: Int64
  /// Business seconds after which an assigned ticket without public reply goes back to its queue; nil: never.
  public var noAnswerAfter: Int64?
  /// Seconds without message after which a conversation no longer counts against capacity; nil: it always does.
  public var inactiveAfter: Int64?
  /// Seconds after the customer's last message in which free text may be sent (WhatsApp: 24 hours); nil: always.
  public var replyWindow: Int64?
  /// The calendar in which the channel is attended; nil: the policy's own. Synchronous channels route only in it.
  public var calendar: String?

  public init(
    weight: Int = 1, capacity: Int, isSynchronous: Bool = false, isBlocking: Bool = false,
    offerTimeout: Int64 = 30, noAnswerAfter: Int64? = nil, inactiveAfter: Int64? = nil,
    replyWindow: Int64? = nil, calendar: String? = nil
  ) {
    self.weight = weight
    self.capacity = capacity
    self.isSynchronous = isSynchronous
    self.isBlocking = isBlocking
    self.offerTimeout = offerTimeout
    self.noAnswerAfter = noAnswerAfter
    self.inactiveAfter = inactiveAfter
    self.replyWindow = replyWindow
    self.calendar = calendar
  }

  public static func standard(kind: String) -> ChannelPolicy {
    switch kind {
    case "phone", "video":
      ChannelPolicy(
        capacity: 1, isSynchronous: true, isBlocking: true, offerTimeout: Seconds.minute,
        inactiveAfter: 10 * Seconds.minute)
    case "chat":
      ChannelPolicy(
        capacity: 3, isSynchronous: true, offerTimeout: Seconds.minute, noAnswerAfter: 2 * Seconds.minute,
        inactiveAfter: 10 * Seconds.minute)
    case "whatsapp":
      ChannelPolicy(
        capacity: 6, noAnswerAfter: 15 * Seconds.minute, inactiveAfter: 30 * Seconds.minute,
        replyWindow: 24 * Seconds.hour)
    case "social":
      ChannelPolicy(capacity: 6, noAnswerAfter: 30 * Seconds.minute, inactiveAfter: Seconds.hour)
    default: ChannelPolicy(capacity: 10)
    }
  }
}

/// A queue: which agents serve its tickets, from when on, and with which skills.
public struct QueuePolicy: Equatable, Sendable {
  /// Agents who join in once a ticket has waited so long.
  public struct Tier: Equatable, Sendable {
    public var group: String
    /// Business seconds of the ticket's age; 0: from the start.
    public var after: Int64

    public init(group: String, after: Int64 = 0) {
      self.group = group
      self.after = after
    }
  }

  public struct RequiredSkill: Hashable, Sendable {
    public var name: String
    /// 1...5.
    public var atLeast: Int

    public init(name: String, atLeast: Int = 1) {
      self.name = name
      self.atLeast = atLeast
    }
  }

  public struct OptionalSkill: Equatable, Sendable {
    public var name: String
    /// 3 is given up first, after one skill timeout; 2 after two; 1 after three.
    public var level: Int

    public init(name: String, level: Int) {
      self.name = name
      self.level = level
    }
  }

  public var name: String
  /// Which tickets are its; the first queue whose condition holds has the ticket.
  public var condition = TicketFilter.everything
  /// Empty: every agent serves it.
  public var tiers: [Tier] = []
  /// The queue whose agents join in once a ticket has waited so long.
  public var fallback: String?
  public var fallbackAfter: Int64 = 0
  public var required: [RequiredSkill] = []
  public var optional: [OptionalSkill] = []
  /// Business seconds between two relaxations of the optional skills.
  public var skillTimeout: Int64 = 5 * Seconds.minute
  /// Business seconds after which a ticket goes before every one that is not breached; nil: never.
  public var maximumWait: Int64? = 4 * Seconds.hour
  /// The calendar that ages are counted in; nil: the policy's own.
  public var calendar: String?

  public init(name: String) { self.name = name }
}
