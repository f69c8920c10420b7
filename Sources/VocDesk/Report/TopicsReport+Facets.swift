public import VocInsight

extension TopicsReport {
  /// Something that is so of some tickets and not of others.
  public enum Fact: Equatable, Sendable {
    /// On a channel of this name.
    case channel(String)
    /// A first reply or a solution came later than was promised, or has not come though it was.
    case late
    case reopened
    /// Moved to another queue, or from one agent to another twice or more.
    case transferred
    /// Created at night or on a weekend, by the clock of the reports' zone.
    case nightOrWeekend
    case topic(Kind, String)
  }

  /// How satisfied answers are whose tickets it is so of.
  public struct FacetLine: Equatable, Sendable {
    public var fact: Fact
    public var facet: Facet
  }

  /// What the satisfaction of answers goes along with besides topics, all facets taken together.
  public struct Facets: Equatable, Sendable {
    /// The most important first.
    public var lines: [FacetLine] = []
    /// Those that too few answers have, or lack, to say anything of.
    public var hidden: [Fact] = []
    /// Of how many answers the figures are.
    public var n = 0
    /// How many were read, at even distances; the others of these are about tickets that count in no figure of service.
    public var read = 0
    public var all = 0
    /// How many tickets have not been measured: until they are there are no facets.
    public var unmeasured = 0
    /// How much of the differences between answers all facets together go along with (R²), and what as many would by
    /// chance, 0...1.
    public var explained = 0.0
    public var explainedByChance = 0.0
    /// How likely so much would be by chance; nil where there is nothing to test.
    public var p: Double?
    /// Whether anything was promised on any of the tickets, so that one can be late.
    public var knowsPromises = false

    public var isDemonstrable: Bool { p.map { $0 < 0.05 } ?? false }
    /// How many answers must have a facet, and as many lack it.
    public static let fewestAnswers = FacetTable.fewestAnswers
    /// The hours of a day that are no night: from the first until before the last.
    public static let dayHours = 8..<20

    /// What part of all that is explained is a facet's, 0...1.
    public func part(of line: FacetLine) -> Double {
      explained > 0 ? line.facet.importance / explained : 0
    }
  }
}
