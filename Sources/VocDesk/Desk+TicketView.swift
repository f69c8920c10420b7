public import VocDomain
import VocStore

/// A ticket with what was said on it and everything that a reader wants beside it.
extension Desk {
  /// One thing said on a ticket, with what is known of it besides.
  public struct MessageLine: Sendable {
    public var message: Message
    /// Where it was said; not always the ticket's channel.
    public var channel: Channel
    /// Our agent in it, where that is known.
    public var agent: String?
    /// Nil for what is no call, and for a call of which a chat tells only that it was.
    public var call: Call?
    public var reactions: [Reaction]
    /// Nil where the channel does not tell.
    public var delivery: Delivery?
    /// Nil for what no connector is to deliver.
    public var outbox: OutboxEntry?
  }

  /// The bad answer that a ticket is the follow-up of.
  public struct FollowedAnswer: Sendable {
    /// Its `ticketID`: what it is about, where that is known.
    public var answer: Answer
    /// Whether somebody has told what was done.
    public var hasAction: Bool
  }

  /// Everything about one ticket.
  public struct TicketView: Sendable {
    public var ticket: Ticket
    public var customer: Customer
    public var contactPoints: [ContactPoint]
    public var channel: Channel
    public var assignee: Agent?
    public var tags: [String]
    public var lines: [MessageLine]
    public var events: [TicketEvent]
    public var answers: [Answer]
    public var otherTickets: [Ticket]
    /// When the next promise breaks, or broke; nil where none runs.
    public var dueAt: Instant?
    /// Nil where one may always write, and where a ticket that is over says no more about it.
    public var window: ReplyWindow?
    /// The ticket that it was merged into, and those that were merged into it.
    public var mergedInto: Int64?
    public var mergedFrom: [Int64]
    /// Nil for what is no follow-up.
    public var followUp: FollowedAnswer?
    /// A follow-up whose answer went with an undone import.
    public var hasLostAnswer: Bool
    /// The follow-ups of answers about it.
    public var followUps: [Int64]
    /// What the customer's messages may be signs of.
    public var cues: [CueLine]
    /// For one without tags, where a trained model is sure.
    public var suggestedTag: SuggestedTag?

    public var messages: [Message] { lines.map(\.message) }
  }

  public func view(ticket id: Int64) throws -> TicketView {
    try store.snapshot {
      let ticket = try ticket(id)
      guard let customer = try store.customer(ticket.customerID) else {
        throw VocError.unknownCustomer("\(ticket.customerID)")
      }
      let channel = try channel(ticket.channelID)
      let points = try store.contactPoints(ofCustomer: customer.id)
      // What nobody in particular wanted belongs to different people.
      let others =
        points.contains(.nobody) ? [] : try store.newestTickets(ofCustomer: customer.id, limit: 11)
      let lines = try lines(ofTicket: id, on: channel)
      let tags = try store.tags(ofTicket: id)
      return TicketView(
        ticket: ticket, customer: customer, contactPoints: points,
        channel: channel, assignee: try ticket.assigneeID.flatMap { try store.agent($0) },
        tags: tags, lines: lines,
        events: try store.events(ofTicket: id), answers: try store.answers(ofTicket: id),
        otherTickets: others.filter { $0.id != id }, dueAt: try store.sla(ofTicket: id)?.dueAt,
        window: try shownWindow(of: ticket, on: channel),
        mergedInto: try store.mergedInto(ticket: id), mergedFrom: try store.merged(intoTicket: id),
        followUp: try store.followedAnswer(ofTicket: id).map {
          FollowedAnswer(answer: $0, hasAction: try store.hasAction(ticket: id))
        },
        hasLostAnswer: try store.isFollowUpLeft(ticket: id), followUps: try store.followUps(aboutTicket: id),
        cues: try cues(ofTicket: id, among: lines.map(\.message)),
        suggestedTag: tags.isEmpty ? try suggestedTag(lines.map(\.message)) : nil)
    }
  }

  private func shownWindow(of ticket: Ticket, on channel: Channel) throws -> ReplyWindow? {
    guard ticket.status != .closed, let window = try replyWindow(of: ticket, on: channel) else { return nil }
    return ticket.status == .solved && !window.isOpen(at: now()) ? nil : window
  }

  /// `channel`: the ticket's.
  func lines(ofTicket id: Int64, on channel: Channel) throws -> [MessageLine] {
    let calls = try store.calls(ofTicket: id)
    let reactions = try store.reactions(ofTicket: id)
    let deliveries = try store.deliveries(ofTicket: id)
    let outbox = try store.outboxEntries(ofTicket: id)
    let elsewhere = try store.otherChannels(ofTicket: id)
    let channels = elsewhere.isEmpty ? [] : try store.channels()
    var agents: [Int64: String] = [:]
    return try named(try store.messages(ofTicket: id)).map { message in
      if let agent = message.agentID, agents[agent] == nil { agents[agent] = try store.agent(agent)?.name }
      return MessageLine(
        message: message, channel: channels.first { $0.id == elsewhere[message.id] } ?? channel,
        agent: message.agentID.flatMap { agents[$0] }, call: calls[message.id],
        reactions: reactions[message.id] ?? [], delivery: deliveries[message.id],
        outbox: outbox[message.id])
    }
  }
}
