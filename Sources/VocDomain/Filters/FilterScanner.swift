/// A word of a filter and where it stands, in Unicode scalars from 0.
struct FilterWord: Equatable {
  var text: String
  /// Quoted, it is only a name: never `none`, `@me` or `#12`.
  var isQuoted: Bool
  var place: Range<Int>
}

/// Walks over the text of a filter.
///
/// Over its Unicode scalars: an accent without a letter would hide a quote among the characters.
struct FilterScanner {
  let scalars: [Unicode.Scalar]
  private(set) var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var next: Unicode.Scalar? { scalars.indices.contains(position) ? scalars[position] : nil }

  /// Whether nothing that belongs to a value follows.
  var isAtBreak: Bool {
    guard let next else { return true }
    return next.properties.isWhitespace || next == "(" || next == ")"
  }

  mutating func skipSpaces() {
    while let next, next.properties.isWhitespace { position += 1 }
  }

  /// Takes the text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard starts(text, at: position) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  private func starts(_ text: String, at position: Int) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars)
  }

  /// `OR` or `AND`, in either language, if it stands here by itself.
  func operatorWord() -> (word: FilterWord, isOr: Bool)? {
    var ahead = self
    let word = ahead.word(until: ":\"")
    guard ahead.isAtBreak || ahead.next == "\"" else { return nil }
    switch word.text {
    case "OR", "O": return (word, true)
    case "AND", "Y": return (word, false)
    default: return nil
    }
  }

  mutating func skip(_ word: FilterWord) { position = word.place.upperBound }

  /// What stands here until a space, a parenthesis or one of `ends`; may be empty.
  mutating func word(until ends: String) -> FilterWord {
    let start = position
    while let next, !isAtBreak, !ends.unicodeScalars.contains(next) { position += 1 }
    return FilterWord(text: text(start..<position), isQuoted: false, place: start..<position)
  }

  /// A value of a field: quoted, or until a comma or `..`; nil where none stands.
  mutating func value() throws(FilterError) -> FilterWord? {
    if next == "\"" { return try quoted() }
    let start = position
    while let next, !isAtBreak, next != ",", next != "\"", !starts("..", at: position) { position += 1 }
    if position == start { return nil }
    return FilterWord(text: text(start..<position), isQuoted: false, place: start..<position)
  }

  /// The text in the quotes that open here; a backslash takes the next character as it is.
  mutating func quoted() throws(FilterError) -> FilterWord {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let scalar = next, scalar != "\"" {
      if scalar == "\\" { position += 1 }
      if let plain = next { text.append(plain) }
      position += 1
    }
    guard next != nil else {
      position = scalars.count
      throw FilterError(.unclosedQuote, columns: start..<position)
    }
    position += 1
    return FilterWord(text: String(text), isQuoted: true, place: start..<position)
  }

  func text(_ place: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[place])
    return String(text)
  }
}
