import Foundation

/// Suggests tags for texts as people have tagged texts before: multinomial naive Bayes on beginnings of words.
///
/// With add-one smoothing (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 13.2). A word counts
/// once a text. Five letters do what a stemmer does, in any of the languages.
public struct TopicModel: Equatable, Sendable {
  /// A tag that a text may get.
  public struct Suggestion: Equatable, Sendable {
    public let tag: String
    /// How likely it is by the model, 0...1; naive Bayes is too sure of itself, and of long texts most.
    public let posterior: Double
    /// The posterior less that of the next best tag, 0...1.
    public let margin: Double
    /// How many of the text's distinct words the model knows.
    public let knownWords: Int
    /// How many texts had the tag.
    public let support: Int

    /// Whether to show it: a margin of at least 0.9, two words that the model knows, ten texts that had the tag.
    public var isSafe: Bool {
      margin >= TopicModel.safeMargin && knownWords >= TopicModel.safeWords
        && support >= TopicModel.safeSupport
    }
  }

  /// The least margin of a suggestion that is shown.
  public static let safeMargin = 0.9
  static let safeWords = 2
  static let safeSupport = 10

  /// Ascending.
  public let tags: [String]
  /// How many texts had each tag.
  let textCounts: [UInt32]
  /// How many words the texts of each tag had, of those in `features`.
  let wordCounts: [UInt32]
  /// The hashes of words, ascending.
  let features: [UInt32]
  /// Where the uses of each word begin among `uses`, and at last their number.
  let starts: [UInt32]
  let uses: [Use]

  /// How many texts of a tag had a word.
  struct Use: Equatable, Sendable {
    let tag: UInt16
    let count: UInt32
  }

  /// Learns from examples; words of a single text are left out, tags beyond the 65,535 that come first in order too.
  public init(training examples: [TopicExample]) {
    let tags = Array(Set(examples.lazy.flatMap(\.tags)).sorted().prefix(65_535))
    let numbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt16($0)) })
    var textsWithWord: [UInt32: Int] = [:]
    for feature in examples.lazy.flatMap(\.features) { textsWithWord[feature, default: 0] += 1 }
    var textCounts = [UInt32](repeating: 0, count: tags.count)
    var wordCounts = textCounts
    var counts: [UInt32: [UInt16: UInt32]] = [:]
    for example in examples {
      let known = example.features.filter { textsWithWord[$0, default: 0] > 1 }
      for tag in example.tags.compactMap({ numbers[$0] }) {
        textCounts[Int(tag)] += 1
        wordCounts[Int(tag)] += UInt32(known.count)
        for feature in known { counts[feature, default: [:]][tag, default: 0] += 1 }
      }
    }
    let features = counts.keys.sorted()
    var starts: [UInt32] = [0]
    var uses: [Use] = []
    for feature in features {
      let own = counts[feature, default: [:]].sorted { $0.key < $1.key }
      uses += own.map { Use(tag: $0.key, count: $0.value) }
      starts.append(UInt32(uses.count))
    }
    self.init(
      tags: tags, textCounts: textCounts, wordCounts: wordCounts, features: features, starts: starts,
      uses: uses)
  }

  init(
    tags: [String], textCounts: [UInt32], wordCounts: [UInt32], features: [UInt32], starts: [UInt32],
    uses: [Use]
  ) {
    self.tags = tags
    self.textCounts = textCounts
    self.wordCounts = wordCounts
    self.features = features
    self.starts = starts
    self.uses = uses
  }

  /// The tag that is likeliest for a text; nil with fewer than two tags to choose from, or no
  /// word that two texts had. Show it where it `isSafe`.
  public func suggestion(for text: NormalizedText) -> Suggestion? {
    suggestion(for: TopicExample.features(of: text))
  }

  func suggestion(for wanted: [UInt32]) -> Suggestion? {
    guard tags.count >= 2, !features.isEmpty else { return nil }
    let known = wanted.compactMap(place)
    // Every known word counts one more than it occurred, in every tag.
    var scores = zip(textCounts, wordCounts).map { texts, words in
      log(Double(texts)) - Double(known.count) * log(Double(words) + Double(features.count))
    }
    for place in known {
      for use in uses[Int(starts[place])..<Int(starts[place + 1])] {
        scores[Int(use.tag)] += log(Double(use.count) + 1)
      }
    }
    guard let highest = scores.max(), let best = scores.firstIndex(of: highest) else { return nil }
    let shares = scores.map { exp($0 - highest) }
    let whole = shares.reduce(0, +)
    let second = shares.indices.lazy.filter { $0 != best }.map { shares[$0] }.max() ?? 0
    return Suggestion(
      tag: tags[best], posterior: 1 / whole, margin: (1 - second) / whole, knownWords: known.count,
      support: Int(textCounts[best]))
  }

  /// Where a word stands among the features.
  private func place(of feature: UInt32) -> Int? {
    var low = 0
    var high = features.count
    while low < high {
      let middle = (low + high) / 2
      if features[middle] < feature { low = middle + 1 } else { high = middle }
    }
    return low < features.count && features[low] == feature ? low : nil
  }
}
