import VocDesk
import VocDomain

/// What keys do on the desk; each act is one transaction of its own.
extension TriageLoop {
  mutating func perform(_ changes: [Desk.TicketChange], on ticket: Int64, draft: TriagePrompt.Key?) {
    tell { loop in
      let done = try loop.desk.perform(changes, on: [ticket])
      if let draft { loop.model.forget(draft) }
      if let after = done.first { loop.model.notice = .done(try loop.report(changes, after)) }
      try loop.refresh()
    }
  }

  /// "#12 abierto, de Lucía: respuesta anotada".
  func report(_ changes: [Desk.TicketChange], _ ticket: Ticket) throws -> String {
    let holder = try ticket.assigneeID.flatMap { try desk.namesOfAgents()[$0] }
    let whose =
      holder.map { Phrase(es: "de {agent}", en: "{agent}’s")(language, ["agent": Escaping.line($0)]) }
      ?? Phrase(es: "sin asignar", en: "unassigned")(language)
    let told = changes.compactMap { $0.told(language) }
    let facts = [ticket.status.phrase(language), whose] + told
    return "#\(ticket.id) \(facts.joined(separator: ", "))"
  }

  mutating func next() {
    tell { loop in
      let next = try loop.desk.nextTicket()
      guard let ticket = next.ticket else {
        loop.model.notice = .failed(loop.reason(next))
        return try loop.refresh()
      }
      loop.model.select(ticket: ticket.id)
      let why = next.given.map { ", " + loop.invocation.say($0.decider.phrase) } ?? ""
      let phrase = Phrase(
        es: "#{ticket} reabierto: llegó la hora prometida",
        en: "#{ticket} reopened: the promised time has come")
      let opened = next.reopened.map { loop.invocation.say(phrase, ["ticket": "\($0.ticketID)"]) }
      loop.model.notice = .done(([try loop.report([.take], ticket) + why] + opened).joined(separator: " · "))
      try loop.refresh()
    }
  }

  /// Why the router has nothing for whoever acts.
  private func reason(_ next: Desk.NextTicket) -> String {
    if next.state != AgentProfile.State.online {
      let phrase = Phrase(
        es: "No hay ticket para usted: su estado es «{state}». Con {key} se pone en línea.",
        en: "No ticket for you: you are {state}. {key} puts you online.")
      let state = Escaping.line(AgentStateText.phrase(next.state)(language))
      return phrase(language, ["state": state, "key": TriageAction.presence.letter])
    }
    let (phrase, values) = TicketNext.reason(next, invocation)
    return phrase(language, values.mapValues { Escaping.terminal($0) })
  }

  /// Whoever is online goes offline, anybody else online.
  mutating func togglePresence() {
    tell { loop in
      let agent = try loop.desk.agent(named: "@me")
      let state = try loop.desk.roster().first { $0.profile.agent.id == agent.id }?.profile.state
      let isOnline = state == AgentProfile.State.online
      let profile = try loop.desk.setState(
        isOnline ? AgentProfile.State.offline : AgentProfile.State.online, ofAgent: "@me")
      let now = AgentStateText.phrase(profile.state)(loop.language)
      loop.model.notice = .done("\(Escaping.line(profile.agent.name)): \(now)")
      try loop.refresh()
    }
  }

  /// Takes back what the agent did last, wherever that was.
  mutating func takeBack() {
    tell { loop in
      let undone = try loop.desk.undo(act: nil)
      let verbs = undone.act.verbs.map { $0.name(loop.language) }.joined(separator: ", ")
      let tickets = undone.tickets.map { "#\($0.ticket.id)" }.joined(separator: ", ")
      let phrase = Phrase(es: "Deshecho en {tickets}: {verbs}", en: "Undone on {tickets}: {verbs}")
      loop.model.notice = .done(phrase(loop.language, ["tickets": tickets, "verbs": verbs]))
      try loop.refresh()
      if let first = undone.tickets.first { loop.model.select(ticket: first.ticket.id) }
    }
  }

  mutating func filter(_ text: String) {
    let before = model.filter
    tell { loop in
      do {
        loop.model.filter = text
        try loop.refresh()
        loop.model.refusedFilter = nil
        loop.model.select(loop.model.tickets.isEmpty ? nil : 0)
      } catch {
        loop.model.filter = before
        loop.model.refusedFilter = text
        throw error
      }
    }
  }

  mutating func completeFilter(_ typed: String) {
    let values = ValueCandidates(desk: desk, language: language)
    model.completeFilter(with: values.candidates(.filter, typed: typed, given: []).map(\.text))
  }

  /// The draft in the person's editor, below it the end of the conversation; what they save is done at once.
  mutating func edit(_ purpose: TriagePrompt.Purpose, _ ticket: Int64, _ delivery: TriageDelivery) {
    let key = TriagePrompt.Key(purpose: purpose, ticket: ticket)
    let context = (model.conversation?.lines ?? []).suffix(60).map { $0.text + "\n" }.joined()
    let draft = model.drafts[key] ?? ""
    var text = ""
    tell { loop in
      try loop.terminal.lend {
        text = try TextInput.edited(draft, in: loop.invocation.world, context: context).trimmed
      }
      if text.isEmpty { throw TextInput.empty }
    }
    if text.isEmpty { return }
    // Kept until it is done: somebody may have closed the ticket meanwhile.
    model.drafts[key] = text
    perform(purpose.changes(text, delivery), on: ticket, draft: key)
  }
}
