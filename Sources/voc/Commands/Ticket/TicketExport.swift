import VocDesk
import VocDomain

/// `voc ticket export`
enum TicketExport {
  static let verb = Verb(
    words: ["ticket", "export"],
    summary: Phrase(
      es: "Exporta los tickets a otra herramienta: JSON por líneas, o CSV",
      en: "Exports tickets to another tool: JSON lines, or CSV"),
    details: Phrase(
      es:
        "Todos los tickets por número, también los resueltos y los cerrados, o los que cumplen el filtro; «voc help filters» explica los filtros. Cada línea es un objeto JSON con los campos de «voc ticket view»; con --csv, una fila por ticket. Las horas van en UTC (RFC 3339). Lleva datos personales: --output escribe un archivo que solo lee su dueño, entero o nada.",
      en:
        "All tickets by number, solved and closed ones included, or those that the filter matches; “voc help filters” explains filters. Each line is a JSON object with the fields of “voc ticket view”; with --csv a row is a ticket. Times are in UTC (RFC 3339). It holds personal data: --output writes a file that only its owner reads, all of it or nothing."
    ),
    positional: FilterInput.positional,
    options: [
      Option(
        names: ["--csv"], value: Phrase(es: "CAMPOS", en: "FIELDS"),
        summary: Phrase(
          es: "CSV; con columnas separadas por comas, solo esas",
          en: "CSV; with comma-separated columns, only those"),
        optionalValueFields: TicketCSV.columns.map(\.name)),
      Option(
        names: ["--messages"],
        summary: Phrase(
          es: "con los mensajes de cada ticket, en JSON", en: "with each ticket’s messages, in JSON")),
      Option(
        names: ["--output", "-o"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(
          es: "escribe en este archivo y no en la salida", en: "writes to this file, not to the output")),
      Option.replace,
    ],
    jsonFields: [
      "id", "status", "priority", "subject", "channel", "customer", "assignee", "tags", "cause", "created_at",
      "updated_at", "waiting_since", "due_at", "pending_until", "solved_at", "answers", "merged_into",
    ],
    examples: [
      "voc ticket export created:2026-10 --csv --output octubre.csv",
      "voc ticket export tag:vip --messages > vip.jsonl",
      "voc ticket export --json id,subject,tags",
      "voc ticket export is:unsolved --csv id,customer,subject",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    try checkOptions(invocation)
    let desk = try invocation.desk(for: .reading)
    let filter = try FilterInput.read(desk, invocation)
    guard let path = invocation.string("--output"), path != "-" else {
      if try write(filter, desk, invocation) == 0 { noticeNothing(invocation) }
      return .ok
    }
    let file = try OutputFile(path, replaces: invocation.flag("--replace"), besides: invocation.databasePath)
    // So that Ctrl+C leaves no half of it behind.
    invocation.world.catchInterrupts()
    let count = try file.write(in: invocation.world) { world in
      try write(filter, desk, invocation.inWorld(world))
    }
    invocation.print(
      exported(count, in: invocation.numbers, ["path": Escaping.terminal(path)]))
    return .ok
  }

  private static let exported = CountedPhrase(
    one: Phrase(es: "{n} ticket exportado a {path}", en: "{n} ticket exported to {path}"),
    other: Phrase(es: "{n} tickets exportados a {path}", en: "{n} tickets exported to {path}"))

  private static func checkOptions(_ invocation: Invocation) throws {
    let isCSV = invocation.flag("--csv")
    if isCSV && invocation.jsonFields != nil {
      throw UsageError(
        Phrase(es: "--csv y --json se excluyen", en: "--csv and --json exclude each other"),
        Phrase(es: "Va uno de los dos", en: "Give one of them"))
    }
    if isCSV && invocation.flag("--messages") {
      throw UsageError(
        Phrase(
          es: "--csv no lleva mensajes: una fila es un ticket",
          en: "--csv has no messages: a row is a ticket"),
        Phrase(es: "--messages va sin --csv", en: "Give --messages without --csv"))
    }
    if invocation.flag("--replace") && invocation.string("--output") == nil {
      throw UsageError(
        Phrase(es: "--replace va con --output", en: "--replace goes with --output"),
        Phrase(es: "Falta --output ARCHIVO", en: "Add --output FILE"))
    }
  }

  /// Writes them as far as somebody reads; how many there were.
  private static func write(
    _ filter: TicketFilter, _ desk: Desk, _ invocation: Invocation
  ) throws -> Int {
    let form = TicketExportForm(invocation)
    var count = 0
    try desk.exportTickets(matching: filter, with: form.parts) { tickets in
      for ticket in tickets { form.write(ticket) }
      count += tickets.count
      if invocation.world.isInterrupted() { throw interrupted }
      return !invocation.world.outputIsClosed()
    }
    return count
  }

  private static let interrupted = Refusal(
    Phrase(es: "la exportación se interrumpió", en: "the export was interrupted"),
    Phrase(es: "No quedó ningún archivo; conviene repetirla", en: "No file was left; run it again"))

  private static func noticeNothing(_ invocation: Invocation) {
    guard invocation.hasRemarks else { return }
    invocation.notice(Phrase(es: "Ningún ticket coincide.", en: "No ticket matches."))
  }
}

/// How each ticket of an export is written, and what that takes.
private struct TicketExportForm {
  let parts: Desk.ExportedTicket.Parts
  let write: (Desk.ExportedTicket) -> Void

  init(_ invocation: Invocation) {
    if let asked = invocation.string("--csv") {
      let names = asked.split(separator: ",").map(String.init)
      let columns =
        names.isEmpty
        ? TicketCSV.columns : names.compactMap { name in TicketCSV.columns.first { $0.name == name } }
      let table = CSVTable(columns.map(\.name), invocation)
      parts = .init(columns.compactMap(\.part))
      write = { ticket in table.add(columns.map { $0.value(ticket) }) }
    } else {
      let fields =
        (invocation.jsonFields ?? invocation.verb.jsonFields)
        + (invocation.flag("--messages") ? ["messages"] : [])
      parts = .init(fields.compactMap { TicketExportForm.parts[$0] })
      write = { ticket in
        invocation.print(JSON.object(TicketJSON.members(ticket)).selecting(fields).text)
      }
    }
  }

  private static let parts: [String: Desk.ExportedTicket.Parts] = [
    "customer": .contactPoints, "tags": .tags, "answers": .answers, "merged_into": .mergedInto,
    "messages": .messages,
  ]
}
