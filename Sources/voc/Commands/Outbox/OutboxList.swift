import VocDesk
import VocDomain

/// `voc outbox list`
enum OutboxList {
  static let verb = Verb(
    words: ["outbox", "list"],
    summary: Phrase(
      es: "Lista las respuestas que esperan a salir por su canal",
      en: "Lists the replies that wait to go out on their channel"),
    details: Phrase(
      es:
        "La más antigua primero. En JSON, to son las direcciones del cliente en ese canal (kind, value y system), la mejor primero. En una tubería, el estado de la que tiene un conector es claimed. Un conector toma respuestas con «voc outbox claim»: solo listarlas no impide que otro las entregue.",
      en:
        "The oldest first. In JSON, to is where the customer is reached on that channel (kind, value and system), the best first. In a pipe, the state of one that a connector has is claimed. A connector takes replies with “voc outbox claim”: listing them keeps nobody else from delivering them."
    ),
    options: [
      channel,
      Option(
        names: ["--state"], value: Phrase(es: "ESTADO", en: "STATE"),
        summary: Phrase(
          es: "las que están así, en vez de las que esperan (pending)",
          en: "those in this state instead of those that wait (pending)"),
        allowed: OutboxEntry.State.allCases.map(\.rawValue)),
      Option(names: ["--all"], summary: Phrase(es: "todas, en cualquier estado", en: "all, in any state")),
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas como máximo (50)", en: "how many at the most (50)")),
    ],
    jsonFields: listing.fields,
    isListing: true,
    examples: [
      "voc outbox list", "voc outbox list --state failed", "voc outbox list --channel WhatsApp --json",
    ],
    run: run)

  /// For every verb that reads the outbox.
  static let channel = Option(
    names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"),
    summary: Phrase(es: "solo las de este canal", en: "only those of this channel"))

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let asked: OutboxEntry.State? = invocation.choice("--state")
    if asked != nil && invocation.flag("--all") {
      throw UsageError(
        Phrase(es: "--state y --all se excluyen", en: "--state and --all exclude each other"),
        Phrase(es: "Va uno de los dos", en: "Give one of them"))
    }
    let state = invocation.flag("--all") ? nil : asked ?? .pending
    let limit = try invocation.limit(50)
    let desk = try invocation.desk(for: .reading)
    let lines = try desk.outbox(state: state, channel: invocation.string("--channel"), limit: limit + 1)
    listing.write(lines.prefix(limit), for: invocation)
    if invocation.hasRemarks {
      if lines.isEmpty { noticeEmpty(invocation) }
      let failed = try desk.failedReplies()
      if state == .pending && failed > 0 {
        let phrase = CountedPhrase(
          one: Phrase(
            es: "Además, {n} no se pudo enviar: «voc outbox list --state failed».",
            en: "Besides, {n} could not be sent: “voc outbox list --state failed”."),
          other: Phrase(
            es: "Además, {n} no se pudieron enviar: «voc outbox list --state failed».",
            en: "Besides, {n} could not be sent: “voc outbox list --state failed”."))
        invocation.world.remark(phrase(failed, in: invocation.numbers) + "\n")
      }
    }
    if lines.count > limit { invocation.noticeMore() }
    return .ok
  }

  static func noticeEmpty(_ invocation: Invocation) {
    invocation.notice(Phrase(es: "No hay ninguna respuesta.", en: "There are no replies."))
  }

  static let listing = Listing<Desk.OutboxLine>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.entry.messageID) }),
    .init(
      name: "ticket", header: Phrase(es: "Ticket", en: "Ticket"), alignment: .right,
      value: { .int($0.ticketID) }, cell: { line, _ in .init("#\(line.ticketID)") }),
    .init(
      name: "state", header: Phrase(es: "Estado", en: "State"), value: { .string($0.entry.state.rawValue) },
      plain: { $0.isClaimed ? "claimed" : $0.entry.state.rawValue },
      cell: { line, invocation in stateCell(line, invocation) }),
    .init(
      name: "channel", header: Phrase(es: "Canal", en: "Channel"), least: 8,
      value: { .string($0.channel.name) }),
    .init(
      name: "customer", header: Phrase(es: "Cliente", en: "Customer"), least: 10,
      value: { .string($0.customer) }),
    .init(
      name: "address", header: Phrase(es: "Para", en: "To"), least: 10, rank: 1,
      value: { JSON($0.addresses.first?.address) },
      cell: { line, _ in .init(line.addresses.first?.address ?? "—") }),
    .init(
      name: "queued_at", header: Phrase(es: "Desde", en: "Since"),
      value: { TicketJSON.time($0.entry.queuedAt) },
      cell: { line, invocation in
        .init(RelativeTime.text(line.entry.queuedAt, now: invocation.world.now(), invocation.language))
      }),
    .init(
      name: "attempts", header: Phrase(es: "Intentos", en: "Attempts"), alignment: .right, rank: 2,
      isIdle: { $0.entry.attempts == 0 }, value: { .int(Int64($0.entry.attempts)) }),
    .init(
      name: "reason", header: Phrase(es: "Motivo", en: "Reason"), least: 24,
      isIdle: { $0.entry.reason == nil },
      value: { JSON($0.entry.reason) }, cell: { line, _ in .init(line.entry.reason ?? "—") }),
    .init(
      name: "text", header: Phrase(es: "Texto", en: "Text"), isFlexible: true, value: { .string($0.text) },
      cell: { line, _ in .init(line.text) }),
    .init(name: "kind", header: Phrase(both: ""), isHidden: true, value: { .string($0.channel.kind) }),
    .init(name: "to", header: Phrase(both: ""), isHidden: true, value: { .array($0.addresses.map(json)) }),
    .init(name: "subject", header: Phrase(both: ""), isHidden: true, value: { .string($0.subject) }),
    .init(name: "agent", header: Phrase(both: ""), isHidden: true, value: { .string($0.author) }),
    .init(name: "template", header: Phrase(both: ""), isHidden: true, value: { JSON($0.entry.template) }),
    .init(
      name: "external_id", header: Phrase(both: ""), isHidden: true, value: { JSON($0.entry.externalID) }),
    .init(
      name: "claimed_by", header: Phrase(both: ""), isHidden: true, value: { JSON($0.entry.claim?.connector) }
    ),
    .init(
      name: "claimed_until", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.entry.claim?.until) }),
    .init(
      name: "changed_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.entry.changedAt) }),
  ])

  private static func stateCell(_ line: Desk.OutboxLine, _ invocation: Invocation) -> TextTable.Cell {
    let entry = line.entry
    if line.isClaimed, let claim = entry.claim {
      return .init(
        invocation.say(
          Phrase(es: "la tiene {connector}", en: "{connector} has it"), ["connector": claim.connector]),
        paint: { $0.blue($1) })
    }
    let text = entry.state.phrase(invocation.language)
    return entry.state == .failed ? .init(text, paint: { $0.red($1) }) : .init(text)
  }

  private static func json(_ point: ContactPoint) -> JSON {
    .object([
      .init("kind", .string(point.kind.rawValue)), .init("value", .string(point.address)),
      .init("system", JSON(point.system)),
    ])
  }
}
