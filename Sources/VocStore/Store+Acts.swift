import SQLite
public import VocDomain

/// The act that is running, and the tickets of which it has kept what was before.
struct RunningAct {
  var id: Int64
  var tickets: Set<Int64> = []
  var hasEvents = false
}

/// What an act found on a ticket and events do not tell.
public struct TicketBefore: Equatable, Sendable {
  public var ticketID: Int64
  public var assigneeID: Int64?
  public var assignedAt: Instant?
  public var solvedAt: Instant?
  public var createdAt: Instant
  public var isSettled: Bool
  /// The SLA policy that held for it.
  public var slaPolicy: String?
}

extension Store {
  /// Events that count: those of acts that were taken back, and of taking them back, are as if they had never been.
  static let eventCounts = """
    (event.act_id IS NULL OR NOT EXISTS (SELECT 1 FROM act_ticket
      WHERE act_ticket.act_id = event.act_id AND act_ticket.ticket_id = event.ticket_id AND undone_by IS NOT NULL))
    """

  /// Runs the body as an act of somebody: the events that it writes are the act's. Within another act it is that one's;
  /// one without events leaves no trace, but for the undoing of what came to nothing.
  public func act<Result>(
    _ verbs: [TicketAct], by actor: String, at moment: Instant, undoing undone: Int64? = nil,
    _ body: () throws -> Result
  ) throws -> Result {
    if runningAct != nil || verbs.isEmpty { return try body() }
    let id = try nextID("act")
    try database.execute(
      "INSERT INTO act (id, at, actor, verbs, undoes) VALUES (?, ?, ?, ?, ?)", id, moment.unixSeconds, actor,
      verbs.map(\.rawValue).joined(separator: ","), undone)
    runningAct = RunningAct(id: id)
    defer { runningAct = nil }
    let result = try body()
    if undone != nil {
      try database.execute("UPDATE act_ticket SET undone_by = ?1 WHERE act_id = ?1", id)
    } else if let act = runningAct, !act.hasEvents {
      try database.execute("DELETE FROM act_ticket WHERE act_id = ?", id)
      try database.execute("DELETE FROM act WHERE id = ?", id)
    }
    return result
  }

  /// Notes that the running act takes another one back on a ticket, and counts there as little as that one.
  public func cancel(act id: Int64, onTicket ticket: Int64) throws {
    try setUndone(act: id, onTicket: ticket)
    if let act = runningAct?.id { try setUndone(act: act, onTicket: ticket) }
  }

  /// Lets an act count again on a ticket on which another had cancelled it.
  public func restore(actCancelledBy id: Int64, onTicket ticket: Int64) throws {
    touch(ticket: ticket)
    try database.execute(
      "UPDATE act_ticket SET undone_by = NULL WHERE ticket_id = ?1 AND undone_by = ?2 AND act_id <> ?2",
      ticket, id)
  }

  /// Keeps what the running act finds on a ticket, the first time; to be called before it changes anything.
  public func keepBefore(ticket id: Int64) throws {
    guard let act = runningAct?.id, runningAct?.tickets.insert(id).inserted == true else { return }
    try database.execute(
      """
      INSERT INTO act_ticket (act_id, ticket_id, assignee_id, assigned_at, solved_at, created_at, is_settled,
        sla_policy)
      SELECT ?1, ticket.id, ticket.assignee_id, assignment.at, ticket.solved_at, ticket.created_at,
        ticket.is_settled,
        (SELECT name FROM ticket_sla_policy WHERE ticket_id = ?2 ORDER BY at DESC LIMIT 1)
      FROM ticket LEFT JOIN assignment
        ON assignment.ticket_id = ticket.id AND assignment.agent_id = ticket.assignee_id
      WHERE ticket.id = ?2
      """, act, id)
  }

  private static let actColumns = """
    act.id, act.at, act.actor, act.verbs, act.undoes,
    (SELECT count(*) FROM act_ticket WHERE act_id = act.id),
    (SELECT count(*) FROM act_ticket WHERE act_id = act.id AND undone_by <> act_id)
    """

  private static func act(_ row: Row) -> PerformedAct {
    PerformedAct(
      id: row.int(0), at: Instant(unixSeconds: row.int(1)), actor: row.text(2),
      verbs: row.text(3).split(separator: ",").compactMap { TicketAct(rawValue: String($0)) },
      ticketCount: Int(row.int(5)), undoneCount: Int(row.int(6)), undoes: row.optionalInt(4))
  }

  public func act(_ id: Int64) throws -> PerformedAct? {
    try database.row("SELECT \(Store.actColumns) FROM act WHERE id = ?", id, element: Store.act(_:))
  }

  /// The newest first, of those `before` one; `standingOnly`: no undos, and none that was undone as a whole.
  public func acts(
    of actor: String, standingOnly: Bool, before: Int64 = .max, limit: Int
  ) throws -> [PerformedAct] {
    let standing = """
      AND undoes IS NULL AND EXISTS (SELECT 1 FROM act_ticket
        WHERE act_id = act.id AND (undone_by IS NULL OR undone_by = act_id))
      """
    return try database.rows(
      """
      SELECT \(Store.actColumns) FROM act WHERE actor = ? AND id < ? \(standingOnly ? standing : "")
      ORDER BY id DESC LIMIT ?
      """, actor, before, limit, element: Store.act(_:))
  }

  /// The tickets on which an act still stands, as it found them, by number.
  public func ticketsBefore(act id: Int64) throws -> [TicketBefore] {
    try database.rows(
      """
      SELECT ticket_id, assignee_id, assigned_at, solved_at, is_settled, sla_policy, created_at FROM act_ticket
      WHERE act_id = ? AND (undone_by IS NULL OR undone_by = act_id) ORDER BY ticket_id
      """, id
    ) { row in
      TicketBefore(
        ticketID: row.int(0), assigneeID: row.optionalInt(1),
        assignedAt: row.optionalInt(2).map(Instant.init(unixSeconds:)),
        solvedAt: row.optionalInt(3).map(Instant.init(unixSeconds:)),
        createdAt: Instant(unixSeconds: row.int(6)), isSettled: row.bool(4),
        slaPolicy: row.optionalText(5))
    }
  }

  /// What an act did to a ticket, in order.
  public func events(ofAct id: Int64, onTicket ticket: Int64) throws -> [TicketEvent] {
    try database.rows(
      """
      SELECT ticket_id, at, actor, kind, from_value, to_value FROM event
      WHERE act_id = ? AND ticket_id = ? ORDER BY id
      """, id, ticket, element: Store.event(_:))
  }

  /// What happened to a ticket after an act, and still counts.
  public func events(afterAct id: Int64, onTicket ticket: Int64) throws -> [TicketEvent] {
    try database.rows(
      """
      SELECT ticket_id, at, actor, kind, from_value, to_value FROM event
      WHERE ticket_id = ?2 AND id > (SELECT max(id) FROM event WHERE act_id = ?1 AND ticket_id = ?2)
        AND \(Store.eventCounts)
      ORDER BY id
      """, id, ticket, element: Store.event(_:))
  }

  /// Notes that the running act takes another one back on a ticket.
  public func setUndone(act id: Int64, onTicket ticket: Int64) throws {
    touch(ticket: ticket)
    try database.execute(
      "UPDATE act_ticket SET undone_by = ? WHERE act_id = ? AND ticket_id = ?", runningAct?.id, id, ticket)
  }
}
