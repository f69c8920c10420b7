public import VocDomain
import VocStore

/// Tickets for other tools, with what belongs to each.
extension Desk {
  /// A ticket as it is taken elsewhere; what was not asked for is empty.
  public struct ExportedTicket: Sendable {
    public var line: TicketLine
    public var customer: Customer
    public var contactPoints: [ContactPoint] = []
    public var tags: [String] = []
    public var answers: [Answer] = []
    public var mergedInto: Int64?
    public var messages: [MessageLine] = []

    /// What is read besides the ticket and its customer.
    public struct Parts: OptionSet, Sendable {
      public let rawValue: Int
      public init(rawValue: Int) { self.rawValue = rawValue }

      public static let contactPoints = Parts(rawValue: 1)
      public static let tags = Parts(rawValue: 2)
      public static let answers = Parts(rawValue: 4)
      public static let mergedInto = Parts(rawValue: 8)
      public static let messages = Parts(rawValue: 16)
    }
  }

  /// Hands over every ticket that a filter matches, whatever its status, by number and a page at a time, until `take`
  /// says false.
  ///
  /// All are as they were at one moment, and memory holds one page of them.
  public func exportTickets(
    matching filter: TicketFilter, with parts: ExportedTicket.Parts, pageSize: Int = 500,
    take: ([ExportedTicket]) throws -> Bool
  ) throws {
    try store.snapshot {
      var query = TicketQuery()
      query.statuses = Ticket.Status.allCases
      if filter != .everything { query.condition = try condition(of: filter) }
      (query.sort, query.after, query.limit) = (.number, 0, pageSize)
      while true {
        let lines = try store.tickets(query)
        guard let last = lines.last else { return }
        query.after = last.ticket.id
        guard try take(try lines.map { try exported($0, parts) }) else { return }
        if lines.count < pageSize { return }
      }
    }
  }

  private func exported(_ line: TicketLine, _ parts: ExportedTicket.Parts) throws -> ExportedTicket {
    let ticket = line.ticket
    guard let customer = try store.customer(ticket.customerID) else {
      throw VocError.unknownCustomer("\(ticket.customerID)")
    }
    var exported = ExportedTicket(line: line, customer: customer)
    if parts.contains(.contactPoints) {
      exported.contactPoints = try store.contactPoints(ofCustomer: customer.id)
    }
    if parts.contains(.tags) { exported.tags = try store.tags(ofTicket: ticket.id) }
    if parts.contains(.answers) { exported.answers = try store.answers(ofTicket: ticket.id) }
    if parts.contains(.mergedInto) { exported.mergedInto = try store.mergedInto(ticket: ticket.id) }
    if parts.contains(.messages) {
      exported.messages = try lines(ofTicket: ticket.id, on: try channel(ticket.channelID))
    }
    return exported
  }
}
