public import VocDomain

/// A small trained judge of mood: logistic regression on hashed words, one against the rest for each label.
///
/// Trained by each business on its own scored comments. Weights are kept as 16-bit shares of their label's largest, in
/// memory as in the blob, so that a model read again judges exactly alike.
public struct HashedLogit: Equatable, Sendable {
  /// The buckets, the dense features, and the constant.
  static let weightCount = HashedFeatures.bucketCount + HashedFeatures.denseCount + 1

  /// How many comments it was trained on.
  public let trainedOn: Int
  /// By the order of `SentimentLabel.allCases`.
  let judges: [Judge]

  /// The weights of one label against the others.
  struct Judge: Equatable, Sendable {
    let scale: Float
    let shares: [Int16]

    /// Rounds weights; those that are no numbers count nothing.
    init(_ weights: [Float]) {
      let largest = weights.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
      scale = largest / 32767
      shares = weights.map { $0.isFinite && largest > 0 ? Int16(($0 / largest * 32767).rounded()) : 0 }
    }

    init(scale: Float, shares: [Int16]) {
      self.scale = scale
      self.shares = shares
    }

    func score(_ features: HashedFeatures) -> Float {
      let buckets = features.buckets.reduce(Float(0)) { $0 + Float(shares[Int($1)]) }
      var score = buckets * features.bucketValue + Float(shares[HashedLogit.weightCount - 1])
      for (index, value) in features.dense.enumerated() {
        score += Float(shares[HashedFeatures.bucketCount + index]) * value
      }
      return score * scale
    }
  }

  /// The mood of a text, given what the lexicon of its language said of it.
  public func label(of text: NormalizedText, sentiment: Sentiment) -> SentimentLabel {
    label(of: HashedFeatures(text, sentiment))
  }

  /// The label with the highest score; of equals the first, and neutral where nothing was learnt.
  func label(of features: HashedFeatures) -> SentimentLabel {
    let scores = zip(SentimentLabel.allCases, judges).map { (label: $0, score: $1.score(features)) }
    guard let highest = scores.map(\.score).max(), scores.contains(where: { $0.score != highest }) else {
      return .neutral
    }
    return scores.first { $0.score == highest }?.label ?? .neutral
  }

  // MARK: Kept

  private static let mark = "VHL1"

  /// The model as 192 KiB.
  public func encoded() -> [UInt8] {
    var writer = BlobWriter(mark: Self.mark)
    writer.write(UInt32(clamping: trainedOn))
    for judge in judges {
      writer.write(judge.scale.bitPattern)
      for share in judge.shares { writer.write(share) }
    }
    return writer.sealed()
  }

  /// Nil of what is no model of this version, or was damaged.
  public init?(decoding blob: [UInt8]) {
    guard var reader = BlobReader(blob, mark: Self.mark), let trainedOn = reader.number(UInt32.self) else {
      return nil
    }
    var judges: [Judge] = []
    for _ in SentimentLabel.allCases {
      guard let scale = reader.number(UInt32.self).map(Float.init(bitPattern:)), scale.isFinite, scale >= 0,
        reader.left >= 2 * Self.weightCount
      else { return nil }
      judges.append(
        Judge(scale: scale, shares: (0..<Self.weightCount).compactMap { _ in reader.number(Int16.self) }))
    }
    guard reader.isAtEnd else { return nil }
    self.init(trainedOn: Int(trainedOn), judges: judges)
  }

  init(trainedOn: Int, judges: [Judge]) {
    self.trainedOn = trainedOn
    self.judges = judges
  }
}
