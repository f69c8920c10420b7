public import VocDomain
import VocStore

/// Tickets that somebody opens by hand.
extension Desk {
  /// What a new ticket needs to be known.
  public struct NewTicket: Sendable {
    /// A number, phone, e-mail or name; a name or phone that nobody has makes a new customer.
    public var customer: String
    public var channel: String
    /// What the customer said; may be empty when `subject` is not.
    public var text: String
    public var subject: String?
    public var priority: Ticket.Priority = .normal
    public var tags: [String] = []

    public init(customer: String, channel: String, text: String) {
      self.customer = customer
      self.channel = channel
      self.text = text
    }
  }

  public func createTicket(_ new: NewTicket) throws -> Ticket {
    try store.transaction {
      let moment = now()
      let channel = try channel(named: new.channel)
      let (customer, chat) = try findOrMakeCustomer(new.customer, on: channel, at: moment)
      let text = Desk.storable(new.text)
      let ticket = Ticket(
        id: try store.nextTicketID(), status: .new, priority: new.priority,
        subject: Desk.storable(new.subject ?? Ticket.subject(from: text)), customerID: customer.id,
        channelID: channel.id,
        conversationID: try store.conversationID(with: .customer(chat), onChannel: channel.id),
        createdAt: moment, updatedAt: moment, waitingSince: moment, lastMessageAt: moment)
      try store.insert(ticket)
      try store.insert(TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: .created, to: "new"))
      let messageID = try store.nextMessageID()
      try store.insert(
        Message(
          id: messageID, ticketID: ticket.id, at: moment, author: .customer, authorName: customer.name,
          customerID: customer.id, body: text.isEmpty ? ticket.subject : text))
      try store.indexMessages(from: messageID)
      var changed = ticket
      for tag in new.tags { try retag(Desk.tag(tag), of: &changed, adding: true, at: moment) }
      return changed
    }
  }

  /// The customer, and whose conversation it is: another's where a merge moved the contact point.
  private func findOrMakeCustomer(
    _ text: String, on channel: Channel, at moment: Instant
  ) throws -> (customer: Customer, chat: Int64) {
    let point = ContactPoint(email: text) ?? ContactPoint(sender: text, country: channel.country)
    let name = point.kind == .name ? text : nil
    if let match = try matcher.match(points: [point], name: name, channelID: channel.id),
      let known = try store.customer(match.customerID)
    {
      return (known, match.firstCustomerID)
    }
    let isNumber = text.drop { $0 == "#" }.allSatisfy(\.isNumber)
    do {
      let known = try customer(text)
      // Half a name finds a customer for reading; it must not give them somebody else's ticket.
      if isNumber || point.kind != .name || Folding.folded(known.name) == Folding.folded(text) {
        return (known, known.id)
      }
    } catch let error as VocError {
      guard case .unknownCustomer = error, !isNumber else { throw error }
    }
    let id = try store.insertCustomer(name: text.trimmed, country: channel.country, at: moment)
    try store.insert(point, ofCustomer: id, onChannel: channel.id)
    return (Customer(id: id, name: text.trimmed, country: channel.country), id)
  }
}
