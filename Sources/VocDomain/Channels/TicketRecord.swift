/// A ticket of another system: a case with an id of its own, in which messages, calls and answers may stand.
public struct TicketRecord: Equatable, Sendable, Codable {
  /// Where the record begins in its file, from 1.
  public var line: Int
  /// The system's id of the ticket, unique within its account.
  public var key: String
  /// As of when this version is: the newest wins. Nil where the export has no versions.
  public var updatedAt: Instant?
  /// When that was so, where the export has no versions but tells the ticket beside something with a time.
  public var asOf: RecordTime?
  public var subject: String?
  public var requester: PartyRecord?
  public var assignee: PartyRecord?
  /// Nil where the export has no status: then silence settles the ticket.
  public var status: Ticket.Status?
  public var priority: Ticket.Priority?
  public var tags: [String] = []
  /// Which kind of channel it came by (see `Channel.kind`), nil where the export is of one channel.
  public var via: String?
  public var createdAt: RecordTime?
  public var solvedAt: RecordTime?
  public var cause: String?

  public init(line: Int, key: String) {
    self.line = line
    self.key = key
  }
}
