/// The words that say nothing of what a text is about, in all languages at once: many texts mix them.
enum StopWords {
  /// Whether a word is one, or a single letter.
  static func contains(_ token: TextToken, of text: NormalizedText) -> Bool {
    token.range.count < 2 || trie.walk(token, of: text, visit: { _ in }) != nil
  }

  /// Whether a word turns the one after it.
  static func isNegator(_ token: TextToken, of text: NormalizedText) -> Bool {
    trie.walk(token, of: text, visit: { _ in }) == 1
  }

  /// 0 of function words, 1 of those that negate.
  private static let trie: ByteTrie = {
    let words = TextLanguage.allCases.reduce(into: LanguageWords.negators) { words, language in
      words.formUnion(LanguageWords.function(language))
    }
    return ByteTrie(
      words.map {
        ByteTrie.Entry(
          codes: Array($0.utf8), isBeginning: false, number: LanguageWords.negators.contains($0) ? 1 : 0)
      })
  }()
}
