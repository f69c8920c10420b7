/// One entry of a ticket's history in another system.
public struct EventRecord: Equatable, Sendable, Codable {
  public var line: Int
  /// The export's id of it, unique within its account; nil where it has none.
  public var key: String?
  /// The key of its ticket; a ticket of which nothing else is known is made of its events.
  public var ticket: String
  public var at: RecordTime
  /// As the export has it ("Resolve ticket").
  public var name: String
  /// The status that it stands for, where that is known.
  public var status: Ticket.Status?
  public var actor: PartyRecord?
  public var customer: PartyRecord?
  public var from: String?
  public var to: String?

  public init(line: Int, ticket: String, at: RecordTime, name: String) {
    self.line = line
    self.ticket = ticket
    self.at = at
    self.name = name
  }
}
