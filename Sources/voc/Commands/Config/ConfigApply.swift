import Glibc
import VocDesk
import VocDomain

/// `voc config apply`
enum ConfigApply {
  static let verb = Verb(
    words: ["config", "apply"],
    summary: Phrase(
      es: "Aplica un cambio de la configuración, entero o nada",
      en: "Applies a change of the policy, all of it or nothing"),
    details: Phrase(
      es:
        "El archivo dice solo lo que cambia: lo demás queda como está. Con --replace es el documento entero. Primero se muestra cada diferencia, de antes a después. «voc help policy» explica cada clave.",
      en:
        "The file says only what changes: all else stays. With --replace it is the whole document. Each difference is shown first, from before to after. “voc help policy” explains every key."
    ),
    positional: .init(
      name: Phrase(es: "ARCHIVO", en: "FILE"), count: 1...1,
      summary: Phrase(es: "un archivo JSON, o - (la entrada)", en: "a JSON file, or - (the input)")),
    options: [
      Option(
        names: ["--dry-run"],
        summary: Phrase(
          es: "muestra las diferencias y no aplica nada", en: "shows the differences and applies nothing")),
      Option(
        names: ["--replace"],
        summary: Phrase(
          es: "el archivo es el documento entero: lo que no dice se quita",
          en: "the file is the whole document: what it does not say goes")),
    ],
    jsonFields: ["version", "dry_run", "differences", "changed_tickets"],
    examples: ["voc config apply politica.json --dry-run", "voc config apply ventas.json"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let path = invocation.positionals[0]
    let isDry = invocation.flag("--dry-run")
    let bytes = try read(path, invocation)
    let isWhole = invocation.flag("--replace")
    let isShown = invocation.jsonFields == nil
    var change: Desk.PolicyChange
    do {
      let desk = try invocation.desk(for: isDry ? .reading : .writing)
      change = try desk.applyPolicy(bytes, replacesAll: isWhole, dryRun: true)
      if isShown { show(change.differences, invocation) }
      if !isDry { change = try desk.applyPolicy(bytes, replacesAll: isWhole) }
    } catch let error as PolicySyntaxError {
      throw badSyntax(error, file: path == "-" ? invocation.say(input) : path, isEmpty: bytes.isEmpty)
    }
    if let fields = invocation.jsonFields {
      invocation.print(json(change, isDry: isDry).selecting(fields).text)
      return .ok
    }
    tell(change, isDry: isDry, invocation)
    return .ok
  }

  private static func read(_ path: String, _ invocation: Invocation) throws -> [UInt8] {
    do {
      return try FileInput.read(path, world: invocation.world)
    } catch VocError.fileUnreadable(path, EISDIR) {
      throw UsageError(
        Phrase(es: "{path} es una carpeta; no se cambió nada", en: "{path} is a folder; nothing was changed"),
        Phrase(
          es: "Va un archivo JSON, de uno en uno: {file}", en: "Give a JSON file, one at a time: {file}"),
        ["path": path, "file": path + (path.hasSuffix("/") ? "" : "/") + "politica.json"])
    }
  }

  private static let input = Phrase(es: "la entrada", en: "the input")

  private static func badSyntax(_ error: PolicySyntaxError, file: String, isEmpty: Bool) -> UsageError {
    if isEmpty {
      return UsageError(
        Phrase(
          es: "{file} no tiene nada; no se cambió nada", en: "nothing is in {file}; nothing was changed"),
        todo, ["file": file])
    }
    let values = [
      "file": file, "line": "\(error.line)", "column": "\(error.column)", "name": error.repeatedName ?? "",
    ]
    if error.repeatedName != nil {
      return UsageError(
        Phrase(
          es: "en la línea {line}, columna {column} de {file} está otra vez «{name}»; no se cambió nada",
          en: "“{name}” stands again at line {line}, column {column} of {file}; nothing was changed"),
        Phrase(es: "Basta con una de las dos", en: "Keep one of the two"), values)
    }
    return UsageError(
      Phrase(
        es: "{file} no es JSON desde la línea {line}, columna {column}; no se cambió nada",
        en: "{file} is no JSON from line {line}, column {column} on; nothing was changed"),
      Phrase(
        es: "Conviene revisar ahí las comas, las comillas y las llaves",
        en: "Check the commas, quotes and braces there"),
      values)
  }

  private static let todo = Phrase(
    es: "«voc config show» da un documento para empezar",
    en: "“voc config show” gives a document to start from")

  /// One line each; nothing is cut, because whoever applies it must be able to read all of it.
  private static func show(_ differences: [PolicyDifference], _ invocation: Invocation) {
    for difference in differences {
      let values = [difference.old, difference.new].map { $0.map { JSON($0).text } }
      if invocation.world.outputIsTerminal {
        let (old, new) = (values[0] ?? "—", values[1] ?? "—")
        invocation.print(
          "\(invocation.style.bold(Escaping.line(difference.path))): \(invocation.style.red(old)) → "
            + invocation.style.green(new))
      } else {
        let cells = [difference.path, values[0] ?? "", values[1] ?? ""]
        invocation.print(cells.map(Escaping.tsvCell).joined(separator: "\t"))
      }
    }
  }

  private static func tell(_ change: Desk.PolicyChange, isDry: Bool, _ invocation: Invocation) {
    let numbers = invocation.numbers
    let values = [
      "id": "\(change.version)", "differences": differences(change.differences.count, in: numbers),
      "tickets": change.changedTickets > 0 ? ", " + tickets(change.changedTickets, in: numbers) : "",
    ]
    if change.differences.isEmpty {
      invocation.notice(
        change.version == 0
          ? Phrase(
            es: "Nada cambia: sigue en vigor el documento inicial.",
            en: "Nothing changes: the initial document stays in force.")
          : Phrase(
            es: "Nada cambia: sigue en vigor la versión {id}.",
            en: "Nothing changes: version {id} stays in force."),
        values)
    } else if isDry {
      invocation.notice(
        Phrase(
          es: "Ensayo: {differences}; no se aplicó nada. Sin --dry-run se aplica.",
          en: "Dry run: {differences}; nothing was applied. Without --dry-run it is."), values)
    } else {
      invocation.notice(
        Phrase(
          es: "En vigor como versión {id}: {differences}{tickets}.",
          en: "In force as version {id}: {differences}{tickets}."), values)
    }
  }

  private static func differences(_ count: Int, in numbers: NumberStyle) -> String {
    CountedPhrase(
      one: Phrase(es: "{n} diferencia", en: "{n} difference"),
      other: Phrase(es: "{n} diferencias", en: "{n} differences"))(count, in: numbers)
  }

  private static func tickets(_ count: Int, in numbers: NumberStyle) -> String {
    CountedPhrase(
      one: Phrase(es: "otro plazo para {n} ticket", en: "another promise for {n} ticket"),
      other: Phrase(es: "otro plazo para {n} tickets", en: "another promise for {n} tickets"))(
        count, in: numbers)
  }

  private static func json(_ change: Desk.PolicyChange, isDry: Bool) -> JSON {
    .object([
      .init("version", .int(change.version)), .init("dry_run", .bool(isDry)),
      .init(
        "differences",
        .array(
          change.differences.map { difference in
            .object([
              .init("path", .string(difference.path)), .init("old", difference.old.map { JSON($0) } ?? .null),
              .init("new", difference.new.map { JSON($0) } ?? .null),
            ])
          })),
      .init("changed_tickets", .int(Int64(change.changedTickets))),
    ])
  }
}
