import VocDesk
import VocDomain

extension PolicyProblem {
  /// "  queues.ventas.maximum_wait: «5x» no es una duración. Se escribe como…"
  func line(_ language: Language) -> String {
    let (what, todo, values) = sentences
    let safe = values.mapValues { Escaping.line($0) }
    let place = path.isEmpty ? Phrase(es: "el documento", en: "the document")(language) : Escaping.line(path)
    return "  \(place): \(what(language, safe)). \(todo(language, safe)).\n"
  }

  private static let seeHelp = Phrase(es: "«voc help policy» lo muestra", en: "“voc help policy” shows it")

  private var sentences: (what: Phrase, todo: Phrase, values: [String: String]) {
    switch what {
    case .wrongType(let expected):
      (
        Phrase(es: "debe ser {type}", en: "it must be {type}").filling("type", expected.phrase),
        PolicyProblem.seeHelp, [:]
      )
    case .unknownKey(_, let nearest):
      (
        Phrase(es: "no hay una clave con ese nombre", en: "there is no key of that name"),
        VocError.perhaps(nearest, else: PolicyProblem.seeHelp), ["nearest": nearest.joined(separator: ", ")]
      )
    case .unknownName(let name, let nearest, let allowed):
      (
        Phrase(es: "aquí no se conoce «{name}»", en: "“{name}” is not known here"),
        VocError.perhaps(
          nearest,
          else: allowed.isEmpty ? PolicyProblem.seeHelp : Phrase(es: "Puede ser {all}", en: "It may be {all}")
        ),
        [
          "name": name, "nearest": nearest.joined(separator: ", "),
          "all": allowed.prefix(30).joined(separator: ", "),
        ]
      )
    case .notForDepartments(let nearest):
      (
        Phrase(
          es: "el documento de un departamento no lo puede cambiar",
          en: "the document of a department cannot change it"),
        VocError.perhaps(
          nearest,
          else: Phrase(es: "Solo lleva calendars, queues y sla", en: "It has only calendars, queues and sla")),
        ["nearest": nearest.joined(separator: ", ")]
      )
    case .circular(let field):
      (
        Phrase(
          es: "la condición no puede preguntar {field}: depende de lo que ella decide",
          en: "the condition cannot ask {field}: it follows from what the condition decides"),
        Phrase(
          es: "Conviene preguntar lo que el ticket es: channel, tag, segment, priority…",
          en: "Ask what the ticket is: channel, tag, segment, priority…"), ["field": field]
      )
    case .isShift(let name):
      (
        Phrase(es: "no puede irse: es el turno de {name}", en: "it cannot go: it is the shift of {name}"),
        Phrase(
          es: "Antes se le da otro con «voc agent shift CALENDARIO --agent {word}»",
          en: "Give them another first: “voc agent shift CALENDAR --agent {word}”"),
        ["name": name, "word": ShellWord.plain(name)]
      )
    case .ownedByDepartment(let name):
      (
        name.isEmpty
          ? Phrase(
            es: "ya existe y no es de este departamento", en: "it exists and is not this department’s")
          : Phrase(es: "es del departamento «{name}»", en: "it belongs to the department “{name}”"),
        Phrase(es: "Conviene elegir otro nombre", en: "Choose another name"), ["name": name]
      )
    case .badCondition(_, let error): PolicyProblem.condition(error)
    default: ofValue
    }
  }

  private static func condition(_ error: FilterError) -> (
    what: Phrase, todo: Phrase, values: [String: String]
  ) {
    let (reason, todo, values) = error.clause
    return (
      Phrase(es: "en la columna {column}, {reason}", en: "at column {column}, {reason}")
        .filling("reason", reason),
      todo, values.merging(["column": error.column]) { $1 }
    )
  }

  private var ofValue: (what: Phrase, todo: Phrase, values: [String: String]) {
    switch what {
    case .missing(let name):
      (Phrase(es: "falta «{name}»", en: "“{name}” is missing"), PolicyProblem.seeHelp, ["name": name])
    case .duplicate(let name):
      (
        Phrase(es: "«{name}» está dos veces", en: "“{name}” stands there twice"),
        Phrase(es: "Basta con una", en: "Once is enough"), ["name": name]
      )
    case .repeatedDays(let days, let key):
      (
        days.count == 1
          ? Phrase(
            es: "{days} ya tiene sus horas en «{key}»", en: "{days} has its hours already in “{key}”")
          : Phrase(
            es: "{days} ya tienen sus horas en «{key}»", en: "{days} have their hours already in “{key}”"),
        Phrase(es: "Cada día va una sola vez", en: "Give each day once"),
        ["days": days.joined(separator: ", "), "key": key]
      )
    case .badDuration(let text):
      (
        Phrase(es: "«{name}» no es una duración válida", en: "“{name}” is not a valid duration"),
        Phrase(es: "Se escribe como 30s, 15m, 4h, 2d o 1h30m", en: "Write it as 30s, 15m, 4h, 2d or 1h30m"),
        ["name": text]
      )
    case .badHours(let text):
      (
        Phrase(es: "«{name}» no es un horario válido", en: "“{name}” is not a valid range of hours"),
        Phrase(
          es: "Se escriben como 09:00-14:00 y no se traslapan; en exceptions no pasan de la medianoche",
          en: "Write them as 09:00-14:00, none overlapping; in exceptions none past midnight"), ["name": text]
      )
    case .badDate(let text):
      (
        Phrase(es: "«{name}» no es una fecha", en: "“{name}” is no date"),
        Phrase(es: "Se escribe como 2026-12-24", en: "Write it as 2026-12-24"), ["name": text]
      )
    case .outOfRange(let number, let range):
      (
        Phrase(es: "{name} está fuera de los límites", en: "{name} is out of bounds"),
        Phrase(es: "Va de {low} a {high}", en: "It goes from {low} to {high}"),
        ["name": "\(number)", "low": "\(range.lowerBound)", "high": "\(range.upperBound)"]
      )
    case .neverOpen:
      (
        Phrase(es: "no abre ni un minuto", en: "it is never open"),
        Phrase(
          es: "Las horas de la semana van en hours: \"mon-fri\": [\"09:00-18:00\"]",
          en: "The hours of the week stand in hours: \"mon-fri\": [\"09:00-18:00\"]"), [:]
      )
    default: preconditionFailure("not about a value: \(what)")
    }
  }
}

extension PolicyProblem.Expected {
  fileprivate var phrase: Phrase {
    switch self {
    case .object: Phrase(es: "un objeto, entre llaves", en: "an object, in braces")
    case .list: Phrase(es: "una lista, entre corchetes", en: "a list, in brackets")
    case .text: Phrase(es: "un texto entre comillas, no vacío", en: "a text in quotes, not an empty one")
    case .integer: Phrase(es: "un número entero", en: "a whole number")
    case .bool: Phrase(es: "true o false, sin comillas", en: "true or false, without quotes")
    case .duration: Phrase(es: "una duración, como \"15m\"", en: "a duration, such as \"15m\"")
    }
  }
}
