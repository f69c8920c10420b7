import SQLite
public import VocDomain

/// Which tickets to list, and in which order.
public struct TicketQuery: Sendable {
  public enum Sort: String, CaseIterable, Sendable {
    /// Whom nobody answers first, by priority, then by how long they wait.
    case pressing
    case newest, oldest, updated, number
    /// What is due next first; only tickets that anything runs for.
    case due
  }

  public enum Assignee: Equatable, Sendable {
    case anybody, nobody
    case agent(Int64)
  }

  public var statuses: [Ticket.Status] = Ticket.Status.unsolved
  public var channelID: Int64?
  public var customerID: Int64?
  public var assignee = Assignee.anybody
  /// What else must hold.
  public var condition: TicketCondition?
  public var sort: Sort?
  /// By number: only those behind this one.
  public var after: Int64?
  public var limit = 50

  public init() {}
}

extension Store {
  public func tickets(_ query: TicketQuery) throws -> [TicketLine] {
    let plan = try plan(query)
    let condition = plan.condition
    if condition.isNever { return [] }
    // What the index tells is asked before any ticket is looked up.
    let walk =
      plan.isTold
      ? """
      (SELECT ticket.id AS told_id FROM \(plan.source) WHERE \(condition.text) ORDER BY \(plan.order) LIMIT ?)
      CROSS JOIN ticket ON ticket.id = told_id
      """ : plan.source
    return try database.rows(
      """
      SELECT \(Store.ticketColumns), customer.name, channel.name, agent.name,
        CASE WHEN ticket.subject = '' THEN (SELECT message.kind FROM message
          WHERE message.ticket_id = ticket.id AND author <> 'system' ORDER BY at, message.id LIMIT 1) END,
        ticket_sla.due_at
      FROM \(walk)
      JOIN customer ON customer.id = ticket.customer_id
      JOIN channel ON channel.id = ticket.channel_id
      LEFT JOIN agent ON agent.id = ticket.assignee_id
      \(plan.hasDue ? "" : "LEFT JOIN ticket_sla ON ticket_sla.ticket_id = ticket.id")
      WHERE \(plan.isTold ? "1" : condition.text) ORDER BY \(plan.order) LIMIT ?
      """, condition.bound(query.limit) + (plan.isTold ? [query.limit] : [])
    ) { row in
      TicketLine(
        ticket: Store.ticket(row), customer: row.text(16), channel: row.text(17),
        assignee: row.optionalText(18),
        opening: row.optionalText(19).flatMap(ChannelRecord.Kind.init(rawValue:)),
        dueAt: row.optionalInt(20).map(Instant.init(unixSeconds:)))
    }
  }

  /// How many there are, whatever the limit; as far as that takes no longer than the list itself.
  public func countTickets(_ query: TicketQuery) throws -> TicketCount {
    let plan = try plan(query)
    let condition = plan.condition
    if condition.isNever { return TicketCount(number: 0, isLeast: false) }
    switch plan.counting {
    case .all:
      let number = try count("SELECT count(*) FROM \(plan.source) WHERE \(condition.text)", condition.bound())
      return TicketCount(number: number, isLeast: false)
    case .many:
      let most = TicketListPlan.mostCounted
      let number = try count(
        "SELECT count(*) FROM (SELECT 1 FROM \(plan.source) WHERE \(condition.text) LIMIT ?)",
        condition.bound(most + 1))
      return TicketCount(number: min(number, most), isLeast: number > most)
    case .some(let most):
      let counts = try database.rows(
        """
        SELECT count(*), sum(CASE WHEN holds THEN 1 ELSE 0 END) FROM (
          SELECT \(plan.asked.text) AS holds FROM \(plan.source) WHERE \(plan.walked.text) LIMIT ?)
        """, SQLFragment.all(of: [plan.asked, plan.walked]).bound(most)
      ) { (read: Int($0.int(0)), holding: Int($0.int(1))) }.first
      return TicketCount(
        number: counts?.holding ?? 0, isLeast: counts?.read == most)
    }
  }

  private func count(_ sql: String, _ values: [(any Bindable)?]) throws -> Int {
    Int(try database.rows(sql, values) { $0.int(0) }.first ?? 0)
  }

  private func plan(_ query: TicketQuery) throws -> TicketListPlan {
    TicketListPlan(query, shortcut: try shortcut(for: query))
  }

  private func shortcut(for query: TicketQuery) throws -> SQLFragment? {
    guard query.sort != .due, query.customerID == nil, let condition = query.condition else { return nil }
    return try shortcut(
      of: condition, isOfUnsolved: TicketListPlan.Traits(query).isUnsolved,
      most: TicketListPlan.mostShortcut(query))
  }

  /// The shortcut that finds the fewest tickets, unless even those are many; `isOfUnsolved`: only such are asked for.
  func shortcut(
    of condition: TicketCondition, isOfUnsolved: Bool = false, most: Int = TicketListPlan.mostSought
  ) throws -> SQLFragment? {
    var best: (sql: SQLFragment, number: Int)?
    for shortcut in condition.shortcuts where isOfUnsolved || !shortcut.isOfUnsolved {
      let limit = best.map { $0.number } ?? most + 1
      let number = try count(
        "SELECT count(*) FROM (\(shortcut.sql.text) LIMIT ?)", shortcut.sql.bound(limit))
      if number < limit { best = (shortcut.sql, number) }
    }
    return best?.sql
  }

  /// A query for the numbers of all tickets for which the condition holds, where that is known to be few and quick.
  func fewTickets(_ condition: TicketCondition) throws -> SQLFragment? {
    var query = TicketQuery()
    query.statuses = Ticket.Status.allCases
    query.condition = condition
    let traits = TicketListPlan.Traits(query)
    let shortcut = try shortcut(for: query)
    if shortcut == nil && !(traits.isUnsolved && traits.assignee != .anybody) { return nil }
    let plan = TicketListPlan(query, shortcut: shortcut)
    let most = 2_000
    let walked = try count(
      "SELECT count(*) FROM (SELECT 1 FROM \(plan.source) WHERE \(plan.walked.text) LIMIT ?)",
      plan.walked.bound(most + 1))
    if walked > most { return nil }
    return plan.condition.wrapped("SELECT ticket.id FROM \(plan.source) WHERE ", "")
  }

  /// Every tag that a ticket carries, by jumping from each to the next in the index.
  func allTags() throws -> [String] {
    try database.rows(
      """
      WITH RECURSIVE found (tag) AS (
        SELECT min(tag) FROM ticket_tag
        UNION ALL
        SELECT (SELECT min(tag) FROM ticket_tag WHERE ticket_tag.tag > found.tag) FROM found
        WHERE found.tag IS NOT NULL)
      SELECT tag FROM found WHERE tag IS NOT NULL
      """
    ) { $0.text(0) }
  }
}
