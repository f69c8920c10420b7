import Testing
import VocDomain
import VocRouting

/// What the beginning of a run takes back.
@Suite struct SweepTests {
  let now = RoutingWorld.now

  // MARK: Offers

  @Test func anOfferThatRanOutGoesToAnotherWithItsPlaceKept() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, state: "offline"), RoutingAgent(id: 2, capacity: ["chat": 1]))
    world.offer(7, "chat", to: 1, expiresIn: 0)
    world.wait(8, "chat", waited: 29)
    let outcome = try world.route()
    #expect(outcome.sweep == [.offerExpired(ticket: 7, agent: 1)])
    #expect(outcome.decisions.map(\.ticket) == [7], "eligible for 30 seconds: before the one of 29")
  }

  @Test func anOfferStandsUntilItsInstant() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.offer(7, to: 1, expiresIn: 1)
    var nothing = RoutingOutcome()
    nothing.onlineAgents = 1
    #expect(try world.route() == nothing)
  }

  @Test(arguments: [(0, 3, false), (1, 3, false), (2, 3, true), (5, 3, true), (9, 0, false)])
  func whoMissesTooManyInARowTakesNothing(misses: Int, limit: Int, isUnresponsive: Bool) throws {
    var world = RoutingWorld { $0.missesUntilUnresponsive = limit }
    world.add(RoutingAgent(id: 1, misses: misses))
    world.offer(7, to: 1, expiresIn: -1)
    world.wait(8, "email")
    let outcome = try world.route()
    #expect(outcome.sweep.contains(.unresponsive(agent: 1)) == isUnresponsive)
    #expect(outcome.decisions.isEmpty == isUnresponsive)
    #expect(outcome.onlineAgents == (isUnresponsive ? 0 : 1))
  }

  /// Who works on one conversation while others run out of time has not left.
  @Test func whatIsUnansweredIsNoMiss() throws {
    var world = RoutingWorld { $0.missesUntilUnresponsive = 1 }
    world.add(RoutingAgent(id: 1))
    for ticket in 7...9 { world.hold(Int64(ticket), "whatsapp", by: 1, since: 1000) }
    let outcome = try world.route()
    #expect(outcome.sweep.count == 3)
    #expect(!outcome.sweep.contains(.unresponsive(agent: 1)))
  }

  @Test func missesOfOneRunAddUp() throws {
    var world = RoutingWorld { $0.missesUntilUnresponsive = 2 }
    world.add(RoutingAgent(id: 1))
    world.offer(7, to: 1, expiresIn: -1)
    world.offer(8, "chat", to: 1, expiresIn: -1)
    #expect(
      try world.route().sweep == [
        .offerExpired(ticket: 7, agent: 1), .offerExpired(ticket: 8, agent: 1), .unresponsive(agent: 1),
      ])
  }

  /// Only new misses count: coming back online is a fresh start.
  @Test func oldMissesAloneDoNotMakeUnresponsive() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, misses: 3))
    #expect(try world.route().sweep == [])
  }

  // MARK: No answer

  @Test(arguments: [(Int64(899), false, false), (900, false, true), (900, true, false), (nil, false, false)])
  func whatIsNotAnsweredInTimeGoesBack(since: Int64?, isAnswered: Bool, goes: Bool) throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.hold(7, "whatsapp", by: 1, since: since, isAnswered: isAnswered)
    let outcome = try world.route()
    #expect(outcome.sweep == (goes ? [.unanswered(ticket: 7, agent: 1, excludedUntil: now + 1800)] : []))
    #expect(outcome.decisions.isEmpty, "the agent is passed over for it")
  }

  @Test func theTimeToAnswerIsTheChannelsBusinessTime() throws {
    var world = RoutingWorld {
      $0.channels["whatsapp"] = ChannelPolicy(capacity: 6, noAnswerAfter: 900, calendar: "morning")
    }
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.add(RoutingAgent(id: 1))
    world.now = RoutingWorld.today(6) + 300
    world.hold(7, "whatsapp", by: 1, since: 300 + 16 * Seconds.hour + 599)
    #expect(try world.route().sweep == [], "599 seconds yesterday and 300 today")
    world.now = world.now + 1
    #expect(try world.route().sweep.count == 1)
  }

  // MARK: Off shift

  /// Before six: the shift begins at six.
  @Test(arguments: [(Int64(5), true), (6, false), (9, false), (-20, true)])
  func ticketsDueBeforeTheNextShiftGoBack(due: Int64, goes: Bool) throws {
    var world = RoutingWorld()
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.now = RoutingWorld.today(2)
    world.add(RoutingAgent(id: 1, shift: "morning"), RoutingAgent(id: 2))
    world.hold(7, by: 1, since: 13 * Seconds.hour) { $0.dueAt = RoutingWorld.today(due) }
    let outcome = try world.route()
    #expect(outcome.sweep == (goes ? [.offShift(ticket: 7, agent: 1)] : []))
    #expect(outcome.decisions.map(\.agent) == (goes ? [2] : []))
  }

  /// Offline in the middle of the shift: the next one begins tomorrow at six.
  @Test(arguments: [(Int64(13), true), (29, true), (30, false)])
  func whoIsOfflineDuringTheirShiftComesBackWithTheNext(due: Int64, goes: Bool) throws {
    var world = RoutingWorld()
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.now = RoutingWorld.today(8)
    world.add(RoutingAgent(id: 1, state: "offline", shift: "morning"))
    world.hold(7, by: 1) { $0.dueAt = RoutingWorld.today(due) }
    #expect(try world.route().sweep == (goes ? [.offShift(ticket: 7, agent: 1)] : []))
  }

  /// A shift from six to two; the minutes of today at which it was taken and of the run, and whether it goes back.
  static let takenByHand: [(taken: Int64, now: Int64, goes: Bool)] = [
    // In yesterday's shift, to its last minute, or in one before it.
    (-660, -540, true), (-601, -600, true), (-660, 300, true), (-2400, -540, true),
    // Off shift: from its end to the next one's beginning, until that has ended.
    (-600, -540, false), (-540, 300, false), (-540, 839, false), (-540, 840, true), (300, 300, false),
    (359, 780, false), (359, 840, true), (-540, 1740, true), (-540, 2340, true),
    // In the shift after and after it.
    (360, 840, true), (360, 1740, true), (780, 900, true), (840, 900, false), (840, 2220, false),
    (840, 2280, true),
  ]

  @Test(arguments: takenByHand)
  func whatSomebodyTakesOffTheirShiftIsTheirsUntilTheNextHasEnded(
    taken: Int64, now: Int64, goes: Bool
  ) throws {
    for state in ["online", "away", "offline"] {
      var world = RoutingWorld()
      world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
      world.now = RoutingWorld.today(0) + now * Seconds.minute
      world.add(RoutingAgent(id: 1, state: state, shift: "morning"), RoutingAgent(id: 2))
      world.hold(7, by: 1) { $0.dueAt = RoutingWorld.today(-100) }
      world.snapshot.held[0].assignedAt = RoutingWorld.today(0) + taken * Seconds.minute
      #expect(try world.route().sweep == (goes ? [.offShift(ticket: 7, agent: 1)] : []), "\(state)")
    }
  }

  /// Whoever has no hours, or is offline in the middle of them, was off since they said so.
  @Test(arguments: [(Int64(9), false), (10, true), (11, true)])
  func whatSomebodyGetsAfterTheyLeftIsTheirs(held: Int64, goes: Bool) throws {
    for shift in [nil, "morning"] {
      var world = RoutingWorld()
      world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
      world.now = RoutingWorld.today(8)
      var agent = RoutingAgent(id: 1, state: "offline", shift: shift)
      agent.stateSince = world.now + -10
      world.add(agent)
      world.hold(7, by: 1, since: held) { $0.dueAt = RoutingWorld.today(7) }
      #expect(try world.route().sweep == (goes ? [.offShift(ticket: 7, agent: 1)] : []), "\(shift ?? "-")")
    }
  }

  /// Two stretches a day: lunch is off, too, and what was taken then is theirs until the evening.
  @Test(arguments: [(14, false), (15, false), (16, false), (18, false), (19, true), (20, true)])
  func aBreakIsOffAndTheHoursAfterItAreTheNextShift(hour: Int64, goes: Bool) throws {
    let day = [OpenHours(start: 9 * 3600, end: 14 * 3600), OpenHours(start: 16 * 3600, end: 19 * 3600)]
    var world = RoutingWorld()
    world.calendars = [
      BusinessCalendar(name: "split", zone: "UTC", week: Array(repeating: day, count: 7))
    ]
    world.now = RoutingWorld.today(hour)
    world.add(RoutingAgent(id: 1, state: "offline", shift: "split"))
    world.hold(7, by: 1) { $0.dueAt = RoutingWorld.today(0) }
    world.snapshot.held[0].assignedAt = RoutingWorld.today(14)
    #expect(try world.route().sweep.isEmpty == !goes)
  }

  /// Nobody can wait for a shift that never begins again, nor for one who has none.
  @Test(arguments: ["past", nil])
  func whoHasNoNextShiftKeepsNothing(shift: String?) throws {
    var world = RoutingWorld()
    world.calendars = [
      BusinessCalendar(
        name: "past", zone: "UTC", week: Array(repeating: [], count: 7),
        exceptions: [CivilDate(daysSince1970: 20_000): [OpenHours(start: 0, end: 3600)]])
    ]
    world.add(RoutingAgent(id: 1, state: "offline", shift: shift))
    world.hold(7, by: 1) { $0.dueAt = RoutingWorld.now + 9 }
    #expect(try world.route().sweep == [.offShift(ticket: 7, agent: 1)])
  }

  @Test func whatHasNoDueTimeOrNobodyKnowsSinceWhenStays() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, state: "offline"))
    world.hold(7, by: 1)
    world.hold(8, by: 1, since: nil) { $0.dueAt = RoutingWorld.now }
    #expect(try world.route().sweep == [])
    world.hold(9, by: 1) { $0.dueAt = RoutingWorld.now + Seconds.day * 900 }
    #expect(try world.route().sweep == [.offShift(ticket: 9, agent: 1)], "no shift tells when they come back")
  }

  @Test func awayIsNotOff() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, state: "away"))
    world.hold(7, "whatsapp", by: 1) { $0.dueAt = RoutingWorld.now }
    #expect(try world.route().sweep == [])
  }

  // MARK: Idle agents and resting conversations

  @Test(arguments: [(Int64(599), false), (600, true), (nil, false)])
  func whoDoesNothingForTooLongIsAway(since: Int64?, isIdle: Bool) throws {
    var world = RoutingWorld { $0.idleAfter = 600 }
    world.add(RoutingAgent(id: 1, lastActAt: since.map { RoutingWorld.now + -$0 }))
    world.wait(1, "whatsapp")
    world.wait(2, "email")
    let outcome = try world.route()
    #expect(outcome.sweep == (isIdle ? [.idle(agent: 1)] : []))
    #expect(outcome.decisions.map(\.ticket) == (isIdle ? [2] : [1, 2]))
  }

  /// Else the run after would take back what this one left.
  @Test func whoTurnsAwayWhereThatTakesNothingIsOffAtOnce() throws {
    var world = RoutingWorld {
      $0.idleAfter = 600
      $0.states = ["online": .all]
    }
    world.add(RoutingAgent(id: 1, lastActAt: now + -600))
    world.hold(7, by: 1) { $0.dueAt = RoutingWorld.now }
    let outcome = try world.route()
    #expect(outcome.sweep == [.offShift(ticket: 7, agent: 1), .idle(agent: 1)])
    #expect(try world.applied(outcome).route().sweep == [])
  }

  /// Seconds since the assignment and the last message; what the conversation counts.
  @Test(arguments: [
    (Int64(5000), Int64(1799), 1), (5000, 1800, 0), (1799, 5000, 1), (1800, 5000, 0), (nil, 1800, 0),
    (5000, nil, 0), (nil, nil, 1),
  ])
  func aRestingConversationDoesNotCount(assigned: Int64?, message: Int64?, used: Int) throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["whatsapp": 1]))
    world.hold(7, "whatsapp", by: 1, since: assigned, isAnswered: true, lastMessage: message)
    world.wait(1, "whatsapp")
    let outcome = try world.route()
    #expect(outcome.sweep == [])
    #expect(outcome.decisions.count == 1 - used)
  }
}
