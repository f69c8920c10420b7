import VocDomain
import VocStore

/// Tells what a ticket's messages and entries, in the order of their times, make of it; for tickets whose messages came
/// late or from another system.
struct TicketFolding {
  let store: Store
  /// What follows from messages nobody did by hand.
  static let actor = "voc"
  let now: Instant
  let batchID: Int64
  let gap: Int64

  private enum Step {
    case said(Threading.Side)
    case status(Ticket.Status)
  }

  /// The ticket with everything that follows from its messages; the events that imports derived are written anew
  /// where they turn out otherwise.
  ///
  /// A ticket that people have worked on keeps its status and its events; only who waits is found anew.
  func fold(_ threaded: ThreadedTicket, settling isOver: Bool) throws -> ThreadedTicket {
    let told = try store.utterances(ofTicket: threaded.ticket.id).filter { $0.side != nil }
    let entries = try store.activities(ofTicket: threaded.ticket.id)
    guard let start = [told.first?.at, entries.first?.at].compactMap({ $0 }).min() else { return threaded }
    if try threaded.ticket.assigneeID != nil || store.hasActs(ticket: threaded.ticket.id) {
      let refreshed = try refresh(threaded, told: told)
      return isOver ? try settled(refreshed) : refreshed
    }
    var ticket = try beginning(threaded.ticket, at: start, told: told)
    let steps = steps(told, entries)
    var events: [TicketEvent] = []
    if steps.first?.at != start { events.append(event(.created, on: ticket, at: start, from: nil)) }
    for (at, step) in steps {
      let before = ticket.status
      take(step, at: at, on: &ticket)
      if events.isEmpty {
        // It began as what was said first left it: a call that we answer is open at once.
        events.append(event(.created, on: ticket, at: at, from: nil))
      } else if ticket.status != before {
        events.append(event(.status, on: ticket, at: at, from: before))
      }
    }
    if !entries.isEmpty && Ticket.Status.unsolved.contains(ticket.status) {
      ticket.waitingSince = try store.waitingSince(ticket: ticket.id)
    }
    let last = max(ticket.lastMessageAt ?? start, entries.last?.at ?? start)
    var isSettled = false
    let isTold = entries.contains { $0.status != nil }
    // A history alone tells of no reply: it leaves a ticket as it began.
    if isOver && !isTold && !told.isEmpty && [.new, .open].contains(ticket.status) && now - last > gap {
      let before = ticket.status
      ticket.settle(at: last)
      isSettled = ticket.status == .solved
      if ticket.status != before { events.append(event(.status, on: ticket, at: last, from: before)) }
    }
    try rewrite(events, ofTicket: ticket.id)
    return ThreadedTicket(ticket: ticket, isSettled: isSettled)
  }

  /// The ticket of another system, whose status that system tells, brought up to its messages.
  func refresh(_ threaded: ThreadedTicket) throws -> ThreadedTicket {
    try refresh(
      threaded, told: try store.utterances(ofTicket: threaded.ticket.id).filter { $0.side != nil })
  }

  /// The events of a ticket whose system told its status as of a moment: those of its history, where that is known.
  func tell(_ ticket: Ticket, asOf moment: Instant) throws {
    var story = ticket
    story.status = .new
    var events = [event(.created, on: story, at: ticket.createdAt, from: nil)]
    let entries = try store.activities(ofTicket: ticket.id)
    let changes = entries.compactMap { entry in entry.status.map { (at: entry.at, status: $0) } }
    for (at, status) in changes.isEmpty ? [(moment, ticket.status)] : changes where status != story.status {
      let before = story.status
      story.status = status
      events.append(event(.status, on: story, at: at, from: before))
    }
    try rewrite(events, ofTicket: ticket.id)
  }

  private func beginning(_ ticket: Ticket, at start: Instant, told: [Utterance]) throws -> Ticket {
    var ticket = ticket
    (ticket.status, ticket.createdAt) = (.new, start)
    (ticket.waitingSince, ticket.lastMessageAt, ticket.solvedAt) = (nil, nil, nil)
    ticket.conversationID = told.first?.conversationID ?? ticket.conversationID
    ticket.channelID = told.first?.channelID ?? ticket.channelID
    if let words = try store.firstWords(ofTicket: ticket.id) { ticket.subject = Ticket.subject(from: words) }
    return ticket
  }

  private func steps(
    _ told: [Utterance], _ entries: [(at: Instant, status: Ticket.Status?)]
  ) -> [(at: Instant, step: Step)] {
    let said = told.compactMap { utterance in utterance.side.map { (at: utterance.at, step: Step.said($0)) } }
    if entries.isEmpty { return said }
    let changes = entries.compactMap { entry in entry.status.map { (at: entry.at, step: Step.status($0)) } }
    return (said + changes).enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  private func take(_ step: Step, at time: Instant, on ticket: inout Ticket) {
    switch step {
    case .said(let side): ticket.hear(side, at: time)
    case .status(let status):
      ticket.status = status
      let isOver = status == .solved || status == .closed
      ticket.solvedAt = isOver ? ticket.solvedAt ?? time : nil
      if isOver { ticket.waitingSince = nil }
    }
  }

  private func refresh(_ threaded: ThreadedTicket, told: [Utterance]) throws -> ThreadedTicket {
    var threaded = threaded
    guard let first = told.first, let last = told.last else { return threaded }
    threaded.ticket.lastMessageAt = last.at
    threaded.ticket.createdAt = min(threaded.ticket.createdAt, first.at)
    threaded.ticket.conversationID = threaded.ticket.conversationID ?? first.conversationID
    if try isSubjectSaid(on: threaded.ticket) {
      threaded.ticket.subject = Ticket.subject(from: try store.firstWords(ofTicket: threaded.ticket.id) ?? "")
    }
    threaded.ticket.waitingSince =
      Ticket.Status.unsolved.contains(threaded.ticket.status)
      ? try store.waitingSince(ticket: threaded.ticket.id) : nil
    return threaded
  }

  /// Whether the subject is a message's words, not one that the ticket's system told: then earlier words may come.
  private func isSubjectSaid(on ticket: Ticket) throws -> Bool {
    try ticket.subject.isEmpty
      || store.texts(ofTicket: ticket.id).contains { Ticket.subject(from: $0) == ticket.subject }
  }

  /// A ticket as it is when nothing more comes: a quiet one is solved if we spoke last, and open if the customer did, so
  /// that the list shows at once whom nobody answered. One that somebody has taken is theirs to solve.
  func quieted(_ threaded: ThreadedTicket) -> ThreadedTicket {
    guard threaded.ticket.maySettle(now: now, gap: gap), let last = threaded.ticket.lastMessageAt else {
      return threaded
    }
    var threaded = threaded
    threaded.ticket.settle(at: last)
    threaded.isSettled = threaded.ticket.status == .solved
    return threaded
  }

  /// The same, with the event of that.
  func settled(_ threaded: ThreadedTicket) throws -> ThreadedTicket {
    let quiet = quieted(threaded)
    if let last = quiet.ticket.lastMessageAt, quiet.ticket.status != threaded.ticket.status {
      try record(.status, on: quiet.ticket, at: last, from: threaded.ticket.status)
    }
    return quiet
  }

  /// Keeps the event by which a ticket came to be in its status; `status`: the one before.
  func record(
    _ kind: TicketEvent.Kind, on ticket: Ticket, at time: Instant, from status: Ticket.Status?
  ) throws {
    try store.insert(event(kind, on: ticket, at: time, from: status), batchID: batchID, isDerived: true)
  }

  private func event(
    _ kind: TicketEvent.Kind, on ticket: Ticket, at time: Instant, from status: Ticket.Status?
  ) -> TicketEvent {
    TicketEvent(
      ticketID: ticket.id, at: time, actor: Self.actor, kind: kind, from: status?.rawValue,
      to: ticket.status.rawValue)
  }

  private func rewrite(_ events: [TicketEvent], ofTicket id: Int64) throws {
    let old = try store.derivedEvents(ofTicket: id)
    let isSame =
      old.count == events.count
      && zip(old, events).allSatisfy { $0.event.withoutActor == $1.withoutActor }
    if isSame { return }
    for (id, _) in old { try store.deleteDerivedEvent(id) }
    for event in events { try store.insert(event, batchID: batchID, isDerived: true) }
  }
}

extension TicketEvent {
  fileprivate var withoutActor: TicketEvent {
    var event = self
    event.actor = ""
    return event
  }
}
