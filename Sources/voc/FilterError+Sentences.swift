import VocDomain

extension FilterError {
  /// What is wrong with a filter and where, and what to do.
  var sentences: Sentences {
    let (reason, todo, values) = clause
    let what = Phrase(
      es: "el filtro no se entiende: en la columna {column}, {reason}",
      en: "the filter makes no sense: at column {column}, {reason}"
    ).filling("reason", reason)
    return (what, todo, values.merging(["column": column]) { $1 }, .usage)
  }

  /// Where it begins, from 1.
  var column: String { "\(columns.lowerBound)" }

  /// What is wrong, as the rest of a sentence that has told where.
  var clause: (reason: Phrase, todo: Phrase, values: [String: String]) {
    switch problem {
    case .unknownField(let word, let nearest):
      (
        Phrase(es: "no hay un campo «{word}»", en: "there is no field “{word}”"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "Los campos son {all}; un texto con dos puntos va entre comillas",
            en: "The fields are {all}; a text with a colon goes in quotes")),
        [
          "word": word, "nearest": nearest.joined(separator: ", "),
          "all": TicketFilter.Field.allCases.map(\.rawValue).joined(separator: ", "),
        ]
      )
    case .unknownValue(let field, let word, let allowed, let nearest):
      (
        Phrase(es: "«{word}» no es un valor de {field}", en: "“{word}” is no value of {field}"),
        VocError.perhaps(nearest, else: FilterError.values(of: field, allowed)),
        [
          "word": word, "field": field.rawValue, "all": allowed.prefix(30).joined(separator: ", "),
          "nearest": nearest.joined(separator: ", "),
        ]
      )
    case .textWithColon(let text):
      (
        Phrase(es: "«{text}» no es un campo con su valor", en: "“{text}” is no field with its value"),
        Phrase(
          es: "Un texto con dos puntos va entre comillas, y en la terminal así: '\"{text}\"'",
          en: "A text with a colon goes in quotes, in a terminal so: '\"{text}\"'"), ["text": text]
      )
    case .unknownView, .brokenView, .viewNotAllowed: ofView
    case .emptyValue, .comparisonNotAllowed, .comparisonNeeded, .reversedRange: ofField
    case .badNumber, .badDate, .badLength, .emptyText: ofValue
    default: ofShape
    }
  }

  private static func values(of field: TicketFilter.Field, _ allowed: [String]) -> Phrase {
    if !allowed.isEmpty { return Phrase(es: "Los valores son {all}", en: "The values are {all}") }
    return switch field {
    case .country:
      Phrase(es: "Va el código de dos letras, como MX o CO", en: "Give the two-letter code, such as MX or CO")
    case .language:
      Phrase(
        es: "Va el código del idioma, como es o es-MX", en: "Give the language’s code, such as es or es-MX")
    default: Phrase(es: "Conviene revisar cómo se escribe", en: "Check how it is written")
    }
  }

  private var ofField: (reason: Phrase, todo: Phrase, values: [String: String]) {
    switch problem {
    case .emptyValue(let field):
      (
        Phrase(es: "falta el valor de {field}", en: "{field} lacks its value"),
        Phrase(
          es: "Se escribe {field}:VALOR, sin espacio después de los dos puntos",
          en: "Write {field}:VALUE, without a space after the colon"), ["field": field.rawValue]
      )
    case .comparisonNotAllowed(let field):
      (
        Phrase(es: "{field} no admite <, > ni rangos", en: "{field} takes no <, > or range"),
        Phrase(es: "Se escribe {field}:VALOR", en: "Write {field}:VALUE"), ["field": field.rawValue]
      )
    case .comparisonNeeded(let field):
      (
        Phrase(es: "{field} necesita <, > o un rango", en: "{field} needs <, > or a range"),
        Phrase(es: "Por ejemplo, {field}:{example}", en: "For example, {field}:{example}"),
        ["field": field.rawValue, "example": [.waiting, .due].contains(field) ? "<2h" : ">=-7d"]
      )
    case .reversedRange(let field):
      (
        Phrase(es: "el rango de {field} va al revés", en: "the range of {field} is the wrong way round"),
        Phrase(
          es: "Va primero el menor y después el mayor", en: "Give the lower end first, then the higher one"),
        ["field": field.rawValue]
      )
    default: preconditionFailure("not about a field: \(problem)")
    }
  }

  private var ofView: (reason: Phrase, todo: Phrase, values: [String: String]) {
    switch problem {
    case .unknownView(let name, _) where ["me", "yo"].contains(Folding.folded(name)):
      (
        Phrase(es: "@{name} no es una vista", en: "@{name} is no view"),
        Phrase(es: "Lo propio se pide con assignee:@me", en: "assignee:@me asks for your own"), ["name": name]
      )
    case .unknownView(let name, let nearest):
      (
        Phrase(es: "no hay una vista «{name}»", en: "there is no view “{name}”"),
        VocError.perhaps(
          nearest.map { "@" + $0 },
          else: Phrase(
            es: "«voc view list» las muestra; un texto con @ va entre comillas",
            en: "“voc view list” shows them; a text with @ goes in quotes")),
        ["name": name, "nearest": nearest.map { "@" + $0 }.joined(separator: ", ")]
      )
    case .brokenView(let name):
      (
        Phrase(es: "la vista «{name}» ya no se entiende", en: "the view “{name}” makes no sense any more"),
        Phrase(
          es: "«voc view list» dice por qué; «voc view save {name} FILTRO --replace» la corrige",
          en: "“voc view list” tells why; “voc view save {name} FILTER --replace” mends it"), ["name": name]
      )
    case .viewNotAllowed(let name):
      (
        Phrase(
          es: "una vista no puede pedir otra, y «@{name}» lo sería",
          en: "a view cannot ask for another, as “@{name}” would be"),
        Phrase(
          es: "Van sus condiciones en su lugar; un texto con @ va entre comillas",
          en: "Put its conditions there instead; a text with @ goes in quotes"), ["name": name]
      )
    default: preconditionFailure("not about a view: \(problem)")
    }
  }

  private var ofValue: (reason: Phrase, todo: Phrase, values: [String: String]) {
    switch problem {
    case .emptyText:
      (
        Phrase(es: "no hay nada entre las comillas", en: "nothing is between the quotes"),
        Phrase(es: "Va entre ellas el texto que se busca", en: "Put the text to look for between them"), [:]
      )
    case .badNumber(let word):
      (
        Phrase(es: "«{word}» no es un número", en: "“{word}” is no number"),
        Phrase(es: "Se escribe solo con cifras", en: "Write it in digits only"), ["word": word]
      )
    case .badDate(let word):
      (
        Phrase(es: "«{word}» no es una fecha", en: "“{word}” is no date"),
        Phrase(
          es: "Se escribe como 2026-11-21, 2026-11, today o -7d",
          en: "Write it as 2026-11-21, 2026-11, today or -7d"), ["word": word]
      )
    case .badLength(let word):
      (
        Phrase(es: "«{word}» no es una duración", en: "“{word}” is no length of time"),
        Phrase(es: "Se escribe como 30m, 2h o 3d", en: "Write it as 30m, 2h or 3d"), ["word": word]
      )
    default: preconditionFailure("not about a value: \(problem)")
    }
  }

  private var ofShape: (reason: Phrase, todo: Phrase, values: [String: String]) {
    switch problem {
    case .unclosedQuote:
      (
        Phrase(es: "unas comillas no se cierran", en: "a quote is never closed"),
        Phrase(es: "Faltan las comillas del final", en: "Put the closing quote"), [:]
      )
    case .unclosedParenthesis:
      (
        Phrase(es: "un paréntesis no se cierra", en: "a parenthesis is never closed"),
        Phrase(es: "Falta un ) más adelante", en: "Put the closing )"), [:]
      )
    case .unopenedParenthesis:
      (
        Phrase(es: "un ) no cierra nada", en: "a ) closes nothing"),
        Phrase(es: "Sobra, o falta un ( antes", en: "Leave it out, or put a ( before"), [:]
      )
    case .emptyParenthesis:
      (
        Phrase(es: "no hay nada entre los paréntesis", en: "nothing is between the parentheses"),
        Phrase(es: "Va adentro al menos una condición", en: "Put at least one condition inside"), [:]
      )
    case .danglingOperator(let word):
      (
        Phrase(es: "a «{word}» le falta una condición al lado", en: "“{word}” lacks a condition beside it"),
        word == "-"
          ? Phrase(
            es: "Va pegado a lo que niega: -tag:vip", en: "Put it right before what it denies: -tag:vip")
          : Phrase(es: "Va entre dos condiciones", en: "Put it between two conditions"), ["word": word]
      )
    case .unexpected(let word):
      (
        Phrase(es: "sobra «{word}»", en: "“{word}” does not belong there"),
        Phrase(
          es: "Después de cada condición va un espacio; un texto con dos puntos va entre comillas",
          en: "Put a space after each condition; a text with a colon goes in quotes"), ["word": word]
      )
    case .tooDeep:
      (
        Phrase(
          es: "hay demasiados paréntesis, unos dentro de otros", en: "too many parentheses are inside others"),
        Phrase(es: "Conviene escribirlo con menos", en: "Write it with fewer"), [:]
      )
    default: preconditionFailure("not about the shape: \(problem)")
    }
  }
}
