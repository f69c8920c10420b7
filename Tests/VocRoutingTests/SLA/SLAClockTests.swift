import Testing
import VocDomain
import VocRouting

/// Due, state and elapsed of a clock, and what a change of the policy does to them.
@Suite struct SLAClockTests {
  struct Vector: Sendable {
    let start: Instant
    let target: Int64
    let due: Instant
    var pause: Range<Instant>?
  }

  /// The vectors of the rules.
  @Test(arguments: [
    Vector(start: nov(13, 18, 30), target: hour, due: nov(14, 10, 30)),
    Vector(start: nov(14, 13, 30), target: hour, due: nov(17, 9, 30)),
    Vector(start: nov(12, 13, 30), target: hour, due: nov(12, 16, 30)),
    Vector(start: nov(13, 18), target: hour, due: nov(13, 19)),
    Vector(start: nov(13, 19), target: minute, due: nov(14, 10, 1)),
    Vector(start: nov(12, 11), target: 4 * hour, due: nov(13, 13), pause: nov(12, 12)..<nov(13, 10)),
  ])
  func dueInMexicoCity(vector: Vector) throws {
    var events = SLAEvent.opened(vector.start, promise([.resolution: vector.target]))
    if let pause = vector.pause {
      events.append(SLAEvent(at: pause.lowerBound, .status(.pending)))
      events.append(SLAEvent(at: pause.upperBound, .status(.open)))
    }
    let clock = try #require(try clocks(.resolution, events).first)
    #expect(clock.due == vector.due)
    #expect(clock.state(at: vector.due + -1) == .running)
    #expect(clock.state(at: vector.due) == .breached)
    let elapsed = clock.elapsed(until: vector.due, in: try Office.calendars())
    #expect(elapsed.business == vector.target)
  }

  @Test func elapsedIsShownInBothTimes() throws {
    let plain = SLAEvent.opened(nov(12, 11), promise([.resolution: hour]))
    let solved = SLAEvent(at: nov(13, 13), .status(.solved))
    let paused = [
      SLAEvent(at: nov(12, 12), .status(.pending)), SLAEvent(at: nov(13, 10), .status(.open)), solved,
    ]
    let calendars = try Office.calendars()
    let whole = try clocks(.resolution, plain + [solved])[0].elapsed(until: nov(20, 9), in: calendars)
    #expect(whole == SLAClock.Elapsed(business: 10 * hour, calendar: 26 * hour))
    let less = try clocks(.resolution, plain + paused)[0].elapsed(until: nov(20, 9), in: calendars)
    #expect(less == SLAClock.Elapsed(business: 4 * hour, calendar: 4 * hour))
    let early = try clocks(.resolution, plain + paused)[0].elapsed(until: nov(12, 18), in: calendars)
    #expect(early == SLAClock.Elapsed(business: hour, calendar: hour))
  }

  @Test(arguments: [(0, .met), (1, .breached)] as [(Int64, SLAClock.State)])
  func stoppedAtItsDueItIsMet(late: Int64, state: SLAClock.State) throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.firstReply: hour])) + [SLAEvent(at: nov(12, 11) + late, .reply)]
    let clock = try #require(try clocks(.firstReply, events).first)
    #expect(clock.state(at: nov(12, 12)) == state)
    #expect(clock.firstBreachAt(by: nov(12, 12)) == (state == .breached ? nov(12, 11) : nil))
  }

  @Test func withoutATargetItIsUnmeasured() throws {
    let calendars = try Office.calendars()
    let clock = try #require(try clocks(.firstReply, SLAEvent.opened(nov(12, 10), nil)).first)
    #expect(clock.state(at: nov(20, 10)) == .unmeasured)
    #expect(clock.due == nil)
    #expect(clock.elapsed(until: nov(12, 11), in: calendars).business == hour)
  }

  @Test func aPolicyThatComesLateAppliesFromTheStart() throws {
    let events = SLAEvent.opened(nov(12, 10), nil)
    let late = events + [.policy(promise([.firstReply: 2 * hour]), at: nov(12, 11))]
    let clock = try #require(try clocks(.firstReply, late).first)
    #expect(clock.start == nov(12, 10))
    #expect(clock.due == nov(12, 12))
  }

  /// What was used up before the promise came is late from its coming, not from before.
  @Test func aTargetThatIsUsedUpWhenItComesIsBreachedFromThen() throws {
    let late = SLAEvent.opened(nov(12, 10), nil) + [.policy(promise([.firstReply: hour]), at: nov(12, 12))]
    let clock = try #require(try clocks(.firstReply, late).first)
    #expect(clock.due == nov(12, 11))
    #expect(clock.firstBreachAt(by: nov(12, 12) + -1) == nil)
    #expect(clock.firstBreachAt(by: nov(12, 12)) == nov(12, 12))
  }

  @Test func theFirstPolicyDecidesOnTheHoldsBeforeItToo() throws {
    let held =
      SLAEvent.opened(nov(12, 10), nil) + [
        SLAEvent(at: nov(12, 11), .status(.hold)), SLAEvent(at: nov(12, 12), .status(.open)),
      ]
    for (counts, due) in [(true, nov(12, 12)), (false, nov(12, 13))] {
      let policy = promise([.resolution: 2 * hour], holdCounts: counts)
      #expect(try clocks(.resolution, held + [.policy(policy, at: nov(12, 12))]).map(\.due) == [due])
    }
  }

  @Test func aChangedTargetKeepsTheStartAndThePauses() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise(named: "oro", [.resolution: 8 * hour])) + [
        SLAEvent(at: nov(12, 11), .status(.pending)), SLAEvent(at: nov(12, 13), .status(.open)),
        .policy(promise(named: "platino", [.resolution: 2 * hour]), at: nov(12, 13)),
      ]
    let clock = try #require(try clocks(.resolution, events).first)
    #expect(clock.start == nov(12, 10))
    #expect(clock.due == nov(12, 14))
    #expect(clock.policyName == "platino")
    #expect(clock.target == 2 * hour)
    #expect(clock.terms.map(\.policyName) == ["oro", "platino"])
  }

  @Test func anotherPriorityIsAnotherTarget() throws {
    let policy = SLAPolicy(name: "oro", targets: [.firstReply: [.normal: 4 * hour, .urgent: hour]])
    let events =
      SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 10, 30), .policy(policy, .urgent))]
    #expect(try clocks(.firstReply, events).map(\.due) == [nov(12, 11)])
    let low = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 10, 30), .policy(policy, .low))]
    #expect(try clocks(.firstReply, low).map { $0.state(at: nov(20, 10)) } == [.unmeasured])
  }

  @Test func aTurnHasTheTargetOfItsBeginning() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.nextReply: hour])) + [
        SLAEvent(at: nov(12, 10, 10), .reply), .policy(promise([.nextReply: 2 * hour]), at: nov(12, 10, 20)),
        SLAEvent(at: nov(12, 11), .customerMessage),
      ]
    #expect(try clocks(.nextReply, events).map(\.due) == [nov(12, 13)])
    let changed = events + [.policy(promise([.nextReply: hour]), at: nov(12, 11, 30))]
    #expect(try clocks(.nextReply, changed).map(\.due) == [nov(12, 12)])
  }

  @Test func whatStoppedBeforeAChangeStaysAsItWas() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.firstReply: hour])) + [
        SLAEvent(at: nov(12, 10, 30), .reply), .policy(promise([.firstReply: minute]), at: nov(12, 10, 40)),
      ]
    #expect(try clocks(.firstReply, events).map { $0.state(at: nov(12, 12)) } == [.met])
  }

  @Test func aPolicyInForceForNoTimeBreaksNothing() throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.firstReply: 4 * hour])) + [
        .policy(promise(named: "duro", [.firstReply: minute]), at: nov(12, 11)),
        .policy(promise([.firstReply: 4 * hour]), at: nov(12, 11)),
      ]
    let clock = try #require(try clocks(.firstReply, events).first)
    #expect(clock.terms.count == 1)
    #expect(clock.state(at: nov(12, 12)) == .running)
  }

  @Test func theCalendarIsThePolicys() throws {
    let policy = promise([.firstReply: hour], calendar: "siempre")
    #expect(try clocks(.firstReply, SLAEvent.opened(nov(13, 18, 30), policy)).map(\.due) == [nov(13, 19, 30)])
  }

  @Test(
    arguments: [nil, promise(named: "laxo", [.resolution: 90 * hour]), promise(named: "otro", [:])]
      as [SLAPolicy?])
  func aBreachStays(later: SLAPolicy?) throws {
    let events =
      SLAEvent.opened(nov(12, 10), promise([.resolution: hour])) + [
        .policy(later, at: nov(12, 12)), SLAEvent(at: nov(12, 13), .status(.pending)),
        SLAEvent(at: nov(13, 13), .status(.solved)),
      ]
    for count in 4...6 {
      let clock = try #require(try clocks(.resolution, Array(events.prefix(count))).first)
      #expect(clock.firstBreachAt(by: nov(20, 10)) == nov(12, 11))
      #expect(clock.state(at: nov(20, 10)) == .breached)
    }
  }

  @Test func solvedAtItsDueAndReopenedItIsLateByTheReopening() throws {
    let solved =
      SLAEvent.opened(nov(12, 10), promise([.resolution: hour])) + [
        SLAEvent(at: nov(12, 11), .status(.solved))
      ]
    #expect(try clocks(.resolution, solved).map { $0.state(at: nov(12, 12)) } == [.met])
    let reopened = try clocks(.resolution, solved + [SLAEvent(at: nov(12, 12), .status(.open))])
    #expect(reopened.map { $0.firstBreachAt(by: nov(12, 13)) } == [nov(12, 12)])
  }

  /// As if it had run on: paused at its due it is late, for it was not answered then.
  @Test func pausedAtItsDueItIsBreached() throws {
    let opened = SLAEvent.opened(nov(12, 10), promise([.resolution: hour]))
    for (late, state) in [(0, .breached), (-1, .paused(remaining: 1))] as [(Int64, SLAClock.State)] {
      let paused = opened + [SLAEvent(at: nov(12, 11) + late, .status(.pending))]
      #expect(try clocks(.resolution, paused).map { $0.state(at: nov(12, 12)) } == [state])
    }
  }
}
