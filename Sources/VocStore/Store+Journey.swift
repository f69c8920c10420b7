import SQLite
public import VocDomain

/// A ticket as far as its customer's way over the channels is asked.
public struct JourneyTicket: Equatable, Sendable {
  public var id: Int64
  public var createdAt: Instant
  public var customerID: Int64
  public var channelID: Int64
  /// A group's matter: whoever opened it does not stand for the others.
  public var isOfGroup: Bool
}

/// What happened on tickets, one after the other: a journey each.
extension Store {
  /// The tickets that were created within a period, all or those of which a condition holds, the newest first. What was
  /// merged, and what we opened ourselves, has no journey of its own.
  ///
  /// `period` nil: whenever. At most `limit`.
  public func eachJourneyTicket(
    createdIn period: Range<Instant>?, matching condition: TicketCondition? = nil, limit: Int = .max,
    _ body: (JourneyTicket) throws -> Void
  ) throws {
    var parts = [SQLFragment("merged_into_id IS NULL"), SQLFragment(Store.customersOpened)]
    if let period {
      parts.append(
        SQLFragment(
          "created_at >= ? AND created_at < ?", period.lowerBound.unixSeconds, period.upperBound.unixSeconds))
    } else if let condition, let few = try shortcut(of: condition) {
      parts.append(few.wrapped("ticket.id IN (", ")"))
    }
    if let condition { parts.append(condition.sql) }
    let all = SQLFragment.all(of: parts)
    if all.isNever { return }
    let isInOrder = period != nil || condition == nil
    try database.statement(
      """
      SELECT id, created_at, customer_id, channel_id, group_id IS NOT NULL
      FROM ticket \(isInOrder ? "INDEXED BY ticket_created" : "NOT INDEXED") WHERE \(all.text)
      ORDER BY created_at DESC LIMIT ?
      """
    ).run(all.bound() + [limit]) { row in
      try body(
        JourneyTicket(
          id: row.int(0), createdAt: Instant(unixSeconds: row.int(1)), customerID: row.int(2),
          channelID: row.int(3), isOfGroup: row.bool(4)))
    }
  }

  /// What happened on a ticket in the order of the times: at the same second what was said, who got it, all else.
  public func journeyFacts(ofTicket id: Int64) throws -> [JourneyFact] {
    var facts: [(rank: Int, fact: JourneyFact)] = []
    try database.statement(
      """
      SELECT at, author, kind, flags FROM message
      WHERE ticket_id = ? AND is_public = 1 AND author <> 'system' ORDER BY at, id
      """
    ).run([id]) { row in
      let turn = Message.turn(
        author: Message.Author(rawValue: row.text(1)) ?? .system, isPublic: true,
        kind: ChannelRecord.Kind(rawValue: row.text(2)) ?? .message,
        flags: ChannelRecord.Flags(rawValue: Int(row.int(3))))
      if let turn { facts.append((0, JourneyFact(at: Instant(unixSeconds: row.int(0)), .said(turn)))) }
    }
    try database.statement(
      """
      SELECT at, kind, from_value, to_value, is_derived FROM event WHERE ticket_id = ?
        AND (kind = 'status' OR kind = 'assignee' OR kind = 'activity' OR kind = 'created' OR kind = 'no_reply')
        AND \(Store.eventCounts)
      ORDER BY id
      """
    ).run([id]) { row in
      guard let event = Store.journeyEvent(row) else { return }
      let rank = if case .assignee = event { 1 } else { 2 }
      facts.append(
        (rank, JourneyFact(at: Instant(unixSeconds: row.int(0)), event, isDerived: row.bool(4))))
    }
    return facts.enumerated().sorted { left, right in
      (left.element.fact.at, left.element.rank, left.offset)
        < (right.element.fact.at, right.element.rank, right.offset)
    }.map(\.element.fact)
  }

  private static func journeyEvent(_ row: Row) -> JourneyFact.Event? {
    func status(_ column: Int32) -> Ticket.Status? {
      row.optionalText(column).flatMap(Ticket.Status.init(rawValue:))
    }
    switch row.text(1) {
    case "created": return .created
    case "no_reply": return .noReply
    case "status": return status(3).map { .status(from: status(2), to: $0) }
    case "assignee": return .assignee(from: row.optionalText(2), to: row.optionalText(3))
    case "activity": return .activity(name: ActivityText(stored: row.text(3)).name, status: status(2))
    default: return nil
    }
  }

  /// The next ticket of a ticket's customer, if it was created within so many seconds; follow-ups, which we open, do not
  /// count.
  public func nextTicket(after ticket: JourneyTicket, within seconds: Int64) throws -> (
    channelID: Int64, createdAt: Instant
  )? {
    try database.row(
      """
      SELECT channel_id, created_at FROM ticket INDEXED BY ticket_customer
      WHERE customer_id = ?1 AND created_at BETWEEN ?2 AND ?2 + ?3 AND (created_at > ?2 OR id > ?4)
        AND merged_into_id IS NULL AND group_id IS NULL AND \(Store.customersOpened)
      ORDER BY created_at, id LIMIT 1
      """, ticket.customerID, ticket.createdAt.unixSeconds, seconds, ticket.id
    ) { ($0.int(0), Instant(unixSeconds: $0.int(1))) }
  }

  /// The customers that stand for nobody in particular, one a channel.
  public func nobodies() throws -> Set<Int64> {
    Set(
      try database.rows(
        """
        SELECT customer_id FROM channel
        CROSS JOIN contact_point INDEXED BY contact_point_channel_value ON channel_id = channel.id
        WHERE contact_point.kind = ? AND value = ? AND channel_id IS NOT NULL
        """, ContactPoint.nobody.kind.rawValue, ContactPoint.nobody.value
      ) { $0.int(0) })
  }
}
