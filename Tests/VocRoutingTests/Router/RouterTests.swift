import Testing
import VocDomain
import VocRouting

/// Who is chosen: the vectors of the rules, the methods and the chain that decides between equals.
@Suite struct RouterTests {
  private func ago(_ minutes: Int64) -> Instant { RoutingWorld.now + -minutes * Seconds.minute }

  @Test(arguments: [(RoutingPolicy.Method.spare, Int64(2)), (.sparePercent, 1)])
  func spareCountsRoomAndSparePercentItsShare(method: RoutingPolicy.Method, chosen: Int64) throws {
    var world = RoutingWorld { $0.method = method }
    world.add(RoutingAgent(id: 1, capacity: ["email": 2]), RoutingAgent(id: 2, capacity: ["email": 10]))
    world.hold(11, by: 1)
    for id in 21...28 { world.hold(Int64(id), by: 2) }
    world.wait(1)
    #expect(try world.given() == [1: chosen])
  }

  @Test(arguments: [(RoutingPolicy.Method.spare, Int64(3)), (.roundRobin, 1)])
  func roundRobinTakesTheOneLongestWithout(method: RoutingPolicy.Method, chosen: Int64) throws {
    var world = RoutingWorld { $0.method = method }
    for id in 1...3 {
      let last = ["email": ago([5, 3, 1][id - 1])]
      world.add(RoutingAgent(id: Int64(id), capacity: ["email": id], lastAssigned: last))
    }
    world.wait(1)
    #expect(try world.given() == [1: chosen])
  }

  @Test func roundRobinCountsTheSameKindOnlyAndNeverIsLongest() throws {
    var world = RoutingWorld { $0.method = .roundRobin }
    world.add(
      RoutingAgent(id: 1, lastAssigned: ["email": ago(600)]),
      RoutingAgent(id: 2, lastAssigned: ["whatsapp": ago(1)]))
    world.wait(1)
    #expect(try world.given() == [1: 2])
  }

  @Test func theMostSkilledTakesIt() throws {
    var world = RoutingWorld {
      $0.method = .skill
      $0.queues[0].required = [.init(name: "en", atLeast: 2)]
      $0.queues[0].optional = [.init(name: "billing", level: 3)]
    }
    world.add(
      RoutingAgent(id: 1, skills: ["en": 1, "billing": 5]),
      RoutingAgent(id: 2, skills: ["en": 4, "billing": 1]),
      RoutingAgent(id: 3, skills: ["en": 2, "billing": 4]), RoutingAgent(id: 4, skills: ["en": 5]))
    world.wait(1)
    #expect(try world.given() == [1: 3], "1 lacks level, 4 the optional skill; 3 has 6 of 2's 5")
    world.snapshot.waiting[0].eligibleAt = RoutingWorld.now + -301
    #expect(try world.given() == [1: 4], "billing is given up: only en counts")
  }

  @Test func theLeastBusyOverAllChannelsTakesIt() throws {
    var world = RoutingWorld { $0.method = .leastOpen }
    world.add(RoutingAgent(id: 1), RoutingAgent(id: 2))
    for id in 11...12 { world.hold(Int64(id), "whatsapp", by: 1) }
    world.hold(13, by: 2)
    world.wait(1)
    #expect(try world.given() == [1: 2])
  }

  /// Each pair differs in one thing only, which must be what is told.
  @Test(arguments: [
    (Decider.lowerLoad, 2, 0, 0), (.longerSinceChannel, 0, 9, 0), (.longerSinceAny, 0, 0, 9),
    (.lowerID, 0, 0, 0),
  ])
  func equalsAreToldApartByTheChain(decider: Decider, load: Int, channel: Int, other: Int) throws {
    var world = RoutingWorld { $0.method = .spare }
    let mine = ["email": ago(20 + Int64(channel)), "chat": ago(10 + Int64(other))]
    let chosen: Int64 = decider == .lowerID ? 1 : 2
    world.add(RoutingAgent(id: chosen, capacity: ["email": 4], lastAssigned: mine))
    let theirs = ["email": ago(20), "chat": ago(10)]
    world.add(RoutingAgent(id: 3 - chosen, capacity: ["email": 4 + load], lastAssigned: theirs))
    for id in 0..<load { world.hold(Int64(50 + id), by: 3 - chosen) }
    world.wait(1)
    let decision = try #require(try world.route().decisions.first)
    #expect(decision.agent == chosen)
    #expect(decision.decider == decider)
  }

  @Test func aTicketOfASynchronousChannelIsOfferedAndAnyOtherHandedOver() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.wait(1, "chat")
    world.wait(2, "whatsapp")
    let expiries = Dictionary(
      uniqueKeysWithValues: try world.route().decisions.map { ($0.ticket, $0.offerExpiresAt) })
    #expect(expiries == [1: RoutingWorld.now + 60, 2: nil])
  }

  /// Nobody is on the line any more: they are called back like anybody else, whatever the hour of the channel.
  @Test func whoHungUpIsCalledBackWithoutAnOffer() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.wait(1, "phone")
    world.snapshot.waiting[0].isLive = false
    let decision = try #require(try world.route().decisions.first)
    #expect(decision.offerExpiresAt == nil)
  }

  /// Nor does calling them back keep an agent from a chat; a live call does.
  @Test(arguments: [true, false])
  func aCallBlocksWhileSomebodyIsOnTheLine(isLive: Bool) throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.hold(7, "phone", by: 1)
    world.snapshot.held[0].ticket.isLive = isLive
    world.wait(1, "chat")
    #expect(try world.given() == (isLive ? [:] : [1: 1]))
  }

  /// Who got a conversation and answers nobody is not given more of them; one that waits for the customer rests.
  @Test(arguments: [true, false])
  func whoeverWaitsForAnAnswerNeverRests(isWaiting: Bool) throws {
    var world = RoutingWorld {
      $0.channels["social"] = ChannelPolicy(capacity: 1, inactiveAfter: 600)
    }
    world.add(RoutingAgent(id: 1))
    world.hold(7, "social", by: 1, since: 4000, lastMessage: 5000)
    world.snapshot.held[0].isCustomerWaiting = isWaiting
    world.wait(1, "social")
    #expect(try world.given() == (isWaiting ? [:] : [1: 1]))
  }

  @Test func anOfferTakesItsPlaceInTheCapacity() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["chat": 1]))
    world.offer(9, "chat", to: 1, expiresIn: 5)
    world.wait(1, "chat")
    #expect(try world.given() == [:])
  }

  /// What the agent has, what comes, whether it may.
  @Test(arguments: [
    ("phone", "chat", false), ("phone", "phone", false), ("chat", "phone", false), ("chat", "chat", true),
    ("phone", "whatsapp", true), ("email", "phone", true), ("whatsapp", "video", true),
    ("video", "phone", false),
  ])
  func aCallTakesTheWholeAgent(has: String, comes: String, may: Bool) throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["phone": 5]))
    world.hold(9, has, by: 1, isAnswered: true)
    world.wait(1, comes)
    let outcome = try world.route()
    #expect(outcome.decisions.map(\.ticket) == (may ? [1] : []))
    if !may { #expect(try world.explain(1)?.candidates.map(\.failed) == [.blocked]) }
  }

  @Test func aboveCapacityByHandNothingMoreIsGivenUntilBelow() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["email": 2]))
    for id in 11...13 { world.hold(Int64(id), by: 1) }
    world.wait(1)
    #expect(try world.given() == [:])
    world.snapshot.held.removeLast()
    #expect(try world.given() == [:])
    world.snapshot.held.removeLast()
    #expect(try world.given() == [1: 1])
  }

  @Test func weightsCountAgainstTheCapacity() throws {
    var world = RoutingWorld { $0.channels["chat"] = ChannelPolicy(weight: 2, capacity: 5) }
    world.add(RoutingAgent(id: 1))
    for id in 1...3 { world.wait(Int64(id), "chat") }
    #expect(try world.given() == [1: 1, 2: 1], "4 of 5 are used: a third would be 6")
  }

  @Test func identicalAgentsInTurnDifferByOneAtMost() throws {
    for tickets in 0...17 {
      var world = RoutingWorld { $0.method = .roundRobin }
      for id in 1...5 { world.add(RoutingAgent(id: Int64(id))) }
      for id in 0..<tickets { world.wait(Int64(id)) }
      let counts = Dictionary(grouping: try world.given().values, by: \.self).values.map(\.count)
      #expect(counts.reduce(0, +) == tickets)
      let least = counts.count < 5 ? 0 : counts.min() ?? 0
      #expect((counts.max() ?? 0) - least <= 1, "\(tickets) tickets")
    }
  }

  @Test func inOneRunTurnsGoOnWhateverTheCapacities() throws {
    var world = RoutingWorld {
      $0.method = .roundRobin
      $0.hasWaveCap = false
    }
    world.add(RoutingAgent(id: 1, capacity: ["email": 3]), RoutingAgent(id: 2, capacity: ["email": 10]))
    for id in 1...6 { world.wait(Int64(id)) }
    #expect(try world.route().decisions.map(\.agent) == [1, 2, 1, 2, 1, 2])
  }

  @Test func closedSynchronousChannelsWaitAndOthersDoNot() throws {
    var world = RoutingWorld {
      $0.channels["chat"] = ChannelPolicy(capacity: 3, isSynchronous: true, calendar: "morning")
      $0.channels["whatsapp"] = ChannelPolicy(capacity: 3, calendar: "morning")
    }
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.add(RoutingAgent(id: 1))
    world.now = RoutingWorld.today(14)
    world.wait(1, "chat")
    world.wait(2, "whatsapp")
    let outcome = try world.route()
    #expect(outcome.decisions.map(\.ticket) == [2])
    #expect(outcome.left == [.channelClosed: 1])
    world.now = RoutingWorld.today(14) + -1
    #expect(try world.given() == [1: 1, 2: 1])
  }

  @Test func whoIsPassedOverStaysSoUntilTheInstant() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.wait(1) { $0.excluded = [1: RoutingWorld.now + 1] }
    #expect(try world.given() == [:])
    #expect(try world.explain(1)?.candidates.map(\.failed) == [.excluded])
    world.now = world.now + 1
    #expect(try world.given() == [1: 1])
  }

  @Test func decisionsTellTheCandidatesAndCountTheOthers() throws {
    var world = RoutingWorld { $0.queues[0].tiers = [.init(group: "a")] }
    world.add(
      RoutingAgent(id: 1, groups: ["b"]), RoutingAgent(id: 2, state: "offline", groups: ["a"]),
      RoutingAgent(id: 3, groups: ["a"], capacity: ["email": 0]),
      RoutingAgent(id: 4, groups: ["a"], capacity: ["email": 1]),
      RoutingAgent(id: 5, groups: ["a"], capacity: ["email": 3]), RoutingAgent(id: 6, groups: ["b"]))
    world.wait(1)
    let all = try #require(try world.route().decisions.first)
    #expect(all.candidates.map(\.agent) == [5, 4, 3, 2, 1, 6])
    #expect(all.candidates.map(\.failed) == [nil, nil, .capacity, .state, .group, .group])
    #expect(all.candidates.map(\.merit).prefix(2) == [3, 1])
    #expect(all.others == [:] && all.othersEligible == 0)
    let one = try #require(try world.route(explaining: 1).decisions.first)
    #expect(one.candidates == Array(all.candidates.prefix(1)))
    #expect(one.others == [.capacity: 1, .state: 1, .group: 2] && one.othersEligible == 1)
  }
}
