public import VocDomain

/// What tickets are about, and how satisfied customers are with each topic.
public struct TopicsReport: Sendable {
  public enum Kind: String, Sendable {
    case tag, cause
    /// A tag that a trained model would suggest for tickets without one.
    case suggested
  }

  /// How often a topic occurs.
  public struct Line: Equatable, Sendable {
    public var kind: Kind
    public var name: String
    public var tickets: Int
    /// Of all tickets, 0...1; of a suggested one, of those that were read.
    public var share: Double
    /// Of all uses of the kind's topics, this one and the commoner ones together, 0...1.
    public var cumulative: Double
  }

  /// How CSAT goes along with a topic: what is associated, never what causes.
  public struct Driver: Equatable, Sendable {
    public var kind: Kind
    public var name: String
    /// The favourable answers of those with the topic, and of those without it.
    public var withTop: Int
    public var withN: Int
    public var withoutTop: Int
    public var withoutN: Int
    /// The difference in percentage points, with its 95 % Newcombe interval.
    public var difference: Double
    public var low: Double
    public var high: Double
    /// Benjamini-Hochberg over all topics, 0...1.
    public var q: Double
    /// The share with the topic in percent, drawn towards that of all while answers are few.
    public var shrunken: Double
    /// By how many points the share of all differs from that without the topic.
    public var impact: Double
    /// How many times the odds of a favourable answer are with the tag, the other tags being equal; nil where one model of
    /// all could not be fitted, and for causes.
    public var oddsRatio: Double?

    public var isDemonstrable: Bool { q < 0.05 }
  }

  public var period: ReportPeriod
  public var zone: String
  public var filter: String?
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []
  /// Tickets created in the period.
  public var tickets = 0
  public var lines: [Line] = []
  /// CSAT answers of the period that belong to tickets, favourable and all.
  public var csatTop = 0
  public var csatN = 0
  public var drivers: [Driver] = []
  /// Topics with fewer answers than a driver needs.
  public var hiddenDrivers = 0
  /// How many answers the model of all tags was fitted on; 0 where it was not.
  public var modelN = 0
  /// What else satisfaction goes along with; empty on the supervisor's page, which does not show it.
  public var facets = Facets()
  /// How many tickets without a tag were read for suggestions, of how many.
  public var readUntagged = 0
  public var untagged = 0
  /// The most of those that are read: it takes a page of the file each.
  static let mostSuggested = 5_000
  /// Whether a trained model suggests tags.
  public var suggests = false
}
