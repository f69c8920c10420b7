public import VocDomain

/// What put a ticket where it stood in the order of a run, read from the numbers of its key.
public enum OrderPlace: Equatable, Sendable {
  /// Its service level or WhatsApp's window had run out.
  case late(since: Instant)
  /// It had waited longer than its queue allows.
  case starving(since: Instant)
  case priority(Ticket.Priority, since: Instant)
  /// `due` nil: nothing was due, and the priority told.
  case due(Instant?, Ticket.Priority, since: Instant)
  case score(Int64, since: Instant)

  /// Nil for numbers that are no key of such an order.
  public init?(_ numbers: [Int64], order: RoutingPolicy.Order) {
    guard let lane = numbers.first.flatMap(OrderKey.Lane.init(rawValue:)),
      let ticketless = numbers.dropLast().last
    else { return nil }
    let since = Instant(unixSeconds: ticketless)
    func priority(_ rank: Int64) -> Ticket.Priority? {
      Ticket.Priority(rawValue: Ticket.Priority.urgent.rawValue - rank)
    }
    switch (lane, order, numbers.count) {
    case (.starving, _, 3): self = .starving(since: since)
    case (.breached, .sla, 5): self = .late(since: Instant(unixSeconds: numbers[1]))
    case (.usual, .sla, 5):
      guard let priority = priority(numbers[2]) else { return nil }
      let due = numbers[1] == .max ? nil : Instant(unixSeconds: numbers[1])
      self = .due(due, priority, since: since)
    case (.usual, .priority, 4):
      guard let priority = priority(numbers[1]) else { return nil }
      self = .priority(priority, since: since)
    case (.usual, .score, 4): self = .score(-numbers[1], since: since)
    default: return nil
    }
  }
}
