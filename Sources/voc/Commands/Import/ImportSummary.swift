import VocDesk
import VocDomain

/// What an import tells when it is done.
struct ImportSummary {
  let report: ImportReport
  let seconds: Double
  let isDryRun: Bool
  let invocation: Invocation
  private var numbers: NumberStyle { invocation.numbers }

  init(report: ImportReport, seconds: Double, isDryRun: Bool, invocation: Invocation) {
    self.report = report
    self.seconds = seconds
    self.isDryRun = isDryRun
    self.invocation = invocation
  }

  func write() {
    if let fields = invocation.jsonFields {
      let all = members
      invocation.print(JSON.object(fields.compactMap { name in all.first { $0.name == name } }).text)
      return
    }
    writeFiles()
    writeTotals()
    for name in report.skipped {
      invocation.notice(
        Phrase(
          es: "{file} no es una exportación conocida: se dejó aparte.",
          en: "{file} is no known export: left out."),
        ["file": name])
    }
  }

  private func writeFiles() {
    var table = TextTable([
      .init(header: invocation.say(Phrase(es: "Archivo", en: "File")), isFlexible: true),
      .init(header: invocation.say(Phrase(es: "Formato", en: "Format"))),
      .init(header: invocation.say(Phrase(es: "Registros", en: "Records")), alignment: .right),
      .init(header: invocation.say(Phrase(es: "Nuevos", en: "New")), alignment: .right),
      .init(header: invocation.say(Phrase(es: "Conocidos", en: "Known")), alignment: .right),
      .init(header: invocation.say(Phrase(es: "Problemas", en: "Problems")), alignment: .right),
      .init(header: invocation.say(Phrase(es: "Fechas", en: "Dates"))),
    ])
    for file in report.files {
      table.add([
        .init(file.name), .init(file.format.rawValue), .init(numbers.integer(file.records)),
        .init(numbers.integer(file.new)), .init(numbers.integer(file.known)),
        .init(numbers.integer(file.problems)),
        .init(dates(file)),
      ])
    }
    invocation.world.out(
      table.text(width: invocation.tableWidth, style: invocation.style)
    )
    for file in report.files where file.blank > 0 {
      invocation.notice(
        Phrase(
          es: "{file}: {n} filas sin puntaje, sin responder.",
          en: "{file}: {n} rows without a score, not answered."),
        ["file": file.name, "n": numbers.integer(file.blank)])
    }
  }

  private func dates(_ file: ImportReport.File) -> String {
    guard let order = file.order, let evidence = file.evidence else { return "—" }
    return "\(order.rawValue), \(evidence.phrase(invocation.language))"
  }

  private func writeTotals() {
    invocation.print("")
    if report.newMessages + report.knownMessages > 0 {
      total(
        Phrase(es: "Mensajes", en: "Messages"),
        Phrase(es: "{new} nuevos, {known} ya conocidos", en: "{new} new, {known} known already"),
        ["new": report.newMessages, "known": report.knownMessages])
      total(
        Phrase(both: "Tickets"),
        Phrase(
          es:
            "{opened} abiertos ({settled} resueltos por estar quietos tras nuestra respuesta), {continued} continuados",
          en: "{opened} opened ({settled} solved, quiet since our reply), {continued} continued"),
        [
          "opened": report.ticketsOpened, "settled": report.ticketsSettled,
          "continued": report.ticketsContinued,
        ])
    }
    if report.ticketsContinuedAcross > 0 {
      total(
        Phrase(es: "Otro canal", en: "Other channel"),
        Phrase(
          es: "{n} mensajes siguieron un ticket abierto en otro canal",
          en: "{n} messages went on with a ticket opened on another channel"),
        ["n": report.ticketsContinuedAcross])
    }
    if report.newAnswers + report.knownAnswers > 0 {
      total(
        Phrase(es: "Respuestas", en: "Answers"),
        Phrase(es: "{new} nuevas, {known} ya conocidas", en: "{new} new, {known} known already"),
        ["new": report.newAnswers, "known": report.knownAnswers])
    }
    total(
      Phrase(es: "Clientes", en: "Customers"),
      Phrase(es: "{all}; nuevos: {new}", en: "{all}; new: {new}"),
      ["all": report.customers, "new": report.newCustomers])
    total(Phrase(es: "Problemas", en: "Problems"), Phrase(both: "{n}"), ["n": report.problems])
    invocation.print(closing)
  }

  private func total(_ label: Phrase, _ text: Phrase, _ values: [String: Int]) {
    invocation.print(
      DisplayWidth.padded(label(invocation.language), to: 14)
        + invocation.say(text, values.mapValues { numbers.integer($0) }))
  }

  private var closing: String {
    let values = [
      "batch": report.batch.map { "\($0)" } ?? "", "seconds": numbers.decimal(seconds, places: 1),
      "zone": report.zone,
    ]
    return invocation.say(
      isDryRun
        ? Phrase(
          es: "Ensayo: no se guardó nada. {seconds} s, horas de {zone}.",
          en: "Dry run: nothing was kept. {seconds} s, times of {zone}.")
        : Phrase(
          es: "Lote {batch}, {seconds} s, horas de {zone}.",
          en: "Batch {batch}, {seconds} s, times of {zone}."),
      values)
  }

  private var members: [JSON.Member] {
    func int(_ name: String, _ value: Int) -> JSON.Member { .init(name, .int(Int64(value))) }
    return [
      .init("batch", report.batch.map(JSON.int) ?? .null),
      .init("files", .array(report.files.map(file))), int("customers", report.customers),
      int("tickets", report.ticketsOpened), int("messages", report.newMessages),
      int("customers_new", report.newCustomers), int("tickets_continued", report.ticketsContinued),
      int("tickets_continued_across", report.ticketsContinuedAcross),
      int("tickets_settled", report.ticketsSettled),
      int("messages_known", report.knownMessages), int("answers", report.newAnswers),
      int("answers_known", report.knownAnswers), int("problems", report.problems),
      .init("skipped", .array(report.skipped.map(JSON.string))), .init("zone", .string(report.zone)),
      .init("seconds", .double((seconds * 1000).rounded() / 1000)), .init("dry_run", .bool(isDryRun)),
    ]
  }

  private func file(_ file: ImportReport.File) -> JSON {
    .object([
      .init("file", .string(file.name)), .init("format", .string(file.format.rawValue)),
      .init("records", .int(Int64(file.records))), .init("new", .int(Int64(file.new))),
      .init("known", .int(Int64(file.known))), .init("problems", .int(Int64(file.problems))),
      .init("blank", .int(Int64(file.blank))), .init("date_order", TicketJSON.text(file.order?.rawValue)),
      .init("date_evidence", TicketJSON.text(file.evidence?.rawValue)),
    ])
  }
}
