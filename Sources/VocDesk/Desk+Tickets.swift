import Foundation
public import VocDomain
import VocStore

/// The acts on tickets.
extension Desk {
  /// One change that somebody makes to a ticket.
  public enum TicketChange: Sendable {
    case take
    /// To the agent of this name, whoever has it now.
    case assign(String)
    case release
    case reply(Reply)
    case note(String)
    case pend, hold
    /// Pending until a time as people say it (`PromisedTime`); without one no time is promised.
    case pendUntil(String)
    /// What somebody did about the matter of a follow-up.
    case recordAction(String)
    /// With a cause of the list, where there is one; a follow-up also needs what was done.
    case solve(cause: String?)
    case reopen, close
    case addTag(String)
    case removeTag(String)
    case priority(Ticket.Priority)
    /// To the queue of this name, whatever the policy's conditions say; nil: back to where they say.
    case move(String?)
    /// The customer's last words need no reply ("gracias").
    case noReply

    var act: TicketAct {
      switch self {
      case .take: .take
      case .assign: .assign
      case .release: .release
      case .reply: .reply
      case .note, .recordAction: .note
      case .pend, .pendUntil: .pend
      case .hold: .hold
      case .solve: .solve
      case .reopen: .reopen
      case .close: .close
      case .addTag, .removeTag: .tag
      case .priority: .priority
      case .move: .move
      case .noReply: .noReply
      }
    }
  }

  /// Makes the changes, in order, to each ticket; all of it or, when one is refused, nothing.
  ///
  /// A rehearsal changes nothing and says what would be.
  public func perform(
    _ changes: [TicketChange], on ids: [Int64], rehearsing: Bool = false
  ) throws -> [Ticket] {
    if changes.isEmpty { return try ids.map(ticket) }
    return try acting(changes.map(\.act), rehearsing: rehearsing) { _ in
      try ids.map { id in
        for change in changes { try perform(change, on: id) }
        return try ticket(id)
      }
    }
  }

  private func perform(_ change: TicketChange, on id: Int64) throws {
    var ticket = try ticket(id)
    let before = ticket
    let moment = now()
    guard let status = change.act.status(after: ticket.status) else {
      throw VocError.illegalMove(change.act, ticket: id, status: ticket.status)
    }
    try store.keepBefore(ticket: id)
    ticket.status = status
    try apply(change, to: &ticket, at: moment)
    if ticket.status != before.status {
      ticket.solvedAt = [.solved, .closed].contains(ticket.status) ? before.solvedAt ?? moment : nil
      ticket.waitingSince = try waitingSince(ticket)
    }
    try noteActor(change, at: moment)
    if ticket == before { return }
    ticket.updatedAt = moment
    try keepHolder(of: ticket, before: before, change.act, at: moment)
    // Whatever a person does to a settled ticket, only a change of its status makes its end theirs.
    try store.update(ticket, isSettled: ticket.status == before.status ? nil : false)
    try recordChanges(from: before, to: ticket, at: moment)
  }

  /// Since when the customer waits, by the ticket's status and its messages.
  func waitingSince(_ ticket: Ticket) throws -> Instant? {
    Ticket.Status.unsolved.contains(ticket.status) ? try store.waitingSince(ticket: ticket.id) : nil
  }

  private func apply(_ change: TicketChange, to ticket: inout Ticket, at moment: Instant) throws {
    switch change {
    case .take:
      let agent = try requiredActor()
      try checkOffer(ofTicket: ticket.id, for: agent, at: moment)
      if let holder = ticket.assigneeID, holder != agent.id {
        throw VocError.taken(ticket: ticket.id, by: try store.agent(holder)?.name ?? "#\(holder)")
      }
      ticket.assigneeID = agent.id
    case .assign(let name): ticket.assigneeID = try agent(named: name).id
    case .release:
      if ticket.assigneeID == nil { throw VocError.notAssigned(ticket: ticket.id) }
      ticket.assigneeID = nil
    case .reply(let reply): try say(reply, on: &ticket, at: moment)
    case .note(let text): try record(text, on: &ticket, isPublic: false, at: moment)
    case .solve(let cause):
      if ticket.assigneeID == nil { ticket.assigneeID = try requiredActor().id }
      ticket.cause = try cause.map { try self.cause(given: $0) } ?? ticket.cause
      try checkSolution(ofFollowUp: ticket)
    case .recordAction(let text):
      ticket.updatedAt = moment
      try store.insert(
        TicketEvent(
          ticketID: ticket.id, at: moment, actor: actor, kind: .action, to: Desk.storable(text)))
    case .addTag(let text): try retag(Desk.tag(text), of: &ticket, adding: true, at: moment)
    case .removeTag(let text): try retag(Desk.tag(text), of: &ticket, adding: false, at: moment)
    case .priority(let priority): ticket.priority = priority
    case .move(let name): try move(&ticket, toQueue: name, at: moment)
    case .noReply:
      guard ticket.waitingSince != nil else { return }
      try store.insert(TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: .noReply))
      ticket.waitingSince = nil
    case .pend: ticket.pendingUntil = nil
    case .pendUntil(let time): ticket.pendingUntil = try promisedTime(time, at: moment)
    case .hold, .reopen, .close: break
    }
  }

  private func move(_ ticket: inout Ticket, toQueue name: String?, at moment: Instant) throws {
    let old = try store.routableTicket(ticket.id)?.facts.queue
    let new = try name.map { try queue(named: $0).name }
    guard old != new else { return }
    try store.setQueue(new, ofTicket: ticket.id)
    ticket.updatedAt = moment
    try store.insert(
      TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: .queue, from: old, to: new))
  }

  func retag(_ tag: String, of ticket: inout Ticket, adding: Bool, at moment: Instant) throws {
    let has = try store.tags(ofTicket: ticket.id).contains(tag)
    guard has != adding else { return }
    if adding {
      try store.addTag(tag, toTicket: ticket.id)
    } else {
      try store.removeTag(tag, fromTicket: ticket.id)
    }
    ticket.updatedAt = moment
    try store.insert(
      TicketEvent(
        ticketID: ticket.id, at: moment, actor: actor, kind: .tag, from: adding ? nil : tag,
        to: adding ? tag : nil))
  }

  /// Tells the history what is another; `somebody`: who did it, the actor where that is nil.
  func recordChanges(
    from before: Ticket, to after: Ticket, at moment: Instant, by somebody: String? = nil
  ) throws {
    func record(_ kind: TicketEvent.Kind, _ from: String?, _ to: String?) throws {
      guard from != to else { return }
      try store.insert(
        TicketEvent(
          ticketID: after.id, at: moment, actor: somebody ?? actor, kind: kind, from: from, to: to))
    }
    func name(_ id: Int64?) throws -> String? { try id.flatMap { try store.agent($0)?.name } }
    try record(.status, before.status.rawValue, after.status.rawValue)
    try record(.pendingUntil, before.pendingUntil?.eventText, after.pendingUntil?.eventText)
    try record(.assignee, try name(before.assigneeID), try name(after.assigneeID))
    try record(.priority, before.priority.name, after.priority.name)
    try record(.cause, before.cause, after.cause)
  }

  /// Tags are one word in lower case.
  public static func tag(_ text: String) -> String {
    text.trimmed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  /// Text without the NUL characters, which SQLite's own tools cut text at.
  static func storable(_ text: String) -> String {
    var text = text
    let hasNUL = text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    return hasNUL ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
  }
}
