public import VocDomain
import VocStore

/// Tickets that turn out to be one matter, or two.
extension Desk {
  /// The unsolved tickets that one could be merged into: its customer's, the newest first.
  public func mergeTargets(ofTicket id: Int64) throws -> [Ticket] {
    try store.snapshot {
      let customer = try ticket(id).customerID
      if try store.isNobody(customer) { return [] }
      return try store.newestTickets(ofCustomer: customer, limit: 200).filter {
        $0.id != id && Ticket.Status.unsolved.contains($0.status)
      }
    }
  }

  /// Makes tickets part of another of the same customer, which has their messages and tags from then on; they are closed.
  ///
  /// Returns the ticket that has all. Throws `VocError.sameTicket`, `.ticketMerged`, `.mergeIntoOver`, `.ticketsOfTwo`.
  public func merge(_ ids: [Int64], into target: Int64, rehearsing: Bool = false) throws -> Ticket {
    try acting([.merge], rehearsing: rehearsing) { moment in
      for id in ids { try merge(id, into: target, at: moment) }
      return try ticket(target)
    }
  }

  private func merge(_ id: Int64, into target: Int64, at moment: Instant) throws {
    let (source, survivor) = (try ticket(id), try ticket(target))
    if id == target { throw VocError.sameTicket(id) }
    for ticket in [id, target] where try store.mergedInto(ticket: ticket) != nil {
      throw VocError.ticketMerged(ticket, into: try store.survivor(ofTicket: ticket))
    }
    guard Ticket.Status.unsolved.contains(survivor.status) else {
      throw VocError.mergeIntoOver(target, survivor.status)
    }
    guard source.customerID == survivor.customerID else {
      throw VocError.ticketsOfTwo(id, try name(source.customerID), target, try name(survivor.customerID))
    }
    guard let status = TicketAct.merge.status(after: source.status) else {
      throw VocError.illegalMove(.merge, ticket: id, status: source.status)
    }
    for ticket in [id, target] { try store.keepBefore(ticket: ticket) }
    for message in try store.messageIDs(ofTicket: id) {
      try store.moveInAct(message: message, from: id, toTicket: target)
    }
    try store.setMerged(ticket: id, into: target)
    try store.insert(
      TicketEvent(ticketID: id, at: moment, actor: actor, kind: .merge, to: "\(target)"))
    try store.insert(
      TicketEvent(ticketID: target, at: moment, actor: actor, kind: .merge, from: "\(id)"))
    var (closed, changed) = (source, survivor)
    closed.status = status
    closed.solvedAt = source.solvedAt ?? moment
    try keep(closed, from: source, .merge, at: moment)
    for tag in try store.tags(ofTicket: id) { try retag(tag, of: &changed, adding: true, at: moment) }
    changed.createdAt = min(source.createdAt, survivor.createdAt)
    try keep(changed, from: survivor, .merge, at: moment)
  }

  /// Takes a ticket out of the one that it was merged into, with the messages that it had then.
  ///
  /// What has come since stays there. Returns both. Throws `VocError.ticketNotMerged`.
  public func unmerge(_ id: Int64, rehearsing: Bool = false) throws -> [Ticket] {
    try acting([.unmerge], rehearsing: rehearsing) { moment in
      let source = try ticket(id)
      let survivor = try ticket(try store.survivor(ofTicket: id))
      if survivor.id == id { throw VocError.ticketNotMerged(id) }
      guard let act = try store.mergingAct(ofTicket: id) else { throw VocError.nothingToUnmerge(id) }
      let kept = try store.ticketsBefore(act: act)
      for ticket in [id, survivor.id] { try store.keepBefore(ticket: ticket) }
      for moved in try store.movedMessages(byAct: act) where moved.from == id {
        if try store.message(moved.messageID)?.ticketID == survivor.id {
          try store.moveInAct(message: moved.messageID, from: survivor.id, toTicket: id)
        }
      }
      try store.setMerged(ticket: id, into: nil)
      try store.insert(
        TicketEvent(ticketID: id, at: moment, actor: actor, kind: .unmerge, to: "\(survivor.id)"))
      try store.insert(
        TicketEvent(ticketID: survivor.id, at: moment, actor: actor, kind: .unmerge, from: "\(id)"))
      var (free, changed) = (source, survivor)
      let events = try store.events(ofAct: act, onTicket: id)
      try takeTagsBack(of: id, from: &changed, broughtBy: act, at: moment)
      // It is as if it had never been closed.
      try store.cancel(act: act, onTicket: id)
      func before(_ kind: TicketEvent.Kind) -> String? { events.first { $0.kind == kind }?.from }
      free.status = before(.status).flatMap(Ticket.Status.init(rawValue:)) ?? .open
      if free.status == .pending {
        free.pendingUntil = before(.pendingUntil).flatMap(Instant.init(eventText:))
      }
      free.solvedAt = kept.first { $0.ticketID == id }?.solvedAt
      try keep(free, from: source, .unmerge, at: moment)
      let starts = try store.merged(intoTicket: survivor.id).compactMap { try store.ticket($0)?.createdAt }
      let own = kept.first { $0.ticketID == survivor.id }?.createdAt ?? survivor.createdAt
      changed.createdAt = starts.reduce(own, min)
      try keep(changed, from: survivor, .unmerge, at: moment)
      return [try ticket(id), try ticket(survivor.id)]
    }
  }

  /// Makes a new ticket of some of a ticket's messages, given by their places in its conversation, from 1.
  ///
  /// Returns both. Throws `VocError.noSuchMessage`, `.splitsNothing`.
  public func split(_ id: Int64, messages places: [Int], rehearsing: Bool = false) throws -> [Ticket] {
    try acting([.split], rehearsing: rehearsing) { moment in
      let source = try ticket(id)
      guard TicketAct.split.status(after: source.status) != nil else {
        throw VocError.illegalMove(.split, ticket: id, status: source.status)
      }
      let all = try store.messages(ofTicket: id)
      let chosen = try Set(places).sorted().map { place in
        guard (1...all.count).contains(place) else {
          throw VocError.noSuchMessage(place, ticket: id, of: all.count)
        }
        return all[place - 1]
      }
      guard let first = chosen.first, chosen.count < all.count else { throw VocError.splitsNothing(id) }
      try store.keepBefore(ticket: id)
      let part = try insertPart(of: source, chosen, from: first.at, at: moment)
      for message in chosen { try store.moveInAct(message: message.id, from: id, toTicket: part.id) }
      try keep(source, from: source, .split, at: moment)
      try keep(part, from: part, .split, at: moment)
      try store.setAssignment(ofTicket: part.id, to: part.assigneeID, at: moment)
      return [try ticket(part.id), try ticket(id)]
    }
  }

  private func insertPart(
    of source: Ticket, _ messages: [Message], from start: Instant, at moment: Instant
  ) throws -> Ticket {
    var part = source
    part.id = try store.nextTicketID()
    part.status = source.status == .new ? .new : .open
    part.subject = messages.lazy.map { Ticket.subject(from: $0.body) }.first { !$0.isEmpty } ?? ""
    part.customerID = messages.lazy.compactMap(\.customerID).first ?? source.customerID
    (part.createdAt, part.updatedAt, part.solvedAt, part.cause) = (start, moment, nil, nil)
    try store.insert(part)
    try store.keepBefore(ticket: part.id)
    try store.insert(
      TicketEvent(
        ticketID: part.id, at: moment, actor: actor, kind: .created, to: part.status.rawValue))
    try store.insert(
      TicketEvent(ticketID: part.id, at: moment, actor: actor, kind: .split, from: "\(source.id)"))
    try store.insert(
      TicketEvent(ticketID: source.id, at: moment, actor: actor, kind: .split, to: "\(part.id)"))
    return part
  }

  /// Writes a ticket that has other messages than before, with what follows from them.
  private func keep(_ ticket: Ticket, from before: Ticket, _ act: TicketAct, at moment: Instant) throws {
    var ticket = ticket
    ticket.waitingSince = try waitingSince(ticket)
    ticket.lastMessageAt = try store.lastPublicMessage(ofTicket: ticket.id) ?? ticket.lastMessageAt
    // The customer's words that come to a ticket open it, as if they had just written.
    if ticket.waitingSince != nil, before.waitingSince == nil {
      ticket.status = TicketAct.customerMessage.status(after: ticket.status) ?? ticket.status
    }
    ticket.updatedAt = moment
    try keepHolder(of: ticket, before: before, act, at: moment)
    try store.update(ticket, isSettled: ticket.status == before.status ? nil : false)
    try recordChanges(from: before, to: ticket, at: moment)
  }

  /// Of the tags that an act brought to a ticket those that another had, and none of those still merged into it has.
  private func takeTagsBack(
    of source: Int64, from survivor: inout Ticket, broughtBy act: Int64, at moment: Instant
  ) throws {
    let events = try store.events(ofAct: act, onTicket: survivor.id)
    let brought = events.filter { $0.kind == .tag }.compactMap(\.to)
    let others = try store.merged(intoTicket: survivor.id).flatMap { try store.tags(ofTicket: $0) }
    for tag in try store.tags(ofTicket: source) where brought.contains(tag) && !others.contains(tag) {
      try retag(tag, of: &survivor, adding: false, at: moment)
    }
  }

  private func name(_ customer: Int64) throws -> String {
    try store.customer(customer)?.name ?? "#\(customer)"
  }

  /// Runs the body as one act and one transaction; a rehearsal takes everything back.
  func acting<Result>(
    _ verbs: [TicketAct], rehearsing: Bool, _ body: (Instant) throws -> Result
  ) throws -> Result {
    let moment = now()
    let act = { try self.store.act(verbs, by: self.actor, at: moment) { try body(moment) } }
    return rehearsing ? try store.rehearsal(act) : try store.transaction(act)
  }
}
