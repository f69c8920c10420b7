import VocDomain

/// The ages at which more agents may take a queue's tickets: the next tier, the fallback, a skill less.
struct OverflowAges {
  /// By queue: business seconds, rising.
  private let ages: [[Int64]]
  private let calendars: [String?]

  init(_ policy: RoutingPolicy) {
    ages = policy.queues.map { queue in
      var ages = Set(queue.tiers.map(\.after))
      if queue.fallback != nil { ages.insert(queue.fallbackAfter) }
      if !queue.optional.isEmpty { ages.formUnion((1...3).map { $0 * queue.skillTimeout }) }
      return ages.filter { $0 > 0 }.sorted()
    }
    calendars = policy.queues.map(\.calendar)
  }

  /// When the next age is reached; nil: none is left, or the calendar opens no more.
  func next(queue: Int, since: Instant, after now: Instant, _ all: Calendars) -> Instant? {
    guard ages.indices.contains(queue), !ages[queue].isEmpty else { return nil }
    let clock = all.clock(calendars[queue])
    let age = clock.between(since, now)
    guard let next = ages[queue].first(where: { $0 > age }) else { return nil }
    return clock.reached(next, from: since)
  }
}

extension BusinessClock {
  /// When so many business seconds have passed; nil: never.
  func reached(_ seconds: Int64, from start: Instant) -> Instant? {
    do {
      return try add(seconds, to: start)
    } catch {
      return nil
    }
  }

  /// All openings and closings within a period.
  func turns(in period: Range<Instant>) -> [Instant] {
    var turns: [Instant] = []
    var moment = period.lowerBound
    while moment < period.upperBound {
      if isOpen(at: moment) {
        guard let closing = closing(after: moment) else { break }
        moment = closing
      } else {
        guard let opening = reached(0, from: moment) else { break }
        moment = opening
      }
      turns.append(moment)
    }
    return turns.filter { $0 < period.upperBound }
  }
}
