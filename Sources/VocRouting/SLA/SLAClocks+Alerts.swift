public import VocDomain

/// Each level of each instance is told once, and only in business time (zammad#4432).
///
/// Once: whoever tells keeps the keys of what was told, and an instance keeps its key through pauses, other
/// policies and reopening. In business time: the instants are counted in it, and what could not be told at
/// its instant (nobody was running, it fell on the closing) waits for `alertsToFire` to find the calendar
/// open.
extension SLAClocks {
  /// When each clock reached its levels, and when it will if it keeps running; in the order of the instants.
  ///
  /// A stopped or paused clock has only those that it reached before (zammad#3140).
  public static func alerts(_ clocks: [SLAClock], in calendars: Calendars) throws -> [SLAAlert] {
    let alerts = try clocks.flatMap { clock in try self.alerts(of: clock, in: calendars) }
    return inOrder(alerts, by: \.at)
  }

  /// What is to be told now: reached, not yet told, of clocks that run still and whose calendar is open.
  public static func alertsToFire(
    _ clocks: [SLAClock], fired: Set<SLAAlert.Key>, at now: Instant, in calendars: Calendars
  ) throws -> [SLAAlert] {
    let open = clocks.filter { $0.isRunning && calendars.clock($0.calendarName).isOpen(at: now) }
    return try alerts(open, in: calendars).filter { $0.at <= now && !fired.contains($0.key) }
  }

  /// When `alertsToFire` next has something, if nothing else happens: `now` where it has already.
  public static func nextAlertAt(
    _ clocks: [SLAClock], fired: Set<SLAAlert.Key>, now: Instant, in calendars: Calendars
  ) throws -> Instant? {
    try clocks.filter(\.isRunning).compactMap { clock in
      guard let next = try alerts(of: clock, in: calendars).first(where: { !fired.contains($0.key) })
      else { return nil }
      do {
        return try calendars.clock(clock.calendarName).opening(atOrAfter: max(next.at, now))
      } catch is CalendarProblem {
        return nil
      }
    }.min()
  }

  private static func alerts(of clock: SLAClock, in calendars: Calendars) throws -> [SLAAlert] {
    try SLAAlert.Level.allCases.compactMap { level in
      try clock.reached(percent: Int64(level.rawValue), in: calendars).map { instant in
        SLAAlert(
          key: SLAAlert.Key(measure: clock.measure, clockStart: clock.start, level: level), at: instant)
      }
    }
  }
}
