/// What one command of somebody did to tickets, in one transaction; it can be undone.
public struct PerformedAct: Equatable, Sendable {
  public var id: Int64
  public var at: Instant
  public var actor: String
  /// In the order in which each ticket saw them.
  public var verbs: [TicketAct]
  /// How many tickets it changed, and on how many of them it stands undone.
  public var ticketCount: Int
  public var undoneCount: Int
  /// The act that it took back.
  public var undoes: Int64?

  public init(
    id: Int64, at: Instant, actor: String, verbs: [TicketAct], ticketCount: Int, undoneCount: Int,
    undoes: Int64?
  ) {
    self.id = id
    self.at = at
    self.actor = actor
    self.verbs = verbs
    self.ticketCount = ticketCount
    self.undoneCount = undoneCount
    self.undoes = undoes
  }
}
