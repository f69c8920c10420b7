import VocDomain

/// The template of `--format`: `{id}\t{customer}`, one line an item.
///
/// `{{` and `}}` are braces; `\t`, `\n` and `\\` a tab, a line feed and a backslash.
struct ListFormat {
  private enum Piece {
    case text(String)
    case field(String)
  }

  private var pieces: [Piece] = []

  /// Throws a `UsageError` for what is no field, and for a brace that stays open.
  init(_ template: String, fields: [String]) throws {
    var rest = template[...]
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        let next = rest.popFirst()
        text += next.map { ["t": "\t", "n": "\n", "\\": "\\"][$0] ?? "\\\($0)" } ?? "\\"
      case "{" where rest.first == "{", "}" where rest.first == "}": text.append(rest.removeFirst())
      case "{":
        let name = String(rest.prefix { $0 != "}" })
        guard name.count < rest.count else { throw ListFormat.open(template) }
        guard fields.contains(name) else { throw ListFormat.unknown(name, fields) }
        pieces += [.text(text), .field(name)]
        text = ""
        rest = rest.dropFirst(name.count + 1)
      default: text.append(character)
      }
    }
    pieces.append(.text(text))
  }

  /// The line of one item; what stands in its fields is escaped as in a pipe.
  func line(_ value: (String) -> String) -> String {
    pieces.reduce(into: "") { line, piece in
      switch piece {
      case .text(let text): line += text
      case .field(let name): line += Escaping.tsvCell(value(name))
      }
    }
  }

  private static func open(_ template: String) -> UsageError {
    UsageError(
      Phrase(
        es: "en «{template}» falta cerrar una llave", en: "a brace stays open in “{template}”"),
      Phrase(
        es: "Un campo va entre llaves: {example}; una llave sola se escribe dos veces",
        en: "A field goes between braces: {example}; a lone brace is written twice"),
      ["template": template, "example": "{id}"])
  }

  private static func unknown(_ name: String, _ fields: [String]) -> UsageError {
    let near = Suggestion.names(for: name, among: fields)
    return UsageError(
      Phrase(es: "«{name}» no es un campo para --format", en: "“{name}” is no field for --format"),
      near.isEmpty
        ? Phrase(es: "Los campos son: {all}", en: "The fields are: {all}")
        : Phrase(es: "Tal vez: {near}; los campos son: {all}", en: "Perhaps: {near}; the fields are: {all}"),
      ["name": name, "near": near.joined(separator: ", "), "all": fields.joined(separator: ", ")])
  }
}
