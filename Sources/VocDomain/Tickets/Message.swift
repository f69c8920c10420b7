/// One utterance on a ticket.
public struct Message: Equatable, Sendable {
  public enum Author: String, CaseIterable, Sendable { case customer, agent, bot, system }

  public var id: Int64
  /// Nil only for a channel's notices outside any ticket.
  public var ticketID: Int64?
  public var at: Instant
  public var author: Author
  public var authorName: String
  public var customerID: Int64?
  public var agentID: Int64?
  public var kind: ChannelRecord.Kind
  /// False for a note among agents, which never counts as a reply.
  public var isPublic: Bool
  public var body: String
  public var attachment: String?
  public var flags: ChannelRecord.Flags
  public var rawHeader: String?

  public init(
    id: Int64, ticketID: Int64?, at: Instant, author: Author, authorName: String, customerID: Int64? = nil,
    agentID: Int64? = nil, kind: ChannelRecord.Kind = .message, isPublic: Bool = true, body: String,
    attachment: String? = nil, flags: ChannelRecord.Flags = [], rawHeader: String? = nil
  ) {
    self.id = id
    self.ticketID = ticketID
    self.at = at
    self.author = author
    self.authorName = authorName
    self.customerID = customerID
    self.agentID = agentID
    self.kind = kind
    self.isPublic = isPublic
    self.body = body
    self.attachment = attachment
    self.flags = flags
    self.rawHeader = rawHeader
  }
}

extension Message {
  /// Whose words it is, for threading and for who waits; nil for a notice, which belongs to the ticket in whose
  /// time it falls.
  public static func side(author: Author, isPublic: Bool, flags: ChannelRecord.Flags) -> Threading.Side? {
    switch author {
    case .system: nil
    case .bot: .neither
    case .customer where !isPublic: .neither
    case .customer: flags.contains(.answeredCall) ? .both : .customer
    case .agent where !isPublic || flags.contains(.unansweredCall): .neither
    case .agent: flags.contains(.answeredCall) ? .both : .us
    }
  }
}
