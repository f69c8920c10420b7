/// All that is said of a text without a trained model: language, sentiment and cues.
public struct TextAnalysis: Equatable, Sendable {
  /// As detected; unknown where nothing told.
  public let language: TextLanguage
  public let sentiment: Sentiment
  /// In the order of `Cue`, each at most once.
  public let cues: [CueHit]
}

/// Analyses texts, each by the lexicon and the cues of its own language.
///
/// Making one takes some milliseconds; it is meant for many texts.
public struct TextAnalyzer: Sendable {
  private let fallback: TextLanguage
  private let spanish: TextCues
  private let portuguese: TextCues
  private let english: TextCues

  /// `fallback` is the language of texts that tell none (Spanish where it is unknown itself); `competitors` are names
  /// in any spelling.
  public init(fallback: TextLanguage = .spanish, competitors: [String] = []) {
    self.fallback = fallback
    spanish = TextCues(language: .spanish, competitors: competitors)
    portuguese = TextCues(language: .portuguese, competitors: competitors)
    english = TextCues(language: .english, competitors: competitors)
  }

  /// Analyses one text.
  public func analyze(_ text: String) -> TextAnalysis { analyze(TextNormalizer.normalize(text)) }

  /// Analyses a text that is normalised already.
  public func analyze(_ text: NormalizedText) -> TextAnalysis {
    let language = TextLanguage.detect(in: text)
    let resolved = language.resolved(fallback: fallback)
    return TextAnalysis(
      language: language, sentiment: SentimentLexicon.of(resolved).sentiment(of: text),
      cues: cues(of: resolved).hits(in: text))
  }

  private func cues(of language: TextLanguage) -> TextCues {
    switch language {
    case .portuguese: portuguese
    case .english: english
    case .spanish, .unknown: spanish
    }
  }
}
