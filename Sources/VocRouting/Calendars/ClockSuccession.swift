import VocDomain

/// Business time by clocks that follow each other: each counts until the next takes over.
///
/// What has been counted stays as it was: a clock that takes over moves only what is left.
struct ClockSuccession {
  /// In the order of their times; the first counts from the beginning.
  private var turns: [(since: Instant, clock: BusinessClock)]

  init(_ clock: BusinessClock) { turns = [(Instant(unixSeconds: .min), clock)] }

  /// From here on another clock counts.
  mutating func takeOver(_ clock: BusinessClock, at since: Instant) {
    turns.removeAll { $0.since >= since }
    turns.append((since, clock))
  }

  /// From here on another succession counts, as it stands then and goes on.
  mutating func takeOver(_ other: ClockSuccession, at since: Instant) {
    let now = other.turns.lastIndex { $0.since <= since } ?? 0
    takeOver(other.turns[now].clock, at: since)
    turns += other.turns[(now + 1)...]
  }

  /// From here on no other clock takes over.
  mutating func freeze(at end: Instant) { turns.removeAll { $0.since >= end } }

  /// As `BusinessClock.between`.
  func between(_ start: Instant, _ end: Instant, pauses: [Range<Instant>]) -> Int64 {
    var seconds: Int64 = 0
    for (index, turn) in turns.enumerated() {
      let until = index + 1 < turns.count ? min(end, turns[index + 1].since) : end
      seconds += turn.clock.between(max(start, turn.since), until, pauses: pauses)
    }
    return seconds
  }

  /// As `BusinessClock.add`.
  func add(_ seconds: Int64, to start: Instant, pauses: [Range<Instant>]) throws -> Instant {
    var (left, from) = (seconds, start)
    for (turn, next) in zip(turns, turns.dropFirst()) where from < next.since {
      let worked = turn.clock.between(from, next.since, pauses: pauses)
      if worked > 0 && left <= worked { return try turn.clock.add(left, to: from, pauses: pauses) }
      left -= worked
      from = next.since
    }
    return try turns[turns.count - 1].clock.add(left, to: from, pauses: pauses)
  }
}
