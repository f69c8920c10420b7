/// A column, or a question, that holds scores or could, and what came of it.
public struct ScoreColumn: Equatable, Sendable {
  public enum Standing: String, CaseIterable, Sendable {
    case read
    /// Read as it stands, but the numbers look like another scale: NPS from 1 to 10, CES from 1 to 5.
    case doubtful
    /// Left out: 1 stands for the best.
    case reversed
    /// Left out: its numbers run over the survey's scale.
    case otherScale = "other-scale"
    /// Left out: its labels fit more than one scale.
    case undecidedLabels = "undecided-labels"
    /// Left out: its answers are no scores ("Sí", "Tal vez", free text).
    case noScore = "no-score"
    /// Left out: nothing says which survey it answers.
    case unnamed
    /// Left out: another column of its name was read.
    case repeated

    public var isRead: Bool { self == .read || self == .doubtful }
  }

  /// As the header has it.
  public var name: String
  /// Nil where each row names its survey, and where nothing does.
  public var survey: SurveyKind?
  public var standing: Standing
  /// Cells that are not blank.
  public var answers: Int
  public var lowest: Int?
  public var highest: Int?
  /// Some of the labels that occur, as they stand, ten at most.
  public var labels: [String]

  /// Whether it holds the scores of a known survey, and was left out all the same.
  public var isLost: Bool {
    switch standing {
    case .reversed, .otherScale, .undecidedLabels, .repeated: survey != nil
    case .read, .doubtful, .noScore, .unnamed: false
    }
  }

  public init(
    name: String, survey: SurveyKind?, standing: Standing, answers: Int, lowest: Int? = nil,
    highest: Int? = nil,
    labels: [String] = []
  ) {
    self.name = name
    self.survey = survey
    self.standing = standing
    self.answers = answers
    self.lowest = lowest
    self.highest = highest
    self.labels = labels
  }
}
