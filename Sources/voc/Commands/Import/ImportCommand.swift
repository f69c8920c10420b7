import VocDesk
import VocDomain

/// `voc import`
enum ImportCommand {
  static let verb = Verb(
    words: ["import"],
    summary: Phrase(
      es: "Importa exportaciones de los canales: las convierte en clientes, tickets y respuestas",
      en: "Imports exports of the channels: turns them into customers, tickets and answers"),
    details: Phrase(
      es:
        "Lee lo que exportan WhatsApp, los chats y tickets de otros sistemas, las centrales telefónicas y las encuestas: archivos sueltos, comprimidos (.zip, .gz), carpetas enteras y la entrada (-). El formato se reconoce por el contenido; «voc import formats» los muestra todos. Importar dos veces no duplica nada; una exportación más larga agrega solo lo nuevo.",
      en:
        "Reads what WhatsApp, other systems’ chats and tickets, telephone switches and surveys export: single files, packed ones (.zip, .gz), whole folders and the input (-). The content tells the format; “voc import formats” lists them all. Importing twice duplicates nothing; a longer export adds only what is new."
    ),
    positional: .init(
      name: Phrase(es: "ARCHIVO", en: "FILE"), count: 1...Int.max,
      summary: Phrase(
        es: "archivo, .zip o .gz, carpeta o - (la entrada)",
        en: "a file, a .zip or .gz, a folder or - (the input)")),
    options: options,
    jsonFields: fields,
    examples: [
      "voc import \"Chat de WhatsApp con Ana López.txt\" --timezone America/Mexico_City --country MX",
      "voc import exportaciones/ --us \"Café Andino\" --dry-run",
      "voc import queue_log queue_log.1.gz --country MX",
      "voc import encuesta.csv --format survey-csv --map \"Calificación=score,Cuándo=at\" --survey csat",
    ],
    run: run)

  private static let fields = [
    "batch", "files", "customers", "tickets", "messages", "customers_new", "tickets_continued",
    "tickets_continued_across", "tickets_settled", "messages_known", "calls", "events", "updated", "known",
    "answers", "answers_known", "problems",
    "skipped", "zone", "seconds", "dry_run",
  ]

  private static let options = [
    Option(
      names: ["--format"], value: Phrase(es: "FORMATO", en: "FORMAT"),
      summary: Phrase(
        es: "el formato, si el contenido no lo dice: «voc import formats»",
        en: "the format, where the content does not tell: “voc import formats”"),
      allowed: ExportFormat.allCases.map(\.rawValue)),
    Option(
      names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"),
      summary: Phrase(
        es: "el canal del que vienen; si es nuevo, se crea",
        en: "the channel they come from; a new one is made")),
    Option(
      names: ["--kind"], value: Phrase(es: "TIPO", en: "KIND"),
      summary: Phrase(
        es: "el tipo de ese canal, si es nuevo y la exportación no lo dice: phone, chat, email…",
        en: "the kind of that channel, if it is new and the export does not tell: phone, chat, email…")),
    Option(
      names: ["--us"], value: Phrase(es: "NOMBRE", en: "NAME"), isRepeatable: true,
      summary: Phrase(
        es: "un nombre con que la empresa escribe; se recuerda para el canal",
        en: "a name under which the business writes; remembered for the channel")),
    Option(
      names: ["--timezone"], value: Phrase(es: "ZONA", en: "ZONE"),
      summary: Phrase(es: "zona IANA de las horas del archivo", en: "IANA zone of the file’s times")),
    Option.country,
    Option(
      names: ["--date-order"], value: Phrase(es: "ORDEN", en: "ORDER"),
      summary: Phrase(
        es: "dmy, mdy o ymd, cuando el archivo no lo prueba",
        en: "dmy, mdy or ymd, where the file does not prove it"),
      allowed: DateOrder.allCases.map(\.rawValue)),
    Option(
      names: ["--map"], value: Phrase(es: "COLUMNA=CAMPO,…", en: "COLUMN=FIELD,…"), isRepeatable: true,
      summary: Phrase(
        es: "qué es cada columna (los campos: «voc help import formats»), o el nombre de un mapa guardado",
        en: "what each column is (the fields: “voc help import formats”), or the name of a saved map")),
    Option(
      names: ["--save-map"], value: Phrase(es: "NOMBRE", en: "NAME"),
      summary: Phrase(
        es: "guarda el mapa de columnas: después basta --map NOMBRE",
        en: "keeps the column map: from then on --map NAME will do")),
    Option(
      names: ["--event"], value: Phrase(es: "NOMBRE=ESTADO", en: "NAME=STATUS"), isRepeatable: true,
      summary: Phrase(
        es: "a qué estado equivale un evento de un historial",
        en: "which status an event of a history stands for")),
    Option(
      names: ["--agent"], value: Phrase(es: "NOMBRE", en: "NAME"), isRepeatable: true,
      summary: Phrase(
        es: "un agente entre los que escriben, o quien responde por la empresa",
        en: "an agent among those who write, or who answers for the business")),
    Option(
      names: ["--survey"], value: Phrase(es: "ENCUESTA", en: "SURVEY"),
      summary: Phrase(
        es: "la encuesta de una tabla que no la nombra", en: "the survey of a table that does not name it"),
      allowed: SurveyKind.allCases.map(\.rawValue)),
    Option(
      names: ["--dry-run"],
      summary: Phrase(
        es: "muestra lo que cambiaría y no guarda nada; mientras corre, esperan los demás que escriben",
        en: "shows what would change and keeps nothing; others who write wait while it runs")),
    Option(
      names: ["--records"],
      summary: Phrase(
        es: "muestra lo leído, una línea de JSON por registro, y no guarda nada",
        en: "prints what was read, one line of JSON a record, and keeps nothing")),
    Option(
      names: ["--rejects"], value: Phrase(es: "ARCHIVO", en: "FILE"),
      summary: Phrase(
        es: "adónde van las líneas que no se entendieron", en: "where the lines go that were not understood")),
  ]

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let options = try options(invocation)
    let rejects = Rejects(invocation)
    defer { rejects.removeIfEmpty() }
    do {
      if invocation.flag("--records") { return try printRecords(options, rejects, invocation) }
      return try importFiles(options, rejects, invocation)
    } catch let refusals as ImportRefusals {
      return ImportRefusalText.report(refusals.refusals, invocation)
    }
  }

  private static func options(_ invocation: Invocation) throws -> ImportOptions {
    var options = ImportOptions()
    options.format = invocation.choice("--format")
    options.channel = invocation.string("--channel")?.trimmed
    options.channelKind = invocation.string("--kind")?.trimmed
    options.identities = invocation.strings("--us")
    if options.channel == "" || options.channelKind == ""
      || options.identities.contains(where: \.trimmed.isEmpty)
    {
      throw UsageError.emptyName
    }
    options.zone = invocation.string("--timezone")
    options.country = invocation.string("--country")
    options.dateOrder = invocation.choice("--date-order")
    options.survey = invocation.choice("--survey")
    options.isDryRun = invocation.flag("--dry-run")
    options.agents = invocation.strings("--agent")
    options.events = try invocation.strings("--event").map(event)
    for text in invocation.strings("--map") {
      if text.contains("=") { options.map += try pairs(text) } else { options.mapName = text }
    }
    return options
  }

  /// "Columna=campo,Otra=campo": a column's name may hold commas, a field's cannot.
  static func pairs(_ text: String) throws -> [(column: String, field: String)] {
    var pairs: [(column: String, field: String)] = []
    var column = ""
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      column += (column.isEmpty ? "" : ",") + part
      guard let equals = column.lastIndex(of: "=") else { continue }
      pairs.append(
        (String(column[..<equals]).trimmed, String(column[column.index(after: equals)...]).trimmed))
      column = ""
    }
    if column.isEmpty && !pairs.isEmpty { return pairs }
    throw UsageError(
      Phrase(es: "«{value}» no es un mapa de columnas", en: "“{value}” is no column map"),
      Phrase(
        es: "Se escribe COLUMNA=CAMPO, separados por comas", en: "Write COLUMN=FIELD, separated by commas"),
      ["value": text])
  }

  /// "Resolve ticket=solved".
  private static func event(_ text: String) throws -> (name: String, status: Ticket.Status) {
    guard let equals = text.lastIndex(of: "="),
      let status = Ticket.Status(rawValue: String(text[text.index(after: equals)...]).trimmed)
    else {
      throw UsageError(
        Phrase(
          es: "«{value}» no dice a qué estado equivale",
          en: "“{value}” does not say which status it stands for"),
        Phrase(
          es: "Se escribe NOMBRE=ESTADO; los estados son new, open, pending, hold, solved y closed",
          en: "Write NAME=STATUS; the statuses are new, open, pending, hold, solved and closed"),
        ["value": text])
    }
    return (String(text[..<equals]).trimmed, status)
  }

  private static func importFiles(
    _ options: ImportOptions, _ rejects: Rejects, _ invocation: Invocation
  ) throws -> ExitCode {
    try rejects.open()
    let start = invocation.world.uptime()
    // Read with a desk that makes no database: a file that is refused leaves nothing behind.
    let prepared = try invocation.desk(for: .reading, mayBeMade: true).prepareImport(
      invocation.positionals, options: options, searchPath: invocation.world.environment["PATH"] ?? "")
    let desk = try invocation.desk(for: options.isDryRun ? .reading : .writing)
    if let name = invocation.string("--save-map"), !options.isDryRun {
      try desk.saveMap(named: name, of: options)
    }
    var line: Progress?
    let report = try desk.importFiles(
      prepared, problem: rejects.add,
      progress: { state in
        let shown =
          line
          ?? Progress(
            Phrase(es: "Importando registros:", en: "Importing records:"), total: state.totalRecords,
            for: invocation)
        line = shown
        shown.advance(to: state.records)
      })
    line?.finish()
    let summary = ImportSummary(
      report: report, seconds: invocation.world.uptime() - start, isDryRun: options.isDryRun,
      invocation: invocation)
    summary.write()
    try rejects.close()
    return report.problems > 0 || report.hasLostScores ? .partialImport : .ok
  }

  private static func printRecords(
    _ options: ImportOptions, _ rejects: Rejects, _ invocation: Invocation
  ) throws -> ExitCode {
    try rejects.open()
    try invocation.desk(for: .reading, mayBeMade: true).readRecords(
      invocation.positionals, options: options, searchPath: invocation.world.environment["PATH"] ?? "",
      record: { invocation.print(RecordJSON(zone: $1).line($0).text) }, problem: rejects.add)
    try rejects.close()
    return rejects.count > 0 ? .partialImport : .ok
  }
}
