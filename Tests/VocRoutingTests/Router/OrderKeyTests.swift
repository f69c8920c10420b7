import Testing
import VocDomain
import VocRouting

/// Which ticket goes first.
@Suite struct OrderKeyTests {
  /// The tickets in the order in which they go, when there is room for all.
  private func order(_ world: RoutingWorld) throws -> [Int64] {
    var world = world
    world.add(RoutingAgent(id: 1, capacity: ["email": 1000]))
    return try world.route().decisions.map(\.ticket)
  }

  @Test func byPriorityThenByAgeThenByID() throws {
    var world = RoutingWorld()
    world.wait(1, waited: 10) { $0.priority = .low }
    world.wait(2, waited: 10)
    world.wait(3, waited: 20)
    world.wait(4, waited: 5) { $0.priority = .urgent }
    world.wait(5, waited: 5) { $0.priority = .high }
    world.wait(6, waited: 20)
    #expect(try order(world) == [4, 5, 3, 6, 2, 1])
    let decision = try #require(try worldWithAgent(world).route().decisions.first)
    #expect(decision.orderKey == [2, 0, RoutingWorld.now.unixSeconds - 5, 4])
  }

  private func worldWithAgent(_ world: RoutingWorld) -> RoutingWorld {
    var world = world
    world.add(RoutingAgent(id: 1))
    return world
  }

  @Test func raisedSegmentsAndStagesCountOnePriorityHigher() throws {
    var world = RoutingWorld {
      $0.raisedSegments = [.a]
      $0.raisedStages = [.renew]
    }
    world.wait(1, waited: 50) { $0.priority = .high }
    world.wait(2, waited: 40) { $0.segment = .a }
    world.wait(3, waited: 45) { $0.stage = .renew }
    world.wait(4, waited: 60) { ($0.segment, $0.stage) = (.a, .renew) }
    world.wait(5, waited: 90) { $0.segment = .b }
    world.wait(6, waited: 2) { $0.priority = .urgent }
    world.wait(7, waited: 1) { ($0.priority, $0.segment) = (.urgent, .a) }
    #expect(try order(world) == [6, 7, 4, 1, 3, 2, 5], "nothing is more urgent than urgent")
  }

  @Test func byWhatRunsOutFirst() throws {
    var world = RoutingWorld { $0.order = .sla }
    let now = RoutingWorld.now
    world.wait(1, waited: 900)
    world.wait(2) { $0.dueAt = now + 600 }
    world.wait(3) { ($0.dueAt, $0.windowClosesAt) = (now + 900, now + 300) }
    world.wait(4) { $0.dueAt = now + -5 }
    world.wait(5) { $0.windowClosesAt = now + -50 }
    world.wait(6) { ($0.dueAt, $0.priority) = (now + 600, .high) }
    #expect(try order(world) == [5, 4, 3, 6, 2, 1])
  }

  @Test func byMinutesWaitedAndTheirBonuses() throws {
    var world = RoutingWorld {
      $0.order = .score
      $0.segmentBonus = [.a: 30]
      $0.stageBonus = [.land: 15]
    }
    let minute = Seconds.minute
    world.wait(1, waited: 100 * minute)
    world.wait(2, waited: 39 * minute) { $0.priority = .high }
    world.wait(3, waited: 41 * minute) { $0.priority = .high }
    world.wait(4, waited: 56 * minute) { ($0.segment, $0.stage) = (.a, .land) }
    world.wait(5, waited: 159 * minute) { $0.priority = .low }
    world.wait(6, waited: 100 * minute + 59)
    #expect(try order(world) == [4, 3, 6, 1, 5, 2], "101, 101, 100, 100, 99 and 99 minutes")
  }

  @Test(arguments: RoutingPolicy.Order.allCases)
  func whoHasWaitedTooLongGoesBeforeAllThatAreNotBreached(mode: RoutingPolicy.Order) throws {
    var world = RoutingWorld {
      $0.order = mode
      $0.queues[0].maximumWait = 1000
    }
    let now = RoutingWorld.now
    world.wait(1, waited: 1000) { ($0.priority, $0.dueAt) = (.urgent, now + 1) }
    world.wait(2, waited: 1001) { $0.priority = .low }
    world.wait(3, waited: 2000) { $0.priority = .low }
    world.wait(4, waited: 10) { ($0.priority, $0.dueAt) = (.low, now + -1) }
    let order = try order(world)
    #expect(order == (mode == .sla ? [4, 3, 2, 1] : [3, 2, 1, 4]))
    let starving = try worldWithAgent(world).route().decisions.filter(\.isStarving).map(\.ticket)
    #expect(starving == [3, 2])
  }

  @Test func theBoundCountsTheQueuesBusinessTime() throws {
    var world = RoutingWorld {
      $0.queues[0].maximumWait = Seconds.hour
      $0.queues[0].calendar = "morning"
      $0.queues.append(QueuePolicy(name: "patient"))
      $0.queues[1].maximumWait = nil
    }
    world.calendars = [RoutingWorld.daily("morning", from: 6, to: 14)]
    world.now = RoutingWorld.today(7)
    world.wait(1, waited: 20 * Seconds.hour) { $0.priority = .low }
    world.wait(2, waited: 10) { $0.priority = .urgent }
    world.wait(3, waited: 90 * Seconds.day) { ($0.priority, $0.queue) = (.low, 1) }
    #expect(try order(world) == [1, 2, 3], "yesterday from 11 to 14 and today from 6 to 7: four hours")
    world.snapshot.waiting[0].eligibleAt = RoutingWorld.today(-11)
    #expect(try order(world) == [1, 2, 3], "yesterday from 13 to 14 and today's hour: more than one")
    world.snapshot.waiting[0].eligibleAt = RoutingWorld.today(-10)
    #expect(try order(world) == [2, 3, 1], "one hour exactly is not more than one")
  }
}
