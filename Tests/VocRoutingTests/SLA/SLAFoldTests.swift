import Testing
import VocDomain
import VocRouting

/// When clocks start, pause and stop: a test for each sentence of the rules.
@Suite struct SLAFoldTests {
  static let policy = promise([.firstReply: hour, .nextReply: hour, .resolution: 8 * hour])
  let begun = SLAEvent.opened(nov(12, 10), policy)

  @Test func firstReplyRunsFromTheCustomersTicketToOurReply() throws {
    let clock = try #require(
      try clocks(.firstReply, begun + [SLAEvent(at: nov(12, 10, 40), .reply)]).first)
    #expect(clock.start == nov(12, 10))
    #expect(clock.stop == nov(12, 10, 40))
    #expect(clock.stopReason == .reply)
    #expect(clock.state(at: nov(12, 12)) == .met)
  }

  @Test func aTicketThatWeBeganOwesNoFirstReplyUntilTheCustomerWrites() throws {
    let ours = [
      SLAEvent(at: nov(12, 9), .created), .policy(Self.policy, at: nov(12, 9)),
      SLAEvent(at: nov(12, 9), .reply),
    ]
    #expect(try clocks(.firstReply, ours) == [])
    let answered = try clocks(.firstReply, ours + [SLAEvent(at: nov(12, 12), .customerMessage)])
    #expect(answered.map(\.start) == [nov(12, 12)])
    #expect(try clocks(.nextReply, ours + [SLAEvent(at: nov(12, 12), .customerMessage)]) == [])
  }

  @Test func thereIsOneFirstReply() throws {
    let events =
      begun + [
        SLAEvent(at: nov(12, 11), .customerMessage), SLAEvent(at: nov(12, 12), .reply),
        SLAEvent(at: nov(12, 13), .customerMessage), SLAEvent(at: nov(12, 16), .reply),
      ]
    #expect(try clocks(.firstReply, events).map(\.start) == [nov(12, 10)])
    #expect(try clocks(.nextReply, events).map(\.start) == [nov(12, 13)])
  }

  @Test(arguments: [true, false]) func solvingEndsTheFirstReplyWhereThePolicyCountsIt(counts: Bool) throws {
    let policy = promise([.firstReply: hour], solveCountsAsReply: counts)
    let events = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 10, 30), .status(.solved))]
    let clock = try #require(try clocks(.firstReply, events).first)
    #expect(clock.stopReason == (counts ? .solved : nil))
    #expect(clock.state(at: nov(12, 13)) == (counts ? .met : .breached))
    let closed = try clocks(.firstReply, events + [SLAEvent(at: nov(12, 10, 45), .status(.closed))])
    #expect(closed.map(\.stopReason) == [counts ? .solved : .closed])
  }

  @Test func pendingAndHoldPauseNoReply() throws {
    let events =
      begun + [
        SLAEvent(at: nov(12, 10, 10), .status(.pending)), SLAEvent(at: nov(12, 10, 20), .status(.hold)),
      ]
    #expect(try clocks(.firstReply, events).map(\.due) == [nov(12, 11)])
    let turn = [SLAEvent(at: nov(12, 10, 30), .reply), SLAEvent(at: nov(12, 11), .customerMessage)]
    let later = events + turn + [SLAEvent(at: nov(12, 11, 5), .status(.pending))]
    #expect(try clocks(.nextReply, later).map(\.due) == [nov(12, 12)])
  }

  @Test func aTurnStartsAtTheOldestUnansweredMessage() throws {
    let events =
      begun + [
        SLAEvent(at: nov(12, 11), .reply), SLAEvent(at: nov(12, 12), .customerMessage),
        SLAEvent(at: nov(12, 12, 50), .customerMessage), SLAEvent(at: nov(12, 13, 30), .reply),
        SLAEvent(at: nov(12, 13, 40), .customerMessage),
      ]
    let turns = try clocks(.nextReply, events)
    #expect(turns.map(\.start) == [nov(12, 12), nov(12, 13, 40)])
    #expect(turns.map { $0.state(at: nov(12, 13, 50)) } == [.breached, .running])
  }

  struct Ending: Sendable {
    let what: [SLAEvent.What]
    let reason: SLAClock.StopReason?
  }

  @Test(arguments: [
    Ending(what: [.reply], reason: .reply),
    Ending(what: [.status(.solved)], reason: .solved),
    Ending(what: [.status(.closed)], reason: .closed),
    Ending(what: [.reply, .status(.pending)], reason: .reply),
    Ending(what: [.status(.pending), .reply], reason: .reply),
    Ending(what: [.noReplyNeeded], reason: .noReplyNeeded),
    Ending(what: [.status(.pending)], reason: nil),
    Ending(what: [.status(.hold)], reason: nil),
    Ending(what: [.customerMessage], reason: nil),
  ])
  func whatEndsATurn(ending: Ending) throws {
    let events =
      begun + [SLAEvent(at: nov(12, 11), .reply), SLAEvent(at: nov(12, 12), .customerMessage)]
      + ending.what.map { SLAEvent(at: nov(12, 12, 30), $0) }
    let turns = try clocks(.nextReply, events)
    #expect(turns.map(\.stopReason) == [ending.reason])
    #expect(turns.map(\.stop) == [ending.reason == nil ? nil : nov(12, 12, 30)])
  }

  @Test func theFirstReplyIsOwedEvenIfSomebodySaysThatNoneIsNeeded() throws {
    let events = begun + [SLAEvent(at: nov(12, 10, 30), .noReplyNeeded)]
    #expect(try clocks(.firstReply, events).map(\.stop) == [nil])
  }

  /// Imports have words after a solution that reopen nothing.
  @Test func aMessageToASolvedTicketBeginsATurnOnceItIsReopened() throws {
    let solved = begun + [SLAEvent(at: nov(12, 11), .reply), SLAEvent(at: nov(12, 12), .status(.solved))]
    let thanks = solved + [SLAEvent(at: nov(12, 13), .customerMessage)]
    #expect(try clocks(.nextReply, thanks) == [])
    let reopened = thanks + [SLAEvent(at: nov(12, 13, 1), .status(.open))]
    #expect(try clocks(.nextReply, reopened).map(\.start) == [nov(12, 13)])
    let dismissed =
      thanks + [SLAEvent(at: nov(12, 13), .noReplyNeeded), SLAEvent(at: nov(12, 13, 1), .status(.open))]
    #expect(try clocks(.nextReply, dismissed) == [])
  }
}

/// Resolution and requester wait: pauses, solution and reopening.
@Suite struct SLAFoldResolutionTests {
  static let targets: [SLAPolicy.Measure: Int64] = [.resolution: 4 * hour, .requesterWait: 4 * hour]

  @Test(
    arguments: [
      (.new, false, false), (.open, false, false), (.pending, true, true), (.hold, true, false),
    ] as [(Ticket.Status, Bool, Bool)])
  func whatPauses(status: Ticket.Status, resolution: Bool, wait: Bool) throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(Self.targets)) + [SLAEvent(at: nov(12, 11), .status(status))]
    let left = SLAClock.State.paused(remaining: 3 * hour)
    let now = nov(12, 12)
    #expect(try clocks(.resolution, events).map { $0.state(at: now) } == [resolution ? left : .running])
    #expect(try clocks(.requesterWait, events).map { $0.state(at: now) } == [wait ? left : .running])
    #expect(try clocks(.resolution, events).map(\.due) == [resolution ? nil : nov(12, 14)])
  }

  @Test func holdCountsWhereThePolicySaysSo() throws {
    let policy = promise(Self.targets, holdCounts: true)
    let events = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 11), .status(.hold))]
    #expect(try clocks(.resolution, events).map { $0.state(at: nov(12, 12)) } == [.running])
  }

  @Test func dueComesBackAsNowAndWhatRemained() throws {
    let policy = promise(Self.targets)
    let events =
      SLAEvent.opened(nov(12, 11), policy) + [
        SLAEvent(at: nov(12, 12), .status(.pending)), SLAEvent(at: nov(13, 10), .status(.open)),
      ]
    #expect(try clocks(.resolution, events).map(\.due) == [nov(13, 13)])
  }

  @Test(arguments: [(7, true), (8, false)] as [(Int, Bool)])
  func reopenedInTimeItGoesOnElseAnotherBegins(days: Int, resumes: Bool) throws {
    let policy = promise([.resolution: 16 * hour, .requesterWait: 16 * hour])
    let reopening = nov(12 + days, 11)
    let events =
      SLAEvent.opened(nov(12, 10), policy) + [
        SLAEvent(at: nov(12, 11), .status(.solved)), SLAEvent(at: reopening, .status(.open)),
      ]
    for measure in [SLAPolicy.Measure.resolution, .requesterWait] {
      let found = try clocks(measure, events)
      #expect(found.map(\.start) == (resumes ? [nov(12, 10)] : [nov(12, 10), reopening]))
      #expect(found.map(\.stop) == (resumes ? [nil] : [nov(12, 11), nil]))
      let elapsed = try found.map { $0.elapsed(until: reopening + hour, in: try Office.calendars()).business }
      #expect(elapsed == (resumes ? [2 * hour] : [hour, hour]))
    }
  }

  @Test func oneSecondTooLateAnotherBegins() throws {
    let policy = promise(Self.targets, reopenWithin: hour)
    let solved = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 11), .status(.solved))]
    #expect(try clocks(.resolution, solved + [SLAEvent(at: nov(12, 12), .status(.open))]).count == 1)
    #expect(try clocks(.resolution, solved + [SLAEvent(at: nov(12, 12) + 1, .status(.open))]).count == 2)
  }

  @Test func solvedWhilePendingThePauseEnds() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(Self.targets)) + [
        SLAEvent(at: nov(12, 11), .status(.pending)), SLAEvent(at: nov(12, 13), .status(.solved)),
        SLAEvent(at: nov(12, 16), .status(.pending)),
      ]
    let clock = try #require(try clocks(.resolution, events).first)
    #expect(
      clock.pauses == [
        SLAClock.Pause(reason: .pending, from: nov(12, 11), to: nov(12, 13)),
        SLAClock.Pause(reason: .solved, from: nov(12, 13), to: nov(12, 16)),
        SLAClock.Pause(reason: .pending, from: nov(12, 16), to: nil),
      ])
    #expect(clock.state(at: nov(13, 18)) == .paused(remaining: 3 * hour))
  }

  @Test func closingAfterTheSolutionChangesNothing() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(Self.targets)) + [
        SLAEvent(at: nov(12, 11), .status(.solved)), SLAEvent(at: nov(19, 11), .status(.closed)),
      ]
    let clock = try #require(try clocks(.resolution, events).first)
    #expect(clock.stop == nov(12, 11))
    #expect(clock.stopReason == .solved)
  }

  @Test func eventsOutOfOrderAreFoldedByTheirTimes() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(Self.targets)) + [
        SLAEvent(at: nov(12, 11), .status(.pending)), SLAEvent(at: nov(12, 12), .status(.open)),
        SLAEvent(at: nov(12, 13), .reply),
      ]
    let calendars = try Office.calendars()
    let wanted = try SLAClocks.fold(events, calendars: calendars)
    #expect(try SLAClocks.fold(Array(events.dropFirst(3) + events.prefix(3)), calendars: calendars) == wanted)
  }

  @Test func whatLastsNoTimeLeavesNoPause() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(Self.targets)) + [
        SLAEvent(at: nov(12, 11), .status(.pending)), SLAEvent(at: nov(12, 11), .status(.solved)),
        SLAEvent(at: nov(12, 11), .status(.open)), SLAEvent(at: nov(12, 11), .status(.hold)),
        SLAEvent(at: nov(12, 11), .status(.open)),
      ]
    #expect(try clocks(.resolution, events).map(\.pauses) == [[]])
  }

  @Test func anEventThatComesTooLateCountsFromTheLatestSeen() throws {
    var fold = SLAFold()
    for event in SLAEvent.opened(nov(12, 10), promise(Self.targets)) { fold.apply(event) }
    fold.apply(SLAEvent(at: nov(12, 12), .status(.pending)))
    fold.apply(SLAEvent(at: nov(12, 11), .status(.open)))
    fold.apply(SLAEvent(at: nov(12, 11), .reply))
    let folded = try fold.clocks(in: try Office.calendars())
    #expect(folded.map(\.pauses) == [[], [], []])
    #expect(folded.map(\.stop) == [nil, nil, nov(12, 12)])
  }
}
