/// The language of a text, as far as the analysis of texts tells languages apart.
public enum TextLanguage: String, CaseIterable, Sendable {
  case spanish = "es"
  case portuguese = "pt"
  case english = "en"
  case unknown

  /// This language, or another where it is not known.
  public func resolved(fallback: TextLanguage) -> TextLanguage { self == .unknown ? fallback : self }

  /// The language of a text by its commonest words and its letters; unknown where nothing tells, or two languages are
  /// equally likely.
  ///
  /// A word that only one of the languages has counts 1, ñ, ¿ and ¡ count 2 for Spanish, ã and õ 3, ç 2, and â, ê, ô and
  /// à 1 for Portuguese.
  public static func detect(in text: NormalizedText) -> TextLanguage {
    var spanish = 0
    var portuguese = 0
    var english = 0
    for token in text.tokens where token.kind == .word {
      switch telling.walk(token, of: text, visit: { _ in }) {
      case 0: spanish += 1
      case 1: portuguese += 1
      case 2: english += 1
      default: break
      }
    }
    if text.traits.contains(.enye) { spanish += 2 }
    if text.traits.contains(.invertedMark) { spanish += 2 }
    if text.traits.contains(.tildeVowel) { portuguese += 3 }
    if text.traits.contains(.cedilla) { portuguese += 2 }
    if text.traits.contains(.portugueseVowel) { portuguese += 1 }
    if spanish > portuguese && spanish > english { return .spanish }
    if portuguese > spanish && portuguese > english { return .portuguese }
    return english > spanish && english > portuguese ? .english : .unknown
  }

  /// The words that only one language has, with its place in the list of languages.
  private static let telling: ByteTrie = {
    let lists = [TextLanguage.spanish, .portuguese, .english]
      .map { LanguageWords.function($0).union(LanguageWords.service($0)) }
    var entries: [ByteTrie.Entry] = []
    for (number, words) in lists.enumerated() {
      for word in words where lists.count(where: { $0.contains(word) }) == 1 {
        entries.append(ByteTrie.Entry(codes: Array(word.utf8), isBeginning: false, number: number))
      }
    }
    return ByteTrie(entries)
  }()
}
