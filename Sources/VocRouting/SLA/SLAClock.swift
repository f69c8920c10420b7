public import VocDomain

/// One promise being kept or not: a stretch of waiting, its pauses and the target that it is held against.
///
/// A fold of events makes it (`SLAClocks.fold`) and it knows those events only: asked about a moment before
/// the last of them it answers with hindsight. It reads no calendar but where one is given.
public struct SLAClock: Equatable, Sendable {
  public enum PauseReason: String, CaseIterable, Sendable {
    case pending, hold
    /// It was solved and reopened in time.
    case solved
  }

  public enum StopReason: String, CaseIterable, Sendable {
    case reply, solved, closed
    case noReplyNeeded = "no_reply_needed"
  }

  /// A stretch that does not count: half-open, and without an end while it lasts.
  public struct Pause: Equatable, Sendable {
    public var reason: PauseReason
    public var from: Instant
    public var to: Instant?

    public init(reason: PauseReason, from: Instant, to: Instant? = nil) {
      self.reason = reason
      self.from = from
      self.to = to
    }
  }

  /// What was promised from an instant on.
  public struct Terms: Equatable, Sendable {
    public var since: Instant
    public var policyName: String?
    /// Nil: the usual one.
    public var calendarName: String?
    /// Business seconds; nil: no promise.
    public var target: Int64?
  }

  public enum State: Equatable, Sendable {
    case met, breached, running
    /// Business seconds that are left.
    case paused(remaining: Int64)
    /// Nothing is promised.
    case unmeasured
  }

  public let measure: SLAPolicy.Measure
  public let start: Instant
  /// In the order of their times, none overlapping; only the last may be without an end.
  public internal(set) var pauses: [Pause] = []
  public internal(set) var stop: Instant?
  public internal(set) var stopReason: StopReason?
  /// At least one, oldest first; the last is in force, or was when the clock stopped.
  public internal(set) var terms: [Terms]
  /// When the target is used up; nil while paused and without a target.
  public internal(set) var due: Instant?
  /// Business seconds left of the target while paused.
  var remaining: Int64?
  /// When it was past its due for the first time; while it runs also the moment ahead when it will be.
  var breach: Instant?

  init(_ measure: SLAPolicy.Measure, start: Instant, terms: Terms) {
    self.measure = measure
    self.start = start
    self.terms = [terms]
  }

  public var policyName: String? { terms[terms.count - 1].policyName }
  /// Of the last policy that was in force: once it ends its calendar counts on.
  public var calendarName: String? { terms.last { $0.policyName != nil }?.calendarName }
  /// Business seconds.
  public var target: Int64? { terms[terms.count - 1].target }

  /// The pause that lasts.
  public var openPause: Pause? { pauses.last.flatMap { $0.to == nil ? $0 : nil } }

  public var isRunning: Bool { stop == nil && openPause == nil }

  /// The first moment at or before `now` at which it ran past what was promised then.
  ///
  /// Kept for ever: neither an answer, a laxer policy nor the end of the promise takes it back. A target that
  /// was already used up when it came is breached from its coming.
  public func firstBreachAt(by now: Instant) -> Instant? { breach.flatMap { $0 <= now ? $0 : nil } }

  /// Stopped at its due it is met; still running then it is breached.
  public func state(at now: Instant) -> State {
    if firstBreachAt(by: now) != nil { return .breached }
    if target == nil { return .unmeasured }
    if stop != nil { return .met }
    return remaining.map { .paused(remaining: $0) } ?? .running
  }
}

extension SLAClock {
  /// How long it has run, without its pauses.
  public struct Elapsed: Equatable, Sendable {
    public var business: Int64
    /// Seconds of nights and holidays too.
    public var calendar: Int64

    public init(business: Int64, calendar: Int64) {
      self.business = business
      self.calendar = calendar
    }
  }

  /// From the start to the stop, or to `now` where that is earlier; each business second by the hours
  /// that the policy had when it passed.
  public func elapsed(until now: Instant, in calendars: Calendars) -> Elapsed {
    let end = max(start, min(stop ?? now, now))
    let paused = pauseRanges(until: end)
    return Elapsed(
      business: counting(in: calendars).between(start, end, pauses: paused),
      calendar: paused.reduce(end - start) { $0 - ($1.upperBound - $1.lowerBound) })
  }

  /// The pauses as far as they lie before an instant; one that lasts ends there.
  func pauseRanges(until end: Instant) -> [Range<Instant>] {
    pauses.compactMap { pause in
      pause.from < end ? pause.from..<min(pause.to ?? end, end) : nil
    }
  }
}
