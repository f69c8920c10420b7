import Testing
import VocDomain
import VocRouting

/// The agent who last served the customer.
@Suite struct RoutingRunAffinityTests {
  private func world(_ preferred: RoutingAgent, waited: Int64 = 60) -> RoutingWorld {
    var world = RoutingWorld { $0.affinityHold = 600 }
    world.add(preferred, RoutingAgent(id: 2, capacity: ["email": 100]))
    world.wait(1, waited: waited) { $0.preferredAgent = preferred.id }
    return world
  }

  @Test func whoIsEligibleGetsItThoughAnotherHasMoreRoom() throws {
    let decision = try #require(
      try world(RoutingAgent(id: 1, capacity: ["email": 1])).route().decisions.first)
    #expect(decision.agent == 1)
    #expect(decision.decider == .affinity)
    #expect(decision.candidates.map(\.agent) == [1, 2])
  }

  @Test func theShareOfTheRunDoesNotPart() throws {
    var world = RoutingWorld()
    world.add(RoutingAgent(id: 1), RoutingAgent(id: 2))
    for id in 1...4 { world.wait(Int64(id)) { $0.preferredAgent = 2 } }
    #expect(Set(try world.given().values) == [2])
  }

  @Test func whatIsHeldSaysSoAndTellsWhoElseCouldTakeIt() throws {
    let explanation = try #require(
      try world(RoutingAgent(id: 1, capacity: ["email": 0])).explain(1))
    #expect(explanation.reason == .affinityHold)
    #expect(explanation.candidates.map(\.failed) == [nil, .capacity])
    #expect(explanation.candidates.map(\.agent) == [2, 1])
  }

  /// Nobody waits for who would not get it anyway.
  @Test(arguments: [
    RoutingAgent(id: 1, groups: ["other"]), RoutingAgent(id: 1, state: "away", groups: ["a"]),
    RoutingAgent(id: 1, groups: ["a"]),
    RoutingAgent(id: 1, state: "offline", groups: ["a"], skills: ["en": 1]),
  ])
  func whoMissesMoreThanTimeIsNotWaitedFor(agent: RoutingAgent) throws {
    var world = world(agent)
    world.policy.queues[0].tiers = [.init(group: "a")]
    world.policy.queues[0].required = [.init(name: "en")]
    world.policy.states["away"] = .only(["chat"])
    world.change(2) { ($0.groups, $0.skills) = (["a"], ["en": 1]) }
    #expect(try world.given() == [1: 2])
  }

  @Test func whoIsPassedOverIsNotWaitedFor() throws {
    for state in ["online", "away"] {
      var world = world(RoutingAgent(id: 1, state: state, capacity: ["email": 0]))
      world.policy.states["away"] = .only(["chat"])
      world.snapshot.waiting[0].excluded = [1: world.now + 5]
      #expect(try world.given() == [1: 2])
    }
  }

  @Test func whoHasWaitedTooLongIsNotHeld() throws {
    var world = world(RoutingAgent(id: 1, capacity: ["email": 0]), waited: 500)
    #expect(try world.given() == [:])
    world.policy.queues[0].maximumWait = 400
    #expect(try world.given() == [1: 2])
  }

  @Test func anAgentWhoIsUnknownIsIgnored() throws {
    #expect(try world(RoutingAgent(id: 1)).given() == [1: 1])
    var world = world(RoutingAgent(id: 1))
    world.snapshot.waiting[0].preferredAgent = 77
    #expect(try world.given() == [1: 2])
  }
}
