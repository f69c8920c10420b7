import VocDesk
import VocDomain

/// `voc sla alerts`
enum SLAAlerts {
  static let verb = Verb(
    words: ["sla", "alerts"],
    summary: Phrase(
      es: "Lista los avisos de plazos por vencer o vencidos",
      en: "Lists the warnings of promises about to break"),
    details: Phrase(
      es:
        "Avisa al 75 % y al 90 % de cada plazo y cuando se incumple, una sola vez y en horario de atención. Sirve para cron: lo que sale queda listado hasta que --ack lo confirma.",
      en:
        "Warns at 75 % and 90 % of each target and at its breach, once and in business time. Made for cron: what is out stays listed until --ack acknowledges it."
    ),
    options: [
      Option(
        names: ["--ack"], value: Phrase(both: "N"), isRepeatable: true,
        summary: Phrase(
          es: "confirma estos avisos (varios separados por comas)",
          en: "acknowledges these (several separated by commas)")
      ),
      Option(
        names: ["--all"], summary: Phrase(es: "también los confirmados", en: "the acknowledged ones too")),
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)")),
    ],
    jsonFields: listing.fields,
    isListing: true, examples: ["voc sla alerts", "voc sla alerts --json", "voc sla alerts --ack 3,4"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let numbers = try numbers(invocation)
    let desk = try invocation.desk(for: invocation.hasDatabase ? .writing : .reading)
    if !numbers.isEmpty { try desk.acknowledgeAlerts(numbers) }
    _ = try desk.fireAlerts()
    let limit = try invocation.limit(50)
    let alerts = try desk.alerts(includingAcknowledged: invocation.flag("--all"), limit: limit + 1)
    if alerts.isEmpty && invocation.hasRemarks {
      invocation.notice(Phrase(es: "No hay avisos.", en: "There are no alerts."))
    }
    listing.write(alerts.prefix(limit), for: invocation)
    let silent = try desk.silentBreaches()
    if silent > 0 && invocation.hasRemarks {
      invocation.notice(
        Phrase(
          es: "Además, tickets vencidos cuyo aviso espera al horario de atención: {n}.",
          en: "Besides, late tickets whose alert waits for business hours: {n}."),
        ["n": invocation.numbers.integer(silent)])
    }
    if alerts.count > limit { invocation.noticeMore() }
    return .ok
  }

  private static func numbers(_ invocation: Invocation) throws -> [Int64] {
    try invocation.strings("--ack").flatMap { $0.split(separator: ",") }.map { word in
      if let number = Int64(word), number > 0 { return number }
      throw UsageError(
        Phrase(es: "«{word}» no es el número de un aviso", en: "“{word}” is no alert’s number"),
        Phrase(es: "«voc sla alerts» los muestra", en: "“voc sla alerts” shows them"), ["word": String(word)])
    }
  }

  private static let listing = Listing<Desk.Alert>([
    .init(
      name: "id", header: Phrase(es: "Aviso", en: "Alert"), alignment: .right, value: { .int($0.id) }),
    .init(
      name: "ticket", header: Phrase(es: "Ticket", en: "Ticket"), alignment: .right,
      value: { .int($0.ticketID) }, cell: { alert, _ in .init("#\(alert.ticketID)") }),
    .init(
      name: "level", header: Phrase(es: "Plazo", en: "Target"), alignment: .right,
      value: { .int(Int64($0.level)) },
      cell: { alert, invocation in
        let text =
          alert.level == 100
          ? invocation.say(Phrase(es: "vencido", en: "breached"))
          : invocation.numbers.percent(Double(alert.level) / 100)
        return .init(text, paint: { $0.red($1) })
      }),
    .init(
      name: "measure", header: Phrase(es: "Qué", en: "What"), value: { .string($0.measure.rawValue) },
      cell: { alert, invocation in .init(invocation.say(alert.measure.phrase)) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), value: { TicketJSON.time($0.at) },
      cell: { alert, invocation in
        .init(RelativeTime.text(alert.at, now: invocation.world.now(), invocation.language))
      }),
    .init(
      name: "customer", header: Phrase(es: "Cliente", en: "Customer"), least: 12,
      value: { .string($0.customer) }),
    .init(
      name: "assignee", header: Phrase(es: "Asignado", en: "Assignee"), least: 10, rank: 1,
      value: { JSON($0.assignee) }, cell: { alert, _ in .init(alert.assignee ?? "—") }),
    .init(
      name: "subject", header: Phrase(es: "Asunto", en: "Subject"), isFlexible: true,
      value: { .string($0.subject) },
      cell: { alert, _ in .init(alert.subject.orDash) }),
    .init(name: "due_at", header: Phrase(both: ""), isHidden: true, value: { TicketJSON.time($0.dueAt) }),
    .init(name: "fired_at", header: Phrase(both: ""), isHidden: true, value: { TicketJSON.time($0.firedAt) }),
    .init(
      name: "acknowledged_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.acknowledgedAt) }),
  ])
}
