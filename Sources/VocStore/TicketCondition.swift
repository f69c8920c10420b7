public import VocDomain

/// A filter made ready for SQLite: a condition over `ticket` that is 1 or 0 for each, never NULL.
///
/// It holds for exactly those tickets that the filter matches in memory.
public struct TicketCondition: Sendable {
  public let filter: TicketFilter
  let sql: SQLFragment
  /// The statuses that are possible at all.
  var statuses = Ticket.Status.allCases
  /// Whom all the tickets have, where that is one agent or nobody.
  var assignee = TicketQuery.Assignee.anybody
  /// Queries for the numbers of the tickets that one of its parts leaves, each read from an index.
  var shortcuts: [Shortcut] = []
  /// What it asks of `ticket_sla.due_at` in any case.
  var due: SQLFragment?

  struct Shortcut {
    var sql: SQLFragment
    /// Whether it finds unsolved tickets only.
    var isOfUnsolved = false
  }

  /// The most values that a filter gives a statement, of the 250 that it may have in all.
  static let mostValues = 200
  /// The most parts: SQLite refuses an expression a thousand deep (https://www.sqlite.org/limits.html).
  static let mostParts = 400
}

extension TicketCondition.Shortcut: Sendable {}

/// A queue as far as conditions go: which tickets are its own unless somebody moves them.
public struct QueueCondition: Sendable {
  public var name: String
  public var filter: TicketFilter

  public init(name: String, filter: TicketFilter) {
    self.name = name
    self.filter = filter
  }
}

/// What a filter is read against: when, where and for whom, and the queues with the context that their own
/// conditions are asked in.
public struct FilterSetting {
  public var context: FilterContext
  /// In the order in which their conditions are tried.
  public var queues: [QueueCondition]
  public var queueContext: FilterContext

  public init(context: FilterContext, queues: [QueueCondition] = [], queueContext: FilterContext? = nil) {
    self.context = context
    self.queues = queues
    self.queueContext = queueContext ?? context
  }
}
