/// A text with the tags that people gave it.
public struct TopicExample: Sendable {
  public let tags: Set<String>
  /// The first five letters of each word, hashed, each once, ascending; function words left out.
  let features: [UInt32]
  /// The same for the same text, so that equal texts stay together when examples are divided.
  let textHash: UInt64

  public init(text: String, tags: Set<String>) {
    let text = TextNormalizer.normalize(text)
    self.tags = tags
    features = Self.features(of: text)
    var hash = FNV1a64()
    for code in text.codes { hash.add(code) }
    textHash = hash.value
  }

  static func features(of text: NormalizedText) -> [UInt32] {
    var features: Set<UInt32> = []
    for token in text.tokens where token.kind == .word && !StopWords.contains(token, of: text) {
      var hash = FNV1a32()
      hash.add(token, of: text, limit: 5)
      features.insert(hash.value)
    }
    return features.sorted()
  }
}
