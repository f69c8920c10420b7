import SQLite
public import VocDomain

/// One thing said on a ticket, as far as it tells how long somebody was at it.
public struct TimedUtterance: Equatable, Sendable {
  public var ticketID: Int64
  public var at: Instant
  public var side: Threading.Side
  /// Where it is a call.
  public var call: TimedCall?

  public init(ticketID: Int64, at: Instant, side: Threading.Side, call: TimedCall? = nil) {
    self.ticketID = ticketID
    self.at = at
    self.side = side
    self.call = call
  }
}

/// The lengths of a call, in seconds.
public struct TimedCall: Equatable, Sendable {
  public var disposition: CallRecord.Disposition
  public var wait: Int64?
  /// Talking, on hold and wrapping up; nil where nothing tells.
  public var work: Int64?

  public init(disposition: CallRecord.Disposition, wait: Int64? = nil, work: Int64? = nil) {
    self.disposition = disposition
    // A longer call is a clock gone wrong.
    self.wait = wait.map { min($0, Seconds.day) }
    self.work = work.map { min($0, Seconds.day) }
  }
}

/// What a simulation plays again.
extension Store {
  /// The tickets that came in within a period, in the order in which they came.
  public func tickets(createdIn period: Range<Instant>) throws -> [RoutableTicket] {
    try database.rows(
      """
      SELECT \(Store.routableColumns) FROM ticket INDEXED BY ticket_created \(Store.routableJoins)
      WHERE ticket.created_at >= ? AND ticket.created_at < ? ORDER BY ticket.created_at, ticket.id DESC
      """, period.lowerBound.unixSeconds, period.upperBound.unixSeconds, element: Store.routable(_:))
  }

  /// What was said on those tickets: ticket by ticket, each in the order of the times. Notices are left out.
  public func eachUtterance(
    onTicketsCreatedIn period: Range<Instant>, _ take: (TimedUtterance) -> Void
  ) throws {
    try database.statement(
      """
      SELECT message.ticket_id, message.at, author, is_public, flags, disposition, wait,
        CASE WHEN coalesce(talk, hold, wrap_up) IS NOT NULL
          THEN coalesce(talk, 0) + coalesce(hold, 0) + coalesce(wrap_up, 0) END
      FROM ticket INDEXED BY ticket_created
      CROSS JOIN message INDEXED BY message_ticket ON message.ticket_id = ticket.id
      LEFT JOIN call ON message.kind = 'call' AND call.message_id = message.id
      WHERE ticket.created_at >= ? AND ticket.created_at < ?
      ORDER BY ticket.created_at, ticket.id DESC, message.at, message.id
      """
    ).run([period.lowerBound.unixSeconds, period.upperBound.unixSeconds]) { row in
      let side = Message.side(
        author: Message.Author(rawValue: row.text(2)) ?? .system, isPublic: row.bool(3),
        flags: ChannelRecord.Flags(rawValue: Int(row.int(4))))
      guard let side else { return }
      let call = row.optionalText(5).map { disposition in
        TimedCall(
          disposition: CallRecord.Disposition(rawValue: disposition) ?? .unknown, wait: row.optionalInt(6),
          work: row.optionalInt(7))
      }
      take(
        TimedUtterance(
          ticketID: row.int(0), at: Instant(unixSeconds: row.int(1)), side: side, call: call))
    }
  }
}
