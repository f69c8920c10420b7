/// One utterance as an export tells it.
public struct MessageRecord: Equatable, Sendable, Codable {
  /// The chat in which something was said, where the export has chats rather than tickets.
  public struct Chat: Hashable, Sendable, Codable {
    /// The export's id of it, unique within its account.
    public var key: String
    public var title: String?
    public var isGroup: Bool
    /// The other side of a chat of two, where the record itself says who that is: needed for what we wrote.
    public var customer: PartyRecord?

    public init(key: String, title: String? = nil, isGroup: Bool = false, customer: PartyRecord? = nil) {
      self.key = key
      self.title = title
      self.isGroup = isGroup
      self.customer = customer
    }
  }

  /// Where the record begins in its file, from 1.
  public var line: Int
  /// The export's id, unique within its account; nil where it has none: then it is known by what it says.
  public var key: String?
  /// As of when this version is: the newest wins.
  public var updatedAt: Instant?
  /// The key of its `TicketRecord`; nil where silence and solving decide (see `Threading`).
  public var ticket: String?
  /// Nil for a chat of two with the author alone.
  public var chat: Chat?
  public var at: RecordTime
  public var author: PartyRecord
  public var kind: ChannelRecord.Kind = .message
  /// False for a note among agents, which never counts as a reply.
  public var isPublic = true
  /// Line breaks are "\n"; markup is taken out.
  public var text: String
  public var attachment: String?
  public var flags: ChannelRecord.Flags = []
  /// The ticket's first message under another name, because the export may keep the message itself elsewhere: any
  /// message of the same ticket with the same second or the same text takes its place.
  public var isStandIn = false

  public init(line: Int, at: RecordTime, author: PartyRecord, text: String) {
    self.line = line
    self.at = at
    self.author = author
    self.text = text
  }
}

/// What happened to a message after it was sent; it may come before the message itself.
public struct MessageChangeRecord: Equatable, Sendable, Codable {
  public enum Change: Equatable, Sendable, Codable {
    /// The author changed the text.
    case edited(String)
    /// The author took it back.
    case revoked
    /// Nil takes the author's reaction away.
    case reaction(String?)
    /// How far a message of ours came: sent, delivered, read, played or failed, with the provider's reason.
    case delivery(Delivery, reason: String?)
  }

  public enum Delivery: String, CaseIterable, Sendable, Codable { case sent, delivered, read, played, failed }

  public var line: Int
  /// The key of the message that it is about.
  public var message: String
  public var at: RecordTime
  /// Who reacted, or to whom a message of ours was delivered.
  public var party: PartyRecord?
  public var change: Change

  public init(line: Int, message: String, at: RecordTime, change: Change) {
    self.line = line
    self.message = message
    self.at = at
    self.change = change
  }
}
