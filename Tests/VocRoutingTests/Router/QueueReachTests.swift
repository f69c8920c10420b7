import Testing
import VocDomain
import VocRouting

/// Who serves a ticket as it grows older: stages by the ticket's age, skills that are given up.
@Suite struct QueueReachTests {
  private var staged: RoutingWorld {
    var world = RoutingWorld {
      $0.queues[0].tiers = [.init(group: "a"), .init(group: "b", after: 10), .init(group: "c", after: 20)]
    }
    world.add(RoutingAgent(id: 3, groups: ["c"]))
    return world
  }

  @Test(arguments: [(Int64(8), nil), (10, nil), (19, nil), (20, 2), (21, 2)] as [(Int64, Int?)])
  func stagesGoByTheTicketsAge(age: Int64, tier: Int?) throws {
    var world = staged
    world.wait(1, waited: age)
    #expect(try world.route().decisions.map(\.tier) == (tier.map { [$0] } ?? []))
  }

  /// Aged 8 when it comes to somebody of stage 2 by another way, it leaves that stage at age 20, 12 s later.
  @Test func anOfferDoesNotStartTheAgeAnew() throws {
    for (later, isGiven) in [(Int64(11), false), (12, true)] {
      var world = staged
      world.add(RoutingAgent(id: 2, state: "offline", groups: ["b"]))
      let ticket = WaitingTicket(id: 1, channelKind: "chat", eligibleAt: world.now + -8)
      world.snapshot.offers = [Offer(ticket: ticket, agent: 2, expiresAt: world.now + later)]
      world.now = world.now + later
      let outcome = try world.route()
      #expect(outcome.sweep == [.offerExpired(ticket: 1, agent: 2)])
      #expect(outcome.decisions.map(\.agent) == (isGiven ? [3] : []))
    }
  }

  @Test func earlierStagesStayIn() throws {
    var world = staged
    world.add(RoutingAgent(id: 1, groups: ["a"]), RoutingAgent(id: 2, groups: ["b"]))
    world.wait(1, waited: 15)
    let decision = try #require(try world.route().decisions.first)
    #expect(decision.tier == 1)
    #expect(decision.candidates.map(\.failed) == [nil, nil, .group])
  }

  @Test func theFallbackQueuesAgentsJoinInAtTheEnd() throws {
    var world = RoutingWorld {
      $0.queues[0].tiers = [.init(group: "a")]
      $0.queues[0].fallback = "rest"
      $0.queues[0].fallbackAfter = 100
      var rest = QueuePolicy(name: "rest")
      rest.tiers = [.init(group: "z", after: 5000)]
      $0.queues.append(rest)
    }
    world.add(RoutingAgent(id: 1, groups: ["z"]), RoutingAgent(id: 2))
    world.wait(1, waited: 99)
    #expect(try world.given() == [:])
    world.snapshot.waiting[0].eligibleAt = world.now + -100
    #expect(try world.given() == [1: 1], "all of its groups, whatever their own delay")
  }

  @Test func agesAreBusinessTimeOfTheQueue() throws {
    var world = RoutingWorld {
      $0.queues[0].tiers = [.init(group: "a"), .init(group: "b", after: Seconds.hour)]
      $0.queues[0].calendar = "morning"
    }
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.add(RoutingAgent(id: 1, groups: ["b"]))
    world.now = RoutingWorld.today(6) + 1800
    world.wait(1, waited: 10 * Seconds.hour)
    #expect(try world.given() == [:])
    world.now = RoutingWorld.today(7)
    #expect(try world.given() == [1: 1])
  }

  /// The level of an optional skill, and from which skill stage on an agent without it may take the ticket.
  @Test(arguments: [(3, 1), (2, 2), (1, 3)])
  func optionalSkillsAreGivenUpByLevel(level: Int, stage: Int) throws {
    for elapsed in 0...4 {
      var world = RoutingWorld {
        $0.queues[0].optional = [.init(name: "en", level: level)]
        $0.queues[0].skillTimeout = 60
      }
      world.add(RoutingAgent(id: 1))
      world.wait(1, waited: Int64(elapsed) * 60)
      let decisions = try world.route().decisions
      #expect(decisions.map(\.skillStage) == (elapsed >= stage ? [min(elapsed, 3)] : []))
    }
  }

  @Test func requiredSkillsAreNeverGivenUp() throws {
    var world = RoutingWorld { $0.queues[0].required = [.init(name: "en", atLeast: 3)] }
    world.add(RoutingAgent(id: 1, skills: ["en": 2, "vip": 1]), RoutingAgent(id: 2, skills: ["en": 3]))
    world.wait(1, waited: 3 * Seconds.day)
    world.wait(2, waited: 3 * Seconds.day) { $0.required = [.init(name: "vip")] }
    #expect(try world.given() == [1: 2], "the second asks for both")
  }
}
