public import VocDomain
public import VocRouting

/// A period of the past, played again several times under what holds now and under something else.
public struct SimulationReport: Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    // Seconds by the clock on the wall.
    case waitMedian = "wait_median"
    case waitP90 = "wait_p90"
    case waitMax = "wait_max"
    // Seconds of the queues' calendars.
    case businessMedian = "business_wait_median"
    case businessP90 = "business_wait_p90"
    case businessMax = "business_wait_max"
    // Shares of the tickets of which it is known.
    case lateReply = "late_first_reply"
    case overMaximumWait = "over_maximum_wait"
    // Tickets.
    case abandoned
    case left = "never_given"
    /// Share of all shifts.
    case busy

    public enum Unit: String, Sendable { case seconds, share, tickets }

    public var unit: Unit {
      switch self {
      case .waitMedian, .waitP90, .waitMax, .businessMedian, .businessP90, .businessMax: .seconds
      case .lateReply, .overMaximumWait, .busy: .share
      case .abandoned, .left: .tickets
      }
    }
  }

  /// A figure over the runs; nil where no run could tell it.
  public struct Comparison: Sendable {
    public var now: Spread?
    public var other: Spread?
    /// Other less now, run by run: both see the same tickets with the same handling times.
    public var difference: Spread?
  }

  public struct AgentLine: Sendable {
    /// Nil for one who was added.
    public var name: String?
    public var busy: Comparison
  }

  public var period: Range<Instant>
  public var tickets: Int
  /// Tickets of the period that tell how long they took.
  public var observed: Int
  /// Begun by us: nobody waited for them.
  public var ours: Int
  public var runs: Int
  public var seed: UInt64
  public var resamples: Bool
  public var agentsNow: Int
  /// Nil: nothing else was asked for.
  public var agentsOther: Int?
  /// Of all, agents without shift: they count as there day and night.
  public var withoutShift: Int
  public var differences: [PolicyDifference]
  public var figures: [(measure: Measure, comparison: Comparison)]
  public var agents: [AgentLine]
}

extension SimulationFigures {
  /// Nil where nothing is known of it.
  func value(_ measure: SimulationReport.Measure) -> Double? {
    switch measure {
    case .waitMedian: Double(calendarWaits.median)
    case .waitP90: Double(calendarWaits.p90)
    case .waitMax: Double(calendarWaits.max)
    case .businessMedian: Double(businessWaits.median)
    case .businessP90: Double(businessWaits.p90)
    case .businessMax: Double(businessWaits.max)
    case .lateReply: promise.share
    case .overMaximumWait: maximumWait.share
    case .abandoned: Double(abandoned)
    case .left: Double(left)
    case .busy:
      agents.contains { $0.shift > 0 }
        ? Double(agents.reduce(0) { $0 + $1.busy }) / Double(agents.reduce(0) { $0 + $1.shift }) : nil
    }
  }
}
