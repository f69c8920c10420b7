import SQLite
public import VocDomain

/// What a ticket's SLA clocks are a fold of, in the order of the times.
public struct ServiceHistory: Sendable {
  public enum Fact: Equatable, Sendable {
    case said(Threading.Side)
    case status(Ticket.Status)
    case priority(from: Ticket.Priority, to: Ticket.Priority)
    case noReplyNeeded
  }

  public var createdAt: Instant
  public var facts: [(at: Instant, fact: Fact)]
}

extension Store {
  /// Messages come before what they led to at the same second. A call's two sides are one fact.
  public func serviceHistory(ofTicket id: Int64, createdAt: Instant) throws -> ServiceHistory {
    var facts: [(at: Instant, rank: Int, fact: ServiceHistory.Fact)] = []
    for said in try utterances(ofTicket: id) {
      if let side = said.side { facts.append((said.at, 0, .said(side))) }
    }
    try database.statement(
      """
      SELECT at, kind, from_value, to_value FROM event WHERE ticket_id = ?
        AND (kind = 'status' OR kind = 'priority' OR kind = 'activity' OR kind = 'created' OR kind = 'no_reply')
        AND \(Store.eventCounts)
      """
    ).run([id]) { row in
      if let fact = Store.fact(row) { facts.append((Instant(unixSeconds: row.int(0)), 1, fact)) }
    }
    let order = facts.enumerated().sorted { left, right in
      (left.element.at, left.element.rank, left.offset) < (right.element.at, right.element.rank, right.offset)
    }
    return ServiceHistory(createdAt: createdAt, facts: order.map { ($0.element.at, $0.element.fact) })
  }

  private static func fact(_ row: Row) -> ServiceHistory.Fact? {
    func status(_ column: Int32) -> ServiceHistory.Fact? {
      row.optionalText(column).flatMap(Ticket.Status.init(rawValue:)).map(ServiceHistory.Fact.status)
    }
    switch row.text(1) {
    case "no_reply": return .noReplyNeeded
    case "activity": return status(2)
    case "priority":
      guard let from = row.optionalText(2).flatMap(Ticket.Priority.init(name:)),
        let to = row.optionalText(3).flatMap(Ticket.Priority.init(name:))
      else { return nil }
      return .priority(from: from, to: to)
    default: return status(3)
    }
  }
}
