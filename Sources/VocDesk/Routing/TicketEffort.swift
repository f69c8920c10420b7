import VocDomain
import VocRouting
import VocStore

/// How long our side was at a ticket, as far as what was said tells.
///
/// - An answered call: talking, on hold and wrapping up.
/// - A written reply: the time since whatever was said before it, at least 30 seconds (exports tell minutes
///   only) and at most 10 minutes (who answered later did something else first).
/// - On a synchronous channel that is not a call (chat) the customer's pauses count as well, at most 10
///   minutes each: the conversation keeps its place in the agent's hands meanwhile.
/// A ticket to which nobody replied tells nothing.
struct TicketEffort {
  static let shortest = 30 as Int64
  static let longest = 10 * Seconds.minute

  /// Nil: nobody replied.
  private(set) var handling: HandlingTime?
  /// The customer hung up before anybody took the call, after so many seconds.
  private(set) var patience: Int64?
  /// The customer said something, or called: else it is no arrival.
  private(set) var hasCustomer = false

  /// `utterances`: all of one ticket's, in the order of their times.
  init(_ utterances: some Sequence<TimedUtterance>, isSynchronous: Bool) {
    var before: Instant?
    for one in utterances where one.side != .neither {
      if one.side != .us { hasCustomer = true }
      if let call = one.call {
        take(call, from: one.side)
      } else if one.side == .us {
        add(min(max(before.map { one.at - $0 } ?? 0, TicketEffort.shortest), TicketEffort.longest))
      } else if isSynchronous, handling != nil, let before {
        extend(min(one.at - before, TicketEffort.longest))
      }
      before = one.at
    }
  }

  private mutating func take(_ call: TimedCall, from side: Threading.Side) {
    if call.disposition == .answered, let work = call.work, work > 0 {
      if handling == nil { handling = HandlingTime(total: work) } else { extend(work) }
    } else if call.disposition == .abandoned, side == .customer, handling == nil {
      patience = call.wait
    }
  }

  /// The first reply ends what its customer waited for.
  private mutating func add(_ stretch: Int64) {
    if handling == nil {
      handling = HandlingTime(total: stretch, untilReply: stretch)
    } else {
      extend(stretch)
    }
  }

  private mutating func extend(_ stretch: Int64) { handling?.total += stretch }
}
