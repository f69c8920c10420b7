/// What a text sounds like.
public enum SentimentLabel: String, CaseIterable, Sendable {
  case negative
  case neutral
  case positive
}

/// What is kept of a text that a customer wrote: language, mood and cues, as estimates.
///
/// Which words say so is found again when it is shown.
public struct TextSignals: Equatable, Sendable {
  /// "es", "pt" or "en"; nil where nothing told.
  public var language: String?
  public var mood: SentimentLabel
  /// The lexicon's score in thousandths; below 0 it is negative.
  public var score: Int
  public var cues: CueSet

  public init(language: String?, mood: SentimentLabel, score: Int, cues: CueSet) {
    (self.language, self.mood, self.score, self.cues) = (language, mood, score, cues)
  }

  /// Whether there is anything to keep.
  public var isSilent: Bool { mood == .neutral && cues.isEmpty }
}

extension Message {
  /// Whether it is read for signals: what a customer wrote for us to see.
  public var isReadForSignals: Bool {
    author == .customer && isPublic && !body.isEmpty && (kind == .message || kind == .media)
  }
}
