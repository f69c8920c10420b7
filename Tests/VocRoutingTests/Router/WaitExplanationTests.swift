import Testing
import VocDomain
import VocRouting

/// Why a ticket still waits.
@Suite struct WaitExplanationTests {
  private var world: RoutingWorld {
    var world = RoutingWorld {
      $0.queues.append(QueuePolicy(name: "sales"))
      $0.queues[1].tiers = [.init(group: "sales")]
    }
    world.add(RoutingAgent(id: 1, capacity: ["email": 1]), RoutingAgent(id: 2, state: "offline"))
    for id in 1...4 { world.wait(Int64(id), waited: 100 - Int64(id)) { $0.queue = id == 3 ? 1 : 0 } }
    return world
  }

  @Test func placesAreThoseOfTheOwnQueueAfterTheRun() throws {
    let explained = try [2, 3, 4].map { try world.explain($0) }
    #expect(explained.map { $0?.place } == [1, 1, 2], "the first ticket is given")
    #expect(explained.map { $0?.placeOf } == [2, 1, 2])
  }

  @Test func candidatesStandAsTheyDidAtTheTicketsTurn() throws {
    let explanation = try #require(try world.explain(4))
    #expect(explanation.reason == .nobodyEligible)
    #expect(explanation.candidates.map(\.agent) == [1, 2])
    #expect(explanation.candidates.map(\.failed) == [.capacity, .state])
    #expect(explanation.candidates[0].used == 1)
    #expect(explanation.orderKey == [2, 2, world.now.unixSeconds - 96, 4])
    #expect(explanation.age == 96 && explanation.onlineAgents == 1)
  }

  @Test(arguments: [Int64(1), 99])
  func whatIsGivenOrDoesNotWaitHasNone(ticket: Int64) throws {
    #expect(try world.explain(ticket) == nil)
  }

  @Test func aClosedChannelIsTheReasonWhoeverIsThere() throws {
    var world = world
    world.policy.channels["chat"] = ChannelPolicy(capacity: 3, isSynchronous: true, calendar: "morning")
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.now = RoutingWorld.today(15)
    world.wait(9, "chat")
    let explanation = try #require(try world.explain(9))
    #expect(explanation.reason == .channelClosed)
    #expect(explanation.candidates.map(\.failed) == [nil, .state])
  }

  @Test func theStateAndTheMissingSkillsAreNamed() throws {
    var world = world
    world.policy.queues[0].required = [.init(name: "pt", atLeast: 3), .init(name: "sales", atLeast: 2)]
    world.add(RoutingAgent(id: 3, skills: ["pt": 1, "sales": 2]))
    let explanation = try #require(try world.explain(4))
    #expect(explanation.candidates.map(\.agent) == [1, 3, 2])
    #expect(
      explanation.candidates.map(\.obstacle) == [
        .skills([.init(skill: "pt", asked: 3, level: 0), .init(skill: "sales", asked: 2, level: 0)]),
        .skills([.init(skill: "pt", asked: 3, level: 1)]), .state("offline"),
      ])
  }
}
