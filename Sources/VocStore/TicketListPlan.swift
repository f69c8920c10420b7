import VocDomain

/// The SQL of a list: which index serves it, what is asked and in which order.
///
/// What few tickets fulfil is looked up and sorted; everything else is walked in the order of the list, and the walk
/// stops when the list is full.
struct TicketListPlan {
  /// What the rows are read from.
  private(set) var source: String
  /// What the index asks, then what a ticket must be besides.
  private(set) var walked: SQLFragment
  private(set) var asked: SQLFragment
  let order: String
  /// In the order of the due times: they are looked at first, then the tickets.
  let hasDue: Bool
  private(set) var counting = Counting.some(of: 1_500)
  /// Whether the index of the pressing order alone tells which tickets are asked for.
  private(set) var isTold = false

  enum Counting: Equatable {
    /// All of them: they are few.
    case all
    /// Up to `mostCounted`: their index alone tells.
    case many
    /// Among the first so many of the walk.
    case some(of: Int)
  }

  static let mostCounted = 10_000

  var condition: SQLFragment { .all(of: [walked, asked]) }

  /// `shortcut`: a query for the numbers of few tickets, all that can be in the list.
  init(_ query: TicketQuery, shortcut: SQLFragment? = nil) {
    let traits = Traits(query)
    let sort = traits.sort
    order = TicketListPlan.order(sort)
    hasDue = sort == .due
    walked = .always
    var saysStatus = false
    var index = ""
    if hasDue {
      let due = SQLFragment("ticket_sla.due_at IS NOT NULL")
      walked = .all(of: [due] + (query.condition?.due.map { [$0] } ?? []))
    } else if query.customerID != nil {
      index = "INDEXED BY ticket_customer"
    } else if let shortcut {
      // By the numbers that it finds.
      index = "NOT INDEXED"
      walked = shortcut.wrapped("ticket.id IN (", ")")
    } else if query.after != nil {
      // A page begins where the last one ended.
      index = "NOT INDEXED"
    } else if !traits.isUnsolved {
      index = TicketListPlan.index(sort, isOneStatus: traits.statuses.count == 1)
      if traits.statuses.count == 1 && sort == .updated {
        walked = .status(in: traits.statuses)
        saysStatus = true
      }
    } else if sort == .pressing {
      index =
        traits.assignee == .anybody ? "INDEXED BY ticket_pressing" : "INDEXED BY ticket_assignee_pressing"
      walked = .all(of: [TicketListPlan.unsolved, TicketListPlan.had(by: traits.assignee)])
      saysStatus = traits.statuses.count == Ticket.Status.unsolved.count
    } else {
      // They are looked up by status and sorted.
      walked = SQLFragment("ticket.status IN ('new', 'open', 'pending', 'hold')")
      saysStatus = traits.statuses.count == Ticket.Status.unsolved.count
    }
    asked = TicketListPlan.terms(query, traits, saysStatus: saysStatus)
    source =
      hasDue
      ? "ticket_sla INDEXED BY ticket_sla_due CROSS JOIN ticket ON ticket.id = ticket_sla.ticket_id"
      : "ticket \(index)"
    counting = TicketListPlan.counting(query, traits, isOfFew: shortcut != nil)
    isTold = index == "INDEXED BY ticket_pressing" && TicketListPlan.isTold(query)
  }

  /// Whether what is asked stands in the index of the pressing order.
  private static func isTold(_ query: TicketQuery) -> Bool {
    let fields = query.condition?.filter.fields ?? []
    return !(query.condition?.filter.asksForText ?? false)
      && fields.isSubset(of: [.status, .priority, .channel, .waiting, .id])
  }

  /// The words of the partial indices: SQLite uses one only where the query says the same
  /// (https://www.sqlite.org/partialindex.html#queries_using_partial_indexes).
  private static let unsolved = SQLFragment("ticket.status <> 'solved' AND ticket.status <> 'closed'")

  private static func had(by assignee: TicketQuery.Assignee) -> SQLFragment {
    switch assignee {
    case .anybody: .always
    case .nobody: SQLFragment("ticket.assignee_id IS NULL")
    case .agent(let id): SQLFragment("ticket.assignee_id = ?", id)
    }
  }

  /// `saysStatus`: whether what is walked has these statuses and no others.
  private static func terms(_ query: TicketQuery, _ traits: Traits, saysStatus: Bool) -> SQLFragment {
    var terms: [SQLFragment] = []
    if traits.statuses.isEmpty { return .never }
    if !saysStatus && traits.statuses.count < Ticket.Status.allCases.count {
      terms.append(.status(in: traits.statuses))
    }
    if query.assignee != .anybody { terms.append(had(by: query.assignee)) }
    if let id = query.after { terms.append(SQLFragment("ticket.id > ?", id)) }
    if let id = query.customerID { terms.append(SQLFragment("ticket.customer_id = ?", id)) }
    if let id = query.channelID { terms.append(SQLFragment("ticket.channel_id = ?", id)) }
    if let condition = query.condition { terms.append(condition.sql) }
    return .all(of: terms)
  }

  private static func counting(_ query: TicketQuery, _ traits: Traits, isOfFew: Bool) -> Counting {
    if isOfFew || query.customerID != nil { return .all }
    let fields = query.condition?.filter.fields ?? []
    let hasText = query.condition?.filter.asksForText ?? false
    let isPlain =
      query.channelID == nil && (query.assignee == .anybody || traits.isUnsolved)
      && fields.subtracting([.status]).isEmpty && !hasText
    if isPlain { return .many }
    let isWalkOfIndex = traits.sort != .due && traits.isUnsolved && traits.assignee == .anybody
    return .some(of: isWalkOfIndex && isTold(query) ? 5_000 : 1_500)
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

extension TicketListPlan {
  /// What the options and what must hold of the filter say together.
  struct Traits {
    var statuses: [Ticket.Status]
    var assignee: TicketQuery.Assignee
    var sort: TicketQuery.Sort
    var isUnsolved: Bool

    init(_ query: TicketQuery) {
      let possible = query.condition?.statuses ?? Ticket.Status.allCases
      statuses = query.statuses.filter(possible.contains)
      isUnsolved = statuses.allSatisfy(Ticket.Status.unsolved.contains)
      assignee = query.assignee == .anybody ? query.condition?.assignee ?? .anybody : query.assignee
      sort = query.sort ?? (isUnsolved ? .pressing : .updated)
    }
  }

  /// How many tickets a shortcut may find: as many as are looked up in a moment. A walk through tickets of all times
  /// may be long, and among the unsolved ones only the order in which they are kept needs no sorting.
  static func mostShortcut(_ query: TicketQuery) -> Int {
    let traits = Traits(query)
    return traits.isUnsolved && traits.sort == .pressing ? 1_500 : mostSought
  }

  static let mostSought = 20_000
}
