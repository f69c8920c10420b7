import VocDomain

/// What a fold does to one clock.
extension SLAClock {
  /// Other terms from here on; the start, the pauses and what has elapsed stay.
  mutating func agree(_ new: Terms) {
    if terms[terms.count - 1].since == new.since {
      if terms.count == 1 {
        terms[0] = new
        return
      }
      terms.removeLast()
    }
    let old = terms[terms.count - 1]
    if old.policyName == new.policyName && old.target == new.target && old.calendarName == new.calendarName {
      return
    }
    terms.append(new)
  }

  /// Paused for this reason from here on, or running for nil.
  mutating func pause(_ reason: PauseReason?, _ at: Instant) {
    if openPause?.reason == reason { return }
    endPause(at)
    if let reason { pauses.append(Pause(reason: reason, from: at)) }
  }

  mutating func halt(_ at: Instant, _ reason: StopReason) {
    endPause(at)
    stop = at
    stopReason = reason
  }

  /// Goes on after a stop; the time between does not count.
  mutating func resume(_ at: Instant) {
    guard let stop else { return }
    if stop < at { pauses.append(Pause(reason: .solved, from: stop, to: at)) }
    self.stop = nil
    stopReason = nil
  }

  /// The first policy of all applies from the start, so holds count too where it says so.
  mutating func forgetHoldsBeforeAnyPolicy() {
    if terms.allSatisfy({ $0.policyName == nil }) { pauses.removeAll { $0.reason == .hold } }
  }

  private mutating func endPause(_ at: Instant) {
    guard let pause = openPause else { return }
    if pause.from < at { pauses[pauses.count - 1].to = at } else { pauses.removeLast() }
  }
}
