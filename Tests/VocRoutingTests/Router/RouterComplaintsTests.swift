import Testing
import VocDomain
import VocRouting

/// What users of other systems file again and again; each test is named after one such report.
@Suite struct RouterComplaintsTests {
  let now = RoutingWorld.now

  @Test func chatwoot10583_aFreedSlotTakesTheOldestWaitingTicket() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["chat": 1]))
    world.hold(9, "chat", by: 1)
    world.wait(1, "chat", waited: 0)
    world.wait(2, "chat", waited: 100)
    world.wait(3, "chat", waited: 99)
    #expect(try world.given() == [:])
    world.snapshot.held = []
    #expect(try world.given() == [2: 1])
  }

  /// The arrival of a ticket is no reason to give it to somebody before those who wait.
  @Test func chatwoot10376_anArrivalDoesNotOvertakeThoseWhoWait() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["whatsapp": 2]))
    for id in 1...3 { world.wait(Int64(id), "whatsapp", waited: 100 - Int64(id)) }
    var given: [Int64] = []
    for arrival in 10...14 {
      given += try world.route().decisions.map(\.ticket)
      world = world.applied(try world.route())
      world.snapshot.held.removeFirst()
      world.wait(Int64(arrival), "whatsapp", waited: 0)
    }
    #expect(given == [1, 2, 3, 10, 11, 12])
  }

  @Test(arguments: RoutingPolicy.Method.allCases)
  func chatwoot11034_theFirstToLogInDoesNotTakeAll(method: RoutingPolicy.Method) throws {
    var world = RoutingWorld { $0.method = method }
    world.add(
      RoutingAgent(id: 1, skills: ["en": 5], capacity: ["email": 100]),
      RoutingAgent(id: 2, skills: ["en": 1], capacity: ["email": 20]),
      RoutingAgent(id: 3, skills: ["en": 1], capacity: ["email": 20]))
    world.policy.queues[0].required = [.init(name: "en")]
    for id in 1...30 { world.wait(Int64(id)) }
    let counts = Dictionary(grouping: try world.given().values, by: \.self).mapValues(\.count)
    #expect(counts == [1: 10, 2: 10, 3: 10])
    world.policy.hasWaveCap = false
    let uncapped = Dictionary(grouping: try world.given().values, by: \.self).mapValues(\.count)
    #expect((uncapped == counts) == (method == .roundRobin || method == .leastOpen))
  }

  @Test func chatwoot11034_theShareIsNoLimitWhileTicketsWait() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["email": 9]), RoutingAgent(id: 2, capacity: ["email": 1]))
    for id in 1...11 { world.wait(Int64(id)) }
    let outcome = try world.route()
    #expect(outcome.decisions.count { $0.agent == 1 } == 9)
    #expect(outcome.left == [.nobodyEligible: 1])
  }

  @Test func chatwoot13050_ticketsQueueUpToTheLimitsOfTheAgents() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1, capacity: ["whatsapp": 2]), RoutingAgent(id: 2, capacity: ["whatsapp": 3]))
    for id in 1...8 { world.wait(Int64(id), "whatsapp", waited: 100 - Int64(id)) }
    let outcome = try world.route()
    #expect(outcome.decisions.map(\.ticket) == [1, 2, 3, 4, 5])
    #expect(outcome.left == [.nobodyEligible: 3])
    let explanation = try #require(try world.explain(7))
    #expect(explanation.place == 2 && explanation.placeOf == 3)
    #expect(explanation.candidates.map(\.failed) == [.capacity, .capacity])
  }

  @Test(arguments: ["offline", "unresponsive", "holiday"])
  func chatwoot4158_aReturningCustomerDoesNotGoToAnAgentWhoIsOff(state: String) throws {
    var world = RoutingWorld { $0.affinityHold = Seconds.hour }
    world.add(RoutingAgent(id: 1, state: state), RoutingAgent(id: 2))
    world.wait(1) { $0.preferredAgent = 1 }
    #expect(try world.given() == [1: 2])
  }

  @Test func chatwoot9587_norToOneWhoseShiftIsOver() throws {
    var world = RoutingWorld { $0.affinityHold = Seconds.hour }
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.now = RoutingWorld.today(14)
    world.add(RoutingAgent(id: 1, shift: "morning"), RoutingAgent(id: 2))
    world.wait(1) { $0.preferredAgent = 1 }
    #expect(try world.given() == [1: 2])
  }

  @Test func chatwoot13516_whatTheAssigneeDoesNotAnswerGoesToAnother() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1), RoutingAgent(id: 2))
    world.hold(7, "whatsapp", by: 1, since: 15 * Seconds.minute)
    let outcome = try world.route()
    #expect(outcome.sweep == [.unanswered(ticket: 7, agent: 1, excludedUntil: now + 1800)])
    #expect(outcome.decisions.map(\.agent) == [2])
  }

  @Test func chatwoot14508_whoIsPassedOverForOneTicketStillGetsOthers() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.hold(7, "whatsapp", by: 1, since: 15 * Seconds.minute)
    world.wait(8, "whatsapp")
    let outcome = try world.route()
    #expect(outcome.decisions.map(\.ticket) == [8])
    world = world.applied(outcome)
    world.now = world.now + 30 * Seconds.minute
    world.snapshot.held = []
    #expect(try world.given() == [7: 1], "for half an hour only")
  }

  @Test func zammad854_ticketsGoRoundFromRunToRun() throws {
    var world = RoutingWorld { $0.method = .roundRobin }
    for id in 1...3 { world.add(RoutingAgent(id: Int64(id))) }
    var agents: [Int64] = []
    for id in 1...7 {
      world.wait(Int64(id))
      let outcome = try world.route()
      agents += outcome.decisions.map(\.agent)
      world = world.applied(outcome)
      world.now = world.now + 1
    }
    #expect(agents == [1, 2, 3, 1, 2, 3, 1])
  }

  /// Whether the customer's agent is there, busy, away or off: every kind of channel follows the same rule.
  @Test(arguments: ["online", "busy", "away", "offline"])
  func zammad4860_oneFollowUpRuleForEveryChannel(preferred: String) throws {
    for kind in ["email", "whatsapp", "social", "web", "chat", "phone"] {
      var world = RoutingWorld {
        $0.affinityHold = 600
        $0.states = ["online": .all, "away": .only(["letter"])]
        $0.channels[kind] = .standard(kind: kind)
        $0.channels[kind]?.capacity = 1
      }
      world.add(RoutingAgent(id: 1), RoutingAgent(id: 2, state: preferred == "busy" ? "online" : preferred))
      if preferred == "busy" { world.hold(9, kind, by: 2, isAnswered: true) }
      world.wait(1, kind, waited: 599) { $0.preferredAgent = 2 }
      let outcome = try world.route()
      switch preferred {
      case "online": #expect(outcome.decisions.map(\.agent) == [2], "\(kind)")
      case "offline": #expect(outcome.decisions.map(\.agent) == [1], "\(kind)")
      default: #expect(outcome.left == [.affinityHold: 1], "\(kind)")
      }
      world.snapshot.waiting[0].eligibleAt = now + -600
      #expect(try world.given() == [1: preferred == "online" ? 2 : 1], "\(kind): not held any longer")
    }
  }

  /// The owner is no agent any more; even of a ticket that an import brought.
  @Test(arguments: [Int64(10), nil])
  func zammad3029_aTicketWhoseOwnerLeftComesBack(since: Int64?) throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1))
    world.hold(7, by: 99, since: since, isAnswered: true)
    world.offer(8, "chat", to: 99, expiresIn: 20)
    let outcome = try world.route()
    #expect(
      outcome.sweep == [.offerExpired(ticket: 8, agent: 99), .offShift(ticket: 7, agent: 99)])
    #expect(Set(outcome.decisions.map(\.ticket)) == [7, 8])
  }

  /// Nothing is promised, yet the customer waits: the ticket does not stay with somebody who has left.
  @Test(arguments: [
    (true, true, nil, true), (false, true, nil, false), (true, false, nil, false),
    (true, true, "morning", false),
  ])
  func zammad3029_norDoesOneStayWithWhomeverHasLeft(
    isWaiting: Bool, isRostered: Bool, shift: String?, isBack: Bool
  ) throws {
    var world = RoutingWorld()
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    var agent = RoutingAgent(id: 1, state: "offline", shift: shift)
    agent.isRostered = isRostered
    world.add(agent, RoutingAgent(id: 2))
    world.hold(7, by: 1, isAnswered: true)
    world.snapshot.held[0].isCustomerWaiting = isWaiting
    #expect(try world.given() == (isBack ? [7: 2] : [:]))
  }

  @Test(arguments: [[], ["offline"], ["offline", "away"]])
  func chatwoot5672_nobodyOnlineIsTold(states: [String]) throws {
    var world = RoutingWorld()
    for (index, state) in states.enumerated() { world.add(RoutingAgent(id: Int64(index), state: state)) }
    world.wait(1, "chat")
    world.wait(2, "whatsapp") { $0.preferredAgent = 0 }
    let outcome = try world.route()
    #expect(outcome.left == [.nobodyOnline: 2])
    #expect(outcome.onlineAgents == states.count { $0 == "away" }, "away still takes e-mail")
    let explanation = try #require(try world.explain(1))
    #expect(explanation.reason == .nobodyOnline)
    #expect(explanation.onlineAgents == outcome.onlineAgents)
    #expect(explanation.candidates.allSatisfy { $0.failed == .state })
  }
}
