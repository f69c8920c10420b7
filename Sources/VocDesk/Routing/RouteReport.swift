public import VocDomain
public import VocRouting

extension Desk {
  /// What a run did, or would do.
  public struct RouteReport: Sendable {
    public struct Given: Sendable {
      public var ticketID: Int64
      public var subject: String
      public var customer: String
      public var channel: String
      public var queue: String
      public var agent: String
      /// Until when the agent may accept; nil: it is theirs.
      public var offerExpiresAt: Instant?
      public var decider: Decider
    }

    public struct Returned: Sendable {
      public var ticketID: Int64
      public var agent: String
      public var outcome: ReturnReason
    }

    public var given: [Given] = []
    /// Pending tickets that were opened because their promised time has come.
    public var reopened: [DuePromise] = []
    public var returned: [Returned] = []
    /// Agents who turned unresponsive or away.
    public var silenced: [(agent: String, state: String)] = []
    public var left: [WaitReason: Int] = [:]
    /// Agents on their shift, in a state that takes something.
    public var onlineAgents = 0
    /// Agents who would take something, but are not on their shift.
    public var offShift: [String] = []
    /// How many tickets wait now, counted no further than `countLimit`.
    public var waiting = 0
    public var alerts = 0
    public static let countLimit = 1_000

    mutating func tell(_ plan: RoutePlan) {
      onlineAgents = plan.outcome.onlineAgents
      offShift = plan.offShift
      left = plan.outcome.left
    }
  }

  public enum ReturnReason: String, CaseIterable, Sendable {
    case expired, unanswered
    case offShift = "off_shift"
  }
}
