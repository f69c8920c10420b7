/// A person's name as its words, whatever their order, case and accents: "lópez ana" is "Ana Lopez".
public struct PersonName: Hashable, Sendable {
  /// Folded words with a letter, as the name has them.
  private let words: [String]

  public init(_ text: String?) { self.init(folded: Folding.folded(text ?? "")) }

  /// Of a name that `Folding` has folded.
  public init(folded: String) {
    words = folded.split(separator: " ").map(String.init).filter { $0.contains(where: \.isLetter) }
  }

  /// False for a number that stands in the place of a name.
  public static func isName(_ text: String) -> Bool { text.contains(where: \.isLetter) }

  /// What one calls the person: "Ana" of "López Núñez, Ana", of "Sra. ana lópez" and of "✨ANA✨ LÓPEZ"; nil where no
  /// word is a name.
  public static func first(of text: String) -> String? {
    let given = text.split(separator: ",").dropFirst().first.map(String.init) ?? text
    let word = given.split(whereSeparator: \.isWhitespace).lazy
      .filter { !$0.hasSuffix(".") }
      .map { String($0.filter { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }) }
      .first { $0.count(where: \.isLetter) > 1 }
    guard let word, word == word.uppercased() || word == word.lowercased() else { return word }
    return word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }

  /// Whether there is a name at all.
  public var isKnown: Bool { !words.isEmpty }

  /// Equal for the same words in any order; nil for fewer than two, which many people share.
  public var key: String? {
    if words.count < 2 { return nil }
    return words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ")
  }

  /// Whether one person can hardly bear both names.
  ///
  /// A missing name contradicts nothing, nor does a part of a name: "Ana" and "N. López Ana" may be "Ana López Núñez",
  /// "Ana Pérez" may not.
  public func contradicts(_ other: PersonName) -> Bool {
    var (short, long) = (bare, other.bare)
    if short.count > long.count { swap(&short, &long) }
    for word in short.sorted(by: { $0.count > $1.count }) {
      guard
        let index = long.firstIndex(of: word) ?? long.firstIndex(where: { PersonName.abbreviates($0, word) })
      else { return true }
      long.remove(at: index)
    }
    return false
  }

  /// Without commas and full stops.
  private var bare: [String] {
    words.map { word in String(word.filter { $0.isLetter || $0.isNumber || $0 == "'" }) }
  }

  private static func abbreviates(_ left: String, _ right: String) -> Bool {
    (left.count == 1 && right.hasPrefix(left)) || (right.count == 1 && left.hasPrefix(right))
  }
}
