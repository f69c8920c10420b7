public import VocDomain

/// What became of every ticket of a simulated period.
public struct SimulationLog: Equatable, Sendable {
  public enum Fate: Equatable, Sendable {
    case given(agent: Int64, at: Instant)
    /// The customer gave up waiting.
    case abandoned
    /// Nobody had it when the period ended.
    case left
  }

  public var period: Range<Instant>
  /// In the order in which they came.
  public var arrivals: [SimulatedArrival]
  /// When the promise of the first reply breaks; nil: none was made.
  public var dueAt: [Instant?] = []
  public var fates: [Fate] = []

  init(period: Range<Instant>, arrivals: [SimulatedArrival]) {
    self.period = period
    self.arrivals = arrivals
  }

  /// Until when a ticket waited: until somebody had it, its customer gave up, or the period ended.
  public func waitedUntil(_ ticket: Int) -> Instant {
    switch fates[ticket] {
    case .given(_, let moment): moment
    case .abandoned: arrivals[ticket].at + (arrivals[ticket].patience ?? 0)
    case .left: period.upperBound
    }
  }
}

extension SimulatedArrival {
  func due(in calendars: Calendars) -> Instant? {
    promise.flatMap { calendars.clock($0.calendar).reached($0.within, from: at) }
  }
}
