import VocDesk
import VocDomain

/// What the verbs that change tickets share: which tickets, what they print.
enum TicketChanges {
  static let jsonFields = ["id", "status", "priority", "assignee", "subject"]

  /// For every verb that calls `perform`.
  static let dryRun = Option(
    names: ["--dry-run"],
    summary: Phrase(es: "muestra cómo quedarían, sin hacerlo", en: "shows what would be, without doing it"))

  /// Makes the changes and shows the tickets as they are now, or with `--dry-run` as they would be.
  static func perform(
    _ changes: [Desk.TicketChange], on ids: [Int64], _ invocation: Invocation
  ) throws -> ExitCode {
    if ids.isEmpty { invocation.notice(emptyInput) }
    let desk = try invocation.desk(for: .writing)
    var tags: [Int64: Set<String>] = [:]
    for id in ids { tags[id] = Set(try desk.tags(ofTicket: id)) }
    let isRehearsal = invocation.flag("--dry-run")
    let tickets = try desk.perform(changes, on: ids, rehearsing: isRehearsal)
    if isRehearsal { noticeRehearsal(invocation) }
    let names = try desk.namesOfAgents()
    let clock = try invocation.readersClock()
    let silent = Set(try desk.channels().filter { !$0.takesReplies }.map(\.id))
    let replies = try ReplyNotices(changes, tickets, desk)
    show(tickets, names, invocation, texts: replies?.texts, showsTexts: isRehearsal) { ticket in
      var had = tags[ticket.id] ?? []
      return changes.compactMap { change in
        if case .reply(let reply) = change, !reply.isSent, !silent.contains(ticket.channelID) {
          return invocation.say(Phrase(es: "respuesta por enviar", en: "reply to be sent"))
        }
        if case .pendUntil = change, let time = ticket.pendingUntil {
          return invocation.say(
            Phrase(es: "hasta el {when}", en: "until {when}"), ["when": invocation.localDisplay(time, clock)])
        }
        if case .solve(_?) = change { return done(.solve(cause: ticket.cause), &had, invocation) }
        return done(change, &had, invocation)
      }
    }
    replies?.write(invocation, isRehearsal: isRehearsal)
    return .ok
  }

  static let emptyInput = Phrase(
    es: "La entrada no trae ningún ticket: no se hizo nada.",
    en: "The input holds no ticket: nothing was done.")

  static func noticeRehearsal(_ invocation: Invocation) {
    invocation.notice(
      Phrase(es: "Así quedarían; no se cambió nada.", en: "This is what would be; nothing was changed."))
  }

  /// What a change did that the ticket's status and assignee do not tell.
  private static func done(
    _ change: Desk.TicketChange, _ tags: inout Set<String>, _ invocation: Invocation
  ) -> String? {
    func say(_ phrase: Phrase, tag: String) -> String {
      invocation.say(phrase, ["tag": Escaping.line(Desk.tag(tag))])
    }
    return switch change {
    case .reply: invocation.say(Phrase(es: "respuesta anotada", en: "reply recorded"))
    case .note: invocation.say(Phrase(es: "nota anotada", en: "note recorded"))
    case .recordAction: invocation.say(Phrase(es: "acción anotada", en: "action recorded"))
    case .priority(let priority):
      invocation.say(
        Phrase(es: "prioridad {name}", en: "{name} priority"),
        ["name": priority.phrase(invocation.language)])
    case .addTag(let tag):
      say(
        tags.insert(Desk.tag(tag)).inserted
          ? Phrase(both: "+{tag}") : Phrase(es: "ya tenía {tag}", en: "had {tag} already"), tag: tag)
    case .removeTag(let tag):
      say(
        tags.remove(Desk.tag(tag)) != nil
          ? Phrase(both: "-{tag}") : Phrase(es: "no tenía {tag}", en: "did not have {tag}"), tag: tag)
    case .move(let queue?):
      invocation.say(
        Phrase(es: "en la cola {queue}", en: "in the queue {queue}"), ["queue": Escaping.line(queue)])
    case .move(nil):
      invocation.say(
        Phrase(es: "en la cola que digan las condiciones", en: "in the queue that the conditions tell"))
    case .noReply: invocation.say(Phrase(es: "dado por atendido", en: "needs no reply"))
    case .solve(let cause?):
      invocation.say(Phrase(es: "causa «{cause}»", en: "cause “{cause}”"), ["cause": Escaping.line(cause)])
    default: nil
    }
  }

  /// One line a ticket for people: "#17 abierto, de Lucía, prioridad alta: No llega mi pedido".
  ///
  /// `texts`: what was said on each, where something was; `showsTexts`: people see it below the line.
  static func show(
    _ tickets: [Ticket], _ agents: [Int64: String], _ invocation: Invocation, texts: [Int64: String]? = nil,
    showsTexts: Bool = false, done: (Ticket) -> [String] = { _ in [] }
  ) {
    @Sendable func assignee(_ ticket: Ticket) -> String? { ticket.assigneeID.flatMap { agents[$0] } }
    if invocation.isForPeople {
      for ticket in tickets {
        let holder =
          assignee(ticket).map {
            invocation.say(Phrase(es: "de {agent}", en: "{agent}’s"), ["agent": Escaping.line($0)])
          } ?? invocation.say(Phrase(es: "sin asignar", en: "unassigned"))
        let facts = [ticket.status.phrase(invocation.language), holder] + done(ticket)
        invocation.print(
          "#\(ticket.id) \(facts.joined(separator: ", ")): \(Escaping.line(ticket.subject.orDash))")
        guard showsTexts, let text = texts?[ticket.id] else { continue }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
          invocation.print(line.isEmpty ? "" : "    " + Escaping.line(String(line)))
        }
      }
      return
    }
    Listing<Ticket>([
      .init(name: "id", header: Phrase(es: "Nº", en: "No."), value: { .int($0.id) }),
      .init(name: "status", header: Phrase(both: ""), value: { .string($0.status.rawValue) }),
      .init(name: "priority", header: Phrase(both: ""), value: { .string($0.priority.name) }),
      .init(name: "assignee", header: Phrase(both: ""), value: { assignee($0).map(JSON.string) ?? .null }),
      .init(name: "subject", header: Phrase(both: ""), value: { .string($0.subject) }),
      .init(name: "text", header: Phrase(both: ""), isHidden: true, value: { JSON(texts?[$0.id]) }),
    ]).write(tickets, for: invocation)
  }

  /// A verb that makes one change, with nothing to say about it, on tickets given as words or on stdin.
  static func verb(
    _ word: String, _ summary: Phrase, example: String, _ change: Desk.TicketChange
  ) -> Verb {
    Verb(
      words: ["ticket", word], summary: summary, positional: TicketNumbers.positional, options: [dryRun],
      jsonFields: jsonFields,
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
