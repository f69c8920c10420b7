/// What to look for in the words that were said, and on which tickets.
public struct MessageSearch: Equatable, Sendable {
  /// Nil: whatever was said.
  public let words: Words?
  /// Asks for no text.
  public let filter: TicketFilter

  /// How the words of a message hang together.
  public indirect enum Words: Equatable, Sendable {
    /// These words in a row; with `isBeginning` the last one may go on.
    case phrase(String, isBeginning: Bool)
    case all([Words])
    case any([Words])
    case but(Words, not: Words)
  }

  /// Takes a filter apart: its texts are looked for in messages, the rest is asked of tickets.
  ///
  /// Throws `VocError` where nothing is asked, only what is to be missing, and where a text stands beside a field
  /// in `OR` or in a denial: the two are kept in different places.
  public init(_ filter: TicketFilter) throws(VocError) {
    var texts: [TicketFilter.Expression] = []
    var others: [TicketFilter.Expression] = []
    for part in filter.expression.parts {
      let asksForText = part.conditions.map(\.isText)
      if !asksForText.contains(true) {
        others.append(part)
      } else if !asksForText.contains(false) {
        texts.append(part)
      } else {
        throw .searchMixesWordsAndFields
      }
    }
    if filter == .everything { throw .searchWithoutWords }
    words = texts.isEmpty ? nil : try Words(.allOf(texts))
    self.filter = TicketFilter(.allOf(others))
  }
}

extension MessageSearch.Words {
  /// Of texts alone.
  fileprivate init(_ expression: TicketFilter.Expression) throws(VocError) {
    switch expression {
    case .any(let parts):
      self = .any(try parts.map { part throws(VocError) in try Self(part) })
    case .not: throw .searchOnlyDenies
    case .test(.text(let text)): self = try Self(text.text)
    case .test: throw .searchMixesWordsAndFields
    case .all(let parts):
      let wanted = parts.filter { $0.denied == nil }
      if wanted.isEmpty { throw .searchOnlyDenies }
      let words = try wanted.map { part throws(VocError) in try Self(part) }
      let found = words.count == 1 ? words[0] : .all(words)
      let denied = try parts.compactMap(\.denied).map { part throws(VocError) in try Self(part) }
      self = denied.reduce(found) { .but($0, not: $1) }
    }
  }

  private init(_ text: String) throws(VocError) {
    guard text.unicodeScalars.contains(where: \.isPartOfWord) else { throw .searchForSigns(text) }
    let isBeginning = text.hasSuffix("*")
    self = .phrase(isBeginning ? String(text.dropLast()) : text, isBeginning: isBeginning)
  }
}

extension TicketFilter.Expression {
  /// What must hold in any case.
  fileprivate var parts: [Self] {
    if case .all(let parts) = self { parts } else { [self] }
  }

  fileprivate var denied: Self? {
    if case .not(let inner) = self { inner } else { nil }
  }
}

extension TicketFilter.Condition {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}

extension Unicode.Scalar {
  /// Whether the search index takes it for a part of a word
  /// (https://www.sqlite.org/fts5.html#unicode61_tokenizer).
  fileprivate var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
