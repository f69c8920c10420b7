import SQLite
public import VocDomain

/// What is kept of a ticket's SLA clocks.
public struct TicketSLA: Equatable, Sendable {
  /// When the next promise breaks; nil while nothing runs.
  public var dueAt: Instant?
  /// A promise is broken already.
  public var isBreached: Bool
  /// When the next warning is to be given.
  public var alertAt: Instant?

  public init(dueAt: Instant?, isBreached: Bool, alertAt: Instant?) {
    self.dueAt = dueAt
    self.isBreached = isBreached
    self.alertAt = alertAt
  }
}

/// A warning in the outbox.
public struct StoredAlert: Sendable {
  public var id: Int64 = 0
  public var ticketID: Int64
  public var measure: String
  public var clockStart: Instant
  /// 75, 90 or 100 % of the target.
  public var level: Int
  /// When that share of the target was used up.
  public var at: Instant
  public var firedAt: Instant
  public var acknowledgedAt: Instant?

  public init(
    ticketID: Int64, measure: String, clockStart: Instant, level: Int, at: Instant, firedAt: Instant
  ) {
    self.ticketID = ticketID
    self.measure = measure
    self.clockStart = clockStart
    self.level = level
    self.at = at
    self.firedAt = firedAt
  }
}

extension Store {
  /// To be called wherever something is written that a ticket's clocks or figures follow from.
  func touch(ticket id: Int64) { touchedTickets.insert(id) }

  /// The same for the ticket of a message, an event or a call.
  func touchTicket(of row: RowReference) throws {
    let ticket: Int64? =
      switch row.entity {
      case .ticket: row.id
      case .message, .call: try database.value("SELECT ticket_id FROM message WHERE id = ?", row.id)
      case .event: try database.value("SELECT ticket_id FROM event WHERE id = ?", row.id)
      default: nil
      }
    if let ticket { touch(ticket: ticket) }
  }

  /// The tickets that the running transaction has touched so far; forgets them.
  public func takeTouchedTickets() -> [Int64] {
    defer { touchedTickets = [] }
    return touchedTickets.sorted()
  }

  public func sla(ofTicket id: Int64) throws -> TicketSLA? {
    try database.row("SELECT due_at, is_breached, alert_at FROM ticket_sla WHERE ticket_id = ?", id) { row in
      TicketSLA(
        dueAt: row.optionalInt(0).map(Instant.init(unixSeconds:)), isBreached: row.int(1) == 1,
        alertAt: row.optionalInt(2).map(Instant.init(unixSeconds:)))
    }
  }

  /// Nil: nothing is promised, or the ticket is solved.
  public func setSLA(_ sla: TicketSLA?, ofTicket id: Int64) throws {
    guard let sla else { return try database.execute("DELETE FROM ticket_sla WHERE ticket_id = ?", id) }
    try database.execute(
      """
      INSERT INTO ticket_sla (ticket_id, due_at, is_breached, alert_at) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (ticket_id) DO UPDATE SET due_at = ?2, is_breached = ?3, alert_at = ?4
      """, id, sla.dueAt?.unixSeconds, sla.isBreached, sla.alertAt?.unixSeconds)
  }

  /// Which SLA policy was in force for a ticket from when on, the oldest first; nil: none.
  public func slaPolicies(ofTicket id: Int64) throws -> [(at: Instant, name: String?)] {
    try database.rows("SELECT at, name FROM ticket_sla_policy WHERE ticket_id = ? ORDER BY at", id) {
      (Instant(unixSeconds: $0.int(0)), $0.optionalText(1))
    }
  }

  /// Whether any policy was ever in force for a ticket.
  public func wasPromised(ticket id: Int64) throws -> Bool {
    try database.value(
      "SELECT EXISTS (SELECT 1 FROM ticket_sla_policy WHERE ticket_id = ? AND name IS NOT NULL)", id) == 1
  }

  public func setSLAPolicy(_ name: String?, ofTicket id: Int64, at moment: Instant) throws {
    try database.execute(
      """
      INSERT INTO ticket_sla_policy (ticket_id, at, name) VALUES (?1, ?2, ?3)
      ON CONFLICT (ticket_id, at) DO UPDATE SET name = ?3
      """, id, moment.unixSeconds, name)
  }

  /// Makes `name` what held for a ticket since before `moment`, whatever else was kept from then on.
  public func resetSLAPolicies(ofTicket id: Int64, since moment: Instant, to name: String?) throws {
    try database.execute(
      "DELETE FROM ticket_sla_policy WHERE ticket_id = ? AND at >= ?", id, moment.unixSeconds)
    let last = try slaPolicies(ofTicket: id).last
    if last?.name != name { try setSLAPolicy(name, ofTicket: id, at: moment) }
  }

  /// All new, open, pending and held tickets.
  public func unsolvedTicketIDs() throws -> [Int64] {
    try database.rows(
      "SELECT id FROM ticket INDEXED BY ticket_pressing WHERE status <> 'solved' AND status <> 'closed'"
    ) { $0.int(0) }
  }

  /// Those of one channel.
  public func unsolvedTicketIDs(onChannel id: Int64) throws -> [Int64] {
    try database.rows(
      """
      SELECT id FROM ticket INDEXED BY ticket_pressing
      WHERE status <> 'solved' AND status <> 'closed' AND channel_id = ?
      """, id
    ) { $0.int(0) }
  }

  /// The tickets of which something is kept.
  public func ticketIDsWithSLA() throws -> [Int64] {
    try database.rows("SELECT ticket_id FROM ticket_sla ORDER BY ticket_id") { $0.int(0) }
  }

  /// The tickets that were created since a moment, the oldest first.
  public func ticketIDs(createdSince moment: Instant) throws -> [Int64] {
    try database.rows(
      "SELECT id FROM ticket INDEXED BY ticket_created WHERE created_at >= ? ORDER BY created_at, id",
      moment.unixSeconds
    ) { $0.int(0) }
  }

  /// The tickets for which a warning is to be given by now, the most overdue first.
  public func ticketsToAlert(by moment: Instant, limit: Int) throws -> [Int64] {
    try database.rows(
      """
      SELECT ticket_id FROM ticket_sla INDEXED BY ticket_sla_alert
      WHERE alert_at IS NOT NULL AND alert_at <= ? ORDER BY alert_at, ticket_id LIMIT ?
      """, moment.unixSeconds, limit
    ) { $0.int(0) }
  }

  /// How many tickets are past their due and have a warning that waits for their calendar to open.
  public func countSilentBreaches(at moment: Instant) throws -> Int {
    Int(
      try database.value(
        """
        SELECT count(*) FROM ticket_sla INDEXED BY ticket_sla_due
        WHERE due_at IS NOT NULL AND due_at <= ?1 AND alert_at > ?1 AND NOT EXISTS (
          SELECT 1 FROM sla_alert WHERE sla_alert.ticket_id = ticket_sla.ticket_id AND level = 100)
        """, moment.unixSeconds) ?? 0)
  }

  /// Puts a warning into the outbox, once for each clock and level.
  public func insert(_ alert: StoredAlert) throws {
    try database.execute(
      """
      INSERT OR IGNORE INTO sla_alert (id, ticket_id, measure, clock_started_at, level, at, fired_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, try nextID("sla_alert"), alert.ticketID, alert.measure, alert.clockStart.unixSeconds, alert.level,
      alert.at.unixSeconds, alert.firedAt.unixSeconds)
  }

  public func alerts(ofTicket id: Int64) throws -> [StoredAlert] {
    try database.rows(
      "SELECT \(Store.alertColumns) FROM sla_alert WHERE ticket_id = ? ORDER BY at, id", id,
      element: Store.alert(_:))
  }

  /// The warnings nobody has acknowledged, the oldest first; or all of them, the newest first.
  public func alerts(pendingOnly: Bool, limit: Int) throws -> [StoredAlert] {
    try database.rows(
      pendingOnly
        ? "SELECT \(Store.alertColumns) FROM sla_alert WHERE acknowledged_at IS NULL ORDER BY id LIMIT ?"
        : "SELECT \(Store.alertColumns) FROM sla_alert ORDER BY id DESC LIMIT ?", limit,
      element: Store.alert(_:))
  }

  /// False where there is no such warning, or somebody acknowledged it before.
  public func acknowledge(alert id: Int64, at moment: Instant) throws -> Bool {
    try database.execute(
      "UPDATE sla_alert SET acknowledged_at = ? WHERE id = ? AND acknowledged_at IS NULL", moment.unixSeconds,
      id)
    return database.changes == 1
  }

  private static let alertColumns =
    "id, ticket_id, measure, clock_started_at, level, at, fired_at, acknowledged_at"

  private static func alert(_ row: Row) -> StoredAlert {
    var alert = StoredAlert(
      ticketID: row.int(1), measure: row.text(2), clockStart: Instant(unixSeconds: row.int(3)),
      level: Int(row.int(4)), at: Instant(unixSeconds: row.int(5)), firedAt: Instant(unixSeconds: row.int(6)))
    alert.id = row.int(0)
    alert.acknowledgedAt = row.optionalInt(7).map(Instant.init(unixSeconds:))
    return alert
  }

  /// What was promised on a solved ticket since a batch began that had reopened it.
  func forgetPromises(ofTicket id: Int64, sinceBatch batch: Int64) throws {
    try database.execute(
      """
      DELETE FROM ticket_sla_policy WHERE ticket_id = ?1
        AND at >= (SELECT started_at FROM import_batch WHERE id = ?2)
        AND EXISTS (SELECT 1 FROM ticket WHERE id = ?1 AND (status = 'solved' OR status = 'closed'))
      """, id, batch)
  }

  /// What is derived of a ticket that goes.
  func forgetService(ofTicket id: Int64) throws {
    for table in [
      "ticket_sla", "ticket_sla_policy", "sla_alert", "exclusion", "offer", "assignment", "own_ticket",
    ] {
      try database.execute("DELETE FROM \(table) WHERE ticket_id = ?", id)
    }
    try noteGoneMeasure(ofTicket: id)
  }
}
