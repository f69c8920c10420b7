import VocDomain

/// Names that somebody who mistyped probably meant: what the word begins, else what is spelt nearly so.
enum Suggestion {
  static func names(for word: String, among names: [String]) -> [String] {
    let begun = word.count < 2 ? [] : names.filter { $0.hasPrefix(word.lowercased()) }
    if !begun.isEmpty { return Array(begun.prefix(3)) }
    // Two edits turn any two letters into any others: a short word must keep something of the name.
    return Nearest.names(to: word, among: names).filter { name in
      word.count > 3 || !Set(word.lowercased()).isDisjoint(with: name.lowercased())
    }
  }
}
