import Testing
import VocDomain
import VocRouting

/// The wave cap: what of a queue is one agent's before anybody gets more, and where the method alone decides.
@Suite struct WaveTests {
  /// Agent 1 has room for 100 and the best skill: spare and skill would give them nearly everything.
  private func world(
    _ method: RoutingPolicy.Method, agents: Int, tickets: Int, hasCap: Bool = true
  ) -> RoutingWorld {
    var world = RoutingWorld {
      ($0.method, $0.hasWaveCap) = (method, hasCap)
      $0.queues[0].optional = [.init(name: "en", level: 1)]
    }
    for id in 1...agents {
      let isFirst = id == 1
      world.add(
        RoutingAgent(id: Int64(id), skills: ["en": isFirst ? 5 : 1], capacity: ["email": isFirst ? 100 : 20]))
    }
    for id in 0..<tickets { world.wait(Int64(id)) }
    return world
  }

  private func counts(_ world: RoutingWorld) throws -> [Int64: Int] {
    Dictionary(grouping: try world.given().values, by: \.self).mapValues(\.count)
  }

  @Test(arguments: RoutingPolicy.Method.allCases)
  func whereFewWaitTheMethodAloneDecides(method: RoutingPolicy.Method) throws {
    for agents in 1...6 {
      for tickets in 0...agents {
        let capped = try world(method, agents: agents, tickets: tickets).route()
        let uncapped = try world(method, agents: agents, tickets: tickets, hasCap: false).route()
        #expect(capped == uncapped, "\(tickets) for \(agents)")
      }
    }
  }

  /// How many wait for three agents, and how many the one whom the method would give them all gets.
  @Test(arguments: [(2, 2), (3, 3), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (60, 20), (61, 21)])
  func whereManyWaitNobodyGetsMoreThanTheirShare(tickets: Int, first: Int) throws {
    for method in [RoutingPolicy.Method.spare, .skill] {
      #expect(try counts(world(method, agents: 3, tickets: tickets))[1] == first, "\(method)")
    }
  }

  /// Agents of the groups a, b and of both; tickets of the queues a and b; who gets how many.
  @Test(arguments: [
    ([1, 0, 0], [4, 0], [4, 0, 0]), ([1, 1, 0], [2, 2], [2, 2]), ([0, 0, 2], [2, 2], [4, 0]),
    ([0, 0, 2], [3, 0], [2, 1]), ([0, 0, 2], [3, 2], [4, 1]), ([0, 0, 2], [3, 3], [4, 2]),
    ([1, 0, 1], [4, 0], [2, 2]), ([1, 0, 1], [4, 6], [2, 8]),
  ])
  func eachQueueHasItsOwnShare(groups: [Int], tickets: [Int], given: [Int]) throws {
    var world = RoutingWorld { policy in
      policy.method = .skill
      policy.queues = ["a", "b"].map { name in
        var queue = QueuePolicy(name: name)
        queue.tiers = [.init(group: name)]
        queue.optional = [.init(name: "en", level: 1)]
        return queue
      }
    }
    var id: Int64 = 0
    for (count, names) in zip(groups, [["a"], ["b"], ["a", "b"]] as [Set<String>]) {
      for _ in 0..<count {
        id += 1
        world.add(
          RoutingAgent(id: id, groups: names, skills: ["en": Int(6 - id)], capacity: ["email": 20]))
      }
    }
    for (queue, count) in tickets.enumerated() {
      for index in 0..<count { world.wait(Int64(queue * 100 + index)) { $0.queue = queue } }
    }
    let counts = try counts(world)
    #expect((1...id).map { counts[$0] ?? 0 } == Array(given.prefix(Int(id))))
  }

  /// Neither who can take nothing of it nor what nobody can take makes the share of a queue smaller or larger.
  @Test func onlyWhatCanBeGivenCountsAndOnlyWhoCanTakeIt() throws {
    var world = world(.skill, agents: 3, tickets: 6)
    world.add(
      RoutingAgent(id: 8, state: "offline", skills: ["en": 3]), RoutingAgent(id: 9, state: "away"),
      RoutingAgent(id: 7, skills: ["en": 4], capacity: ["email": 0]))
    for id in 50..<90 { world.wait(Int64(id)) { $0.required = [.init(name: "quechua")] } }
    world.policy.channels["chat"] = ChannelPolicy(capacity: 3, isSynchronous: true, calendar: "evening")
    world.calendars = [RoutingWorld.daily("evening", from: 18, to: 20)]
    for id in 90..<99 { world.wait(Int64(id), "chat") }
    #expect(try counts(world) == [1: 2, 2: 2, 3: 2])
  }

  /// Where the others have no room left their share is no limit: a new round begins.
  @Test func capacityIsUsedWhileTicketsWait() throws {
    var world = world(.skill, agents: 2, tickets: 30)
    world.change(2) { $0.capacity = ["email": 3] }
    #expect(try counts(world) == [1: 27, 2: 3])
  }
}
