public import VocDomain

/// How each agent serves customers, and what the team needs. In the order of the names: no ranking.
public struct AgentReport: Sendable {
  /// What is shown of each agent, in this order.
  public static let measures: [ReportFigure.Measure] = [.csat, .firstReply, .reopened]

  public struct Row: Sendable {
    /// Empty for the team.
    public var name: String
    /// Tickets first solved in the period.
    public var solved: Int
    /// Unsolved tickets now.
    public var held: Int
    public var figures: [ReportFigure]
    /// 0...100, from the judgements of the period; nil without any.
    public var quality: Mean?

    public func figure(_ measure: ReportFigure.Measure) -> ReportFigure? {
      figures.first { $0.measure == measure }
    }
  }

  /// A mean with how many it is of, and its 95 % t interval from two on that differ.
  public struct Mean: Equatable, Sendable {
    public var n: Int
    public var value: Double
    public var low: Double?
    public var high: Double?

    /// Under ten a figure says nothing.
    public var isShown: Bool { n >= SampleWarning.fewestShown }
  }

  /// How evenly tickets are shared out among agents.
  public struct Shares: Equatable, Sendable {
    /// 0 (all the same) towards 1 (one has all).
    public var gini: Double
    /// P of shares at least so uneven where each ticket may go to anybody.
    public var p: Double

    /// Whether it is more than chance that some have more than others.
    public var isDemonstrable: Bool { p < 0.05 }
  }

  /// Where customers are less satisfied than with all else that the team does, demonstrably.
  public struct Need: Sendable {
    public enum Kind: String, Sendable { case tag, cause }

    /// Nil for the team.
    public var agent: String?
    public var kind: Kind
    public var topic: String
    public var csat: ReportFigure
  }

  /// Our judgements beside what customers said of the same tickets, both 0...100.
  public struct Perception: Equatable, Sendable {
    public var quality: Double
    public var csat: Double
    /// The first less the second, by ticket.
    public var difference: Mean
  }

  /// The employees' own survey: never under ten answers, nor anything that tells who gave them.
  public enum TeamSurvey: Sendable {
    case none
    /// So few answered that their answers would be theirs.
    case hidden
    case shown(ReportFigure)
  }

  /// By name.
  public var rows: [Row]
  public var team: Row
  /// Nil for fewer than two agents, or nothing.
  public var solvedShares: Shares?
  public var heldShares: Shares?
  public var teamSurvey: TeamSurvey
  /// Of the team first, then by agent; the lowest share first.
  public var needs: [Need]
  public var perception: Perception?
  public var period: ReportPeriod
  public var zone: String
  /// Which tickets count, as it was asked for; nil where all do.
  public var filter: String?
  /// Tickets from before there were figures of service, which these leave out.
  public var unmeasured = 0
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []
}
