public import VocDomain

/// One figure of a report with all that it takes to believe it: what it counts, its interval, what it was before.
public struct ReportFigure: Equatable, Sendable {
  /// The codes that programs know; words for people are the command line's.
  public enum Measure: String, CaseIterable, Sendable {
    case nps, csat, ces, enps
    case responseRate = "response_rate"
    case commentRate = "comment_rate"
    case firstReply = "first_reply"
    case firstReplyP90 = "first_reply_p90"
    case businessFirstReply = "business_first_reply"
    case businessFirstReplyP90 = "business_first_reply_p90"
    case nextReply = "next_reply"
    case nextReplyP90 = "next_reply_p90"
    case resolution
    case resolutionP90 = "resolution_p90"
    case businessResolution = "business_resolution"
    case businessResolutionP90 = "business_resolution_p90"
    case netResolution = "net_resolution"
    case netResolutionP90 = "net_resolution_p90"
    case firstContact = "first_contact"
    case reopened, transferred
    case handedOff = "handed_off"
    case abandoned
    case serviceLevel = "service_level"
    case speedOfAnswer = "speed_of_answer"
    case handleTime = "handle_time"
    case followedUp = "followed_up"
    case followUpClosed = "follow_up_closed"
    case followUpOnTime = "follow_up_on_time"
    /// The next answer after a follow-up is better; `recoveredAlone`: where there was none.
    case recovered
    case recoveredAlone = "recovered_alone"
    /// Customers who named a competitor; texts that name one and sound negative.
    case competitorShare = "competitor_share"
    case negativeShare = "negative_share"
  }

  public enum Unit: String, Sendable { case points, percent, seconds }

  /// What a figure differs by from the period before.
  public struct Change: Equatable, Sendable {
    /// Points, or percentage points; of a time the ratio to what it was, in percent: -20 is a fifth less.
    public var value: Double
    public var low: Double
    public var high: Double

    public init(value: Double, low: Double, high: Double) {
      (self.value, self.low, self.high) = (value, low, high)
    }

    /// Whether the interval leaves out that nothing changed.
    public var isDemonstrable: Bool { low > 0 || high < 0 }
  }

  public var measure: Measure
  /// Which survey a response or comment rate is of.
  public var survey: SurveyKind?
  public var unit: Unit
  /// What is counted: answers, tickets, waits, calls.
  public var n: Int
  /// Of a share: how many of the n.
  public var part: Int?
  /// Nil of nothing, and for a quantile that is not reached yet.
  public var value: Double?
  /// The 95 % interval; the upper bound of a time may lie beyond what has been observed.
  public var low: Double?
  public var high: Double?
  public var warnings: [SampleWarning] = []
  /// The figure of the period before.
  public var previous: Double?
  public var previousN: Int?
  public var change: Change?

  public init(_ measure: Measure, _ unit: Unit, n: Int) {
    (self.measure, self.unit, self.n) = (measure, unit, n)
    warnings = SampleWarning.rule(n: n, marginOfError: nil)
  }

  /// Whether the figure itself may be shown: under ten it says nothing.
  public var isShown: Bool {
    value != nil && !warnings.contains(.figureHidden) && !warnings.contains(.noData)
  }
}
