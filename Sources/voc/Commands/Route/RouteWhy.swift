import VocDesk
import VocDomain

/// `voc route why`
enum RouteWhy {
  static let verb = Verb(
    words: ["route", "why"],
    summary: Phrase(
      es: "Explica por qué un ticket lo tiene quien lo tiene, o por qué espera",
      en: "Explains why a ticket is with whom it is, or why it waits"),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el número del ticket", en: "the ticket’s number")),
    jsonFields: [
      "ticket", "queue", "assignee", "offered_to", "waits", "decisions", "by_hand", "wait", "would_go_to",
    ],
    examples: ["voc route why 12"],
    run: { invocation in
      let id = try TicketNumbers.one(invocation.positionals[0])
      let why = try invocation.desk(for: .reading).routeWhy(ticket: id)
      if let fields = invocation.jsonFields {
        invocation.print(RouteWhyJSON.object(why).selecting(fields).text)
      } else {
        RouteWhyPage(why, invocation, clock: try invocation.readersClock()).write()
      }
      return .ok
    })
}

/// What the router decided and why, from the stored decisions; for a ticket that waits, as of now.
private struct RouteWhyPage {
  let why: Desk.RouteWhy
  let invocation: Invocation
  let clock: ZoneClock

  init(_ why: Desk.RouteWhy, _ invocation: Invocation, clock: ZoneClock) {
    self.why = why
    self.invocation = invocation
    self.clock = clock
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values.mapValues { Escaping.line($0) })
  }

  func write() {
    invocation.print(invocation.style.bold("#\(why.ticket.id) \(Escaping.line(why.ticket.subject.orDash))"))
    invocation.print(
      say(
        why.isMoved
          ? Phrase(es: "Cola: {queue} (movido a mano)", en: "Queue: {queue} (moved by hand)")
          : Phrase(es: "Cola: {queue}", en: "Queue: {queue}"), ["queue": why.queue]))
    writePast()
    writePresent()
  }

  /// What the router decided and what was done by hand, in the order of their times.
  private func writePast() {
    var byHand = why.byHand[...]
    for past in why.past {
      let before = byHand.prefix { $0.at < past.at }
      before.forEach(write(byHand:))
      byHand = byHand.dropFirst(before.count)
      write(past)
    }
    byHand.forEach(write(byHand:))
  }

  private func write(byHand event: TicketEvent) {
    let change = ChangeText(language: invocation.language, clock: clock).text(event)
    invocation.print(
      "\n\(invocation.localDisplay(event.at, clock))  "
        + say(
          Phrase(es: "a mano, {actor}: {change}", en: "by hand, {actor}: {change}"),
          ["actor": event.actor, "change": change]))
  }

  private func write(_ past: Desk.RouteWhy.Past) {
    let phrase: Phrase =
      switch past.outcome {
      case "assigned": Phrase(es: "asignado a {agent}", en: "assigned to {agent}")
      case "offered": Phrase(es: "ofrecido a {agent}", en: "offered to {agent}")
      case "expired":
        Phrase(
          es: "vuelve a la cola: {agent} no aceptó a tiempo", en: "back to its queue: {agent} did not accept")
      case "unanswered":
        Phrase(
          es: "vuelve a la cola: {agent} no respondió a tiempo",
          en: "back to its queue: {agent} did not answer")
      default:
        Phrase(
          es: "vuelve a la cola: {agent} terminó su turno", en: "back to its queue: {agent} went off shift")
      }
    invocation.print(
      "\n\(invocation.localDisplay(past.at, clock))  " + say(phrase, ["agent": past.agent])
        + (past.policyVersion == 0
          ? ""
          : " · " + say(Phrase(es: "configuración {n}", en: "policy {n}"), ["n": "\(past.policyVersion)"])))
    guard let decision = past.decision else { return }
    invocation.print("  " + say(decision.decider.phrase))
    write(decision.orderKey, past.ways, method: past.ways.method)
    write(decision.candidates, chosen: decision.agent)
    write(decision.others, eligible: decision.othersEligible)
  }

  /// What put the ticket where it stood; `method`: how its agent was chosen, nil where none was.
  private func write(_ key: [Int64], _ ways: Desk.RouteWhy.Ways, method: RouteMethod?) {
    let order = OrderPlace(key, order: ways.order).map { place in
      say(Phrase(es: "orden: ", en: "order: "))
        + say(
          place.phrase(own: why.ticket.priority),
          [
            "when": invocation.localDisplay(place.moment, clock),
            "score": place.score.map { invocation.numbers.integer(Int($0)) } ?? "",
          ])
    }
    let chosen = method.map { say(Phrase(es: "método: ", en: "method: ")) + say($0.phrase) }
    invocation.print("  " + [order, chosen].compactMap { $0 }.joined(separator: "; "))
  }

  private func write(_ candidates: [RouteCandidate], chosen: Int64?) {
    for candidate in candidates {
      let isChosen = candidate.agent == chosen
      let verdict: Phrase =
        isChosen
        ? Phrase(es: "elegido", en: "chosen")
        : candidate.failed.map(\.phrase) ?? Phrase(es: "podía tomarlo", en: "could take it")
      var facts = [candidate.obstacle?.text(kind: why.channelKind, invocation) ?? say(verdict)]
      if candidate.failed == nil || candidate.failed == .capacity {
        facts.append("\(candidate.used)/\(candidate.capacity)")
      }
      if candidate.failed == nil, let last = candidate.lastAssigned {
        facts.append(
          say(
            Phrase(es: "último {when}", en: "last {when}"),
            ["when": invocation.localDisplay(last, clock)]))
      }
      invocation.print(
        "  \(isChosen ? "✓" : "·") "
          + Escaping.line(why.names[candidate.agent] ?? "#\(candidate.agent)") + ": "
          + facts.joined(separator: " · "))
    }
  }

  private func write(_ others: [Gate: Int], eligible: Int) {
    var parts =
      eligible > 0
      ? [say(Phrase(es: "{n} podían tomarlo", en: "{n} could take it"), ["n": "\(eligible)"])] : []
    parts += Gate.allCases.compactMap { gate in others[gate].map { "\($0) \(say(gate.phrase))" } }
    if !parts.isEmpty {
      invocation.print(
        "  " + say(Phrase(es: "y otros: ", en: "and others: ")) + parts.joined(separator: ", "))
    }
  }

  private func writePresent() {
    invocation.print("")
    if let agent = why.offeredTo, let expiry = why.offerExpiresAt {
      return invocation.print(
        say(
          Phrase(es: "Ofrecido a {agent} hasta {when}.", en: "Offered to {agent} until {when}."),
          ["agent": agent, "when": invocation.localDisplay(expiry, clock)]))
    }
    guard why.isWaiting else { return writeHeld() }
    if let decision = why.wouldGoTo {
      invocation.print(
        say(
          Phrase(
            es: "Espera; «voc route run» se lo daría a {agent}.",
            en: "It waits; “voc route run” would give it to {agent}."),
          ["agent": why.names[decision.agent] ?? ""]))
      invocation.print("  " + say(decision.decider.phrase))
      write(decision.orderKey, why.ways, method: why.ways.method)
      return write(decision.candidates, chosen: decision.agent)
    }
    guard let wait = why.wait else { return }
    invocation.print(
      say(
        Phrase(
          es: "Espera desde hace {length} (en horario de atención), {place}.º de {of} en su cola: {why}.",
          en: "It has waited {length} (business time), number {place} of {of} in its queue: {why}."),
        [
          "length": PreciseLength.text(wait.age, invocation.language), "place": "\(wait.place)",
          "of": "\(wait.placeOf)",
          "why": say(wait.reason.phrase),
        ]))
    if wait.onlineAgents == 0 && !wait.candidates.contains(where: { $0.failed == .shift }) {
      invocation.print(say(Invocation.nobodyOnline))
    }
    write(wait.orderKey, why.ways, method: nil)
    write(wait.candidates, chosen: nil)
    write(wait.others, eligible: wait.othersEligible)
  }

  private func writeHeld() {
    let hasDecision = why.past.last?.decision != nil
    if let agent = why.assignee {
      invocation.print(
        say(
          hasDecision
            ? Phrase(es: "Lo tiene {agent}.", en: "{agent} has it.")
            : Phrase(
              es: "Lo tiene {agent}; nadie lo repartió: lo tomó, se lo asignaron o así llegó.",
              en: "{agent} has it; the router did not give it: it was taken, assigned or came so."),
          ["agent": agent]))
    } else {
      invocation.print(
        say(
          Phrase(
            es: "No espera reparto: está {status}.", en: "It is not waiting for an agent: it is {status}."),
          ["status": why.ticket.status.phrase(invocation.language)]))
    }
  }
}
