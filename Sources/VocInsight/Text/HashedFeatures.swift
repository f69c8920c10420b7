/// What a trained model sees of a text: words and pairs of neighbours by their hash, and what the lexicon said.
struct HashedFeatures: Equatable, Sendable {
  static let bucketCount = 1 << 15
  static let denseCount = 7

  /// The buckets of the words and pairs, each once, ascending.
  let buckets: [UInt16]
  /// What each bucket counts: together they have length 1.
  let bucketValue: Float
  /// The score, its good and its bad part, hits (8 and more are 1), none (1 or 0), whether there is a ?, a !.
  let dense: [Float]

  init(_ text: NormalizedText, _ sentiment: Sentiment) {
    var buckets: [UInt16] = []
    buckets.reserveCapacity(2 * text.tokens.count)
    var previous: FNV1a32?
    for token in text.tokens {
      var single = FNV1a32()
      single.add(token, of: text)
      buckets.append(Self.bucket(single))
      if var pair = previous {
        pair.add(0x20)
        pair.add(token, of: text)
        buckets.append(Self.bucket(pair))
      }
      previous = single
    }
    buckets.sort()
    var distinct: [UInt16] = []
    for bucket in buckets where bucket != distinct.last { distinct.append(bucket) }
    self.buckets = distinct
    bucketValue = distinct.isEmpty ? 0 : 1 / Float(distinct.count).squareRoot()
    dense = Self.dense(text, sentiment)
  }

  private static func bucket(_ hash: FNV1a32) -> UInt16 {
    UInt16(truncatingIfNeeded: hash.value & UInt32(bucketCount - 1))
  }

  private static func dense(_ text: NormalizedText, _ sentiment: Sentiment) -> [Float] {
    let root = (Double(sentiment.tokenCount) + 4).squareRoot()
    let good = sentiment.hits.reduce(0) { $0 + max(0, $1.weight) } / root
    let bad = sentiment.hits.reduce(0) { $0 + min(0, $1.weight) } / root
    let marks = text.tokens.lazy.filter { $0.kind == .marks }.flatMap { text.codes[$0.range] }
    let hits = sentiment.hits.count
    return [
      Float(good + bad), Float(good), Float(bad), Float(min(hits, 8)) / 8, hits == 0 ? 1 : 0,
      marks.contains(UInt8(ascii: "?")) ? 1 : 0, marks.contains(UInt8(ascii: "!")) ? 1 : 0,
    ]
  }
}
