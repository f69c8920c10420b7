/// What was learnt from a business's own texts, and what it is worth.
public struct TrainingReport: Equatable, Sendable {
  /// How often a judge was right on texts that it was not trained on.
  public struct Figures: Equatable, Sendable {
    public var right: Int
    public var n: Int
    /// The 95 % Wilson interval of the share, 0...1; nil of nothing.
    public var low: Double?
    public var high: Double?
    /// The mean over the moods of the harmonic mean of precision and recall, 0...1; nil of tags.
    public var macroF1: Double?

    public var share: Double? { n == 0 ? nil : Double(right) / Double(n) }
  }

  /// Why a model is in use, or is not.
  public enum Verdict: String, Equatable, Sendable {
    case active
    /// Fewer examples than `fewestExamples`.
    case tooFew = "too_few"
    /// The lexicon does as well or better.
    case notBetter = "not_better"
    /// It would suggest too seldom, or be wrong too often.
    case notSafe = "not_safe"
  }

  /// Distinct comments that came with a score.
  public var comments = 0
  public var model: Figures?
  public var lexicon: Figures?
  public var moodVerdict = Verdict.tooFew
  /// Tickets with tags on which the customer wrote something.
  public var taggedTickets = 0
  public var tags = 0
  /// Tickets whose likeliest tag is one of theirs; the suggestions that would be shown and are right; the tickets that
  /// would be shown one.
  public var best: Figures?
  public var shown: Figures?
  public var coverage: Figures?
  public var topicVerdict = Verdict.tooFew

  public static let fewestExamples = 100
  /// The newest that are looked at: more teach little.
  public static let mostExamples = 20_000
  /// The least share of suggestions that must be right, of at least `fewestShown`.
  public static let safeShare = 0.9
  public static let fewestShown = 20
}
