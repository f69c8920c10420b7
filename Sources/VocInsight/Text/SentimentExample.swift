public import VocDomain

/// A comment with the mood that its writer gave themselves by their score.
public struct SentimentExample: Sendable {
  public let label: SentimentLabel
  /// What the lexicon alone says of the text.
  public let lexiconLabel: SentimentLabel
  let features: HashedFeatures

  /// `fallback` is the language of texts that tell none.
  public init(text: String, label: SentimentLabel, fallback: TextLanguage = .spanish) {
    let text = TextNormalizer.normalize(text)
    let language = TextLanguage.detect(in: text).resolved(fallback: fallback)
    let sentiment = SentimentLexicon.of(language).sentiment(of: text)
    self.label = label
    lexiconLabel = sentiment.label
    features = HashedFeatures(text, sentiment)
  }
}

extension SentimentLabel {
  /// The mood that a score stands for: NPS and eNPS 0–6, 7–8, 9–10; CSAT 1–2, 3, 4–5; nil of other surveys and scores.
  public init?(survey: SurveyKind, score: Int) {
    // Employees are asked the same question.
    let survey = survey == .enps ? .nps : survey
    switch (survey, score) {
    case _ where survey.badScores?.contains(score) ?? false: self = .negative
    case (.nps, 7...8), (.csat, 3): self = .neutral
    case (.nps, 9...10), (.csat, 4...5): self = .positive
    default: return nil
    }
  }
}
