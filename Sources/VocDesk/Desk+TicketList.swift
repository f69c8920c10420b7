public import VocDomain
import VocStore

extension Desk {
  /// Which tickets to list; names as people type them.
  public struct TicketFilter: Sendable {
    public enum Sort: String, CaseIterable, Sendable {
      /// Whom nobody answers first, by priority, then by how long they wait.
      case pressing
      case newest, oldest, updated, number
    }

    /// Empty means the unsolved ones.
    public var statuses: [Ticket.Status] = []
    public var channel: String?
    public var customer: String?
    /// An agent's name, "@me", or "none".
    public var assignee: String?
    public var tag: String?
    /// Nil: the pressing ones first among unsolved tickets, else the last updated.
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
  }

  public func tickets(_ filter: TicketFilter) throws -> [TicketLine] {
    try store.tickets(try query(filter)).map {
      TicketLine(ticket: $0.ticket, customer: $0.customer, channel: $0.channel, assignee: $0.assignee)
    }
  }

  /// How many tickets the filter matches, whatever its limit.
  public func countTickets(_ filter: TicketFilter) throws -> Int64 {
    try store.countTickets(try query(filter))
  }

  private func query(_ filter: TicketFilter) throws -> TicketQuery {
    var query = TicketQuery()
    if !filter.statuses.isEmpty { query.statuses = filter.statuses }
    if let name = filter.channel { query.channelID = try channel(named: name).id }
    if let text = filter.customer { query.customerID = try customer(text).id }
    switch filter.assignee {
    case nil: query.assignee = .anybody
    case "none": query.assignee = .nobody
    case .some(let name): query.assignee = .agent(try agent(named: name).id)
    }
    query.tag = filter.tag.map(Desk.tag(_:))
    query.sort = filter.sort.flatMap { TicketQuery.Sort(rawValue: $0.rawValue) }
    query.limit = filter.limit
    return query
  }

  /// Everything about one ticket.
  public struct TicketView: Sendable {
    public var ticket: Ticket
    public var customer: Customer
    public var contactPoints: [ContactPoint]
    public var channel: Channel
    public var assignee: Agent?
    public var tags: [String]
    public var messages: [Message]
    public var events: [TicketEvent]
    public var answers: [Answer]
    public var otherTickets: [Ticket]
  }

  public func view(ticket id: Int64) throws -> TicketView {
    let ticket = try ticket(id)
    guard let customer = try store.customer(ticket.customerID) else {
      throw VocError.unknownCustomer("\(ticket.customerID)")
    }
    return TicketView(
      ticket: ticket, customer: customer, contactPoints: try store.contactPoints(ofCustomer: customer.id),
      channel: try channel(ticket.channelID), assignee: try ticket.assigneeID.flatMap { try store.agent($0) },
      tags: try store.tags(ofTicket: id), messages: try named(try store.messages(ofTicket: id)),
      events: try store.events(ofTicket: id), answers: try store.answers(ofTicket: id),
      otherTickets: try store.tickets(ofCustomer: customer.id, limit: 11).filter { $0.id != id })
  }

  /// Authors of whom the chat told only the number, under the name that they are known by now.
  private func named(_ messages: [Message]) throws -> [Message] {
    var names: [Int64: String] = [:]
    return try messages.map { message in
      guard let id = message.customerID, PhoneNumber(message.authorName, country: nil) != nil else {
        return message
      }
      let name = try names[id] ?? store.customer(id)?.name ?? message.authorName
      names[id] = name
      var named = message
      named.authorName = name
      return named
    }
  }

  func ticket(_ id: Int64) throws -> Ticket {
    guard let ticket = try store.ticket(id) else { throw VocError.unknownTicket(id) }
    return ticket
  }
}
