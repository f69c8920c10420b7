/// One thing that happened on a ticket, as far as its journey tells of it.
public struct JourneyFact: Equatable, Sendable {
  /// Something said in public, or tried on the telephone.
  public enum Turn: String, CaseIterable, Sendable {
    case customerMessage = "customer_message"
    case agentReply = "agent_reply"
    case botReply = "bot_reply"
    /// A call in which customer and agent spoke.
    case call
    /// A call of the customer's that nobody took.
    case missedCall = "missed_call"
    /// A call of ours that nobody took.
    case callAttempt = "call_attempt"
  }

  public enum Event: Equatable, Sendable {
    case created
    case said(Turn)
    case status(from: Ticket.Status?, to: Ticket.Status)
    /// Agents by name; nil: nobody has it.
    case assignee(from: String?, to: String?)
    /// An agent said that the customer's last words need no reply.
    case noReply
    /// An entry of another system's history, with the status that it stands for.
    case activity(name: String, status: Ticket.Status?)
  }

  public var at: Instant
  public var event: Event
  /// Follows from messages or from another system's history, not from an act of somebody here.
  public var isDerived: Bool

  public init(at: Instant, _ event: Event, isDerived: Bool = false) {
    (self.at, self.event, self.isDerived) = (at, event, isDerived)
  }
}

extension Message {
  /// What a message is on a journey; nil for a note, a notice and what a channel itself says.
  public static func turn(
    author: Author, isPublic: Bool, kind: ChannelRecord.Kind, flags: ChannelRecord.Flags
  ) -> JourneyFact.Turn? {
    if !isPublic || kind == .system { return nil }
    switch author {
    case .system: return nil
    case .bot: return .botReply
    case .customer, .agent:
      if flags.contains(.answeredCall) { return .call }
      if flags.contains(.unansweredCall) { return .callAttempt }
      if author == .agent { return kind == .call ? .call : .agentReply }
      return kind == .call ? .missedCall : .customerMessage
    }
  }
}
