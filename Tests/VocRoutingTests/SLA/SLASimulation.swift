import VocDomain
import VocRouting

/// The rules of the clocks as a walk over every ten minutes, counting what is open and not paused.
struct SLASimulation {
  static let step: Int64 = 600

  struct Instance {
    let measure: SLAPolicy.Measure
    let start: Int
    /// Steps worked by the usual calendar and by the other.
    var worked = [0, 0]
    /// Steps by night and day.
    var lasted = 0
    /// What it has not counted while held without any policy, likewise.
    var heldUnpromised = [0, 0, 0]
    var stop: Int?
    var reason: SLAClock.StopReason?
    var isPaused = false
    var counting = Counting()
    /// The same after the last step: a policy in force for no time counts nothing.
    var settled = Counting()
    var policyName: String?
    var target: Int?
    /// What it had worked when it was last looked at while it ran.
    var seen = [0, 0]
    var reached: [SLAAlert.Level: Int] = [:]
    /// When what is promised now was used up.
    var due: Int?

    var neverPromised: Bool { counting.policyName == nil }
    var elapsed: Int { counting.steps(of: worked) }
  }

  /// How what a clock has worked is counted: by a calendar, and what the same policy counted more by another.
  struct Counting {
    var policyName: String?
    var calendar = 0
    var more = 0

    func steps(of worked: [Int]) -> Int { worked[calendar] + more }

    func under(_ policy: SLAPolicy?, _ worked: [Int]) -> Counting {
      guard let policy else { return self }
      var next = Counting(policyName: policy.name, calendar: policy.calendar == nil ? 0 : 1)
      if policy.name == policyName { next.more = steps(of: worked) - worked[next.calendar] }
      return next
    }
  }

  let open: [[Bool]]
  var instances: [Instance] = []
  private var status = Ticket.Status.new
  private var policy: SLAPolicy?
  private var waiting: Int?

  init(open: [[Bool]]) { self.open = open }

  mutating func run(_ events: [Int: [SLAEvent.What]]) {
    for now in open[0].indices {
      for what in events[now] ?? [] { apply(what, now) }
      for index in instances.indices { instances[index].settled = instances[index].counting }
      for index in instances.indices where instances[index].stop == nil {
        look(&instances[index], now)
        pass(&instances[index], now)
      }
    }
  }

  private func look(_ clock: inout Instance, _ now: Int) {
    clock.seen = clock.worked
    guard let target = clock.target else { return }
    let worked = clock.elapsed
    for level in SLAAlert.Level.allCases where worked * 100 >= target * level.rawValue {
      clock.reached[level] = clock.reached[level] ?? now
    }
    if worked >= target { clock.due = clock.due ?? now }
  }

  private func pass(_ clock: inout Instance, _ now: Int) {
    let opens = open.map { $0[now] ? 1 : 0 }
    let counted = [opens[0], opens[1], 1]
    if clock.isPaused {
      if status == .hold && clock.neverPromised {
        for index in 0..<3 { clock.heldUnpromised[index] += counted[index] }
      }
      return
    }
    clock.worked[0] += counted[0]
    clock.worked[1] += counted[1]
    clock.lasted += 1
  }

  private mutating func apply(_ what: SLAEvent.What, _ now: Int) {
    switch what {
    case .created:
      for measure in [SLAPolicy.Measure.resolution, .requesterWait] where !began(measure) {
        start(measure, now)
      }
    case .customerMessage: waiting = waiting ?? now
    case .reply:
      stop([.firstReply, .nextReply], now, .reply)
      waiting = nil
    case .noReplyNeeded:
      if !instances.contains(where: { $0.measure == .firstReply && $0.stop == nil }) {
        stop([.nextReply], now, .noReplyNeeded)
        waiting = nil
      }
    case .policy(let new, _): adopt(new, now)
    case .status(let new): move(new, now)
    }
    if let waiting, status != .solved, status != .closed,
      !instances.contains(where: { ($0.measure == .firstReply || $0.measure == .nextReply) && $0.stop == nil }
      )
    {
      start(began(.firstReply) ? .nextReply : .firstReply, waiting, from: now)
    }
    for index in instances.indices where instances[index].stop == nil {
      instances[index].isPaused = isPaused(instances[index].measure)
    }
  }

  private func isPaused(_ measure: SLAPolicy.Measure) -> Bool {
    switch measure {
    case .firstReply, .nextReply: false
    case .resolution: status == .pending || (status == .hold && policy?.holdCounts != true)
    case .requesterWait: status == .pending
    }
  }

  private func began(_ measure: SLAPolicy.Measure) -> Bool { instances.contains { $0.measure == measure } }

  private mutating func start(_ measure: SLAPolicy.Measure, _ start: Int, from now: Int? = nil) {
    var clock = Instance(measure: measure, start: start)
    promise(&clock)
    if start < now ?? start { clock.settled = clock.counting }
    // One that begins with hindsight has worked, and has been late, since then.
    for past in start..<(now ?? start) {
      look(&clock, past)
      pass(&clock, past)
    }
    instances.append(clock)
  }

  private func promise(_ clock: inout Instance) {
    let counting = clock.settled.under(policy, clock.worked)
    let target = policy?.targets[clock.measure]?[.normal].map { Int($0 / Self.step) }
    if clock.counting.calendar != counting.calendar || clock.target != target
      || clock.policyName != policy?.name
    {
      clock.due = nil
    }
    clock.policyName = policy?.name
    clock.counting = counting
    clock.target = target
  }

  private mutating func adopt(_ new: SLAPolicy?, _ now: Int) {
    policy = new
    for index in instances.indices where instances[index].stop == nil {
      if instances[index].neverPromised && new?.holdCounts == true && instances[index].measure == .resolution
      {
        let held = instances[index].heldUnpromised
        instances[index].worked[0] += held[0]
        instances[index].worked[1] += held[1]
        instances[index].lasted += held[2]
        // Held time counts from now on, so that it has been worked before now.
        instances[index].seen[0] += held[0]
        instances[index].seen[1] += held[1]
        instances[index].heldUnpromised = [0, 0, 0]
      }
      promise(&instances[index])
    }
  }

  private mutating func stop(_ measures: [SLAPolicy.Measure], _ now: Int, _ reason: SLAClock.StopReason) {
    for index in instances.indices
    where measures.contains(instances[index].measure) && instances[index].stop == nil {
      instances[index].stop = now
      instances[index].reason = reason
      guard let target = instances[index].target, instances[index].start < now else { continue }
      for level in SLAAlert.Level.allCases
      where instances[index].counting.steps(of: instances[index].seen) * 100 >= target * level.rawValue {
        instances[index].reached[level] = instances[index].reached[level] ?? now
      }
    }
  }

  private mutating func move(_ new: Ticket.Status, _ now: Int) {
    let old = status
    status = new
    if new == .solved || new == .closed {
      let reason: SLAClock.StopReason = new == .closed ? .closed : .solved
      stop([.resolution, .requesterWait, .nextReply], now, reason)
      if new == .closed || policy?.solveCountsAsReply != false { stop([.firstReply], now, reason) }
      waiting = nil
    } else if old == .solved || old == .closed {
      for measure in [SLAPolicy.Measure.resolution, .requesterWait] { reopen(measure, now) }
    }
  }

  private mutating func reopen(_ measure: SLAPolicy.Measure, _ now: Int) {
    guard let index = instances.lastIndex(where: { $0.measure == measure }), let stop = instances[index].stop
    else { return }
    if Int64(now - stop) * Self.step <= policy?.reopenWithin ?? 7 * Seconds.day {
      instances[index].stop = nil
      instances[index].reason = nil
      promise(&instances[index])
    } else {
      start(measure, now)
    }
  }
}
