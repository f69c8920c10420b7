import Testing
import VocDomain
import VocRouting

/// What the numbers of an order key say.
@Suite struct OrderPlaceTests {
  private static let since = RoutingWorld.today(9)
  private static let due = RoutingWorld.today(14)

  /// The ticket has waited since nine; it is noon.
  private static func place(
    _ order: RoutingPolicy.Order, maximumWait: Int64? = nil, due: Instant? = nil
  ) throws -> OrderPlace? {
    var world = RoutingWorld {
      $0.order = order
      $0.queues[0].maximumWait = maximumWait
      $0.raisedSegments = [.a]
    }
    world.now = RoutingWorld.today(12)
    world.wait(1, waited: world.now - since) { ticket in
      ticket.segment = .a
      ticket.dueAt = due
    }
    let key = try #require(try world.explain(1)).orderKey
    return OrderPlace(key, order: order)
  }

  @Test func everyLaneOfEveryOrderIsRead() throws {
    let (since, due) = (OrderPlaceTests.since, OrderPlaceTests.due)
    #expect(try OrderPlaceTests.place(.priority) == .priority(.high, since: since))
    #expect(try OrderPlaceTests.place(.sla, due: due) == .due(due, .high, since: since))
    #expect(try OrderPlaceTests.place(.sla) == .due(nil, .high, since: since))
    #expect(try OrderPlaceTests.place(.sla, due: since + 60) == .late(since: since + 60))
    #expect(try OrderPlaceTests.place(.score) == .score(180, since: since))
    for order in RoutingPolicy.Order.allCases {
      #expect(try OrderPlaceTests.place(order, maximumWait: 60) == .starving(since: since))
    }
  }

  @Test(arguments: [[], [2], [2, 9, 5, 1], [7, 1, 2, 3], [0, 1, 2, 3]] as [[Int64]])
  func whatIsNoKeyHasNone(numbers: [Int64]) {
    #expect(OrderPlace(numbers, order: .priority) == nil)
  }
}
