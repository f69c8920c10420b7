import VocDomain

/// Where a ticket stands in the order of a run; the smallest goes first.
struct OrderKey: Comparable {
  /// Tickets of an earlier lane go before all of a later one.
  enum Lane: Int64 {
    /// Under `Order.sla`: its service level or window has run out already.
    case breached
    /// It has waited longer than its queue allows.
    case starving
    case usual
  }

  let lane: Lane
  /// Of what follows, how many numbers count.
  private let count: Int
  private let first: Int64
  private let second: Int64
  private let third: Int64
  let ticket: Int64

  /// `age`: business seconds waited.
  init(
    _ ticket: WaitingTicket, age: Int64, maximumWait: Int64?, _ policy: RoutingPolicy, now: Instant
  ) {
    let since = ticket.eligibleAt.unixSeconds
    let due = min(ticket.dueAt?.unixSeconds ?? .max, ticket.windowClosesAt?.unixSeconds ?? .max)
    self.ticket = ticket.id
    if policy.order == .sla, due <= now.unixSeconds {
      lane = .breached
    } else if let maximumWait, age > maximumWait {
      lane = .starving
    } else {
      lane = .usual
    }
    switch (lane, policy.order) {
    case (.starving, _): (count, first, second, third) = (1, since, 0, 0)
    case (_, .priority): (count, first, second, third) = (2, policy.rank(of: ticket), since, 0)
    case (_, .sla): (count, first, second, third) = (3, due, policy.rank(of: ticket), since)
    case (_, .score): (count, first, second, third) = (2, -policy.score(of: ticket, age: age), since, 0)
    }
  }

  var numbers: [Int64] { [lane.rawValue] + [first, second, third].prefix(count) + [ticket] }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.lane != right.lane { return left.lane.rawValue < right.lane.rawValue }
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    if left.third != right.third { return left.third < right.third }
    return left.ticket < right.ticket
  }
}

extension RoutingPolicy {
  /// 0 for the most urgent; the raised segments and stages count as one priority higher.
  fileprivate func rank(of ticket: WaitingTicket) -> Int64 {
    let isRaised =
      ticket.segment.map(raisedSegments.contains) ?? false || ticket.stage.map(raisedStages.contains) ?? false
    let rank = Ticket.Priority.urgent.rawValue - ticket.priority.rawValue
    return isRaised ? max(0, rank - 1) : rank
  }

  /// Minutes waited and what else counts as such.
  fileprivate func score(of ticket: WaitingTicket, age: Int64) -> Int64 {
    let bonus =
      (priorityBonus[ticket.priority] ?? 0)
      + (ticket.segment.flatMap { segmentBonus[$0] } ?? 0) + (ticket.stage.flatMap { stageBonus[$0] } ?? 0)
    return age / Seconds.minute + bonus
  }
}
