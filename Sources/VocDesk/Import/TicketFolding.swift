import VocDomain
import VocStore

/// Tells what a ticket's messages, in the order of their times, make of it; for tickets whose messages came late.
struct TicketFolding {
  let store: Store
  let actor: String
  let now: Instant
  let batchID: Int64
  let gap: Int64

  /// The ticket with everything that follows from its messages; the events that imports derived are written anew
  /// where they turn out otherwise.
  ///
  /// A ticket that people have worked on keeps its status and its events; only who waits is found anew.
  func fold(_ threaded: ThreadedTicket, settling isOver: Bool) throws -> ThreadedTicket {
    let told = try store.utterances(ofTicket: threaded.ticket.id).filter { $0.side != nil }
    guard let first = told.first else { return threaded }
    if try threaded.ticket.assigneeID != nil || store.hasActs(ticket: threaded.ticket.id) {
      return try refreshed(threaded, told: told, settling: isOver)
    }
    var ticket = threaded.ticket
    (ticket.status, ticket.createdAt, ticket.conversationID) = (.new, first.at, first.conversationID)
    ticket.channelID = first.channelID ?? ticket.channelID
    (ticket.waitingSince, ticket.lastMessageAt, ticket.solvedAt) = (nil, nil, nil)
    ticket.subject = Ticket.subject(from: try store.firstWords(ofTicket: ticket.id) ?? "")
    var events = [event(.created, on: ticket, at: first.at, from: nil)]
    for utterance in told {
      guard let side = utterance.side else { continue }
      let before = ticket.status
      ticket.hear(side, at: utterance.at)
      if ticket.status != before { events.append(event(.status, on: ticket, at: utterance.at, from: before)) }
    }
    var isSettled = false
    if isOver && ticket.maySettle(now: now, gap: gap), let last = ticket.lastMessageAt {
      let before = ticket.status
      ticket.settle(at: last)
      isSettled = ticket.status == .solved
      if ticket.status != before { events.append(event(.status, on: ticket, at: last, from: before)) }
    }
    try rewrite(events, ofTicket: ticket.id)
    return ThreadedTicket(ticket: ticket, isSettled: isSettled)
  }

  private func refreshed(
    _ threaded: ThreadedTicket, told: [Utterance], settling isOver: Bool
  ) throws -> ThreadedTicket {
    var threaded = threaded
    threaded.ticket.lastMessageAt = told.last?.at
    threaded.ticket.createdAt = min(threaded.ticket.createdAt, told.first?.at ?? threaded.ticket.createdAt)
    if Ticket.Status.unsolved.contains(threaded.ticket.status) {
      threaded.ticket.waitingSince = try store.waitingSince(ticket: threaded.ticket.id)
    }
    guard isOver && threaded.ticket.maySettle(now: now, gap: gap), let last = threaded.ticket.lastMessageAt
    else {
      return threaded
    }
    let before = threaded.ticket.status
    threaded.ticket.settle(at: last)
    threaded.isSettled = threaded.ticket.status == .solved
    if threaded.ticket.status != before {
      try store.insert(event(.status, on: threaded.ticket, at: last, from: before), batchID: batchID)
    }
    return threaded
  }

  private func event(
    _ kind: TicketEvent.Kind, on ticket: Ticket, at time: Instant, from status: Ticket.Status?
  ) -> TicketEvent {
    TicketEvent(
      ticketID: ticket.id, at: time, actor: actor, kind: kind, from: status?.rawValue,
      to: ticket.status.rawValue)
  }

  private func rewrite(_ events: [TicketEvent], ofTicket id: Int64) throws {
    let old = try store.importedEvents(ofTicket: id)
    let isSame =
      old.count == events.count
      && zip(old, events).allSatisfy { $0.event.withoutActor == $1.withoutActor }
    if isSame { return }
    for (id, _) in old { try store.deleteImportedEvent(id) }
    for event in events { try store.insert(event, batchID: batchID) }
  }
}

extension TicketEvent {
  fileprivate var withoutActor: TicketEvent {
    var event = self
    event.actor = ""
    return event
  }
}
