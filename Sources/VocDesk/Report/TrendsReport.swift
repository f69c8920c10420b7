public import VocDomain
import VocInsight

/// What is changing: new words, more or fewer tickets, satisfaction beyond its usual limits.
public struct TrendsReport: Sendable {
  /// A term that customers use more than before.
  public struct Term: Equatable, Sendable {
    public enum Tier: String, Sendable {
      /// G² of 15.13 or more: in tests on texts in which nothing had changed there was none.
      case emerging
      /// G² of 10.83 or more: one in three such tests had one.
      case watch
    }

    public var term: String
    public var tier: Tier
    /// How many texts have it, of all that were read, now and before.
    public var now: Int
    public var before: Int
    public var customers: Int
    public var g2: Double
    /// How many times as frequent it is; nil where it is new.
    public var ratio: Double?
    /// The last days on which it surged.
    public var surge: ClosedRange<CivilDate>?
  }

  /// Beyond its usual limits, to which side.
  public enum Alarm: String, Sendable {
    case up, down
  }

  /// A week, or a month, of the whole stretch that was looked at.
  public struct Bucket: Equatable, Sendable {
    public var days: ClosedRange<CivilDate>
    public var created = 0
    /// The best answers, of all.
    public var csatTop = 0
    public var csatN = 0
    public var csatAlarm: Alarm?
    /// Points; nil without answers.
    public var nps: Double?
    public var npsN = 0
    public var npsAlarm: Alarm?
    /// The openings of tickets that sound negative, of all that were read.
    public var negative = 0
    public var read = 0
  }

  /// Whether a series goes up or down, by Mann-Kendall, and how much a period, by Theil-Sen.
  public struct Direction: Equatable, Sendable {
    public var periods: Int
    public var p: Double
    /// Whether later periods are more often higher than earlier ones than lower.
    public var rises: Bool
    /// Tickets more each period, the median of all pairs; below 0 fewer, and 0 where most pairs are alike.
    public var slope: Double

    public var isDemonstrable: Bool { p < 0.05 }
  }

  /// A share of the period against that of the time before it.
  public struct Change: Equatable, Sendable {
    public var now: Int
    public var nowN: Int
    public var before: Int
    public var beforeN: Int
    /// In percentage points, with its 95 % Newcombe interval.
    public var difference: Double
    public var low: Double
    public var high: Double

    public var isDemonstrable: Bool { low > 0 || high < 0 }
  }

  public var period: ReportPeriod
  public var before: ReportPeriod
  /// Whether nobody said which days: the last 30 with data.
  public var isUsual: Bool
  public var zone: String
  public var filter: String?
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []
  public var isMonthly = false
  /// The texts that were read, of all that there are.
  public var readNow = 0
  public var textsNow = 0
  public var readBefore = 0
  public var textsBefore = 0
  public var terms: [Term] = []
  /// What would stand among the terms, were it not for an agent of ours who is called so.
  public var namesLeftOut: [String] = []
  public var buckets: [Bucket] = []
  /// Openings of tickets that sound negative, now and before; nil where nothing was read of either.
  public var negative: Change?
  /// Of the periods from the first ticket on that are over; nil under 8.
  public var volume: Direction?
  /// How many periods had answers enough to be judged, and enough such periods before them.
  public var judgedCSAT = 0
  public var judgedNPS = 0

  /// How many earlier stretches as long as the period it is compared with.
  public static let stretchesBefore = 4
  /// The most texts that are read of each stretch: a term of one text in a hundred shows in 600 already.
  public static let mostTexts = 15_000
  /// Limits in standard deviations. That of the NPS, whose small shifts the EWMA finds, is for crashes (J. M. Lucas &
  /// M. S. Saccucci, "Exponentially Weighted Moving Average Control Schemes", Technometrics 32, 1990: 3.0 to 4.0).
  public static let csatWidth = 3.0
  public static let npsWidth = 3.5
  /// One false alarm is to be expected in so many periods at most, where nothing changes: of 3 sigma, and of the EWMA
  /// with λ 0.2 and L 2.7 (20,000 simulated charts). Limits from the periods before gave fewer, but for shares of 99 %.
  public static let csatFalseAlarm = 370
  public static let npsFalseAlarm = 233

  /// Whether any period could be judged.
  public var judgesCSAT: Bool { judgedCSAT > 0 }
  public var judgesNPS: Bool { judgedNPS > 0 }

  /// How many false alarms are to be expected at most in the periods that were judged, where nothing changes.
  public var expectedFalseAlarms: Double {
    Double(judgedCSAT) / Double(TrendsReport.csatFalseAlarm)
      + Double(judgedNPS) / Double(TrendsReport.npsFalseAlarm)
  }

  /// The longest period, ten years: a longer one is cut to its end.
  public static let mostDays = 3_660

  /// The last 30 days with data.
  static func usual(today: CivilDate, last: CivilDate) -> ReportPeriod {
    let end = min(today, last)
    return ReportPeriod(since: end + -29, until: end)
  }
}
