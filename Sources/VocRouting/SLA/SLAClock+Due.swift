import VocDomain

extension SLAClock {
  /// Works out due, breach and what is left, after the events have been folded.
  mutating func settle(in calendars: Calendars) throws {
    let limits = try limits(percent: 100, in: calendars)
    breach = firstReached(limits)
    if let pause = openPause, let target {
      let spent = counting(in: calendars).between(start, pause.from, pauses: endedPauses)
      remaining = max(0, target - spent)
      due = nil
    } else {
      remaining = nil
      due = limits[limits.count - 1].map(afterSolvedInTime)
    }
  }

  /// When a share of what is promised is used up for the first time, ahead included if it keeps running.
  func reached(percent: Int64, in calendars: Calendars) throws -> Instant? {
    percent == 100 ? breach : firstReached(try limits(percent: percent, in: calendars))
  }

  /// What its business time is counted by, under the terms up to the last or another.
  ///
  /// Another policy counts in its own calendar from the start: that is part of its promise. Where the same policy
  /// comes to another calendar, or its calendar to other hours, only what is left moves. Once a policy ends its
  /// calendar counts on.
  func counting(in calendars: Calendars, through last: Int? = nil) -> ClockSuccession {
    let promised = terms[...(last ?? terms.count - 1)].filter { $0.policyName != nil }
    let others = promised.lastIndex { $0.policyName != promised[promised.count - 1].policyName }
    let own = promised[(others.map { $0 + 1 } ?? 0)...]
    var counting = calendars.succession(own.first?.calendarName)
    for (before, next) in zip(own, own.dropFirst()) where next.calendarName != before.calendarName {
      counting.takeOver(calendars.succession(next.calendarName), at: next.since)
    }
    if let stop { counting.freeze(at: stop) }
    return counting
  }

  private var endedPauses: [Range<Instant>] {
    pauses.compactMap { pause in pause.to.map { pause.from..<$0 } }
  }

  /// For each of the terms when that share of its target is used up, counted from the start as if the pause
  /// that lasts were not; nil without a target, and for terms that were replaced before.
  private func limits(percent: Int64, in calendars: Calendars) throws -> [Instant?] {
    let paused = endedPauses
    return try terms.indices.map { index in
      guard let target = terms[index].target else { return nil }
      let seconds = (target * percent + 99) / 100
      if index + 1 < terms.count && start + seconds >= terms[index + 1].since { return nil }
      do {
        return try counting(in: calendars, through: index).add(seconds, to: start, pauses: paused)
      } catch is CalendarProblem {
        // The calendar opens no more: what was promised in it is never due.
        return nil
      }
    }
  }

  /// The first moment at which a limit was passed under the terms that set it.
  private func firstReached(_ limits: [Instant?]) -> Instant? {
    for (index, limit) in limits.enumerated() {
      guard let limit = limit.map(afterSolvedInTime) else { continue }
      if let stop, limit >= stop { continue }
      if let pause = openPause, limit > pause.from { continue }
      let moment = max(limit, terms[index].since)
      if index + 1 == terms.count || moment < terms[index + 1].since { return moment }
    }
    return nil
  }

  /// Solved at the very moment it was due it was met then, and late only by the reopening.
  private func afterSolvedInTime(_ limit: Instant) -> Instant {
    pauses.first { $0.reason == .solved && $0.from == limit }?.to ?? limit
  }
}
