public import VocDomain
public import VocInsight

/// How each channel serves its customers, and whether all do it equally well.
public struct ChannelReport: Sendable {
  /// What is shown of each channel, in this order.
  public static let measures: [ReportFigure.Measure] = [
    .csat, .firstReply, .firstReplyP90, .resolution, .resolutionP90, .firstContact, .reopened,
  ]
  /// What channels are compared by.
  public static let compared: [ReportFigure.Measure] = [
    .csat, .firstReply, .resolution, .firstContact, .reopened,
  ]

  /// One channel's figures; one that it has nothing of is missing.
  public struct Row: Sendable {
    /// Empty for what came on no channel.
    public var name: String
    /// Of `Channel`; empty for none.
    public var kind: String
    /// Tickets created in the period.
    public var created: Int
    public var figures: [ReportFigure]

    public func figure(_ measure: ReportFigure.Measure) -> ReportFigure? {
      figures.first { $0.measure == measure }
    }
  }

  /// What can be said of channels beside each other. Parity must be shown, too: no demonstrable difference is none.
  public typealias Verdict = ParityVerdict

  /// The channels compared by one measure.
  public struct Comparison: Sendable {
    public var measure: ReportFigure.Measure
    /// The channels with values enough, best first and then in the order of their names.
    public var standings: [Standing]
    public var pairs: [Pair]
    public var test: Test
    /// Times only: how many waited longer than half of all did.
    public var medianTest: MedianTest?
    public var verdict: Verdict
  }

  public struct Test: Equatable, Sendable {
    public enum Name: String, Sendable {
      case kruskalWallis = "kruskal_wallis"
      case chiSquare = "chi_square"
      case gehan = "gehan_wilcoxon"
    }

    public var name: Name
    public var statistic: Double
    public var degrees: Int
    public var p: Double
    /// Epsilon squared, or Cramér's V, 0...1; Gehan's test has none.
    public var effect: Double?
  }

  /// Mood's.
  public struct MedianTest: Equatable, Sendable {
    /// Of all, in seconds.
    public var median: Double
    public var p: Double
  }

  /// A channel beside the best one.
  public struct Standing: Sendable {
    public var channel: String
    public var isBest = false
    /// Of the channel's figure (of a time its median) to the best one's, with its 95 % interval; of reopened tickets
    /// that of those that were not. Nil where there is none.
    public var ratio: Double?
    public var low: Double?
    public var high: Double?
    /// Benjamini and Hochberg's, over all pairs; nil of the best.
    public var q: Double?
    /// Nil of the best.
    public var verdict: Verdict?
    /// Times: how many waited longer than the median of all, of how many.
    public var above: (part: Int, n: Int)?

    /// Whether it differs from the best demonstrably, and by less than parity allows.
    public var differsLittle: Bool { verdict == .parity && (q ?? 1) < 0.05 }
  }

  /// Two channels compared.
  public struct Pair: Equatable, Sendable {
    public var first: String
    public var second: String
    /// Times: Cliff's delta, -1...1, above 0 where the first waits longer. Shares: the first less the second, -1...1.
    /// Nil for times until solved.
    public var effect: Double?
    public var p: Double
    public var q: Double
  }

  public var rows: [Row]
  /// One for each measure by which two channels or more could be compared.
  public var comparisons: [Comparison]
  public var period: ReportPeriod
  public var zone: String
  /// Which tickets count, as it was asked for; nil where all do.
  public var filter: String?
  /// Tickets from before there were figures of service, which these leave out.
  public var unmeasured = 0
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []

  /// Of all measures together: a gap if one has it, parity if all have it; nil where nothing could be compared.
  public var verdict: Verdict? {
    let verdicts = comparisons.map(\.verdict)
    if verdicts.contains(.gap) { return .gap }
    if verdicts.isEmpty { return nil }
    return verdicts.contains(.inconclusive) ? .inconclusive : .parity
  }

  /// The channels of which a measure has something, but too little to compare.
  public func leftOut(of measure: ReportFigure.Measure) -> [Row] {
    rows.filter { (1..<SampleWarning.fewestShown).contains($0.figure(measure)?.n ?? 0) }
  }
}
