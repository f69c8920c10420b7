import Testing
import VocDomain
import VocRouting

@Suite struct SLAAlertTests {
  let calendars: Calendars

  init() throws { calendars = try Office.calendars() }

  private func alerts(_ events: [SLAEvent]) throws -> [Instant] {
    try SLAClocks.alerts(try SLAClocks.fold(events, calendars: calendars), in: calendars).map(\.at)
  }

  let policy = promise([.resolution: 100 * minute])

  @Test func theLevelsAreSharesOfTheTarget() throws {
    let open = SLAEvent.opened(nov(12, 10), policy)
    #expect(try alerts(open) == [nov(12, 11, 15), nov(12, 11, 30), nov(12, 11, 40)])
  }

  @Test func aShareOfASecondIsNotYetReached() throws {
    let open = SLAEvent.opened(nov(12, 10), promise([.firstReply: 10]))
    #expect(try alerts(open).map { $0 - nov(12, 10) } == [8, 9, 10])
  }

  @Test func aPausedClockAlertsNobodyAheadAndKeepsWhatItReached() throws {
    let paused =
      SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 11, 20), .status(.pending))]
    #expect(try alerts(paused) == [nov(12, 11, 15)])
    let folded = try SLAClocks.fold(paused, calendars: calendars)
    #expect(try SLAClocks.alertsToFire(folded, fired: [], at: nov(12, 12), in: calendars) == [])
    #expect(try SLAClocks.nextAlertAt(folded, fired: [], now: nov(12, 12), in: calendars) == nil)
    let resumed = paused + [SLAEvent(at: nov(12, 12, 20), .status(.open))]
    #expect(try alerts(resumed) == [nov(12, 11, 15), nov(12, 12, 30), nov(12, 12, 40)])
  }

  @Test func aStoppedClockKeepsOnlyWhatItReachedBefore() throws {
    for (stop, count) in [(nov(12, 11, 15), 0), (nov(12, 11, 16), 1), (nov(12, 11, 41), 3)] {
      let solved = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: stop, .status(.solved))]
      #expect(try alerts(solved).count == count)
    }
  }

  @Test func aLevelKeepsItsInstantThroughALaxerPolicy() throws {
    let laxer =
      SLAEvent.opened(nov(12, 10), policy) + [
        .policy(promise([.resolution: 200 * minute]), at: nov(12, 11, 20))
      ]
    #expect(try alerts(laxer) == [nov(12, 11, 15), nov(12, 13), nov(12, 13, 20)])
  }

  @Test func theNextAlertWaitsForTheOpening() throws {
    let folded = try SLAClocks.fold(SLAEvent.opened(nov(12, 10), policy), calendars: calendars)
    let notice = SLAAlert.Key(measure: .resolution, clockStart: nov(12, 10), level: .notice)
    let warning = SLAAlert.Key(measure: .resolution, clockStart: nov(12, 10), level: .warning)
    func next(_ fired: Set<SLAAlert.Key>, _ now: Instant) throws -> Instant? {
      try SLAClocks.nextAlertAt(folded, fired: fired, now: now, in: calendars)
    }
    #expect(try next([], nov(12, 10)) == nov(12, 11, 15))
    #expect(try next([notice], nov(12, 11, 15)) == nov(12, 11, 30))
    #expect(try next([notice], nov(12, 13)) == nov(12, 13))
    #expect(try next([notice], nov(12, 20)) == nov(13, 9))
    #expect(try next([notice, warning], nov(14, 20)) == nov(17, 9))
  }

  /// The instant of a closing is no open one: whoever is told is there at the next opening.
  @Test func whatIsUsedUpAtTheClosingIsToldAtTheOpening() throws {
    let events = SLAEvent.opened(nov(12, 18), promise([.firstReply: hour]))
    let folded = try SLAClocks.fold(events, calendars: calendars)
    #expect(folded[2].due == nov(12, 19))
    func told(_ now: Instant) throws -> [SLAAlert.Level] {
      try SLAClocks.alertsToFire(folded, fired: [], at: now, in: calendars).map(\.level)
    }
    #expect(try told(nov(12, 18, 59)) == [.notice, .warning])
    #expect(try told(nov(12, 19)) == [])
    #expect(try told(nov(13, 9)) == [.notice, .warning, .breach])
  }
}
