public import VocDomain

/// Whether bad answers were followed up, whether what causes tickets was done away with, and what customers say of
/// competitors.
public struct LoopReport: Sendable {
  /// A follow-up that nobody has solved yet.
  public struct Pending: Sendable {
    public var ticket: Ticket
    public var customer: String
    public var dueAt: Instant
    public var isOverdue: Bool
    public var assignee: String?
  }

  /// A cause before and after something was done about it.
  public struct Cause: Sendable {
    public var name: String
    public var owner: String?
    public var fixedOn: CivilDate?
    /// Tickets opened in the period.
    public var tickets: Int
    /// What the day on which it was fixed parts; nil where nobody has said one.
    public var effect: Effect?
  }

  /// Tickets up to 90 days before a day and after it, as far as these are known, and how the rate changed.
  public struct Effect: Equatable, Sendable {
    public var before: Int
    public var daysBefore: Double
    public var after: Int
    public var daysAfter: Double
    /// In percent more or less, with its exact interval; nil where nothing happened before, or a stretch is none.
    public var change: ReportFigure.Change?

    /// Tickets in 30 days; nil of less than a day, which says nothing of thirty.
    public var rateBefore: Double? { daysBefore >= 1 ? 30 * Double(before) / daysBefore : nil }
    public var rateAfter: Double? { daysAfter >= 1 ? 30 * Double(after) / daysAfter : nil }
  }

  public var figures: [ReportFigure] = []
  /// Bad answers of the period by customers whom nobody can call back: nobody knows who they are.
  public var anonymous = 0
  /// The most urgent first.
  public var pending: [Pending] = []
  public var pendingCount = 0
  /// Those that somebody looks after first, then the most frequent.
  public var causes: [Cause] = []
  public var causeCount = 0
  public var opensByItself = false
  /// The most mentioned first.
  public var competitors: [CompetitorFigures] = []
  public var competitorCount = 0
  /// By name; the newest year of each.
  public var benchmarks: [BenchmarkLine] = []
  /// Whether texts are still to be read: mentions may be missing.
  public var hasUnreadTexts = false
  public var period: ReportPeriod
  public var before: ReportPeriod?
  public var zone: String
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []

  init(period: ReportPeriod, before: ReportPeriod?, zone: String) {
    (self.period, self.before, self.zone) = (period, before, zone)
  }
}
