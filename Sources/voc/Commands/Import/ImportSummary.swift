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
      invocation.print(JSON.object(all).selecting(fields).text)
      return
    }
    writeFiles()
    writeTotals()
    ImportNotices(report: report, invocation: invocation, name: shownName).write()
  }

  /// Columns in which no file has anything to say are left out.
  private func writeFiles() {
    let hasUpdates = report.files.contains { $0.updated > 0 }
    let hasWaiting = report.files.contains { $0.newlyWaiting > 0 }
    let hasDates = report.files.contains { $0.order != nil }
    func number(_ phrase: Phrase) -> TextTable.Column {
      .init(header: invocation.say(phrase), alignment: .right)
    }
    var columns: [TextTable.Column] = [
      .init(header: invocation.say(Phrase(es: "Archivo", en: "File")), isFlexible: true),
      .init(header: invocation.say(Phrase(es: "Formato", en: "Format")), rank: 1),
      number(Phrase(es: "Registros", en: "Records")), number(Phrase(es: "Nuevos", en: "New")),
    ]
    if hasUpdates { columns.append(number(Phrase(es: "Cambiados", en: "Updated"))) }
    columns.append(number(Phrase(es: "Conocidos", en: "Known")))
    if hasWaiting { columns.append(number(Phrase(es: "En espera", en: "Waiting"))) }
    columns.append(number(Phrase(es: "Problemas", en: "Problems")))
    if hasDates { columns.append(.init(header: invocation.say(Phrase(es: "Fechas", en: "Dates")), rank: 2)) }
    var table = TextTable(columns)
    for file in report.files {
      func cell(_ value: Int) -> TextTable.Cell { .init(numbers.integer(value)) }
      var cells: [TextTable.Cell] = [
        .init(shownName(file)), .init(file.format.rawValue), cell(file.records), cell(file.new),
      ]
      if hasUpdates { cells.append(cell(file.updated)) }
      cells.append(cell(file.known))
      if hasWaiting { cells.append(cell(file.newlyWaiting)) }
      cells.append(cell(file.problems))
      if hasDates { cells.append(.init(dates(file))) }
      table.add(cells)
    }
    invocation.world.out(table.text(width: invocation.tableWidth, style: invocation.style))
  }

  /// On a terminal without its folders, where that tells the files apart.
  private func shownName(_ file: ImportReport.File) -> String {
    func last(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }
    let isUnique = report.files.filter { last($0.name) == last(file.name) }.count == 1
    return invocation.world.outputIsTerminal && isUnique ? last(file.name) : file.name
  }

  private func dates(_ file: ImportReport.File) -> String {
    guard let order = file.order, let evidence = file.evidence else { return "—" }
    return "\(order.rawValue), \(evidence.phrase(invocation.language))"
  }

  private func writeTotals() {
    invocation.print("")
    if report.newCalls > 0 {
      total(
        Phrase(es: "Llamadas", en: "Calls"), Phrase(es: "nuevas: {n}", en: "new: {n}"), ["n": report.newCalls]
      )
    }
    if report.newEvents > 0 {
      total(
        Phrase(es: "Historial", en: "History"), Phrase(es: "entradas nuevas: {n}", en: "new entries: {n}"),
        ["n": report.newEvents])
    }
    if report.newMessages + report.knownMessages > 0 {
      total(
        Phrase(es: "Mensajes", en: "Messages"),
        Phrase(es: "nuevos: {new}; ya conocidos: {known}", en: "new: {new}; known already: {known}"),
        ["new": report.newMessages, "known": report.knownMessages])
    }
    if report.ticketsOpened + report.ticketsContinued + report.newMessages + report.knownMessages > 0 {
      total(
        Phrase(both: "Tickets"),
        Phrase(
          es:
            "nuevos: {opened}; continuados: {continued}; resueltos, por inactividad tras nuestra respuesta: {settled}",
          en: "new: {opened}; continued: {continued}; solved, quiet since our reply: {settled}"),
        [
          "opened": report.ticketsOpened, "settled": report.ticketsSettled,
          "continued": report.ticketsContinued,
        ])
    }
    if report.ticketsContinuedAcross > 0 {
      total(
        Phrase(es: "Entre canales", en: "Across channels"),
        Phrase(
          es: "mensajes que continuaron un ticket de otro canal: {n}",
          en: "messages that went on with a ticket of another channel: {n}"),
        ["n": report.ticketsContinuedAcross])
    }
    if report.newAnswers + report.knownAnswers > 0 {
      total(
        Phrase(es: "Respuestas", en: "Answers"),
        Phrase(es: "nuevas: {new}; ya conocidas: {known}", en: "new: {new}; known already: {known}"),
        ["new": report.newAnswers, "known": report.knownAnswers])
    }
    total(
      Phrase(es: "Clientes", en: "Customers"),
      Phrase(es: "nuevos: {new}", en: "new: {new}"), ["new": report.newCustomers])
    total(Phrase(es: "Problemas", en: "Problems"), Phrase(both: "{n}"), ["n": report.problems])
    invocation.print(closing)
    if let next { invocation.print(invocation.say(next)) }
  }

  /// What people do after an import; nothing to say to a pipe.
  private var next: Phrase? {
    guard invocation.world.outputIsTerminal, report.newMessages + report.newCalls + report.newAnswers > 0
    else { return nil }
    if isDryRun {
      return Phrase(es: "Sin --dry-run se guarda.", en: "Without --dry-run it is kept.")
    }
    if report.newMessages + report.newCalls > 0 {
      return Phrase(
        es: "«voc ticket list» muestra a quién falta responder.",
        en: "“voc ticket list” shows who still waits for an answer.")
    }
    return Phrase(
      es: "«voc report satisfaction» resume las respuestas.",
      en: "“voc report satisfaction” sums the answers up.")
  }

  private func total(_ label: Phrase, _ text: Phrase, _ values: [String: Int]) {
    invocation.print(
      DisplayWidth.padded(label(invocation.language), to: report.ticketsContinuedAcross > 0 ? 17 : 14)
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
          es: "Simulación: no se guardó nada. {seconds} s, horas de {zone}.",
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
      int("messages_known", report.knownMessages), int("calls", report.newCalls),
      int("events", report.newEvents),
      int("updated", report.updatedRecords), int("known", report.knownRecords),
      int("answers", report.newAnswers),
      int("answers_known", report.knownAnswers), int("problems", report.problems),
      .init("skipped", .array(report.skipped.map(JSON.string))), .init("zone", .string(report.zone)),
      .init("seconds", .double((seconds * 1000).rounded() / 1000)), .init("dry_run", .bool(isDryRun)),
    ]
  }

  private func file(_ file: ImportReport.File) -> JSON {
    .object([
      .init("file", .string(file.name)), .init("format", .string(file.format.rawValue)),
      .init("records", .int(Int64(file.records))), .init("new", .int(Int64(file.new))),
      .init("known", .int(Int64(file.known))), .init("updated", .int(Int64(file.updated))),
      .init("waiting", .int(Int64(file.newlyWaiting))), .init("apart", .int(Int64(file.apart))),
      .init("internal_calls", .int(Int64(file.internalCalls))), .init("problems", .int(Int64(file.problems))),
      .init("blank", .int(Int64(file.blank))), .init("date_order", JSON(file.order?.rawValue)),
      .init("date_evidence", JSON(file.evidence?.rawValue)),
    ])
  }
}
