import VocDomain
import VocStore

/// Tickets that another system tells apart, and their histories.
extension RecordIntake {
  func take(_ record: TicketRecord) throws {
    let digest = Self.digest(of: record)
    let known = try origin(.ticket, record.key)
    let version = record.updatedAt ?? record.asOf?.instant(in: context.zone)
    if let known, !known.isNews(digest: digest, updatedAt: version, isVersion: record.updatedAt != nil),
      !(isReplaying && known.digest == digest)
    {
      totals.known += 1
      return
    }
    let requester = try record.requester.flatMap { try person($0, as: .customer) }
    let channel = try channel(via: record.via)
    let customerID = try requester?.customerID ?? anyCustomerID(ofTicket: known?.rowID)
    let id =
      try known?.rowID ?? openTicket(record.key, customerID: customerID, channel: channel, at: time(record))
    if var known {
      known.learn(digest: digest, updatedAt: version)
      try store.update(known)
      totals.updated += 1
    } else {
      try remember(.ticket, record.key, rowID: id, updatedAt: version, digest: digest)
      totals.new += 1
    }
    ticketIDs[record.key] = known == nil ? id : try store.survivor(ofTicket: id)
    try write(record, ticketID: id, customerID: customerID, channel: channel)
    if let assignee = record.assignee, let key = assignee.key, try person(assignee, as: .agent) == nil {
      try link(.ticket(record), until: "party", key)
    }
    for tag in record.tags where !Desk.tag(tag).isEmpty { try store.addTag(Desk.tag(tag), toTicket: id) }
    touched.insert(id)
  }

  private func time(_ record: TicketRecord) -> Instant {
    record.createdAt?.instant(in: context.zone) ?? record.updatedAt ?? record.asOf?.instant(in: context.zone)
      ?? desk.now()
  }

  private func write(
    _ record: TicketRecord, ticketID id: Int64, customerID: Int64, channel: Channel
  ) throws {
    guard var threaded = try store.threadedTicket(id) else { return }
    threaded.ticket.customerID = customerID
    threaded.ticket.channelID = channel.id
    threaded.ticket.createdAt = record.createdAt?.instant(in: context.zone) ?? threaded.ticket.createdAt
    if let subject = record.subject.map(Desk.storable(_:)), !subject.isEmpty {
      threaded.ticket.subject = Ticket.subject(from: subject)
    } else if threaded.ticket.subject == Ticket.subject(from: Desk.storable(record.key)) {
      // Its history came first and named it; now its messages do.
      threaded.ticket.subject = ""
    }
    let lastAct = try store.lastAct(onTicket: id)
    // Whoever did something later than the export knows of has the last word.
    let isOutdone =
      try lastAct.map { try $0 > record.updatedAt ?? $0 || store.mergedInto(ticket: id) != nil } ?? false
    if !isOutdone {
      threaded.ticket.priority = record.priority ?? threaded.ticket.priority
      threaded.ticket.cause = record.cause ?? threaded.ticket.cause
      if let assignee = record.assignee {
        threaded.ticket.assigneeID = try person(assignee, as: .agent)?.agentID
      }
      if let status = record.status {
        let isOver = status == .solved || status == .closed
        threaded.ticket.status = status
        threaded.isSettled = false
        if isOver { threaded.ticket.waitingSince = nil }
        threaded.ticket.solvedAt =
          isOver ? record.solvedAt?.instant(in: context.zone) ?? record.updatedAt ?? time(record) : nil
      }
    }
    threaded.ticket.updatedAt = desk.now()
    try store.update(threaded.ticket, isSettled: threaded.isSettled)
    guard record.status != nil, !isOutdone else { return }
    try store.setTold(ticket: id)
    let moment = threaded.ticket.solvedAt ?? record.updatedAt ?? threaded.ticket.createdAt
    try folding.tell(threaded.ticket, asOf: moment)
  }

  /// The ticket of a key, if it has come, or the one that it was merged into.
  func ticketID(_ key: String) throws -> Int64? {
    if let known = ticketIDs[key] { return known }
    guard let known = try origin(.ticket, key)?.rowID else { return nil }
    let id = try store.survivor(ofTicket: known)
    ticketIDs[key] = id
    return id
  }

  /// A ticket that is known only by what belongs to it: its own record may still come.
  func impliedTicket(_ key: String, customerID: Int64, channel: Channel, at time: Instant) throws -> Int64 {
    let id = try openTicket(key, customerID: customerID, channel: channel, at: time)
    try remember(.ticket, key, rowID: id)
    ticketIDs[key] = id
    return id
  }

  private func openTicket(_ key: String, customerID: Int64, channel: Channel, at time: Instant) throws
    -> Int64
  {
    let id = try threads.takeTicketID()
    try store.insert(
      Ticket(
        id: id, status: .new, subject: "", customerID: customerID, channelID: channel.id,
        createdAt: time, updatedAt: desk.now()),
      sourceID: sourceID)
    totals.newTickets += 1
    return id
  }

  /// The customer that a ticket without a requester has, or nobody in particular.
  private func anyCustomerID(ofTicket id: Int64?) throws -> Int64 {
    if let id, let ticket = try store.ticket(id) { return ticket.customerID }
    return try person(PartyRecord(role: .customer))?.customerID ?? 0
  }

  /// Brings a ticket up to its messages, calls and entries, and writes the events that follow from them.
  func refreshTicket(_ id: Int64) throws {
    guard let found = try store.threadedTicket(id) else { return }
    // What was merged is closed, and has no messages to be brought up to.
    if try found.ticket.status == .closed && store.mergedInto(ticket: id) != nil { return }
    var stored = found
    if let customerID = try firstCustomer(of: found.ticket) { stored.ticket.customerID = customerID }
    let folded = stored.isTold ? try folding.refresh(stored) : try folding.fold(stored, settling: true)
    if try stored.isTold
      && (store.hasActivities(ticket: id)
        || folded.ticket.createdAt != found.ticket.createdAt && !store.hasActs(ticket: id))
    {
      let told = try store.derivedEvents(ofTicket: id).last?.event.at
      try folding.tell(
        folded.ticket,
        asOf: max(folded.ticket.solvedAt ?? told ?? folded.ticket.createdAt, folded.ticket.createdAt))
    }
    try refreshAnswers(ofTicket: id)
    if folded == found { return }
    var ticket = folded.ticket
    ticket.updatedAt = desk.now()
    try store.update(ticket, isSettled: folded.isSettled)
  }

  /// Who wrote first on a ticket whose requester nobody has told.
  private func firstCustomer(of ticket: Ticket) throws -> Int64? {
    let channelID = context.channel.id
    guard let nobody = try knownNobody(), ticket.customerID == nobody, channelID != 0 else { return nil }
    return try store.firstAuthor(ofTicket: ticket.id, otherThan: nobody)
  }

  /// Who had last replied when an answer was given, of what has come by now.
  private func refreshAnswers(ofTicket id: Int64) throws {
    for answer in try store.importedAnswers(ofTicket: id) {
      let agentID = try store.lastReplyAgent(ticket: id, by: answer.at)
      if agentID != answer.lastReplyAgentID { try store.setLastReplyAgent(agentID, ofAnswer: answer.id) }
    }
  }

  func take(_ event: EventRecord) throws {
    let at = event.at.instant(in: context.zone)
    let customer = try event.customer.flatMap { try person($0, as: .customer)?.customerID }
    let known = try ticketID(event.ticket)
    let ticketID =
      try known
      ?? impliedTicket(
        event.ticket, customerID: try customer ?? anyCustomerID(ofTicket: nil), channel: context.channel,
        at: at)
    if known == nil { try nameTicket(ticketID, after: event.ticket) }
    let digest = Fingerprint(
      [event.name, event.actor?.name ?? event.actor?.key, event.from, event.to], [at.unixSeconds])
    guard let key = try event.key ?? newKey(.event, "\(event.ticket)\u{1F}\(digest.value)") else {
      totals.known += 1
      return
    }
    if try event.key != nil && origin(.event, key) != nil {
      totals.known += 1
      return
    }
    let eventID = try store.nextEventID()
    let change = [event.from, event.to].compactMap { $0 }.joined(separator: " → ")
    let actor = try event.actor.flatMap { try person($0, as: $0.role ?? .agent)?.name } ?? ""
    try store.insert(
      TicketEvent(
        ticketID: ticketID, at: at, actor: actor.isEmpty ? "—" : actor, kind: .activity,
        from: event.status?.rawValue,
        to: Desk.storable(ActivityText(name: event.name, change: change).stored)),
      id: eventID, batchID: context.batchID)
    try remember(.event, key, rowID: eventID, digest: digest.value)
    totals.new += 1
    totals.newEvents += 1
    touched.insert(ticketID)
  }

  /// A ticket of which only a history is known goes by its number there.
  private func nameTicket(_ id: Int64, after key: String) throws {
    guard var threaded = try store.threadedTicket(id) else { return }
    threaded.ticket.subject = Ticket.subject(from: Desk.storable(key))
    try store.update(threaded.ticket, isSettled: threaded.isSettled)
  }

  /// The channel of a record that says which kind it came by, made where it is new.
  func channel(via: String?) throws -> Channel {
    guard let via, !context.isChannelGiven else { return context.channel }
    if let known = channels[via] { return known }
    let channel = try desk.findOrMakeChannel(
      "\(context.channel.name) \(via)", kind: via, zone: context.zone.name, country: context.country)
    channels[via] = channel
    return channel
  }

  private static func digest(of record: TicketRecord) -> Int64 {
    let digest = Fingerprint(
      [
        record.subject, record.status?.rawValue, record.via, record.cause, record.requester?.key,
        record.requester?.name, record.assignee?.key, record.assignee?.name,
        record.tags.joined(separator: "\u{1F}"),
      ], [record.priority?.rawValue, record.updatedAt?.unixSeconds])
    // 0 is for tickets of which only what belongs to them is known.
    return digest.value == 0 ? 1 : digest.value
  }
}
