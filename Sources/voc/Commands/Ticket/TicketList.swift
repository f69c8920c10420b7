import VocDesk
import VocDomain

/// `voc ticket list`
enum TicketList {
  static let verb = Verb(
    words: ["ticket", "list"],
    summary: Phrase(
      es: "Lista los tickets, primero los que más urgen", en: "Lists tickets, the most pressing first"),
    details: Phrase(
      es:
        "Sin --status ni un estado en el filtro muestra los que no están resueltos: primero los clientes que nadie ha respondido, por prioridad y por tiempo de espera. Las opciones y el filtro se cumplen a la vez; «voc help filters» explica los filtros.",
      en:
        "Without --status and without a status in the filter it shows the unsolved ones: first the customers whom nobody answered, by priority and by how long they wait. Options and filter hold together; “voc help filters” explains filters."
    ),
    positional: FilterInput.positional,
    options: [
      Option(
        names: ["--status", "-s"], value: Phrase(es: "ESTADO", en: "STATUS"), isRepeatable: true,
        summary: Phrase(
          es: "new, open, pending, hold, solved, closed o all; varios separados por comas",
          en: "new, open, pending, hold, solved, closed or all; several separated by commas")),
      Option(
        names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"),
        summary: Phrase(es: "solo los de este canal", en: "only those of this channel")),
      Option(
        names: ["--assignee", "-a"], value: Phrase(es: "AGENTE", en: "AGENT"),
        summary: Phrase(es: "un agente, @me o none (sin asignar)", en: "an agent, @me or none (unassigned)"),
        completes: .assignee),
      Option(
        names: ["--customer"], value: Phrase(es: "CLIENTE", en: "CUSTOMER"),
        summary: Phrase(es: "número, teléfono, correo o nombre", en: "number, phone, e-mail or name")),
      Option(
        names: ["--tag"], value: Phrase(es: "ETIQUETA", en: "TAG"),
        summary: Phrase(es: "solo los que la llevan", en: "only those that carry it")),
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)")),
      Option(
        names: ["--sort"], value: Phrase(es: "ORDEN", en: "ORDER"),
        summary: Phrase(
          es: "pressing (lo que más urge), due (lo que vence antes), newest, oldest, updated o number",
          en: "pressing, due, newest, oldest, updated or number"),
        allowed: Desk.TicketSelection.Sort.allCases.map(\.rawValue)),
      ListWatch.option,
    ],
    jsonFields: listing.fields,
    isListing: true,
    examples: [
      "voc ticket list --status new,open --channel WhatsApp",
      "voc ticket list --assignee @me --json id,subject",
      "voc ticket list status:open channel:whatsapp -tag:vip",
      "voc ticket list --watch",
    ],
    run: { try ListWatch.run($0, show) })

  private static func show(_ invocation: Invocation) throws -> ExitCode {
    let desk = try invocation.desk(for: .reading)
    let filter = try filter(desk, invocation)
    let lines = try desk.tickets(filter)
    let isForPeople = invocation.isForPeople
    let total = try desk.countTickets(filter, shown: lines.count)
    if isForPeople {
      try writeTitle(shown: lines.count, total, of: filter, desk, invocation)
    } else if lines.isEmpty && invocation.hasRemarks {
      invocation.notice(nothing(filter, invocation))
    }
    listing.write(lines, for: invocation)
    if !isForPeople {
      if total.isLeast {
        invocation.noticeMore()
      } else {
        invocation.noticeCut(shown: lines.count, of: total.number)
      }
    }
    return .ok
  }

  private static let unsolvedTitle = CountedPhrase(
    one: Phrase(es: "{shown} de {n} ticket sin resolver", en: "{shown} of {n} unsolved ticket"),
    other: Phrase(es: "{shown} de {n} tickets sin resolver", en: "{shown} of {n} unsolved tickets"))
  private static let plainTitle = CountedPhrase(
    one: Phrase(es: "{shown} de {n} ticket", en: "{shown} of {n} ticket"),
    other: Phrase(es: "{shown} de {n} tickets", en: "{shown} of {n} tickets"))
  private static let leastTitle = Phrase(
    es: "{shown} de más de {n} tickets", en: "{shown} of more than {n} tickets")
  private static let leastUnsolvedTitle = Phrase(
    es: "{shown} de más de {n} tickets sin resolver", en: "{shown} of more than {n} unsolved tickets")
  static let none = Phrase(
    es: "Todavía no hay tickets: «voc import ARCHIVO» trae conversaciones y «voc ticket create» abre uno.",
    en: "There are no tickets yet: “voc import FILE” brings conversations in, “voc ticket create” opens one.")

  /// That nothing was found, and where else to look.
  private static func nothing(_ filter: Desk.TicketSelection, _ invocation: Invocation) -> Phrase {
    if !filter.isOfUnsolvedOnly || invocation.positionals.isEmpty {
      return Phrase(
        es: "Ningún ticket coincide. «voc ticket list --status all» los muestra todos.",
        en: "No ticket matches. “voc ticket list --status all” shows them all.")
    }
    return Phrase(
      es: "Ningún ticket sin resolver coincide. Con --status all se busca también entre los resueltos.",
      en: "No unsolved ticket matches. With --status all the solved ones are searched, too.")
  }

  private static func writeTitle(
    shown: Int, _ total: TicketCount, of filter: Desk.TicketSelection, _ desk: Desk,
    _ invocation: Invocation
  ) throws {
    if shown == 0 {
      invocation.print(invocation.say(try desk.hasTickets() ? nothing(filter, invocation) : none))
      return
    }
    let isUnsolved = filter.isOfUnsolvedOnly
    let values = ["shown": invocation.numbers.integer(shown)]
    if total.isLeast {
      let number = ["n": invocation.numbers.integer(total.number)]
      invocation.print(
        invocation.say(isUnsolved ? leastUnsolvedTitle : leastTitle, values.merging(number) { $1 }))
    } else {
      invocation.print(
        (isUnsolved ? unsolvedTitle : plainTitle)(total.number, in: invocation.numbers, values))
    }
  }

  private static func filter(_ desk: Desk, _ invocation: Invocation) throws -> Desk.TicketSelection {
    var filter = Desk.TicketSelection()
    filter.condition = try FilterInput.read(desk, invocation)
    filter.statuses = try statuses(invocation.strings("--status"))
    filter.channel = invocation.string("--channel")
    filter.customer = invocation.string("--customer")
    filter.assignee = invocation.string("--assignee")
    if let tag = try TicketTag.tags("--tag", invocation).last, let tagged = TicketFilter.tag(tag) {
      filter.condition = filter.condition.and(tagged)
    }
    filter.sort = invocation.choice("--sort")
    filter.limit = try invocation.limit(filter.limit)
    return filter
  }

  static func statuses(_ values: [String]) throws -> [Ticket.Status] {
    var statuses: [Ticket.Status] = []
    for word in values.flatMap({ $0.split(separator: ",").map(String.init) }) {
      if ["all", "todos"].contains(Folding.folded(word)) { return Ticket.Status.allCases }
      guard let status = Ticket.Status(word: word) else {
        throw UsageError(
          Phrase(es: "«{word}» no es un estado", en: "“{word}” is no status"),
          Phrase(
            es: "Los estados son {all}, y all para todos", en: "The statuses are {all}, and all for every one"
          ),
          ["word": word, "all": Ticket.Status.allCases.map(\.rawValue).joined(separator: ", ")])
      }
      if !statuses.contains(status) { statuses.append(status) }
    }
    return statuses
  }

  private static let listing = Listing<TicketLine>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.ticket.id) },
      cell: { item, _ in .init("#\(item.ticket.id)") }),
    .init(
      name: "status", header: Phrase(es: "Estado", en: "Status"),
      value: { .string($0.ticket.status.rawValue) },
      cell: { line, invocation in
        .init(line.ticket.status.phrase(invocation.language), paint: line.ticket.status.paint)
      }),
    .init(
      name: "priority", header: Phrase(es: "Prioridad", en: "Priority"),
      rank: 3, isIdle: { $0.ticket.priority == .normal },
      value: { .string($0.ticket.priority.name) },
      cell: { line, invocation in
        .init(line.ticket.priority.phrase(invocation.language), paint: line.ticket.priority.paint)
      }),
    .init(
      name: "channel", header: Phrase(es: "Canal", en: "Channel"), least: 13, rank: 1,
      value: { .string($0.channel) }),
    .init(
      name: "customer", header: Phrase(es: "Cliente", en: "Customer"), least: 14,
      value: { .string($0.customer) },
      cell: { item, _ in .init(DisplayWidth.truncated(item.customer, to: 24)) }),
    .init(
      name: "waiting_since", header: Phrase(es: "Espera", en: "Waiting"),
      isIdle: { $0.ticket.waitingSince == nil },
      value: { TicketJSON.time($0.ticket.waitingSince) },
      cell: { line, invocation in
        let now = invocation.world.now()
        // A phone's clock may be ahead of ours.
        return .init(
          line.ticket.waitingSince.map { RelativeTime.text(min($0, now), now: now, invocation.language) }
            ?? "—")
      }),
    .init(
      name: "due_at", header: Phrase(es: "Vence", en: "Due"), rank: 2,
      isIdle: { $0.dueAt == nil && $0.ticket.pendingUntil == nil },
      value: { TicketJSON.time($0.dueAt) },
      cell: { line, invocation in
        guard let due = line.nextDue else { return .init("—") }
        let now = invocation.world.now()
        var text = RelativeTime.text(due, now: now, invocation.language)
        if due != line.dueAt {
          text = invocation.say(Phrase(es: "prometido {when}", en: "promised {when}"), ["when": text])
        }
        return .init(text, paint: { style, text in due <= now ? style.red(text) : text })
      }),
    .init(
      name: "assignee", header: Phrase(es: "Asignado", en: "Assignee"), least: 10, rank: 2,
      isIdle: { $0.assignee == nil },
      value: { $0.assignee.map(JSON.string) ?? .null }, cell: { item, _ in .init(item.assignee ?? "—") }),
    .init(
      name: "subject", header: Phrase(es: "Asunto", en: "Subject"), isFlexible: true,
      value: { .string($0.ticket.subject) },
      cell: { item, invocation in
        let opening = item.opening.map { "[\(invocation.say($0.phrase))]" }
        return .init(item.ticket.subject.isEmpty ? opening ?? "—" : item.ticket.subject)
      }),
    .init(
      name: "customer_id", header: Phrase(both: ""), isHidden: true, value: { .int($0.ticket.customerID) }),
    .init(
      name: "pending_until", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.ticket.pendingUntil) }),
    .init(
      name: "cause", header: Phrase(both: ""), isHidden: true,
      value: { $0.ticket.cause.map(JSON.string) ?? .null }),
    .init(
      name: "created_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.ticket.createdAt) }),
    .init(
      name: "updated_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.ticket.updatedAt) }),
    .init(
      name: "last_message_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.ticket.lastMessageAt) }),
    .init(
      name: "solved_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.ticket.solvedAt) }),
  ])
}
