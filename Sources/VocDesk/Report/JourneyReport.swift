public import VocDomain
public import VocInsight

/// How tickets went: what followed what, where customers waited for us, what was done twice.
public struct JourneyReport: Sendable {
  /// Lengths in seconds.
  public struct Waits: Equatable, Sendable {
    public var count: Int
    public var mean: Double
    public var median: Double
    public var p90: Double
    public var total: Int64
  }

  public typealias Holder = WaitHolder

  public struct Edge: Equatable, Sendable {
    public var from: String
    public var to: String
    public var waits: Waits
    /// The seconds of them by holder.
    public var held: [Holder: Int64]
  }

  public struct Activity: Equatable, Sendable {
    public var name: String
    public var count: Int
    /// How many tickets began or ended with it.
    public var starts: Int
    public var ends: Int
    /// In how many tickets it occurred more than once.
    public var repeats: Int
    /// Where in its tickets it stands on average: 0 first, 1 last.
    public var position: Double
  }

  /// An edge on which customers waited for us.
  public struct Bottleneck: Equatable, Sendable {
    public var from: String
    public var to: String
    /// Of the waits for us.
    public var waits: Waits
    /// Of all waiting for us, 0...1.
    public var share: Double
  }

  /// So many of so many, with the 95 % Wilson interval; shares are 0...1, nil of nothing.
  public struct Share: Equatable, Sendable {
    public var count: Int
    public var of: Int
    public var share: Double?
    public var low: Double?
    public var high: Double?
    public var warnings: [SampleWarning]
  }

  public typealias ReworkKind = Rework.Kind

  public struct Variant: Equatable, Sendable {
    public var activities: [String]
    public var count: Int
    /// Of all tickets, 0...1.
    public var share: Double
  }

  /// Customers who came by one channel and were back within the days, by the channel of their next ticket.
  public struct ChannelSwitch: Equatable, Sendable {
    public var from: String
    public var to: String
    /// Of the tickets of the first channel that are old enough to tell.
    public var share: Share
    /// In seconds, from one ticket's beginning to the next one's.
    public var median: Double
  }

  /// How many tickets had any step.
  public var tickets = 0
  /// The most frequent first.
  public var activities: [Activity] = []
  public var edges: [Edge] = []
  /// The most waiting first.
  public var bottlenecks: [Bottleneck] = []
  /// All waiting for us, in seconds.
  public var feltSeconds: Int64 = 0
  public var rework: [(kind: ReworkKind, share: Share)] = []
  public var variants: [Variant] = []
  /// How many different ways there were in all.
  public var variantCount = 0
  public var channelSwitches: [ChannelSwitch] = []
  /// By day of creation.
  public var period: ReportPeriod
  /// When the oldest ticket was created, where there are older ones that were left out.
  public var newestSince: Instant?
  /// The zone whose days they are.
  public var zone: String
  /// Which tickets, as it was asked for; nil for all.
  public var filter: String?
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []

  /// Reading all of more tickets than these takes longer than anybody waits: of all time the newest are told.
  public static let mostOfAllTime = 50_000

  /// The names of our own touchpoints; of imported histories come others.
  public static let touchpoints =
    JourneyFact.Turn.allCases.map(\.rawValue) + TicketJourney.Touchpoint.allCases.map(\.rawValue)

  /// Within how many days a customer's next ticket means that they came back.
  public static let returnDays = 7
}
