public import VocDomain
import VocStore

/// Taking back what one did to tickets.
extension Desk {
  /// What undoing an act brought back.
  public struct Undone: Sendable {
    public var act: PerformedAct
    public var tickets: [UndoneTicket]
    /// The tickets on which somebody has changed it since: they stay as they are.
    public var left: [ChangeSince]
    /// Who has tickets again and is offline: where somebody is has no history.
    public var offline: [Agent] = []
  }

  public struct UndoneTicket: Sendable {
    /// As it is now.
    public var ticket: Ticket
    /// From what the act had made of it to what it was before.
    public var restored: [TicketEvent]
  }

  /// One's acts on tickets, the newest first.
  public func acts(limit: Int) throws -> [PerformedAct] {
    try store.acts(of: actor, standingOnly: false, limit: limit)
  }

  /// Takes back one of the actor's acts on all its tickets, the newest one where `id` is nil.
  ///
  /// Where somebody has changed since what it changed, nothing is undone, or with `leavingChanged` those tickets are
  /// left as they are; so too where a reply is with a connector or sent. Throws `VocError.changedSince`, `.replyOut`,
  /// `.nothingToUndo`, `.unknownAct`, `.othersAct`, `.actUndone`.
  public func undo(act id: Int64?, leavingChanged: Bool = false, rehearsing: Bool = false) throws -> Undone {
    func undo() throws -> Undone {
      let act = try actToUndo(id)
      let moment = now()
      var undone = Undone(act: act, tickets: [], left: [])
      let moved = try store.movedMessages(byAct: act.id)
      try store.act(act.verbs, by: actor, at: moment, undoing: act.id) {
        for (message, from, to) in moved where try store.message(message)?.ticketID == to {
          try store.moveInAct(message: message, from: to, toTicket: from)
        }
        for before in try store.ticketsBefore(act: act.id) {
          let done = NetChanges(try store.events(ofAct: act.id, onTicket: before.ticketID))
          let later = try store.events(afterAct: act.id, onTicket: before.ticketID)
          // What was opened cannot be taken back once somebody has gone on with it.
          let goneOn = act.verbs.contains(.followUp) ? later.first : nil
          if let event = goneOn {
            undone.left.append(
              ChangeSince(ticketID: before.ticketID, kind: event.kind, actor: event.actor, at: event.at))
          } else if let change = try change(of: done, since: later, onTicket: before.ticketID) {
            undone.left.append(change)
          } else {
            let isLast = later.isEmpty
            undone.tickets.append(try restore(before, done, from: act, isLast: isLast, at: moment))
          }
        }
        // A matter cannot be made two again by halves.
        let isWhole = !leavingChanged || !moved.isEmpty
        if undone.tickets.isEmpty || isWhole && !undone.left.isEmpty {
          let out = undone.left.filter { $0.departure != nil }
          let others = moved.isEmpty ? undone.tickets.count : 0
          throw out.isEmpty
            ? VocError.changedSince(act: act.id, undone.left, others: others)
            : VocError.replyOut(
              act: act.id, out, others: others,
              before: try store.acts(of: actor, standingOnly: true, before: act.id, limit: 1).first?.id)
        }
      }
      undone.offline = try offlineHolders(of: undone.tickets)
      return undone
    }
    return rehearsing ? try store.rehearsal(undo) : try store.transaction(undo)
  }

  /// Those of whom somebody has said where they are.
  private func offlineHolders(of tickets: [UndoneTicket]) throws -> [Agent] {
    let given = tickets.filter { $0.restored.contains { $0.kind == .assignee } }
    return try Set(given.compactMap(\.ticket.assigneeID)).sorted().compactMap { id in
      guard let profile = try store.profile(ofAgent: id), profile.since != nil,
        profile.state == AgentProfile.State.offline
      else { return nil }
      return profile.agent
    }
  }

  private func actToUndo(_ id: Int64?) throws -> PerformedAct {
    guard let id else {
      guard let newest = try store.acts(of: actor, standingOnly: true, limit: 1).first else {
        throw VocError.nothingToUndo(actor: actor)
      }
      return newest
    }
    guard let act = try store.act(id) else { throw VocError.unknownAct(id) }
    if act.actor != actor { throw VocError.othersAct(id, by: act.actor) }
    if act.undoes != nil || act.undoneCount == act.ticketCount { throw VocError.actUndone(id) }
    return act
  }

  /// What has happened since to something that an act changed.
  private func change(
    of done: NetChanges, since later: [TicketEvent], onTicket id: Int64
  ) throws -> ChangeSince? {
    if let event = later.first(where: done.concerns) {
      return ChangeSince(ticketID: id, kind: event.kind, actor: event.actor, at: event.at)
    }
    for reply in done.changes where reply.kind == .reply {
      guard let message = reply.to.flatMap({ Int64($0) }),
        let entry = try store.outboxEntry(ofMessage: message), entry.isOut
      else { continue }
      return ChangeSince(
        ticketID: id, kind: .reply, actor: entry.claim?.connector, at: entry.changedAt,
        departure: entry.state == .sent ? .sent : .claimed)
    }
    // An import writes what another system says without an event.
    let ticket = try ticket(id)
    if done.changes.contains(where: { $0.kind == .pendingUntil }), ticket.status != .pending,
      !done.changes.contains(where: { $0.kind == .status })
    {
      return ChangeSince(ticketID: id, kind: .status, actor: nil, at: nil)
    }
    let holder = try ticket.assigneeID.flatMap { try store.agent($0)?.name }
    let values: [TicketEvent.Kind: String?] = [
      .status: ticket.status.rawValue, .assignee: holder, .priority: ticket.priority.name,
      .cause: ticket.cause, .pendingUntil: ticket.pendingUntil?.eventText,
    ]
    for change in done.changes {
      if let value = values[change.kind], value != change.to {
        return ChangeSince(ticketID: id, kind: change.kind, actor: nil, at: nil)
      }
    }
    return nil
  }

  /// `isLast`: nothing has happened to the ticket since.
  private func restore(
    _ before: TicketBefore, _ done: NetChanges, from act: PerformedAct, isLast: Bool, at moment: Instant
  ) throws -> UndoneTicket {
    let id = before.ticketID
    try store.keepBefore(ticket: id)
    if isLast, try policyTimes().last.map({ $0.at < act.at }) ?? true {
      // What the act alone had it promised was never promised.
      try store.resetSLAPolicies(ofTicket: id, since: act.at, to: before.slaPolicy)
    }
    try store.setUndone(act: act.id, onTicket: id)
    var ticket = try ticket(id)
    var restored: [TicketEvent] = []
    for change in done.changes.reversed() {
      try takeBack(change, before, from: act, on: &ticket)
      if change.kind != .created { restored.append(inverse(of: change, at: moment)) }
    }
    ticket.waitingSince = try waitingSince(ticket)
    ticket.updatedAt = moment
    let isStatusBack = done.changes.contains { $0.kind == .status }
    try store.update(ticket, isSettled: isStatusBack ? before.isSettled : nil)
    let isUnsolved = Ticket.Status.unsolved.contains(ticket.status)
    if let holder = ticket.assigneeID, holder == before.assigneeID, isUnsolved, let since = before.assignedAt
    {
      let isGivenBack = done.changes.contains { $0.kind == .assignee }
      try store.setAssignment(
        ofTicket: id, to: holder,
        at: isGivenBack ? try holdsAgain(holder, since: since, at: moment) : since)
    }
    // What became of a part that is one with the whole again is told already, and stands.
    let isPart = done.changes.contains { $0.kind == .split && $0.from != nil }
    if !isPart { for event in restored { try store.insert(event) } }
    if act.verbs.contains(.followUp) { restored.append(try close(takenBack: &ticket, at: moment)) }
    return UndoneTicket(ticket: ticket, restored: restored)
  }

  /// A follow-up that was taken back: its number is gone all the same, and that stands; its answer may lead to another.
  private func close(takenBack ticket: inout Ticket, at moment: Instant) throws -> TicketEvent {
    try store.removeFollowUp(ofTicket: ticket.id)
    let closing = TicketEvent(
      ticketID: ticket.id, at: moment, actor: actor, kind: .status, from: ticket.status.rawValue,
      to: Ticket.Status.closed.rawValue)
    try store.insert(closing, isOfAct: false)
    (ticket.status, ticket.solvedAt) = (.closed, moment)
    try store.update(ticket, isSettled: nil)
    return closing
  }

  private func takeBack(
    _ change: TicketEvent, _ before: TicketBefore, from act: PerformedAct, on ticket: inout Ticket
  ) throws {
    switch change.kind {
    case .status:
      ticket.status = change.from.flatMap(Ticket.Status.init(rawValue:)) ?? ticket.status
      ticket.solvedAt = before.solvedAt
    case .pendingUntil: ticket.pendingUntil = change.from.flatMap(Instant.init(eventText:))
    case .assignee: ticket.assigneeID = before.assigneeID
    case .priority: ticket.priority = change.from.flatMap(Ticket.Priority.init(name:)) ?? ticket.priority
    case .cause: ticket.cause = change.from
    case .queue: try store.setQueue(change.from, ofTicket: ticket.id)
    case .tag:
      if let tag = change.to { try store.removeTag(tag, fromTicket: ticket.id) }
      if let tag = change.from { try store.addTag(tag, toTicket: ticket.id) }
    case .reply, .note:
      guard let message = change.to.flatMap({ Int64($0) }) else { return }
      try store.deleteMessage(message)
      if change.kind == .reply { ticket.lastMessageAt = try store.lastPublicMessage(ofTicket: ticket.id) }
    case .merge, .unmerge, .split: try takeBackMerge(change, before, from: act, on: &ticket)
    case .noReply, .created, .offer, .quality, .activity, .action: break
    }
  }

  private func takeBackMerge(
    _ change: TicketEvent, _ before: TicketBefore, from act: PerformedAct, on ticket: inout Ticket
  ) throws {
    switch (change.kind, change.from, change.to) {
    case (.merge, _, _?): try store.setMerged(ticket: ticket.id, into: nil)
    case (.unmerge, _, let survivor?):
      try store.setMerged(ticket: ticket.id, into: Int64(survivor))
      try store.restore(actCancelledBy: act.id, onTicket: ticket.id)
    case (.split, let whole?, _):
      // Its number is gone all the same, and that stands.
      try store.setMerged(ticket: ticket.id, into: Int64(whole))
      var merged = TicketEvent(ticketID: ticket.id, at: now(), actor: actor, kind: .merge, to: whole)
      try store.insert(merged, isOfAct: false)
      (merged.kind, merged.from, merged.to) = (.status, ticket.status.rawValue, Ticket.Status.closed.rawValue)
      try store.insert(merged, isOfAct: false)
      (ticket.status, ticket.solvedAt) = (.closed, now())
      try store.setAssignment(ofTicket: ticket.id, to: nil, at: now())
    default: break
    }
    ticket.createdAt = before.createdAt
    ticket.lastMessageAt = try store.lastPublicMessage(ofTicket: ticket.id) ?? ticket.lastMessageAt
  }

  private func inverse(of change: TicketEvent, at moment: Instant) -> TicketEvent {
    var inverse = change
    (inverse.at, inverse.actor) = (moment, actor)
    switch change.kind {
    case .merge: inverse.kind = .unmerge
    case .unmerge: inverse.kind = .merge
    case .split: (inverse.kind, inverse.from, inverse.to) = (.merge, change.to, change.from)
    default: (inverse.from, inverse.to) = (change.to, change.from)
    }
    return inverse
  }
}
