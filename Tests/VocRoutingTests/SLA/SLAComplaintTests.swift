import Testing
import VocDomain
import VocRouting

/// What users of other desks file again and again, each under its number there.
@Suite struct SLAComplaintTests {
  let calendars: Calendars

  init() throws { calendars = try Office.calendars() }

  @Test func chatwoot10178_theNextReplyClockStopsAtSolve() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.nextReply: hour])) + [
        SLAEvent(at: nov(12, 10, 10), .reply), SLAEvent(at: nov(12, 11), .customerMessage),
        SLAEvent(at: nov(12, 11, 30), .status(.solved)),
      ]
    let folded = try SLAClocks.fold(events, calendars: calendars)
    let turn = try #require(folded.first { $0.measure == .nextReply })
    #expect(turn.stopReason == .solved)
    #expect(turn.state(at: nov(20, 10)) == .met)
    #expect(SLAClocks.nextDue(folded) == nil)
  }

  @Test(arguments: [
    (nov(12, 13, 59), nov(12, 16, 59)), (nov(12, 14), nov(12, 17)), (nov(12, 15), nov(12, 17)),
    (nov(12, 18, 30), nov(13, 9, 30)),
  ])
  func chatwoot14009_frappe2212_lunchAndSplitDays(start: Instant, due: Instant) throws {
    let events = SLAEvent.opened(start, promise([.firstReply: hour]))
    #expect(try clocks(.firstReply, events).map(\.due) == [due])
  }

  /// Saturday's last half-hour, then Sunday and the holiday, then Tuesday; without the holiday, Monday.
  @Test func chatwoot6467_chatwoot10436_holidaysAreClosed() throws {
    let events = SLAEvent.opened(nov(14, 13, 30), promise([.firstReply: hour]))
    #expect(try clocks(.firstReply, events).map(\.due) == [nov(17, 9, 30)])
    var plain = Office.calendar
    plain.exceptions = [:]
    let working = try Calendars([plain], usual: "oficina")
    #expect(try SLAClocks.fold(events, calendars: working)[2].due == nov(16, 9, 30))
  }

  @Test func zammad5177_theNextReplyDoesNotOverruleTheFirst() throws {
    let first = try clocks(.firstReply, SLAEvent.opened(nov(12, 10), promise([.firstReply: 4 * hour])))
    let turns = try clocks(
      .nextReply,
      SLAEvent.opened(nov(12, 9), promise([.nextReply: hour])) + [
        SLAEvent(at: nov(12, 9, 30), .reply), SLAEvent(at: nov(12, 10), .customerMessage),
      ])
    #expect(SLAClocks.nextDue(turns) == nov(12, 11))
    #expect(SLAClocks.nextDue(first + turns) == nov(12, 14))
  }

  @Test func zammad5177_messagesBeforeTheFirstReplyBeginNoTurn() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.firstReply: 4 * hour, .nextReply: minute])) + [
        SLAEvent(at: nov(12, 11), .customerMessage)
      ]
    #expect(SLAClocks.nextDue(try SLAClocks.fold(events, calendars: calendars)) == nov(12, 14))
  }

  @Test func zammad3140_noEscalationAfterAnAnswer() throws {
    let policy = promise([.firstReply: hour, .nextReply: hour])
    let events = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 10, 50), .reply)]
    let answered = try SLAClocks.fold(events, calendars: calendars)
    #expect(try SLAClocks.alerts(answered, in: calendars).map(\.at) == [nov(12, 10, 45)])
    #expect(try SLAClocks.alertsToFire(answered, fired: [], at: nov(12, 12), in: calendars) == [])
    #expect(try SLAClocks.nextAlertAt(answered, fired: [], now: nov(12, 11), in: calendars) == nil)
    #expect(SLAClocks.nextDue(answered) == nil)
  }

  @Test func zammad5624_glpi6902_elapsedAndPausesSurviveAChangeOfPolicy() throws {
    let before =
      SLAEvent.opened(nov(12, 9), promise(named: "oro", [.resolution: 4 * hour])) + [
        SLAEvent(at: nov(12, 10), .status(.pending)), SLAEvent(at: nov(12, 12), .status(.open)),
      ]
    let changes = [
      SLAEvent.policy(promise(named: "plata", [.resolution: 6 * hour]), at: nov(12, 13)),
      SLAEvent.policy(nil, at: nov(12, 13)),
    ]
    for change in changes {
      let clock = try #require(try clocks(.resolution, before + [change]).first)
      #expect(clock.elapsed(until: nov(12, 13), in: calendars).business == 2 * hour)
      #expect(clock.pauses == [SLAClock.Pause(reason: .pending, from: nov(12, 10), to: nov(12, 12))])
    }
    #expect(try clocks(.resolution, before + [changes[0]]).map(\.due) == [nov(12, 19)])
    let whilePaused = Array(before.prefix(4)) + [.policy(promise([.resolution: 6 * hour]), at: nov(12, 11))]
    #expect(
      try clocks(.resolution, whilePaused).map { $0.state(at: nov(13, 18)) } == [.paused(remaining: 5 * hour)]
    )
  }

  /// A sweep each minute of four days, across a night, a weekend's eve and a lunch.
  @Test func zammad4432_alertsFireOnceAndInBusinessTime() throws {
    let events = SLAEvent.opened(nov(12, 18, 30), promise([.firstReply: hour]))
    let folded = try SLAClocks.fold(events, calendars: calendars)
    var fired: Set<SLAAlert.Key> = []
    var told: [(Instant, SLAAlert.Level)] = []
    for minutes in 0..<(4 * 24 * 60) {
      let now = nov(12, 18, 30) + Int64(minutes) * minute
      for alert in try SLAClocks.alertsToFire(folded, fired: fired, at: now, in: calendars) {
        told.append((now, alert.level))
        fired.insert(alert.key)
      }
    }
    #expect(told.map(\.0) == [nov(13, 9, 15), nov(13, 9, 24), nov(13, 9, 30)])
    #expect(told.map(\.1) == [.notice, .warning, .breach])
  }
}
