import SQLite
public import VocDomain

extension Store {
  public func nextEventID() throws -> Int64 { try nextID("event") }

  /// Adds the event under `id`, else under the next free number; as part of the running act, unless it is to stand
  /// whatever becomes of that.
  public func insert(
    _ event: TicketEvent, id: Int64? = nil, batchID: Int64? = nil, isDerived: Bool = false,
    isOfAct: Bool = true
  ) throws {
    if id != nil { forgetFreeIDs() }
    touch(ticket: event.ticketID)
    let number = try id ?? takeID(of: .event)
    runningAct?.hasEvents = true
    let insertion = try insertion(into: .event)
    insertion.bind(number)
    insertion.bind(event.ticketID)
    insertion.bind(event.at.unixSeconds)
    insertion.bind(event.actor)
    insertion.bind(event.kind.rawValue)
    insertion.bind(event.from)
    insertion.bind(event.to)
    insertion.bind(batchID)
    insertion.bind(isDerived ? 1 : 0)
    insertion.bind(isOfAct ? runningAct?.id : nil)
    try insertion.run()
  }

  /// In the order of their times.
  public func events(ofTicket id: Int64) throws -> [TicketEvent] {
    try database.rows(
      "SELECT ticket_id, at, actor, kind, from_value, to_value FROM event WHERE ticket_id = ? ORDER BY at, id",
      id, element: Store.event(_:))
  }

  static func event(_ row: Row) -> TicketEvent {
    let kind = TicketEvent.Kind(rawValue: row.text(3)) ?? .status
    let value = row.optionalText(5)
    return TicketEvent(
      ticketID: row.int(0), at: Instant(unixSeconds: row.int(1)), actor: row.text(2), kind: kind,
      from: row.optionalText(4), to: kind == .activity ? value.map { ActivityText(stored: $0).told } : value)
  }
}
