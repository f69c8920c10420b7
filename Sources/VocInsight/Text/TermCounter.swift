/// How many texts and how many customers use a term.
public struct TermCount: Equatable, Sendable {
  /// A word, or two neighbours with a space between them, folded.
  public let term: String
  public let texts: Int
  public let customers: Int
}

/// Counts in how many texts words and pairs of neighbours occur: what comparing two times for new terms starts from.
///
/// Words of one letter, function words and numbers are no terms; a pair may begin with a negation ("no funciona").
/// A term counts once a text, however often the text has it.
public struct TermCounter: Sendable {
  private struct Entry {
    let term: String
    var texts = 0
    var customers = 0
  }

  /// How many texts were added.
  public private(set) var textCount = 0
  private var entries: [UInt64: Entry] = [:]
  /// Terms with each customer who used them, hashed together.
  private var uses: Set<UInt64> = []

  public init() {}

  /// Adds a text that a customer wrote.
  public mutating func add(_ text: NormalizedText, customer: Int64) {
    textCount += 1
    var isNew: Set<UInt64> = []
    for (term, tokens) in Self.terms(of: text) where isNew.insert(term).inserted {
      var entry =
        entries[term] ?? Entry(term: tokens.map { text.text(of: text.tokens[$0]) }.joined(separator: " "))
      entry.texts += 1
      if uses.insert(Self.mixed(term, customer)).inserted { entry.customers += 1 }
      entries[term] = entry
    }
  }

  /// The terms of at least so many texts, the commonest first, equals by the term.
  public func terms(inAtLeast texts: Int = 1) -> [TermCount] {
    entries.values.filter { $0.texts >= texts }
      .sorted { ($1.texts, $0.term) < ($0.texts, $1.term) }
      .map { TermCount(term: $0.term, texts: $0.texts, customers: $0.customers) }
  }

  /// Every term by its hash.
  var hashedTerms: [UInt64: TermCount] {
    entries.mapValues { TermCount(term: $0.term, texts: $0.texts, customers: $0.customers) }
  }

  /// Longer tokens are no words that anybody would read.
  private static let longestWord = 40

  /// The hashes of a text's terms, each with its tokens, as often as they occur.
  static func terms(of text: NormalizedText) -> [(UInt64, Range<Int>)] {
    var terms: [(UInt64, Range<Int>)] = []
    for (index, token) in text.tokens.enumerated()
    where token.kind == .word && token.range.count <= longestWord && !StopWords.contains(token, of: text) {
      terms.append((hash(index..<index + 1, of: text), index..<index + 1))
      guard index > 0 else { continue }
      let before = text.tokens[index - 1]
      let isPair =
        before.kind == .word && token.start - before.end == 1 && before.range.count <= longestWord
        && (!StopWords.contains(before, of: text) || StopWords.isNegator(before, of: text))
      if isPair { terms.append((hash(index - 1..<index + 1, of: text), index - 1..<index + 1)) }
    }
    return terms
  }

  private static func hash(_ tokens: Range<Int>, of text: NormalizedText) -> UInt64 {
    var hash = FNV1a64()
    for token in tokens {
      text.forEachCode(of: text.tokens[token]) { hash.add($0) }
      hash.add(0x20)
    }
    return hash.value
  }

  private static func mixed(_ term: UInt64, _ customer: Int64) -> UInt64 {
    var hash = FNV1a64()
    for shift in stride(from: 0, to: 64, by: 8) as StrideTo<UInt64> {
      hash.add(UInt8(truncatingIfNeeded: term >> shift))
      hash.add(UInt8(truncatingIfNeeded: UInt64(bitPattern: customer) >> shift))
    }
    return hash.value
  }
}
