extension TopicModel {
  private static let mark = "VTM1"

  /// The model as bytes: about 12 for each word and 6 for each tag that had it.
  public func encoded() -> [UInt8] {
    var writer = BlobWriter(mark: Self.mark)
    writer.write(UInt32(tags.count))
    for (index, tag) in tags.enumerated() {
      writer.write(tag)
      writer.write(textCounts[index])
      writer.write(wordCounts[index])
    }
    writer.write(UInt32(features.count))
    for (index, feature) in features.enumerated() {
      let own = uses[Int(starts[index])..<Int(starts[index + 1])]
      writer.write(feature)
      writer.write(UInt16(own.count))
      for use in own {
        writer.write(use.tag)
        writer.write(use.count)
      }
    }
    return writer.sealed()
  }

  /// Nil of what is no model of this version, or was damaged.
  public init?(decoding blob: [UInt8]) {
    guard var reader = BlobReader(blob, mark: Self.mark), let tagCount = reader.number(UInt32.self) else {
      return nil
    }
    var tags: [String] = []
    var textCounts: [UInt32] = []
    var wordCounts: [UInt32] = []
    for _ in 0..<tagCount {
      guard let tag = reader.text(), let texts = reader.number(UInt32.self),
        let words = reader.number(UInt32.self), texts > 0
      else { return nil }
      tags.append(tag)
      textCounts.append(texts)
      wordCounts.append(words)
    }
    guard let featureCount = reader.number(UInt32.self) else { return nil }
    var features: [UInt32] = []
    var starts: [UInt32] = [0]
    var uses: [Use] = []
    for _ in 0..<featureCount {
      guard let feature = reader.number(UInt32.self), let count = reader.number(UInt16.self) else {
        return nil
      }
      if let last = features.last, last >= feature { return nil }
      for _ in 0..<count {
        guard let tag = reader.number(UInt16.self), let texts = reader.number(UInt32.self), tag < tagCount
        else {
          return nil
        }
        uses.append(Use(tag: tag, count: texts))
      }
      features.append(feature)
      starts.append(UInt32(truncatingIfNeeded: uses.count))
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      tags: tags, textCounts: textCounts, wordCounts: wordCounts, features: features, starts: starts,
      uses: uses)
  }
}
