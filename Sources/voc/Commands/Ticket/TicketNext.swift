import VocDesk
import VocDomain

/// `voc ticket next`
enum TicketNext {
  static let verb = Verb(
    words: ["ticket", "next"],
    summary: Phrase(
      es: "Toma el ticket que le toca a quien actúa", en: "Takes the ticket that is whoever acts’ turn"),
    details: Phrase(
      es:
        "Reabre lo que se prometió para ahora (voc ticket pend --until) y acepta lo que se le ofreció; si no hay oferta, toma el primero que el reparto le daría, dentro de su cupo y sus habilidades. «voc undo» lo devuelve a su cola.",
      en:
        "Reopens what was promised for now (voc ticket pend --until) and accepts what was offered; without an offer it takes the first that the router would give, within capacity and skills. “voc undo” gives it back to its queue."
    ),
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket next --as \"Lucía Fernández\""],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let next = try desk.nextTicket()
      let names = try desk.namesOfAgents()
      for promise in next.reopened {
        invocation.notice(
          Phrase(
            es: "#{ticket} se reabrió: estaba prometido para el {when}.",
            en: "#{ticket} was reopened: it was promised for {when}."),
          [
            "ticket": "\(promise.ticketID)",
            "when": invocation.localDisplay(promise.promisedFor, try invocation.readersClock()),
          ])
      }
      TicketChanges.show(next.ticket.map { [$0] } ?? [], names, invocation) { _ in
        next.given.map { [invocation.say($0.decider.phrase)] } ?? []
      }
      if next.ticket == nil {
        let (phrase, values) = reason(next, invocation)
        invocation.notice(phrase, values)
      }
      return .ok
    })

  /// Why there is nothing for whoever acts.
  static func reason(
    _ next: Desk.NextTicket, _ invocation: Invocation
  ) -> (phrase: Phrase, values: [String: String]) {
    if next.state != AgentProfile.State.online {
      return (
        Phrase(
          es: "No hay ticket para usted: su estado es «{state}». «voc agent state online» lo pone en línea.",
          en: "No ticket for you: you are {state}. “voc agent state online” puts you online."),
        ["state": invocation.say(AgentStateText.phrase(next.state))]
      )
    }
    if !next.isOnShift {
      let begins = next.shiftBegins.flatMap { begins in
        (try? invocation.readersClock()).map { invocation.localDisplay(begins, $0) }
      }
      return (
        begins == nil
          ? Phrase(
            es: "No hay ticket para usted: está fuera de su turno.",
            en: "No ticket for you: you are off shift.")
          : Phrase(
            es: "No hay ticket para usted: está fuera de su turno, que empieza el {when}.",
            en: "No ticket for you: you are off shift, which begins on {when}."), ["when": begins ?? ""]
      )
    }
    if next.waiting == 0 { return (Phrase(es: "No espera ningún ticket.", en: "No ticket waits."), [:]) }
    if !next.full.isEmpty {
      return (
        Phrase(
          es: "No hay ticket para usted: su cupo está lleno ({loads}).",
          en: "No ticket for you: you have all that you take ({loads})."),
        ["loads": next.full.map { "\($0.kind) \($0.used)/\($0.capacity)" }.joined(separator: ", ")]
      )
    }
    let reasons = invocation.texts(of: next.left)
    return (
      Phrase(
        es: "No hay ticket para usted: {reasons}. «voc route why NÚMERO» explica cada uno.",
        en: "No ticket for you: {reasons}. “voc route why NUMBER” explains each."),
      ["reasons": reasons.joined(separator: ", ")]
    )
  }
}

/// `voc ticket move`
enum TicketMove {
  static let verb = Verb(
    words: ["ticket", "move"],
    summary: Phrase(es: "Pasa los tickets a otra cola", en: "Moves tickets to another queue"),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--to"], value: Phrase(es: "COLA", en: "QUEUE"), isRequired: true,
        summary: Phrase(
          es: "a cuál; auto: la que digan las condiciones de la configuración",
          en: "to which; auto: where the policy’s conditions put it")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket move 12 --to general"],
    run: { invocation in
      guard let queue = invocation.string("--to") else {
        throw UsageError(
          Phrase(es: "falta a qué cola pasarlos", en: "to which queue is missing"),
          Phrase(es: "Va con --to COLA", en: "Give it with --to QUEUE"))
      }
      return try TicketChanges.perform(
        [.move(queue == "auto" ? nil : queue)], on: TicketNumbers.read(invocation).numbers, invocation)
    })
}

/// `voc ticket no-reply`
enum TicketNoReply {
  static let verb = TicketChanges.verb(
    "no-reply",
    Phrase(
      es: "Da por atendido lo último que dijo el cliente (un «gracias»)",
      en: "Marks the customer’s last words as needing no reply (a “thank you”)"),
    example: "voc ticket no-reply 12", .noReply)
}
