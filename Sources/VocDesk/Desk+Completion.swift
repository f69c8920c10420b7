public import VocDomain
import VocRouting
import VocStore

/// What a shell proposes while somebody types; each answer is a few rows, found through an index.
extension Desk {
  /// Tickets whose number begins with these digits, the newest first; without digits the most pressing ones.
  public func numberedTickets(_ digits: String, limit: Int) throws -> [NumberedTicket] {
    if digits.isEmpty {
      var filter = TicketSelection()
      filter.limit = limit
      return try tickets(filter).map {
        NumberedTicket(id: $0.ticket.id, subject: $0.ticket.subject, customer: $0.customer)
      }
    }
    guard digits.first != "0", let number = Int64(digits) else { return [] }
    return try store.tickets(numberedFrom: number, limit: limit)
  }

  /// Tags that begin so, in the order of the alphabet.
  public func tags(beginning prefix: String, limit: Int) throws -> [String] {
    try store.tags(beginning: Desk.tag(prefix), limit: limit)
  }

  /// The causes that tickets may be solved with; none where any will do.
  public func listedCauses() throws -> [String] { try store.causes() }

  /// The names that the policy lays down, each in its order.
  public struct PolicyNames: Sendable {
    public var queues: [String]
    public var groups: [String]
    public var calendars: [String]
    public var skills: [String]
    /// The states that an agent can be put in.
    public var states: [String]
  }

  public func policyNames() throws -> PolicyNames {
    let policy = try currentService().policy
    let tiers = policy.routing.queues.flatMap { $0.tiers.map(\.group) }
    return PolicyNames(
      queues: policy.routing.queues.map(\.name), groups: Set(tiers + (try store.groups().keys)).sorted(),
      calendars: policy.calendars.map(\.name), skills: policy.skills,
      states: try settableStates())
  }
}
