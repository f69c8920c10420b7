/// Words and phrases with what they say of a customer's mood, -3...3, and the words that turn or scale others.
///
/// A word is looked up as phrase (the longest of 2 to 4 words first), as written, by its longest listed beginning, in
/// this order. One of the three tokens before it that negates turns a good word to -0.75 of its weight and a bad one
/// to -0.4; phrases say what they mean, and negating words count for themselves. The token before scales by 1.4
/// or 0.6. This is the reference that Oracles/text_vectors.json was computed with.
public struct SentimentLexicon: Sendable {
  /// What a single word of the lexicon is.
  struct Word: Sendable {
    var weight: Double?
    var isNegator = false
    var isIntensifier = false
    var isDiminisher = false
    /// The phrases that begin with it, by their number.
    var phrases: [Int32] = []
  }

  struct Phrase: Sendable {
    let weight: Double
    /// All words but the first.
    let rest: [Part]
  }

  /// A word of a phrase, or the beginning of one.
  struct Part: Hashable, Sendable {
    let codes: [UInt8]
    let isBeginning: Bool
  }

  let words: [Word]
  let phrases: [Phrase]
  let trie: ByteTrie
  /// Weights of emoji by their scalar.
  let emoji: [UInt32: Double]

  /// What a text says of its writer's mood.
  public func sentiment(of text: NormalizedText) -> Sentiment {
    var hits: [Sentiment.Hit] = []
    var lastNegator = -4
    var scale = 1.0
    var consumed = 0
    for index in text.tokens.indices {
      let found = look(at: index, in: text)
      if index >= consumed, let weight = found.weight {
        let length = found.phrase == nil ? 1 : 1 + found.length
        let isNegated = found.phrase == nil && !found.isNegator && index - lastNegator <= 3
        let turn = !isNegated ? 1 : weight > 0 ? -0.75 : -0.4
        let places = text.tokens[index].range.lowerBound..<text.tokens[index + length - 1].range.upperBound
        hits.append(Sentiment.Hit(range: text.sourceRange(places), weight: weight * scale * turn))
        consumed = index + length
      }
      if found.isNegator { lastNegator = index }
      scale = found.scale
    }
    return Sentiment(hits: hits, tokenCount: text.tokens.count)
  }

  /// What a token is, by all entries that it matches.
  private struct Found {
    var weight: Double?
    var isNegator = false
    var scale = 1.0
    var phrase: Int32?
    /// How many words the phrase has after the first.
    var length = 0

    @inline(__always)
    mutating func add(_ word: Word) {
      if let own = word.weight { weight = own }
      if word.isNegator { isNegator = true }
      if word.isIntensifier { scale = 1.4 }
      if word.isDiminisher { scale = 0.6 }
    }
  }

  @inline(__always)
  private func look(at index: Int, in text: NormalizedText) -> Found {
    let token = text.tokens[index]
    if token.kind == .emoji { return Found(weight: emoji[token.scalar]) }
    var found = Found()
    if token.kind == .marks { return found }
    // Beginnings come shortest first and the whole word last: the last weight is the one that counts.
    func consider(_ number: Int) {
      found.add(words[number])
      for phrase in words[number].phrases { note(phrase, at: index, in: text, &found) }
    }
    if let number = trie.walk(token, of: text, visit: consider) { consider(number) }
    if let phrase = found.phrase { found.weight = phrases[Int(phrase)].weight }
    return found
  }

  /// Of phrases that match, the longest, and of these the first in the list.
  @inline(__always)
  private func note(_ phrase: Int32, at index: Int, in text: NormalizedText, _ found: inout Found) {
    let rest = phrases[Int(phrase)].rest
    guard index + rest.count < text.tokens.count, rest.count >= found.length else { return }
    if let other = found.phrase, rest.count == found.length, other < phrase { return }
    for (offset, part) in rest.enumerated() {
      guard matches(part, text.tokens[index + 1 + offset], of: text) else { return }
    }
    found.phrase = phrase
    found.length = rest.count
  }

  @inline(__always)
  private func matches(_ part: Part, _ token: TextToken, of text: NormalizedText) -> Bool {
    // Mostly the first letters differ already.
    guard token.kind != .emoji, text.codes[Int(token.start)] == part.codes[0] else { return false }
    var length = 0
    var isSame = true
    text.forEachCode(of: token) { code in
      if length < part.codes.count && part.codes[length] != code { isSame = false }
      length += 1
    }
    return isSame && (length == part.codes.count || part.isBeginning && length > part.codes.count)
  }
}
