public import VocDomain
public import VocInsight

/// What customers answered and how they were served, with the interval of each figure.
public struct SatisfactionReport: Sendable {
  public enum Grouping: String, CaseIterable, Sendable {
    case channel, kind, agent, segment, month, priority, cause, tag, country, language
  }

  /// The surveys of one group of answers; each is there, with n = 0 where nobody answered.
  public struct Figures: Sendable {
    public var nps: PromoterFigure
    public var csat: BoxFigure
    public var ces: BoxFigure
    public var enps: PromoterFigure

    public var n: Int { nps.n + csat.n + ces.n + enps.n }
  }

  /// An NPS: points from -100 to 100, nil without answers.
  public struct PromoterFigure: Sendable {
    public var n = 0
    public var promoters = 0
    public var passives = 0
    public var detractors = 0
    public var score: Double?
    /// The 95 % adjusted Wald interval.
    public var low: Double?
    public var high: Double?
    public var warnings: [SampleWarning] = []
  }

  /// A share of the best answers (CSAT 4-5, CES 5-7): percentages from 0 to 100, nil without answers.
  public struct BoxFigure: Sendable {
    public var n = 0
    /// How many answers are in the top box.
    public var top = 0
    public var share: Double?
    /// The 95 % Wilson interval.
    public var low: Double?
    public var high: Double?
    public var mean: Double?
    public var warnings: [SampleWarning] = []
  }

  public struct Group: Sendable {
    /// Empty for what has no channel, agent, segment…
    public var name: String
    public var surveys: Figures
    public var figures: [ReportFigure]

    public init(name: String, surveys: Figures, figures: [ReportFigure]) {
      (self.name, self.surveys, self.figures) = (name, surveys, figures)
    }
  }

  /// What is still to be done, as of now.
  public struct Backlog: Equatable, Sendable {
    /// The first day of age of each stretch: today and yesterday, 2-3 days, 4-7, 8-14, 15-30, over 30.
    public static let ages = [0, 2, 4, 8, 15, 31]
    /// Unsolved tickets by their age in days of the calendar, a count for each of `ages`.
    public var byAge = Backlog.ages.map { _ in 0 }
    /// Days of the calendar; nil where nothing is unsolved.
    public var medianAge: Int?
    public var oldestAge: Int?
    /// Past their due time; nil where nothing is promised.
    public var overdue: Int?
    /// First solves of the last 28 days.
    public var solvedLately = 0

    public var unsolved: Int { byAge.reduce(0, +) }
    /// Days until nothing is left at the rate of the last four weeks; nil where nothing was solved.
    public var daysToClear: Double? {
      solvedLately > 0 ? Double(unsolved) * 28 / Double(solvedLately) : nil
    }
  }

  public var surveys: Figures
  public var figures: [ReportFigure] = []
  /// Tickets created in the period.
  public var created = 0
  /// Of those, begun by customers and not answered by a person yet.
  public var unanswered = 0
  /// Solved in the period, and of those by an import because they had gone quiet.
  public var solved = 0
  public var settled = 0
  /// Solved in the last seven days: too young to tell whether the customer comes again.
  public var underObservation = 0
  public var calls: [CallLevel] = []
  /// Tickets created in the period by the hour of the week, Monday 00:00 first.
  public var arrivals = [Int](repeating: 0, count: 168)
  public var backlog = Backlog()
  public var groups: [Group] = []
  public var grouping: Grouping?
  public var period: ReportPeriod
  /// The stretch that it is compared with.
  public var before: ReportPeriod?
  /// The zone whose days they are.
  public var zone: String
  /// Which tickets count, as it was asked for; nil where all do.
  public var filter: String?
  /// How many answers of the period the filter left out because they belong to no ticket.
  public var withoutTicket = 0
  /// How many answers of the period the response rates leave out because they are from before the survey was first sent.
  public var answersBeforeSending = 0
  /// Tickets from before there were figures of service, which these leave out.
  public var unmeasured = 0
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []
  /// Whether answers of the period, or of the one before, were counted before comments were: no comment rate then.
  public var hasUncountedComments = false

  /// A service level by one of the formulas in use.
  public struct CallLevel: Equatable, Sendable {
    public var formula: ServiceLevel.Formula
    public var figure: ReportFigure
  }
}
