import VocDesk
import VocDomain

/// Why files were refused, in sentences: one what, one what to do.
enum ImportRefusalText {
  /// Says all of them, and the exit code: 2 where an option is missing, 1 where a file is at fault.
  static func report(_ refusals: [ImportRefusal], _ invocation: Invocation) -> ExitCode {
    for refusal in refusals {
      let (what, todo, values) = sentences(refusal)
      let safe = values.merging(["file": refusal.file]) { $1 }.mapValues { Escaping.terminal($0) }
      let line = "voc: \(what(invocation.language, safe)). \(todo(invocation.language, safe))"
      if case .whoAreWe(let senders) = refusal.reason {
        invocation.world.remark(line + ":\n")
        list(senders, of: refusal, invocation)
      } else {
        invocation.world.remark(line + ".\n")
      }
    }
    return refusals.contains { $0.reason.wantsAnOption } ? .usage : .failure
  }

  /// A cell that no header has: a score, a date, a telephone number, an address. It may be a customer's.
  private static func isData(_ cell: String) -> Bool {
    let characters = cell.unicodeScalars
    return characters.contains("@") || characters.count { ("0"..."9").contains($0) } * 2 > characters.count
  }

  private static func list(
    _ senders: [(name: String, count: Int)], of refusal: ImportRefusal, _ invocation: Invocation
  ) {
    let counts = senders.map { invocation.numbers.integer($0.count) }
    let width = counts.map(DisplayWidth.columns).max() ?? 0
    for (sender, count) in zip(senders, counts).prefix(20) {
      let padded = DisplayWidth.padded(count, to: width, alignment: .right)
      invocation.world.err("  \(padded)  \(Escaping.line(sender.name))\n")
    }
    if senders.count > 20 { invocation.world.err("  …\n") }
    // No name is proposed: whoever writes most may be the customer, and the channel remembers who we are.
    invocation.notice(
      Phrase(es: "Por ejemplo: {command}", en: "For example: {command}"),
      [
        "command":
          "voc import \(ShellWord.quoted(refusal.file)) --us \(invocation.say(Phrase(es: "NOMBRE", en: "NAME")))"
      ])
  }

  private static func sentences(_ refusal: ImportRefusal) -> (
    what: Phrase, todo: Phrase, values: [String: String]
  ) {
    switch refusal.reason {
    case .empty:
      (
        Phrase(es: "{file} está vacío; no se importó nada", en: "{file} is empty; nothing was imported"),
        Phrase(es: "Conviene exportarlo otra vez", en: "Export it again"), [:]
      )
    case .binary:
      (
        Phrase(es: "{file} no es texto; no se importó nada", en: "{file} is no text; nothing was imported"),
        Phrase(
          es: "«voc import formats» muestra qué archivos se importan",
          en: "“voc import formats” shows which files can be imported"), [:]
      )
    case .encoding(let name):
      (
        Phrase(
          es: "{file} no está en UTF-8 sino, al parecer, en {name}; no se importó nada",
          en: "{file} is not in UTF-8 but, it seems, in {name}; nothing was imported"),
        Phrase(
          es: "Se convierte con: iconv -f {name} -t UTF-8 < viejo > nuevo",
          en: "Convert it with: iconv -f {name} -t UTF-8 < old > new"), ["name": name]
      )
    case .unknownFormat, .noHeader:
      (
        Phrase(
          es: "{file} no parece una exportación de ningún formato conocido; no se importó nada",
          en: "{file} looks like an export of no known format; nothing was imported"),
        Phrase(
          es: "«voc import formats» los muestra; una tabla se explica con --format y --map",
          en: "“voc import formats” shows them; a table is explained with --format and --map"), [:]
      )
    case .missingColumns(let needed, let found) where found.contains(where: Self.isData):
      (
        Phrase(
          es: "{file} no tiene columna para {needed}; su primera fila parece de datos",
          en: "{file} has no column for {needed}; its first row looks like data"),
        Phrase(
          es: "Sin encabezado, las columnas de una tabla van por su número: --format table --map '#1=CAMPO'",
          en: "Without a header, a table’s columns go by their number: --format table --map '#1=FIELD'"),
        ["needed": needed.joined(separator: ", ")]
      )
    case .missingColumns(let needed, let found):
      (
        Phrase(
          es: "{file} no tiene columna para {needed}; tiene {found}",
          en: "{file} has no column for {needed}; it has {found}"),
        Phrase(es: "Se indica con --map COLUMNA=CAMPO", en: "Tell it with --map COLUMN=FIELD"),
        ["needed": needed.joined(separator: ", "), "found": found.joined(separator: ", ")]
      )
    case .unknownColumn(let name, let nearest):
      (
        Phrase(es: "{file} no tiene la columna «{name}»", en: "{file} has no column “{name}”"),
        suggestion(
          nearest,
          else: Phrase(es: "El nombre va como en la primera fila", en: "Write the name as in the first row")),
        ["name": name, "nearest": nearest.joined(separator: ", ")]
      )
    case .unknownField(let name, let nearest):
      (
        Phrase(es: "«{name}» no es un campo", en: "“{name}” is no field"),
        suggestion(
          nearest,
          else: Phrase(
            es: "Los campos están en «voc help import formats»",
            en: "The fields are in “voc help import formats”")),
        ["name": name, "nearest": nearest.joined(separator: ", ")]
      )
    case .beyondScale(let column, let survey, let value, let line, let place):
      (
        Phrase(
          es:
            "{place}: «{value}» no cabe en {survey}, que va de {low} a {high}, y «{column}» tiene más así: es de otra escala; no se importó nada",
          en:
            "{place}: “{value}” is beyond {survey}, which runs from {low} to {high}, and “{column}” has more of them: it is of another scale; nothing was imported"
        ),
        Phrase(
          es:
            "Un 0-10 de recomendación es nps; un 1-7 de facilidad, ces; otra escala se convierte antes a {low}-{high}",
          en:
            "0-10 of recommending is nps, 1-7 of ease is ces; another scale is turned into {low}-{high} first"
        ),
        cell(value, column, survey, at: (refusal.file, line, place))
      )
    case .unplacedWord(let column, let survey, let word, let line, let place):
      (
        Phrase(
          es:
            "{place}: no se sabe qué lugar tiene «{value}» en {survey}, que va de {low} a {high}, y sin esas respuestas «{column}» mentiría; no se importó nada",
          en:
            "{place}: nobody can tell the place of “{value}” in {survey}, which runs from {low} to {high}, and without such answers “{column}” would lie; nothing was imported"
        ),
        Phrase(
          es: "Antes se cambian todas las palabras de «{column}» por números de {low} a {high}",
          en: "Turn all words of “{column}” into numbers from {low} to {high} first"),
        cell(word, column, survey, at: (refusal.file, line, place))
      )
    case .dateOrder:
      (
        Phrase(
          es: "nada en {file} distingue el día del mes; no se importó nada",
          en: "nothing in {file} tells the day from the month; nothing was imported"),
        Phrase(
          es: "Se indica con --date-order dmy (día primero) o --date-order mdy (mes primero)",
          en: "Tell it with --date-order dmy (day first) or --date-order mdy (month first)"), [:]
      )
    case .whoAreWe:
      (
        Phrase(
          es: "no se sabe quién es la empresa en {file}; no se importó nada",
          en: "it is unknown who the business is in {file}; nothing was imported"),
        Phrase(
          es: "Se indica con --us NOMBRE (se puede repetir); estos son los que escriben y cuántos mensajes",
          en: "Tell it with --us NAME (more than once if need be); these are the senders and their messages"),
        [:]
      )
    case .zone:
      (
        Phrase(
          es: "las horas de {file} no dicen de qué zona son; no se importó nada",
          en: "the times in {file} do not say which zone they are of; nothing was imported"),
        Phrase(
          es: "Se indica con --timezone, por ejemplo --timezone America/Bogota",
          en: "Tell it with --timezone, for example --timezone America/Bogota"), [:]
      )
    case .zipWithoutChat:
      (
        Phrase(es: "{file} no contiene ninguna exportación", en: "{file} holds no export"),
        Phrase(
          es: "«voc import formats» muestra qué archivos se importan, también dentro de un .zip",
          en: "“voc import formats” shows which files can be imported, also inside a .zip"), [:]
      )
    case .damagedZip:
      (
        Phrase(
          es: "{file} está dañado: unzip no lo pudo leer", en: "{file} is damaged: unzip could not read it"),
        Phrase(es: "Conviene exportarlo otra vez", en: "Export it again"), [:]
      )
    }
  }

  private static func cell(
    _ value: String, _ column: String, _ survey: SurveyKind, at place: (file: String, line: Int, column: Int?)
  ) -> [String: String] {
    let parts = [place.file, "\(place.line)"] + (place.column.map { ["\($0)"] } ?? [])
    return [
      "place": parts.joined(separator: ":"), "value": value, "column": column, "survey": survey.rawValue,
      "low": "\(survey.scale.lowerBound)", "high": "\(survey.scale.upperBound)",
    ]
  }

  private static func suggestion(_ nearest: [String], else other: Phrase) -> Phrase {
    nearest.isEmpty ? other : Phrase(es: "Tal vez: {nearest}", en: "Perhaps: {nearest}")
  }
}

extension ImportRefusal.Reason {
  /// Whether the command, rather than the file, lacks something.
  fileprivate var wantsAnOption: Bool {
    switch self {
    case .dateOrder, .zone, .whoAreWe, .missingColumns, .unknownColumn, .unknownField, .beyondScale,
      .unplacedWord:
      true
    default: false
    }
  }
}
