import VocDomain
import VocStore

/// What acts on tickets mean for whoever has them, is offered them or acts.
extension Desk {
  /// Keeps since when who has a ticket, ends its offer, and notes that its agents have had a turn.
  func keepHolder(of ticket: Ticket, before: Ticket, _ act: TicketAct, at moment: Instant) throws {
    let isOver = !Ticket.Status.unsolved.contains(ticket.status)
    let isGiven = ticket.assigneeID != before.assigneeID
    let isReopened = act == .reopen
    let isRoutable = [.new, .open].contains(ticket.status)
    if isGiven || !isRoutable { try endOffer(ofTicket: ticket.id, at: moment) }
    if isOver {
      try store.setAssignment(ofTicket: ticket.id, to: nil, at: moment)
    } else if isGiven || isReopened {
      try store.setAssignment(ofTicket: ticket.id, to: ticket.assigneeID, at: moment)
    }
    if act == .release, let former = before.assigneeID {
      // Else who knows the customer would get it straight back.
      let until = moment + (try currentService().policy.routing.exclusion)
      try store.exclude(agent: former, fromTicket: ticket.id, until: until, at: moment)
    }
    if let assignee = ticket.assigneeID, isGiven && !isOver || isReopened {
      try store.noteTurn(ofAgent: assignee, kind: try channel(ticket.channelID).kind, at: moment)
    }
  }

  /// Since when an agent has a ticket that undoing gives back to them: as before, but from now on where they are off.
  ///
  /// Else a run would find it left behind from a shift that has ended. A second holds both a hand-over and its undoing.
  func holdsAgain(_ agent: Int64, since before: Instant, at moment: Instant) throws -> Instant {
    let service = try currentService()
    guard let profile = try store.profile(ofAgent: agent), let left = profile.since else { return before }
    if service.policy.routing.takesNothing(in: profile.state) { return max(moment, left + 1) }
    return service.isOn(shift: profile.shift, at: moment) ? before : moment
  }

  /// Whoever acts is not idle, and has not missed what they answer.
  func noteActor(_ change: TicketChange, at moment: Instant) throws {
    guard let agent = try actingAgent() else { return }
    let isAnswer = [.reply, .take, .noReply].contains(change.act)
    try store.noteAct(ofAgent: agent.id, at: moment, clearsMisses: isAnswer)
  }

  /// Throws `VocError.offered` while another agent may accept the ticket.
  func checkOffer(ofTicket id: Int64, for agent: Agent, at moment: Instant) throws {
    guard let offer = try store.offer(ofTicket: id), offer.agentID != agent.id, offer.expiresAt > moment
    else { return }
    throw VocError.offered(ticket: id, to: try store.agent(offer.agentID)?.name ?? "")
  }

  /// Whoever has gone cannot say yes.
  func endOffers(toAgent agent: Agent, at moment: Instant) throws {
    for offer in try store.offers() where offer.agentID == agent.id {
      try endOffer(ofTicket: offer.ticketID, at: moment)
    }
  }

  private func endOffer(ofTicket id: Int64, at moment: Instant) throws {
    guard let offer = try store.offer(ofTicket: id) else { return }
    try store.deleteOffer(ofTicket: id)
    try store.insert(
      TicketEvent(
        ticketID: id, at: moment, actor: actor, kind: .offer, from: try store.agent(offer.agentID)?.name))
  }
}
