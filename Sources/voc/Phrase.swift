/// One sentence or label in both languages, with `{name}` where a value goes.
///
///     static let found = Phrase(es: "{n} clientes en {channel}", en: "{n} customers on {channel}")
///     found(.es, ["n": "12", "channel": "whatsapp"])
struct Phrase: Equatable, Sendable {
  let es: String
  let en: String

  init(es: String, en: String) {
    self.es = es
    self.en = en
  }

  /// A word that is the same in both languages: a file name, a keyword.
  init(both text: String) { self.init(es: text, en: text) }

  func callAsFunction(_ language: Language, _ values: [String: String] = [:]) -> String {
    let text = language == .es ? es : en
    return values.isEmpty ? text : Phrase.filled(text, values)
  }

  /// The same phrase with another one in the place of a placeholder.
  func filling(_ name: String, _ phrase: Phrase) -> Phrase {
    Phrase(es: Phrase.filled(es, [name: phrase.es]), en: Phrase.filled(en, [name: phrase.en]))
  }

  /// The names between braces, in order.
  static func placeholders(of text: String) -> [String] {
    pieces(of: text).compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    for piece in pieces(of: text) {
      switch piece {
      case .text(let part): result += part
      case .placeholder(let name): result += values[name] ?? "{\(name)}"
      }
    }
    return result
  }

  private enum Piece {
    case text(Substring)
    case placeholder(String)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      let name = after.prefix { $0.isASCII && $0.isLetter }
      if name.isEmpty || name.endIndex == after.endIndex || after[name.endIndex] != "}" {
        pieces.append(.text(rest[...open]))
        rest = after
      } else {
        pieces += [.text(rest[..<open]), .placeholder(String(name))]
        rest = after[after.index(after: name.endIndex)...]
      }
    }
    return pieces + [.text(rest)]
  }
}

/// A phrase that counts: one form for exactly one, another for none and many; `{n}` is the count.
struct CountedPhrase: Equatable, Sendable {
  let one: Phrase
  let other: Phrase

  func callAsFunction(_ n: Int, in style: NumberStyle, _ values: [String: String] = [:]) -> String {
    let phrase = n == 1 ? one : other
    return phrase(style.language, values.merging(["n": style.integer(n)]) { $1 })
  }
}
