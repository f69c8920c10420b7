public import VocDomain
import VocStore

extension Desk {
  /// Which tickets to list; names as people type them.
  public struct TicketSelection: Sendable {
    public enum Sort: String, CaseIterable, Sendable {
      /// Whom nobody answers first, by priority, then by how long they wait.
      case pressing
      case newest, oldest, updated, number
      /// What is due next first; only tickets that anything runs for.
      case due
    }

    /// Empty means the unsolved ones, unless the condition says which.
    public var statuses: [Ticket.Status] = []
    public var channel: String?
    public var customer: String?
    /// An agent's name, "@me", or "none".
    public var assignee: String?
    /// What else must hold.
    public var condition = TicketFilter.everything
    /// Nil: the pressing ones first among unsolved tickets, else the last updated.
    public var sort: Sort?
    public var limit = 50

    public init() {}

    /// Whether nothing says whether solved tickets are meant, too.
    public var isOfUnsolvedOnly: Bool {
      statuses.isEmpty && !condition.asksIfSolved
    }
  }

  public func tickets(_ filter: TicketSelection) throws -> [TicketLine] {
    try store.tickets(try query(filter))
  }

  /// How many tickets the filter matches, whatever its limit, of which a list has `shown`.
  public func countTickets(_ filter: TicketSelection, shown: Int) throws -> TicketCount {
    if shown < filter.limit { return TicketCount(number: shown, isLeast: false) }
    let count = try store.countTickets(try query(filter))
    return TicketCount(number: max(count.number, shown), isLeast: count.isLeast)
  }

  public func hasTickets() throws -> Bool { try store.hasTickets() }

  private func query(_ filter: TicketSelection) throws -> TicketQuery {
    var query = TicketQuery()
    if !filter.isOfUnsolvedOnly {
      query.statuses = filter.statuses.isEmpty ? Ticket.Status.allCases : filter.statuses
    }
    if let name = filter.channel { query.channelID = try channel(named: name).id }
    if let text = filter.customer { query.customerID = try customer(text).id }
    switch filter.assignee {
    case nil: query.assignee = .anybody
    case "none": query.assignee = .nobody
    case .some(let name): query.assignee = .agent(try agent(named: name).id)
    }
    if filter.condition != .everything { query.condition = try condition(of: filter.condition) }
    query.sort = filter.sort.flatMap { TicketQuery.Sort(rawValue: $0.rawValue) }
    query.limit = filter.limit
    return query
  }

  public func tags(ofTicket id: Int64) throws -> [String] { try store.tags(ofTicket: id) }

  func ticket(_ id: Int64) throws -> Ticket {
    guard let ticket = try store.ticket(id) else { throw VocError.unknownTicket(id) }
    return ticket
  }
}
