import VocChannels
import VocDomain
import VocStore

/// Messages and what happened to them.
extension RecordIntake {
  struct ConversationKey: Hashable {
    var channelID: Int64
    var party: ConversationParty
  }

  /// Where a message belongs: the ticket's key, or the thread.
  struct Place {
    var channel: Channel
    var conversationID: Int64
    var owner: Threading.Owner?
    var requester: Int64
  }

  func take(_ record: MessageRecord) throws {
    let at = record.at.instant(in: context.zone)
    guard let author = try person(record.author) else {
      return try pend(.message(record), until: "party", record.author.key ?? "")
    }
    let digest = Self.digest(of: record, at: at)
    let base = record.key ?? Self.contentKey(record, at: at)
    guard let key = try record.key ?? newKey(.message, base) else {
      totals.known += 1
      return revisit(author)
    }
    if author.author != .customer, try isDeliveredReply(record, key: key, digest: digest) {
      totals.known += 1
      return
    }
    if record.key != nil, let origin = try origin(.message, key) {
      return try meet(origin, again: record, author: author, at: at, digest: digest)
    }
    if try standsFor(record, key: key, digest: digest, author: author, at: at) { return }
    guard let place = try place(of: record, author: author) else { return }
    let side = Message.side(author: author.author, isPublic: record.isPublic, flags: record.flags)
    let text = Desk.storable(record.text)
    var ticketID: Int64?
    if let ticket = record.ticket {
      ticketID = try self.ticket(ticket, for: author, in: place, at: at)
      if ticketID == nil { return try pend(.message(record), until: "ticket", ticket) }
    } else if let side {
      ticketID = try threads.ticketID(
        of: TicketThreads.Said(
          side: side, at: at, text: text, channelID: place.channel.id, conversationID: place.conversationID),
        in: place.owner, requester: place.requester)
    } else if let owner = place.owner {
      ticketID = try threads.ticketID(ofNoticeAt: at, in: owner)
    }
    try insert(record, key: key, digest: digest, author: author, at: at, ticketID: ticketID, place: place)
  }

  /// Whether the message and one of its ticket are the same, of which a stand-in told too: the row is the message's.
  private func standsFor(
    _ record: MessageRecord, key: String, digest: Int64, author: Person, at: Instant
  ) throws -> Bool {
    guard let ticket = record.ticket, let ticketID = try ticketID(ticket),
      try record.isStandIn || hasStandIn(ticketID),
      let same = try store.messages(ofTicket: ticketID).first(where: {
        $0.flags.contains(.standIn) != record.isStandIn && $0.kind != .call
          && ($0.at == at || Self.collapsed($0.body) == Self.collapsed(record.text))
      })
    else { return false }
    try remember(.message, key, rowID: same.id, updatedAt: record.updatedAt, digest: digest)
    touched.insert(ticketID)
    if record.isStandIn {
      totals.known += 1
      return true
    }
    try store.update(message(of: record, id: same.id, by: author, at: at, ticketID: ticketID))
    totals.updated += 1
    return true
  }

  private func hasStandIn(_ ticketID: Int64) throws -> Bool {
    if let known = standIns[ticketID] { return known }
    let found = try store.hasStandIn(ticket: ticketID)
    standIns[ticketID] = found
    return found
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func insert(
    _ record: MessageRecord, key: String, digest: Int64, author: Person, at: Instant, ticketID: Int64?,
    place: Place
  ) throws {
    let id = nextMessageID
    nextMessageID += 1
    try store.insert(
      message(of: record, id: id, by: author, at: at, ticketID: ticketID),
      conversation: place.conversationID, batchID: context.batchID)
    try remember(.message, key, rowID: id, updatedAt: record.updatedAt, digest: digest)
    if record.isStandIn, let ticketID { standIns[ticketID] = true }
    totals.new += 1
    totals.newMessages += 1
  }

  private func message(of record: MessageRecord, id: Int64, by author: Person, at: Instant, ticketID: Int64?)
    -> Message
  {
    Message(
      id: id, ticketID: ticketID, at: at, author: author.author,
      authorName: author.author == .system ? "" : author.name,
      customerID: author.author == .customer ? author.customerID : nil, agentID: author.agentID,
      kind: record.kind, isPublic: record.isPublic, body: Desk.storable(record.text),
      attachment: record.attachment.map(Desk.storable(_:)),
      flags: record.isStandIn ? record.flags.union(.standIn) : record.flags)
  }

  /// The ticket of that key: implied where only its customer's words have come; nil where it must be waited for.
  func ticket(_ key: String, for author: Person, in place: Place, at time: Instant) throws -> Int64? {
    let id: Int64
    if let known = try ticketID(key) {
      id = known
    } else if author.author == .customer, let customerID = author.customerID {
      id = try impliedTicket(key, customerID: customerID, channel: place.channel, at: time)
    } else {
      return nil
    }
    touched.insert(id)
    return id
  }

  /// Nil where the record had to be kept until its chat or its ticket comes.
  private func place(of record: MessageRecord, author: Person) throws -> Place? {
    let channel = context.channel
    if let chat = record.chat, chat.isGroup {
      let subject = chat.title.map(Desk.storable(_:)) ?? chat.key
      let id = try groupConversation(chat.key, subject: subject)
      let requester = try author.customerID ?? person(PartyRecord(role: .customer, name: subject))?.customerID
      return Place(channel: channel, conversationID: id, owner: .group(id), requester: requester ?? 0)
    }
    let other = try record.chat?.customer.flatMap { try person($0, as: .customer) }
    var customer = author.author == .customer ? author.customerID : other?.customerID
    if let chat = record.chat {
      if let customer {
        if try origin(.chat, chat.key) == nil { try remember(.chat, chat.key, rowID: customer) }
      } else {
        customer = try origin(.chat, chat.key)?.rowID
        if customer == nil {
          try pend(.message(record), until: Origin.Kind.chat.rawValue, chat.key)
          return nil
        }
      }
    }
    if customer == nil, let key = record.ticket {
      guard let id = try ticketID(key), let ticket = try store.ticket(id) else {
        try pend(.message(record), until: Origin.Kind.ticket.rawValue, key)
        return nil
      }
      customer = ticket.customerID
    }
    let customerID = try customer ?? person(PartyRecord(role: .customer))?.customerID ?? 0
    let id = try conversation(with: .customer(customerID), onChannel: channel.id)
    let isNobody = author.isNobody || (author.author != .customer && customer == nil)
    return Place(
      channel: channel, conversationID: id, owner: isNobody ? nil : .customer(customerID),
      requester: customerID)
  }

  func conversation(with party: ConversationParty, onChannel channelID: Int64) throws -> Int64 {
    let key = ConversationKey(channelID: channelID, party: party)
    if let known = conversations[key] { return known }
    let id = try store.conversationID(with: party, onChannel: channelID)
    conversations[key] = id
    return id
  }

  /// A group is known by its id, whatever it is called now.
  private func groupConversation(_ key: String, subject: String) throws -> Int64 {
    if let known = try origin(.chat, key) { return known.rowID }
    let id = try store.conversationID(with: .group(subject), onChannel: context.channel.id)
    try remember(.chat, key, rowID: id)
    return id
  }

  /// Something came again: its thread may have a quiet ticket by now.
  func revisit(_ author: Person) {
    if let id = author.customerID, !author.isNobody { threads.revisit(.customer(id)) }
  }

  private func meet(
    _ origin: Origin, again record: MessageRecord, author: Person, at: Instant, digest: Int64
  ) throws {
    guard origin.isNews(digest: digest, updatedAt: record.updatedAt) else {
      totals.known += 1
      return revisit(author)
    }
    guard var message = try store.message(origin.rowID) else {
      totals.known += 1
      return
    }
    // A message that has come itself says more than what stood for it.
    if record.isStandIn && !message.flags.contains(.standIn) {
      totals.known += 1
      return
    }
    let before = message
    let text = Desk.storable(record.text)
    if text != message.body && record.kind == .message { message.flags.insert(.edited) }
    (message.body, message.kind, message.isPublic, message.at) = (text, record.kind, record.isPublic, at)
    message.attachment = record.attachment.map(Desk.storable(_:))
    message.flags.formUnion(record.flags)
    var origin = origin
    origin.learn(digest: digest, updatedAt: record.updatedAt)
    try store.update(origin)
    if message == before {
      totals.known += 1
      return
    }
    try store.update(message)
    totals.updated += 1
    if let id = message.ticketID { try comeBack(toTicket: id) }
  }

  /// What was known of a ticket's messages has changed.
  func comeBack(toTicket id: Int64) throws {
    // What nobody in particular said is no thread.
    let isNobodys = try knownNobody().map { try store.owner(ofTicket: id) == .customer($0) } ?? false
    if try isNobodys || store.isOfAnotherSystem(ticket: id) {
      touched.insert(id)
    } else {
      threads.revise(ticket: id)
    }
  }
}
