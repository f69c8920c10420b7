/// What is counted of service, day by day; each is a histogram of buckets.
public enum ServiceMeasure: Int, CaseIterable, Sendable {
  /// Tickets by the day they were created; the bucket is the hour of the week, 0 Monday 00:00 ... 167.
  case created
  /// First replies by the day the ticket was created; buckets of seconds (`DurationBuckets`).
  case firstReply
  /// Tickets that a customer began and no person has replied to, by the day they were created; bucket 0.
  case unanswered
  /// First replies like `firstReply`, in seconds in which the channel was attended.
  case businessFirstReply
  /// Waits for a reply by the day they began; buckets of seconds.
  case nextReply
  /// First solves by the day the ticket was created; buckets of seconds.
  case resolution
  /// The same without the time that the ticket waited for the customer (pending).
  case netResolution
  /// First solves like `resolution`, in seconds in which the channel was attended.
  case businessResolution
  /// Tickets that were never solved and wait for us, by the day they were created; buckets of the seconds for which they
  /// have waited for their customers.
  case unresolvedRunning
  /// Tickets that were never solved and wait for their customers, by the day they were created; buckets of the seconds
  /// until then, without earlier such waits.
  case unresolvedPaused
  /// Tickets that were never solved, by the day they were created; the bucket is the group of kinds of channel that are
  /// attended in the same hours.
  case businessUnresolved
  /// Unsolved tickets by the day they were created; bucket 0.
  case unsolved
  /// Tickets by the day they were first solved; the bucket is a `SolveOutcome`.
  case solved
  /// Inbound calls that were answered, by their day; buckets of seconds waited.
  case answeredCall
  /// Inbound calls that nobody answered, by their day; buckets of seconds waited.
  case abandonedCall
  /// Answered calls whose work is known, by their day; buckets of seconds of talk, hold and wrap-up.
  case handle

  /// What the database calls it.
  public var name: String {
    switch self {
    case .created: "created"
    case .firstReply: "first_reply"
    case .unanswered: "unanswered"
    case .businessFirstReply: "business_first_reply"
    case .nextReply: "next_reply"
    case .resolution: "resolution"
    case .netResolution: "net_resolution"
    case .businessResolution: "business_resolution"
    case .unresolvedRunning: "unresolved_running"
    case .unresolvedPaused: "unresolved_paused"
    case .businessUnresolved: "business_unresolved"
    case .unsolved: "unsolved"
    case .solved: "solved"
    case .answeredCall: "answered_call"
    case .abandonedCall: "abandoned_call"
    case .handle: "handle"
    }
  }
}

/// Some measures of service.
public struct ServiceMeasures: Equatable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt32

  public init(_ measures: some Sequence<ServiceMeasure>) {
    bits = measures.reduce(0) { $0 | 1 << $1.rawValue }
  }

  public init(arrayLiteral measures: ServiceMeasure...) { self.init(measures) }

  public static let all = ServiceMeasures(ServiceMeasure.allCases)

  public func contains(_ measure: ServiceMeasure) -> Bool { bits & 1 << measure.rawValue != 0 }

  public func isDisjoint(with other: ServiceMeasures) -> Bool { bits & other.bits == 0 }
}

extension ServiceMeasure {
  /// Those that are counted where channels have business hours only.
  public static let business: [ServiceMeasure] = [
    .businessFirstReply, .businessResolution, .businessUnresolved,
  ]
}

/// What became of a ticket that was solved.
public struct SolveOutcome: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Exactly one round of public replies.
  public static let oneRound = SolveOutcome(rawValue: 1)
  /// Reopened at any time since.
  public static let reopened = SolveOutcome(rawValue: 2)
  /// Reopened within 14 days.
  public static let reopenedSoon = SolveOutcome(rawValue: 4)
  public static let transferred = SolveOutcome(rawValue: 8)
  /// Went from one agent to another.
  public static let handedOff = SolveOutcome(rawValue: 16)
  /// The customer came again within seven days.
  public static let followed = SolveOutcome(rawValue: 32)
  /// By an import, because it had gone quiet.
  public static let settled = SolveOutcome(rawValue: 64)
  /// No word of the customer's, no public reply and no call that reached anybody is on record, so that nobody can tell how
  /// many contacts there were.
  public static let wordless = SolveOutcome(rawValue: 128)

  /// Resolved at the first contact: one round of replies, no reopening, no transfer, no new ticket within seven days.
  /// Says nothing of `wordless` ones.
  public var isFirstContact: Bool {
    contains(.oneRound) && isDisjoint(with: [.reopened, .transferred, .followed])
  }
}

extension TicketMeasure {
  public var outcome: SolveOutcome? {
    guard resolution != nil else { return nil }
    var outcome: SolveOutcome = []
    if replyRounds == 1 { outcome.insert(.oneRound) }
    if reopens > 0 { outcome.insert(.reopened) }
    if let after = reopenedAfter, after <= TicketMeasure.reopenWindow { outcome.insert(.reopenedSoon) }
    if isTransferred { outcome.insert(.transferred) }
    if handOffs > 0 { outcome.insert(.handedOff) }
    if isFollowed { outcome.insert(.followed) }
    if isSettled { outcome.insert(.settled) }
    if isWordless { outcome.insert(.wordless) }
    return outcome
  }

  /// The last moment that anything of the ticket counts for.
  public var lastAt: Instant {
    var last = createdAt
    eachContribution { _, moment, _ in last = max(last, moment) }
    return last
  }

  /// Each figure that the ticket counts in, those of business time apart: of which moment's day, and which value (seconds,
  /// or a bucket).
  public func eachContribution(_ body: (ServiceMeasure, Instant, Int64) -> Void) {
    body(.created, createdAt, 0)
    if let firstReply { body(.firstReply, createdAt, firstReply) }
    if isUnanswered { body(.unanswered, createdAt, 0) }
    if isUnsolved { body(.unsolved, createdAt, 0) }
    if let resolution, let outcome {
      body(.resolution, createdAt, resolution)
      body(.netResolution, createdAt, max(0, resolution - pending))
      body(.solved, createdAt + resolution, Int64(outcome.rawValue))
    } else if let pausedAt {
      body(.unresolvedPaused, createdAt, max(0, pausedAt - createdAt - pending))
    } else {
      body(.unresolvedRunning, createdAt, pending)
    }
    for wait in nextReplies { body(.nextReply, wait.at, wait.seconds) }
    for call in calls {
      body(call.isAnswered ? .answeredCall : .abandonedCall, call.wait.at, call.wait.seconds)
      if let handle = call.handle { body(.handle, call.wait.at, handle) }
    }
  }
}
