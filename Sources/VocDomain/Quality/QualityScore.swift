/// One judgement of how an agent served a ticket.
public struct QualityScore: Equatable, Sendable {
  public var id: Int64
  public var ticketID: Int64
  public var agentID: Int64
  /// The version of the card.
  public var cardID: Int64
  public var at: Instant
  /// Who judged.
  public var actor: String
  public var comment: String
  /// By the item's place on the card, 1...5; an item that did not apply is missing.
  public var marks: [Int: Int]

  public init(
    id: Int64, ticketID: Int64, agentID: Int64, cardID: Int64, at: Instant, actor: String, comment: String,
    marks: [Int: Int] = [:]
  ) {
    (self.id, self.ticketID, self.agentID, self.cardID) = (id, ticketID, agentID, cardID)
    (self.at, self.actor, self.comment, self.marks) = (at, actor, comment, marks)
  }
}
