public import VocDomain

/// What customers said of one competitor of the list, and how satisfied those were who said it.
public struct CompetitorFigures: Sendable {
  public var name: String
  /// Messages and comments of the period that name it.
  public var messages = 0
  public var comments = 0
  /// Both in the stretch before; nil where there is none.
  public var mentionsBefore: Int?
  /// Customers who named it, of those who were heard.
  public var share: ReportFigure
  /// Texts that sound negative, of those that name it.
  public var negative: ReportFigure
  /// CSAT and NPS where it was named; what they were before is where it was not, and the change the difference.
  public var satisfaction: [ReportFigure] = []

  public var mentions: Int { messages + comments }
}

/// A published figure beside ours.
public struct BenchmarkLine: Sendable {
  /// Where ours stands, as far as its interval tells: nothing is known of how sure the published one is.
  public enum Standing: String, Sendable {
    case above, below
    case notDemonstrable = "no_demonstrable_difference"
    /// Under ten answers of ours.
    case tooFew = "sample_too_small"
    case noData = "no_data"
  }

  public var published: Benchmark
  /// Ours of the same year, or, without answers enough in it, of the report's period; nil without any.
  public var own: ReportFigure?
  public var isOfItsYear: Bool

  public var standing: Standing {
    guard let own, own.n > 0 else { return .noData }
    guard own.isShown, let low = own.low, let high = own.high else { return .tooFew }
    return low > published.figure ? .above : high < published.figure ? .below : .notDemonstrable
  }
}
