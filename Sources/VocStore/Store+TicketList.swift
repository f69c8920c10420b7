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
  public var tag: String?
  public var sort: Sort?
  public var limit = 50

  public init() {}
}

/// A ticket with the names that a list shows.
public struct TicketLine: Sendable {
  public var ticket: Ticket
  public var customer: String
  public var channel: String
  public var assignee: String?
  /// What a ticket without a subject begins with.
  public var opening: ChannelRecord.Kind?
  /// When the next promise breaks, or broke.
  public var dueAt: Instant?
}

extension Store {
  public func tickets(_ query: TicketQuery) throws -> [TicketLine] {
    let plan = TicketListPlan(query)
    return try database.rows(
      """
      SELECT \(Store.ticketColumns), customer.name, channel.name, agent.name,
        CASE WHEN ticket.subject = '' THEN (SELECT message.kind FROM message
          WHERE message.ticket_id = ticket.id AND author <> 'system' ORDER BY at, message.id LIMIT 1) END,
        ticket_sla.due_at
      FROM \(plan.source)
      JOIN customer ON customer.id = ticket.customer_id
      JOIN channel ON channel.id = ticket.channel_id
      LEFT JOIN agent ON agent.id = ticket.assignee_id
      \(plan.hasDue ? "" : "LEFT JOIN ticket_sla ON ticket_sla.ticket_id = ticket.id")
      WHERE \(plan.condition) ORDER BY \(plan.order) LIMIT ?
      """, plan.values + [query.limit]
    ) { row in
      TicketLine(
        ticket: Store.ticket(row), customer: row.text(15), channel: row.text(16),
        assignee: row.optionalText(17),
        opening: row.optionalText(18).flatMap(ChannelRecord.Kind.init(rawValue:)),
        dueAt: row.optionalInt(19).map(Instant.init(unixSeconds:)))
    }
  }

  public func countTickets(_ query: TicketQuery) throws -> Int64 {
    let plan = TicketListPlan(query)
    let counts = try database.rows(
      "SELECT count(*) FROM \(plan.hasDue ? plan.source : "ticket \(plan.countIndex)") WHERE \(plan.condition)",
      plan.values
    ) { $0.int(0) }
    return counts.first ?? 0
  }
}

/// The SQL of a list: which index serves it, what is asked and in which order.
private struct TicketListPlan {
  var index = ""
  /// The index that serves where only their number is asked.
  var countIndex = ""
  var condition: String
  var order: String
  /// In the order of the due times: they are looked at first, then the tickets.
  let hasDue: Bool
  var source: String {
    hasDue
      ? "ticket_sla INDEXED BY ticket_sla_due CROSS JOIN ticket ON ticket.id = ticket_sla.ticket_id"
      : "ticket \(index)"
  }
  var values: [(any Bindable)?] = []

  init(_ query: TicketQuery) {
    let unsolvedOnly = query.statuses.allSatisfy(Ticket.Status.unsolved.contains)
    let sort = query.sort ?? (unsolvedOnly ? .pressing : .updated)
    hasDue = sort == .due
    var terms: [String] = hasDue ? ["ticket_sla.due_at IS NOT NULL"] : []
    var bound: [(any Bindable)?] = []
    func add(_ term: String, _ value: any Bindable) {
      terms.append(term)
      bound.append(value)
    }
    if unsolvedOnly {
      // The words of the partial indices: SQLite uses one only where the query says the same
      // (https://www.sqlite.org/partialindex.html#queries_using_partial_indexes). In another order the unsolved ones
      // are looked up by status and sorted.
      terms.append(
        sort == .pressing
          ? "ticket.status <> 'solved' AND ticket.status <> 'closed'"
          : "ticket.status IN ('new', 'open', 'pending', 'hold')")
    }
    if query.statuses.count == 1 {
      add("ticket.status = ?", query.statuses[0].rawValue)
    } else if !unsolvedOnly || query.statuses.count < Ticket.Status.unsolved.count,
      query.statuses.count < Ticket.Status.allCases.count
    {
      terms.append("ticket.status IN (\(query.statuses.map { _ in "?" }.joined(separator: ", ")))")
      bound += query.statuses.map { $0.rawValue as any Bindable }
    }
    switch query.assignee {
    case .anybody: break
    case .nobody: terms.append("ticket.assignee_id IS NULL")
    case .agent(let id): add("ticket.assignee_id = ?", id)
    }
    if let id = query.customerID { add("ticket.customer_id = ?", id) }
    if let id = query.channelID { add("ticket.channel_id = ?", id) }
    if let tag = query.tag { add("ticket.id IN (SELECT ticket_id FROM ticket_tag WHERE tag = ?)", tag) }
    condition = terms.isEmpty ? "1" : terms.joined(separator: " AND ")
    values = bound
    order = TicketListPlan.order(sort)
    if hasDue {
      return
    } else if query.customerID != nil {
      index = "INDEXED BY ticket_customer"
    } else if query.tag != nil {
      // By the numbers of the tickets that carry it.
      index = "NOT INDEXED"
    } else if !unsolvedOnly {
      index = TicketListPlan.index(sort, isOneStatus: query.statuses.count == 1)
      countIndex = ""
      return
    } else if sort == .pressing {
      index =
        query.assignee == .anybody ? "INDEXED BY ticket_pressing" : "INDEXED BY ticket_assignee_pressing"
    }
    countIndex = index
  }

  /// The index that has solved and closed tickets in this order: they are too many to sort.
  private static func index(_ sort: TicketQuery.Sort, isOneStatus: Bool) -> String {
    switch sort {
    case .pressing, .due: ""
    case .newest, .oldest: "INDEXED BY ticket_created"
    case .updated: isOneStatus ? "INDEXED BY ticket_status_updated" : "INDEXED BY ticket_updated"
    case .number: "NOT INDEXED"
    }
  }

  private static func order(_ sort: TicketQuery.Sort) -> String {
    switch sort {
    case .pressing:
      "(ticket.waiting_since IS NULL), ticket.priority DESC, ticket.waiting_since, ticket.id"
    case .newest: "ticket.created_at DESC, ticket.id"
    case .oldest: "ticket.created_at, ticket.id DESC"
    case .updated: "ticket.updated_at DESC, ticket.id"
    case .number: "ticket.id"
    case .due: "ticket_sla.due_at, ticket_sla.ticket_id"
    }
  }
}
