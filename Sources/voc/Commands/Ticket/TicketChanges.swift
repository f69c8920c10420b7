import VocDesk
import VocDomain

/// What the verbs that change tickets share: which tickets, what they print.
enum TicketChanges {
  static let jsonFields = ["id", "status", "priority", "assignee", "subject"]

  /// Makes the changes and shows the tickets as they are now.
  static func perform(
    _ changes: [Desk.TicketChange], on ids: [Int64], _ invocation: Invocation
  ) throws -> ExitCode {
    let desk = try invocation.desk(for: .writing)
    let tickets = try desk.perform(changes, on: ids)
    let names = Dictionary(uniqueKeysWithValues: try desk.agents().map { ($0.id, $0.name) })
    show(tickets, names, invocation)
    return .ok
  }

  static func show(_ tickets: [Ticket], _ agents: [Int64: String], _ invocation: Invocation) {
    @Sendable func assignee(_ ticket: Ticket) -> String? { ticket.assigneeID.flatMap { agents[$0] } }
    if invocation.world.outputIsTerminal && invocation.jsonFields == nil {
      for ticket in tickets {
        invocation.print(
          invocation.say(
            assignee(ticket) == nil
              ? Phrase(
                es: "#{id} {status}, sin asignar: {subject}", en: "#{id} {status}, unassigned: {subject}")
              : Phrase(
                es: "#{id} {status}, de {agent}: {subject}", en: "#{id} {status}, {agent}’s: {subject}"),
            [
              "id": "\(ticket.id)", "status": ticket.status.phrase(invocation.language),
              "agent": Escaping.line(assignee(ticket) ?? ""), "subject": Escaping.line(ticket.subject.orDash),
            ]))
      }
      return
    }
    Listing<Ticket>([
      .init(name: "id", header: Phrase(both: "Nº"), value: { .int($0.id) }),
      .init(name: "status", header: Phrase(both: ""), value: { .string($0.status.rawValue) }),
      .init(name: "priority", header: Phrase(both: ""), value: { .string($0.priority.name) }),
      .init(name: "assignee", header: Phrase(both: ""), value: { assignee($0).map(JSON.string) ?? .null }),
      .init(name: "subject", header: Phrase(both: ""), value: { .string($0.subject) }),
    ]).write(tickets, for: invocation)
  }

  /// A verb that makes one change, with nothing to say about it, on tickets given as words or on stdin.
  static func verb(
    _ word: String, _ summary: Phrase, example: String, _ change: Desk.TicketChange
  ) -> Verb {
    Verb(
      words: ["ticket", word], summary: summary, positional: TicketNumbers.positional, jsonFields: jsonFields,
      examples: [example],
      run: { try perform([change], on: TicketNumbers.read($0).numbers, $0) })
  }
}

/// `voc ticket take`
enum TicketTake {
  static let verb = TicketChanges.verb(
    "take", Phrase(es: "Asigna los tickets a quien actúa", en: "Assigns tickets to whoever acts"),
    example: "voc ticket take 12", .take)
}

/// `voc ticket release`
enum TicketRelease {
  static let verb = TicketChanges.verb(
    "release", Phrase(es: "Deja los tickets sin asignar", en: "Leaves tickets unassigned"),
    example: "voc ticket release 12", .release)
}

/// `voc ticket pend`
enum TicketPend {
  static let verb = TicketChanges.verb(
    "pend",
    Phrase(es: "Deja los tickets a la espera del cliente", en: "Leaves tickets waiting for the customer"),
    example: "voc ticket pend 12", .pend)
}

/// `voc ticket hold`
enum TicketHold {
  static let verb = TicketChanges.verb(
    "hold",
    Phrase(es: "Deja los tickets a la espera de un tercero", en: "Leaves tickets waiting for a third party"),
    example: "voc ticket hold 12", .hold)
}

/// `voc ticket reopen`
enum TicketReopen {
  static let verb = TicketChanges.verb(
    "reopen", Phrase(es: "Reabre tickets resueltos", en: "Reopens solved tickets"),
    example: "voc ticket reopen 12",
    .reopen)
}

/// `voc ticket close`
enum TicketClose {
  static let verb = TicketChanges.verb(
    "close",
    Phrase(es: "Cierra para siempre tickets resueltos", en: "Closes solved tickets for good"),
    example: "voc ticket close 12", .close)
}
