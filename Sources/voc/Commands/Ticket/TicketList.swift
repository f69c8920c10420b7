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
        "Sin --status muestra los que no están resueltos: primero los clientes que nadie ha respondido, por prioridad y por tiempo de espera.",
      en:
        "Without --status it shows the unsolved ones: first the customers whom nobody answered, by priority and by how long they wait."
    ),
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
        summary: Phrase(es: "un agente, @me o none (sin asignar)", en: "an agent, @me or none (unassigned)")),
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
        allowed: Desk.TicketFilter.Sort.allCases.map(\.rawValue)),
    ],
    jsonFields: listing.fields,
    examples: [
      "voc ticket list --status new,open --channel WhatsApp",
      "voc ticket list --assignee @me --json id,subject",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let desk = try invocation.desk(for: .reading)
    let filter = try filter(invocation)
    let lines = try desk.tickets(filter)
    let isForPeople = invocation.world.outputIsTerminal && invocation.jsonFields == nil
    let total = lines.count < filter.limit ? lines.count : Int(try desk.countTickets(filter))
    if isForPeople {
      try writeTitle(shown: lines.count, total, of: filter, desk, invocation)
    } else if lines.isEmpty && invocation.jsonFields == nil && invocation.world.errorIsTerminal {
      invocation.notice(nothing)
    }
    listing.write(lines, for: invocation)
    if !isForPeople { invocation.noticeCut(shown: lines.count, of: total) }
    return .ok
  }

  private static let unsolvedTitle = CountedPhrase(
    one: Phrase(es: "{shown} de {n} ticket sin resolver", en: "{shown} of {n} unsolved ticket"),
    other: Phrase(es: "{shown} de {n} tickets sin resolver", en: "{shown} of {n} unsolved tickets"))
  private static let plainTitle = CountedPhrase(
    one: Phrase(es: "{shown} de {n} ticket", en: "{shown} of {n} ticket"),
    other: Phrase(es: "{shown} de {n} tickets", en: "{shown} of {n} tickets"))
  private static let none = Phrase(
    es: "Todavía no hay tickets: «voc import ARCHIVO» trae conversaciones y «voc ticket create» abre uno.",
    en: "There are no tickets yet: “voc import FILE” brings conversations in, “voc ticket create” opens one.")
  private static let nothing = Phrase(
    es: "Ningún ticket coincide. «voc ticket list --status all» los muestra todos.",
    en: "No ticket matches. “voc ticket list --status all” shows them all.")

  private static func writeTitle(
    shown: Int, _ total: Int, of filter: Desk.TicketFilter, _ desk: Desk, _ invocation: Invocation
  ) throws {
    if shown == 0 {
      var any = Desk.TicketFilter()
      any.statuses = Ticket.Status.allCases
      invocation.print(invocation.say(try desk.countTickets(any) == 0 ? none : nothing))
      return
    }
    let title = filter.statuses.isEmpty ? unsolvedTitle : plainTitle
    invocation.print(title(total, in: invocation.numbers, ["shown": invocation.numbers.integer(shown)]))
  }

  private static func filter(_ invocation: Invocation) throws -> Desk.TicketFilter {
    var filter = Desk.TicketFilter()
    filter.statuses = try statuses(invocation.strings("--status"))
    filter.channel = invocation.string("--channel")
    filter.customer = invocation.string("--customer")
    filter.assignee = invocation.string("--assignee")
    filter.tag = try TicketTag.tags("--tag", invocation).last
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

  private static let listing = Listing<Desk.TicketLine>([
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
        .init(
          line.ticket.waitingSince.map {
            RelativeTime.text($0, now: invocation.world.now(), invocation.language)
          } ?? "—")
      }),
    .init(
      name: "due_at", header: Phrase(es: "Vence", en: "Due"), rank: 2, isIdle: { $0.dueAt == nil },
      value: { TicketJSON.time($0.dueAt) },
      cell: { line, invocation in
        guard let due = line.dueAt else { return .init("—") }
        let now = invocation.world.now()
        let text = RelativeTime.text(due, now: now, invocation.language)
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
