import VocDomain

extension MacroError {
  /// What is wrong with a macro's text, and what to do.
  var sentences: Sentences {
    let fields = MacroText.Field.allCases.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .unclosed(let place):
      return (
        Phrase(
          es: "el marcador de la línea {line}, columna {column}, no se cierra",
          en: "the placeholder at line {line}, column {column}, is never closed"),
        Phrase(
          es: "Termina en dos llaves; las que no son un marcador se escriben \\{{",
          en: "It ends in two braces; those that are no placeholder are written \\{{"), values(place), .usage
      )
    case .unknown(let name, let nearest, let place):
      return (
        Phrase(
          es: "no hay un marcador «{name}» (línea {line}, columna {column})",
          en: "there is no placeholder “{name}” (line {line}, column {column})"),
        VocError.perhaps(
          nearest, else: Phrase(es: "Los marcadores son {all}", en: "The placeholders are {all}")),
        values(place).merging(["name": name, "nearest": nearest.joined(separator: ", "), "all": fields]) {
          $1
        },
        .usage
      )
    case .noValue(let missing):
      return (
        Phrase(es: "no hay dato para {all}", en: "nothing is known for {all}"),
        Phrase(
          es: "Tras una barra va lo que se dice sin él", en: "After a bar stands what is said without it"),
        ["all": missing.map(\.rawValue).joined(separator: ", ")], .conflict
      )
    }
  }

  private func values(_ place: Place) -> [String: String] {
    ["line": "\(place.line)", "column": "\(place.column)"]
  }
}
