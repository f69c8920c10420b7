import SQLite
public import VocDomain

/// A ticket as routing looks at it.
public struct RoutableTicket: Sendable {
  public var facts: TicketFacts
  public var channelID: Int64
  public var assigneeID: Int64?
  public var lastMessageAt: Instant?
  /// Since when the assignee has it; nil where an import said so.
  public var assignedAt: Instant?
  /// The customer's ticket before this one.
  public var previousID: Int64?
}

extension Store {
  static let routableColumns = routableColumns(holder: "agent.name", since: "assignment.at")
  static let routableJoins = """
    \(waitingJoins)
    LEFT JOIN agent ON agent.id = ticket.assignee_id
    LEFT JOIN assignment ON assignment.ticket_id = ticket.id AND assignment.agent_id = ticket.assignee_id
    """

  private static let waitingJoins = """
    CROSS JOIN customer ON customer.id = ticket.customer_id
    CROSS JOIN channel ON channel.id = ticket.channel_id
    LEFT JOIN ticket_queue ON ticket_queue.ticket_id = ticket.id
    LEFT JOIN ticket_sla ON ticket_sla.ticket_id = ticket.id
    """

  private static func routableColumns(holder: String, since: String) -> String {
    """
    ticket.id, ticket.status, ticket.priority, ticket.subject, channel.name, channel.kind, ticket_queue.queue,
    \(holder), customer.id, customer.name, customer.segment, customer.stage, customer.language, customer.country,
    ticket.cause, ticket.created_at, ticket.updated_at, ticket.waiting_since, ticket.solved_at, ticket_sla.due_at,
    ticket_sla.is_breached, ticket.channel_id, ticket.assignee_id, ticket.last_message_at, \(since),
    (SELECT previous.id FROM ticket AS previous
      WHERE previous.customer_id = ticket.customer_id AND previous.id <> ticket.id
        AND previous.created_at <= ticket.created_at ORDER BY previous.created_at DESC, previous.id DESC LIMIT 1),
    ticket.pending_until, \(isFollowUp)
    """
  }

  private static let briefColumns = """
    ticket.id, ticket.status, ticket.priority, '', '', channel.kind, NULL, NULL, ticket.customer_id, '', NULL, NULL, NULL,
    NULL, NULL, ticket.created_at, ticket.updated_at, ticket.waiting_since, ticket.solved_at, ticket_sla.due_at,
    ticket_sla.is_breached, ticket.channel_id, ticket.assignee_id, ticket.last_message_at, assignment.at, NULL,
    ticket.pending_until, 0
    """
  private static let briefJoins = """
    CROSS JOIN channel ON channel.id = ticket.channel_id
    LEFT JOIN ticket_sla ON ticket_sla.ticket_id = ticket.id
    LEFT JOIN assignment ON assignment.ticket_id = ticket.id AND assignment.agent_id = ticket.assignee_id
    """

  static func routable(_ row: Row) -> RoutableTicket {
    func instant(_ column: Int32) -> Instant? { row.optionalInt(column).map(Instant.init(unixSeconds:)) }
    let facts = TicketFacts(
      id: row.int(0), status: Ticket.Status(rawValue: row.text(1)) ?? .new,
      priority: Ticket.Priority(rawValue: row.int(2)) ?? .normal, subject: row.text(3),
      channelName: row.text(4), channelKind: row.text(5), queue: row.optionalText(6),
      assignee: row.optionalText(7), customerID: row.int(8), customerName: row.text(9),
      segment: row.optionalText(10).flatMap(Customer.Segment.init(rawValue:)),
      stage: row.optionalText(11).flatMap(Customer.Stage.init(rawValue:)), language: row.optionalText(12),
      country: row.optionalText(13), cause: row.optionalText(14),
      createdAt: Instant(unixSeconds: row.int(15)),
      updatedAt: Instant(unixSeconds: row.int(16)), waitingSince: instant(17), solvedAt: instant(18),
      dueAt: instant(19), isBreached: row.optionalInt(20) == 1, pendingUntil: instant(26),
      isFollowUp: row.bool(27))
    return RoutableTicket(
      facts: facts, channelID: row.int(21), assigneeID: row.optionalInt(22), lastMessageAt: instant(23),
      assignedAt: instant(24), previousID: row.optionalInt(25))
  }

  /// One ticket, whatever its state.
  public func routableTicket(_ id: Int64) throws -> RoutableTicket? {
    try database.row(
      "SELECT \(Store.routableColumns) FROM ticket \(Store.routableJoins) WHERE ticket.id = ?", id,
      element: Store.routable(_:))
  }

  /// New and open tickets that nobody has and that nobody is offered, in no order.
  ///
  /// Looked up by ascending number, twice as fast as in the order of an index of urgency: neighbours share pages.
  public func waitingTickets() throws -> [RoutableTicket] {
    try database.rows(
      """
      SELECT \(Store.routableColumns(holder: "NULL", since: "NULL")) FROM ticket \(Store.waitingJoins)
      WHERE ticket.id IN (
          SELECT id FROM ticket INDEXED BY ticket_unassigned WHERE assignee_id IS NULL AND \(Store.isActive))
        AND ticket.id NOT IN (SELECT ticket_id FROM offer)
      """, element: Store.routable(_:))
  }

  private static let isActive = """
    status <> 'solved' AND status <> 'closed' AND status <> 'pending' AND status <> 'hold'
    """

  /// The kinds of channel of the tickets that nobody has.
  public func waitingKinds() throws -> [String] {
    try database.rows(
      """
      SELECT DISTINCT kind FROM channel WHERE EXISTS (
        SELECT 1 FROM ticket INDEXED BY ticket_unassigned
        WHERE assignee_id IS NULL AND channel_id = channel.id AND \(Store.isActive))
      ORDER BY kind
      """
    ) { $0.text(0) }
  }

  /// How many wait, counting no further than `limit`.
  public func countWaiting(limit: Int) throws -> Int {
    Int(
      try database.value(
        """
        SELECT count(*) FROM (
          SELECT 1 FROM ticket INDEXED BY ticket_unassigned
          WHERE assignee_id IS NULL AND \(Store.isActive) AND id NOT IN (SELECT ticket_id FROM offer) LIMIT ?)
        """, limit) ?? 0)
  }

  /// New and open tickets that count against their assignees: those that were given to somebody, and of the others those
  /// of each channel whose last message came after a moment (nil: all of that channel, up to `most` for each agent).
  ///
  /// `isBrief`: only what tells loads and who did not answer, without the customer and the queue: far fewer pages.
  public func heldTickets(
    activeSince: [(channelID: Int64, moment: Instant?)], most: Int, isBrief: Bool
  ) throws -> [RoutableTicket] {
    let (columns, joins) =
      isBrief ? (Store.briefColumns, Store.briefJoins) : (Store.routableColumns, Store.routableJoins)
    let given = try database.rows(
      """
      SELECT \(columns) FROM assignment AS given
      CROSS JOIN ticket ON ticket.id = given.ticket_id \(joins)
      WHERE ticket.assignee_id = given.agent_id AND \(Store.isActive)
      """, element: Store.routable(_:))
    let known = Set(given.map(\.facts.id))
    let parts = activeSince.map { "[\($0.channelID),\($0.moment?.unixSeconds ?? -1)]" }
    let others = try database.rows(
      """
      SELECT \(columns) FROM agent AS holder CROSS JOIN json_each(?1) AS part
      CROSS JOIN ticket ON ticket.id IN (
        SELECT mine.id FROM ticket AS mine INDEXED BY ticket_held
        WHERE mine.assignee_id = holder.id AND mine.channel_id = part.value ->> 0
          AND mine.last_message_at > part.value ->> 1 AND mine.status <> 'solved' AND mine.status <> 'closed'
          AND mine.status <> 'pending' AND mine.status <> 'hold'
        LIMIT ?2)
      \(joins)
      """, "[\(parts.joined(separator: ","))]", most, element: Store.routable(_:))
    return given + others.filter { !known.contains($0.facts.id) }
  }

  /// Whether an agent has replied publicly on a ticket since a moment.
  public func hasReplied(agent id: Int64, onTicket ticket: Int64, since moment: Instant) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM message WHERE ticket_id = ? AND at >= ? AND agent_id = ? AND author = 'agent'
        AND is_public AND flags & 128 = 0)
      """, ticket, moment.unixSeconds, id) == 1
  }

  /// Who last replied publicly to the customer of a ticket, on it or on the one before, else who had the one before; nil
  /// for a customer whom nobody knows.
  public func lastAgent(of ticket: RoutableTicket) throws -> Int64? {
    if ticket.facts.status != .new, let agent = try lastReplyAgent(ticket: ticket.facts.id) { return agent }
    guard let previous = ticket.previousID else { return nil }
    return try lastReplyAgent(ticket: previous)
      ?? database.value("SELECT assignee_id FROM ticket WHERE id = ?", previous)
  }

  /// The tags of these tickets; tickets without any may be left out.
  public func tags(ofTickets ids: Set<Int64>) throws -> [Int64: [String]] {
    var tags: [Int64: [String]] = [:]
    if ids.count < 1000 {
      for id in ids { tags[id] = try self.tags(ofTicket: id) }
      return tags
    }
    try database.statement("SELECT ticket_id, tag FROM ticket_tag").run([]) { row in
      if ids.contains(row.int(0)) { tags[row.int(0), default: []].append(row.text(1)) }
    }
    return tags
  }

  /// New or open, of a ticket that nobody has and that nobody is offered; nil for any other.
  public func freeStatus(ofTicket id: Int64) throws -> Ticket.Status? {
    try database.row(
      """
      SELECT status FROM ticket
      WHERE id = ?1 AND assignee_id IS NULL AND \(Store.isActive)
        AND NOT EXISTS (SELECT 1 FROM offer WHERE ticket_id = ?1)
      """, id
    ) { Ticket.Status(rawValue: $0.text(0)) ?? .open }
  }

  /// Gives an unassigned new or open ticket to an agent; false where somebody was faster.
  public func claim(ticket id: Int64, forAgent agent: Int64, at moment: Instant) throws -> Bool {
    touch(ticket: id)
    try database.execute(
      """
      UPDATE ticket SET assignee_id = ?1, status = 'open', updated_at = ?3
      WHERE id = ?2 AND assignee_id IS NULL AND (status = 'new' OR status = 'open')
      """, agent, id, moment.unixSeconds)
    return database.changes == 1
  }

  /// Takes a ticket from the agent who has it; false where they have it no more.
  public func unclaim(ticket id: Int64, fromAgent agent: Int64, at moment: Instant) throws -> Bool {
    touch(ticket: id)
    try database.execute(
      "UPDATE ticket SET assignee_id = NULL, updated_at = ?3 WHERE id = ?2 AND assignee_id = ?1", agent, id,
      moment.unixSeconds)
    return database.changes == 1
  }

  public func setQueue(_ queue: String?, ofTicket id: Int64) throws {
    touch(ticket: id)
    guard let queue else { return try database.execute("DELETE FROM ticket_queue WHERE ticket_id = ?", id) }
    try database.execute(
      """
      INSERT INTO ticket_queue (ticket_id, queue) VALUES (?1, ?2)
      ON CONFLICT (ticket_id) DO UPDATE SET queue = ?2
      """, id, queue)
  }
}
