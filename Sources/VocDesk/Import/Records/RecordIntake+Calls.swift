import VocChannels
import VocDomain
import VocStore

/// Calls and the agents' comings and goings.
extension RecordIntake {
  func take(_ record: CallRecord) throws {
    if record.direction == .internal { return try takeInternal(record) }
    let at = record.at.instant(in: context.zone)
    let digest = Self.digest(of: record, at: at)
    var record = record
    if let queue = record.queue { record.queue = queueNames[queue] ?? queue }
    guard let key = try record.key ?? newKey(.call, "\(at.unixSeconds):\(digest)") else {
      totals.known += 1
      return
    }
    if try meetTwin(record, key: key, digest: digest) { return }
    if record.key != nil, let origin = try origin(.call, key) {
      return try meet(origin, again: record, digest: digest)
    }
    guard let customer = try person(record.customer, as: .customer), let customerID = customer.customerID
    else {
      return try pend(.call(record), until: "party", record.customer.key ?? "")
    }
    let channel = context.channel
    let conversationID = try conversation(with: .customer(customerID), onChannel: channel.id)
    let message = try message(of: record, at: at, customer: customer)
    let place = Place(
      channel: channel, conversationID: conversationID,
      owner: customer.isNobody ? nil : .customer(customerID),
      requester: customerID)
    var ticketID: Int64?
    if let ticket = record.ticket { ticketID = try self.ticket(ticket, for: customer, in: place, at: at) }
    let placed =
      try ticketID
      ?? threads.ticketID(of: said(message, in: conversationID), in: place.owner, requester: customerID)
    var kept = message
    (kept.id, kept.ticketID) = (nextMessageID, placed)
    nextMessageID += 1
    try store.insert(kept, conversation: conversationID, batchID: context.batchID)
    try store.insert(Call(record), message: kept.id)
    try remember(.call, key, rowID: kept.id, updatedAt: record.updatedAt, digest: digest)
    totals.new += 1
    totals.newCalls += 1
  }

  /// A call among agents is no customer's; but what looks like one may be a part of a customer's.
  private func takeInternal(_ record: CallRecord) throws {
    guard let key = record.key, !record.fragments.isEmpty else {
      totals.internalCalls += 1
      return
    }
    guard let origin = try origin(.call, key) else {
      return try link(.call(record), until: Origin.Kind.call.rawValue, key)
    }
    try meet(origin, again: record, digest: 0)
  }

  /// A call is a message of whoever dialled; one in which both spoke is our reply too.
  private func message(of record: CallRecord, at: Instant, customer: Person) throws -> Message {
    let agent = try record.agent.flatMap { try person($0, as: .agent) }
    let isAnswered = record.disposition == .answered
    var flags: ChannelRecord.Flags = []
    if isAnswered { flags.insert(.answeredCall) }
    if record.direction == .outbound && !isAnswered { flags.insert(.unansweredCall) }
    let isOurs = record.direction == .outbound
    return Message(
      id: 0, ticketID: nil, at: at, author: isOurs ? .agent : .customer,
      authorName: isOurs ? agent?.name ?? context.channel.name : customer.name,
      customerID: isOurs ? nil : customer.customerID, agentID: agent?.agentID, kind: .call,
      body: Desk.storable(record.note ?? ""), flags: flags)
  }

  private func meet(_ origin: Origin, again record: CallRecord, digest: Int64) throws {
    guard let call = try store.call(ofMessage: origin.rowID), let stored = try store.message(origin.rowID)
    else {
      totals.known += 1
      return
    }
    var record = record
    switch (call.fragments.isEmpty, record.fragments.isEmpty) {
    case (false, false):
      // Both may lack something: together their rows tell the call.
      let rows = Array(Set(call.fragments + record.fragments)).sorted()
      guard rows != call.fragments.sorted(), let whole = reader?.call(fragments: rows) else {
        return known(stored)
      }
      // What customers' calls turn into is never a call among agents.
      if whole.direction == .internal { return known(stored) }
      record = whole
    case (false, true): break
    // A part adds nothing to the whole.
    case (true, false): return known(stored)
    case (true, true):
      if !origin.isNews(digest: digest, updatedAt: record.updatedAt) { return known(stored) }
    }
    try rewrite(stored, call, as: record, of: origin)
  }

  /// Says of a call that is here what a newer record says.
  func rewrite(_ stored: Message, _ call: Call, as record: CallRecord, of origin: Origin) throws {
    let at = record.at.instant(in: context.zone)
    let customer = try person(record.customer, as: .customer)
    var message = try self.message(
      of: record, at: at, customer: customer ?? Person(author: .customer, name: ""))
    (message.id, message.ticketID) = (stored.id, stored.ticketID)
    if customer?.isNobody != false && record.direction == .inbound {
      (message.customerID, message.authorName) = (stored.customerID, stored.authorName)
    }
    var changed = origin
    changed.learn(digest: Self.digest(of: record, at: at), updatedAt: record.updatedAt)
    message.rawHeader = stored.rawHeader
    if message == stored && Call(record) == call {
      totals.known += 1
      return
    }
    try store.update(changed)
    try store.update(message)
    try store.update(Call(record), message: stored.id)
    totals.updated += 1
    if let customer, !customer.isNobody, try placeAnew(message, of: customer) { return }
    if let id = stored.ticketID {
      if message.customerID != stored.customerID { try give(ticket: id, to: message.customerID) }
      try comeBack(toTicket: id)
    }
  }

  /// The rest of a call told who had called: nobody's ticket becomes theirs.
  private func give(ticket id: Int64, to customerID: Int64?) throws {
    guard let customerID, let nobody = try knownNobody(), var threaded = try store.threadedTicket(id),
      threaded.ticket.customerID == nobody
    else { return }
    threaded.ticket.customerID = customerID
    try store.update(threaded.ticket, isSettled: threaded.isSettled)
  }

  /// Gives a call of nobody in particular to the customer whom its other half names; false where its place is right,
  /// or people have worked on its ticket.
  private func placeAnew(_ message: Message, of customer: Person) throws -> Bool {
    guard let customerID = customer.customerID, let old = message.ticketID,
      let ticket = try store.ticket(old),
      try ticket.customerID == knownNobody(), old < threads.firstNewTicketID, ticket.customerID != customerID,
      ticket.assigneeID == nil,
      try !store.isOfAnotherSystem(ticket: old), try !store.hasActs(ticket: old),
      try !store.isReferredTo(ticket: old)
    else { return false }
    let conversationID = try conversation(with: .customer(customerID), onChannel: context.channel.id)
    let new = try threads.ticketID(
      of: said(message, in: conversationID), in: .customer(customerID), requester: customerID)
    try store.move(message: message.id, toTicket: new, conversation: conversationID)
    for (event, _) in try store.derivedEvents(ofTicket: old) { try store.deleteDerivedEvent(event) }
    try store.deleteTicket(old)
    return true
  }

  private func said(_ message: Message, in conversationID: Int64) -> TicketThreads.Said {
    TicketThreads.Said(
      side: Message.side(author: message.author, isPublic: true, flags: message.flags) ?? .neither,
      at: message.at, text: message.body, channelID: context.channel.id, conversationID: conversationID)
  }

  private func known(_ message: Message) {
    if let id = message.customerID { threads.revisit(.customer(id)) }
    totals.known += 1
  }

  func take(_ record: AgentStateRecord) throws {
    let agent = try person(record.agent, as: .agent)
    guard let id = agent?.agentID else {
      totals.known += 1
      return
    }
    let isNew = try store.insert(
      state: record.state, ofAgent: id, at: record.at.instant(in: context.zone), queue: record.queue,
      reason: record.reason.map(Desk.storable(_:)))
    if isNew { totals.new += 1 } else { totals.known += 1 }
  }

  /// Takes in the name of a queue; what it was called first stays.
  func nameQueue(_ key: String, _ name: String) throws {
    if queueNames[key] != nil {
      totals.known += 1
      return
    }
    try store.nameQueue(key, name, ofSource: sourceID)
    queueNames[key] = name
    totals.new += 1
  }

  private static func digest(of record: CallRecord, at: Instant) -> Int64 {
    let texts: [String?] = [
      record.direction.rawValue, record.disposition.rawValue, record.customer.phone ?? record.customer.key,
      record.agent?.name ?? record.agent?.key, record.queue, record.note,
    ]
    let numbers: [Int64?] = [
      record.wait, record.talk, record.hold, record.wrapUp, Int64(record.transfers), at.unixSeconds,
    ]
    return Fingerprint(texts, numbers).value
  }
}
