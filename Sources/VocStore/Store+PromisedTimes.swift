public import VocDomain

extension Store {
  /// The tickets whose promised time is this moment or before it, the first promised first.
  public func ticketsPending(until moment: Instant) throws -> [Ticket] {
    try database.rows(
      """
      SELECT \(Store.ticketColumns) FROM ticket INDEXED BY ticket_pending_until
      WHERE pending_until IS NOT NULL AND pending_until <= ? ORDER BY pending_until, id
      """, moment.unixSeconds, element: Store.ticket(_:))
  }
}
