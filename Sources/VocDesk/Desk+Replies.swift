public import VocDomain
import VocStore

/// What agents say on a ticket.
extension Desk {
  /// What the customer is told, and how it gets there.
  public struct Reply: ExpressibleByStringInterpolation, Sendable {
    public var text: String
    /// It went out on the channel itself: only to be recorded.
    public var isSent: Bool
    /// The approved template whose text this is: it may go out when the channel's window is closed.
    public var template: String?
    /// The macro that is filled in for the ticket; `text`, which may be empty then, follows as a paragraph.
    public var macro: String?

    public init(_ text: String, isSent: Bool = false, template: String? = nil, macro: String? = nil) {
      self.text = text
      self.isSent = isSent
      self.template = template
      self.macro = macro
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  /// How long free text may be sent to a customer, on a channel that has a limit.
  public struct ReplyWindow: Equatable, Sendable {
    /// The first moment at which it is closed; nil where the customer has never written on the channel.
    public var closesAt: Instant?

    public func isOpen(at moment: Instant) -> Bool { closesAt.map { moment < $0 } ?? false }
  }

  /// How long a ticket takes free text; nil where one may always write, or never again.
  public func replyWindow(ofTicket id: Int64) throws -> ReplyWindow? {
    try store.snapshot {
      let ticket = try ticket(id)
      return ticket.status == .closed ? nil : try replyWindow(of: ticket, on: try channel(ticket.channelID))
    }
  }

  /// The window of a ticket's channel; nil where one may always write.
  func replyWindow(of ticket: Ticket, on channel: Channel) throws -> ReplyWindow? {
    guard let length = try currentService().policy.routing.channel(channel.kind).replyWindow else {
      return nil
    }
    let isAlone = try store.isNobody(ticket.customerID) || ticket.groupID != nil
    let last = try store.lastCustomerMessage(on: ticket, alone: isAlone)
    return ReplyWindow(closesAt: last.map { $0 + length })
  }

  /// Records a reply, and queues it where a connector can deliver it.
  func say(_ reply: Reply, on ticket: inout Ticket, at moment: Instant) throws {
    if let name = reply.template, !TemplateName.isValid(name) { throw VocError.badTemplateName(name) }
    let channel = try channel(ticket.channelID)
    if !reply.isSent && reply.template == nil, let window = try replyWindow(of: ticket, on: channel),
      !window.isOpen(at: moment)
    {
      throw VocError.windowClosed(ticket: ticket.id, channel: channel.name, at: window.closesAt)
    }
    let id = try record(try text(of: reply, for: ticket), on: &ticket, isPublic: true, at: moment)
    if reply.isSent || !channel.takesReplies { return }
    try store.insert(
      OutboxEntry(messageID: id, channelID: channel.id, template: reply.template, queuedAt: moment))
  }

  /// What a reply says on a ticket. Throws `VocError.macroLacks`, `.emptyReply`.
  public func text(of reply: Reply, forTicket id: Int64) throws -> String {
    try store.snapshot { try text(of: reply, for: try ticket(id)) }
  }

  private func text(of reply: Reply, for ticket: Ticket) throws -> String {
    guard let macro = reply.macro else { return reply.text }
    let text = [try filled(macro, for: ticket), reply.text].filter { !$0.trimmed.isEmpty }.joined(
      separator: "\n\n")
    if text.isEmpty { throw VocError.emptyReply(ticket: ticket.id) }
    return text
  }

  /// Writes what an agent says; the message's number.
  @discardableResult
  func record(
    _ text: String, on ticket: inout Ticket, isPublic: Bool, at moment: Instant
  ) throws -> Int64 {
    let id = try store.nextMessageID()
    let agent = try actingAgent()
    try store.insert(
      Message(
        id: id, ticketID: ticket.id, at: moment, author: .agent, authorName: agent?.name ?? actor,
        agentID: agent?.id, isPublic: isPublic, body: Desk.storable(text)))
    try store.indexMessages(from: id)
    if isPublic {
      ticket.waitingSince = try waitingSince(ticket)
      ticket.lastMessageAt = max(ticket.lastMessageAt ?? moment, moment)
    }
    ticket.updatedAt = moment
    try store.insert(
      TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: isPublic ? .reply : .note, to: "\(id)")
    )
    return id
  }
}
