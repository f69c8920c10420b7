extension SentimentLexicon {
  /// Reads a lexicon: a line is a weight or a role, a tab, and terms.
  ///
  /// Weights are whole numbers; roles are `negator`, `intensifier` and `diminisher`, `emoji+` and `emoji-` (2 and -2, terms
  /// apart by spaces), and `contrast`, which the score makes no use of. Other terms are apart by commas; `*` at the
  /// end of a word matches all that begin so; up to four words are a phrase. `#` begins a comment. Lines that cannot be
  /// understood are left out, their numbers from 1 in `problems`.
  static func read(_ file: String) -> (lexicon: SentimentLexicon, problems: [Int]) {
    var builder = Builder()
    var problems: [Int] = []
    for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count != 2 || !builder.read(role: String(fields[0]), terms: fields[1]) {
        problems.append(index + 1)
      }
    }
    return (builder.lexicon, problems)
  }

  private struct Builder {
    private var numbers: [Part: Int] = [:]
    private var words: [Word] = []
    private var phrases: [Phrase] = []
    private var emoji: [UInt32: Double] = [:]

    var lexicon: SentimentLexicon {
      let entries = numbers.map {
        ByteTrie.Entry(codes: $0.codes, isBeginning: $0.isBeginning, number: $1)
      }
      return SentimentLexicon(words: words, phrases: phrases, trie: ByteTrie(entries), emoji: emoji)
    }

    /// Whether the line could be understood.
    mutating func read(role: String, terms: Substring) -> Bool {
      if role == "contrast" { return true }
      if role == "emoji+" || role == "emoji-" { return addEmoji(terms, weight: role == "emoji+" ? 2 : -2) }
      let weight = Double(role)
      guard weight != nil || ["negator", "intensifier", "diminisher"].contains(role) else { return false }
      for term in terms.split(separator: ",") {
        let parts = term.split(separator: " ").map(part)
        let known = parts.compactMap(\.self)
        guard let first = known.first, known.count == parts.count, known.count <= 4 else { return false }
        let word = number(of: first)
        if known.count > 1 {
          guard let weight else { return false }
          words[word].phrases.append(Int32(phrases.count))
          phrases.append(Phrase(weight: weight, rest: Array(known.dropFirst())))
        } else if let weight {
          words[word].weight = weight
        } else {
          words[word].isNegator = words[word].isNegator || role == "negator"
          words[word].isIntensifier = words[word].isIntensifier || role == "intensifier"
          words[word].isDiminisher = words[word].isDiminisher || role == "diminisher"
        }
      }
      return true
    }

    private mutating func addEmoji(_ terms: Substring, weight: Double) -> Bool {
      for term in terms.split(separator: " ") {
        let text = TextNormalizer.normalize(String(term))
        guard let token = text.tokens.first, text.tokens.count == 1 else { return false }
        if token.kind == .emoji {
          emoji[token.scalar] = weight
        } else if let part = part(term) {
          words[number(of: part)].weight = weight
        }
      }
      return true
    }

    private func part(_ word: Substring) -> Part? {
      let text = TextNormalizer.normalize(String(word.hasSuffix("*") ? word.dropLast() : word))
      guard let token = text.tokens.first, token.kind != .marks, token.range == text.codes.indices else {
        return nil
      }
      var codes: [UInt8] = []
      text.forEachCode(of: token) { codes.append($0) }
      return Part(codes: codes, isBeginning: word.hasSuffix("*"))
    }

    private mutating func number(of part: Part) -> Int {
      if let number = numbers[part] { return number }
      numbers[part] = words.count
      words.append(Word())
      return words.count - 1
    }
  }
}

extension SentimentLexicon {
  /// The hand-written seed lexicons of customer service, public domain (CC0).
  public static let spanish = read(EmbeddedText.lexiconES).lexicon
  public static let portuguese = read(EmbeddedText.lexiconPT).lexicon
  public static let english = read(EmbeddedText.lexiconEN).lexicon
}

extension SentimentLexicon {
  /// The seed lexicon of a language; of unknown ones the Spanish.
  public static func of(_ language: TextLanguage) -> SentimentLexicon {
    switch language {
    case .portuguese: portuguese
    case .english: english
    case .spanish, .unknown: spanish
    }
  }
}
