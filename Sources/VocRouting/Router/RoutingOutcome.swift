public import VocDomain

/// What one run of the router decided: first what the sweep took back, then who gets what.
public struct RoutingOutcome: Equatable, Sendable {
  /// In the order in which they are to be carried out.
  public var sweep: [SweepStep] = []
  /// One for each ticket that somebody gets, in the order of the queue.
  public var decisions: [RoutingDecision] = []
  /// How many tickets stay waiting, by why.
  public var left: [WaitReason: Int] = [:]
  /// Agents on their shift, in a state that takes something of some kind, after the sweep.
  public var onlineAgents = 0

  public init() {}
}

/// What the sweep at the beginning of a run found (Sweep of the routing rules, a to d).
public enum SweepStep: Equatable, Sendable {
  /// The offer ran out: back to its queue.
  case offerExpired(ticket: Int64, agent: Int64)
  /// The assignee did not reply in time: back to its queue, and the agent is passed over until then.
  case unanswered(ticket: Int64, agent: Int64, excludedUntil: Instant)
  /// The assignee is off and the ticket is due before they are back; not what `Router.isTakenOffShift`.
  case offShift(ticket: Int64, agent: Int64)
  /// The agent missed too many in a row.
  case unresponsive(agent: Int64)
  /// The agent has done nothing for too long.
  case idle(agent: Int64)
}

extension SweepStep {
  /// Whom it takes something from, or whose state it changes.
  public var agent: Int64 {
    switch self {
    case .offerExpired(_, let agent), .unanswered(_, let agent, _), .offShift(_, let agent),
      .unresponsive(let agent), .idle(let agent):
      agent
    }
  }
}

/// Why a ticket stays waiting.
public enum WaitReason: String, CaseIterable, Sendable {
  /// Nobody is on shift and in a state that takes this kind of channel.
  case nobodyOnline = "nobody_online"
  /// Its channel is synchronous and closed now.
  case channelClosed = "channel_closed"
  /// It waits for the agent who knows the customer.
  case affinityHold = "affinity_hold"
  /// Somebody is there, but none of them passes every gate.
  case nobodyEligible = "nobody_eligible"
}

/// The conditions that an agent must fulfil for a ticket, in the order in which they are asked.
public enum Gate: String, CaseIterable, Sendable {
  case group, state, shift, excluded, skill, blocked, capacity
}

/// What told the chosen agent from the next best.
public enum Decider: String, CaseIterable, Sendable {
  /// Nobody else was eligible.
  case onlyOne = "only_one"
  /// The agent knows the customer.
  case affinity
  /// The next best has had more of this run than others.
  case waveCap = "wave_cap"
  case method
  case lowerLoad = "lower_load"
  case longerSinceChannel = "longer_since_channel"
  case longerSinceAny = "longer_since_any"
  case lowerID = "lower_id"
}

/// Who gets a ticket, and why.
public struct RoutingDecision: Equatable, Sendable {
  public var ticket: Int64
  public var agent: Int64
  /// Until when the agent may say yes; nil: it is theirs at once.
  public var offerExpiresAt: Instant?
  public var decider: Decider
  /// The numbers that put the ticket where it stood, the smallest first.
  public var orderKey: [Int64]
  /// It went first because it had waited longer than its queue allows.
  public var isStarving: Bool
  /// Queue stage and skill stage, from 0.
  public var tier: Int
  public var skillStage: Int
  /// The best candidates, the chosen one first; then those who failed, nearest to eligible first.
  public var candidates: [Candidate]
  /// How many more were eligible than `candidates` shows.
  public var othersEligible: Int
  /// How many more failed at each gate than `candidates` shows.
  public var others: [Gate: Int]

  public init(
    ticket: Int64, agent: Int64, offerExpiresAt: Instant?, decider: Decider, orderKey: [Int64],
    isStarving: Bool, tier: Int, skillStage: Int, candidates: [Candidate],
    othersEligible: Int = 0, others: [Gate: Int]
  ) {
    self.ticket = ticket
    self.agent = agent
    self.offerExpiresAt = offerExpiresAt
    self.decider = decider
    self.orderKey = orderKey
    self.isStarving = isStarving
    self.tier = tier
    self.skillStage = skillStage
    self.candidates = candidates
    self.othersEligible = othersEligible
    self.others = others
  }
}

/// An agent as they stood when a ticket was decided.
public struct Candidate: Equatable, Sendable {
  public var agent: Int64
  /// The first gate that they failed; nil: eligible.
  public var failed: Gate?
  public var used: Int
  public var capacity: Int
  /// What the method compares; the higher the better.
  public var merit: Double
  public var lastAssigned: Instant?
  /// What is behind the gate that they failed; nil where the gate says it all.
  public var obstacle: Obstacle?

  public init(
    agent: Int64, failed: Gate?, used: Int, capacity: Int, merit: Double, lastAssigned: Instant?,
    obstacle: Obstacle? = nil
  ) {
    self.agent = agent
    self.failed = failed
    self.used = used
    self.capacity = capacity
    self.merit = merit
    self.lastAssigned = lastAssigned
    self.obstacle = obstacle
  }
}
