import VocDomain

/// Makes a ticket's clocks of its events, one at a time: no calendar is read until the clocks are asked for.
///
/// Only a `.status` event moves the status: a message that is to reopen a ticket comes with one, and a
/// customer's message to a solved ticket begins a turn once that is reopened.
public struct SLAFold: Equatable, Sendable {
  private var clocks: [SLAClock] = []
  private var status = Ticket.Status.new
  private var policy: SLAPolicy?
  private var priority = Ticket.Priority.normal
  /// When the oldest customer's message came that nobody has answered.
  private var waitingSince: Instant?
  private var latest: Instant?

  public init() {}

  /// Events come in the order of their times; one that claims to be earlier counts from the latest seen.
  public mutating func apply(_ event: SLAEvent) {
    let at = max(event.at, latest ?? event.at)
    latest = at
    switch event.what {
    case .created: begin(at)
    case .customerMessage: hearCustomer(at)
    case .reply: answer(at)
    case .status(let status): move(to: status, at)
    case .noReplyNeeded: dismissTurn(at)
    case .policy(let policy, let priority): adopt(policy, priority, at)
    }
  }

  /// The clocks so far, in the order in which they began to be kept.
  public func clocks(in calendars: Calendars) throws -> [SLAClock] {
    var settled = clocks
    for index in settled.indices { try settled[index].settle(in: calendars) }
    return settled
  }
}

// MARK: - What the events do
extension SLAFold {
  private mutating func begin(_ at: Instant) {
    if last(.resolution) != nil { return }
    start(.resolution, at)
    start(.requesterWait, at)
  }

  private mutating func hearCustomer(_ at: Instant) {
    waitingSince = waitingSince ?? at
    if !status.isDone { beginTurn() }
  }

  private mutating func answer(_ at: Instant) {
    stop(.firstReply, at, .reply)
    stop(.nextReply, at, .reply)
    waitingSince = nil
  }

  /// The first reply is owed all the same.
  private mutating func dismissTurn(_ at: Instant) {
    stop(.nextReply, at, .noReplyNeeded)
    waitingSince = nil
  }

  private mutating func move(to new: Ticket.Status, _ at: Instant) {
    let old = status
    status = new
    if new.isDone {
      finish(at)
    } else {
      if old.isDone { reopen(at) }
      fitPauses(at)
      beginTurn()
    }
  }

  private mutating func adopt(_ policy: SLAPolicy?, _ priority: Ticket.Priority, _ at: Instant) {
    self.policy = policy
    self.priority = priority
    for index in clocks.indices where clocks[index].stop == nil {
      if policy?.holdCounts == true { clocks[index].forgetHoldsBeforeAnyPolicy() }
      clocks[index].agree(terms(clocks[index].measure, since: at))
    }
    fitPauses(at)
  }

  private mutating func finish(_ at: Instant) {
    let reason: SLAClock.StopReason = status == .closed ? .closed : .solved
    stop(.resolution, at, reason)
    stop(.requesterWait, at, reason)
    stop(.nextReply, at, reason)
    if status == .closed || policy?.solveCountsAsReply ?? true { stop(.firstReply, at, reason) }
    waitingSince = nil
  }

  private mutating func reopen(_ at: Instant) {
    for measure in [SLAPolicy.Measure.resolution, .requesterWait] {
      guard let index = last(measure), let stopped = clocks[index].stop else { continue }
      if at - stopped <= policy?.reopenWithin ?? SLAPolicy.usualReopenWithin {
        clocks[index].resume(at)
        clocks[index].agree(terms(measure, since: at))
      } else {
        start(measure, at)
      }
    }
  }
}

// MARK: - Clocks by measure
extension SLAFold {
  private func last(_ measure: SLAPolicy.Measure) -> Int? { clocks.lastIndex { $0.measure == measure } }

  private func runs(_ measure: SLAPolicy.Measure) -> Bool {
    last(measure).map { clocks[$0].stop == nil } ?? false
  }

  private mutating func start(_ measure: SLAPolicy.Measure, _ at: Instant) {
    clocks.append(SLAClock(measure, start: at, terms: terms(measure, since: at)))
  }

  /// The first reply's clock for the first turn, another for each later one.
  private mutating func beginTurn() {
    guard let waitingSince, !runs(.firstReply), !runs(.nextReply) else { return }
    start(last(.firstReply) == nil ? .firstReply : .nextReply, waitingSince)
  }

  private mutating func stop(_ measure: SLAPolicy.Measure, _ at: Instant, _ reason: SLAClock.StopReason) {
    guard let index = last(measure), clocks[index].stop == nil else { return }
    clocks[index].halt(at, reason)
  }

  private mutating func fitPauses(_ at: Instant) {
    for index in clocks.indices where clocks[index].stop == nil {
      clocks[index].pause(pauseReason(clocks[index].measure), at)
    }
  }

  private func pauseReason(_ measure: SLAPolicy.Measure) -> SLAClock.PauseReason? {
    switch (measure, status) {
    case (.resolution, .pending): policy?.pendingCounts == true ? nil : .pending
    case (.requesterWait, .pending): .pending
    case (.resolution, .hold): policy?.holdCounts == true ? nil : .hold
    default: nil
    }
  }

  private func terms(_ measure: SLAPolicy.Measure, since: Instant) -> SLAClock.Terms {
    SLAClock.Terms(
      since: since, policyName: policy?.name, calendarName: policy?.calendar,
      target: policy?.targets[measure]?[priority])
  }
}

extension Ticket.Status {
  fileprivate var isDone: Bool { self == .solved || self == .closed }
}
