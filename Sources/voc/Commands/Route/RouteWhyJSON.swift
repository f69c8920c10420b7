import VocDesk
import VocDomain

/// Why a ticket is where it is, as JSON.
enum RouteWhyJSON {
  static func object(_ why: Desk.RouteWhy) -> JSON {
    .object([
      .init("ticket", .int(why.ticket.id)), .init("queue", .string(why.queue)),
      .init("assignee", JSON(why.assignee)), .init("offered_to", JSON(why.offeredTo)),
      .init("waits", .bool(why.isWaiting)),
      .init(
        "decisions",
        .array(
          why.past.map { past in
            .object(
              [
                .init("at", TicketJSON.time(past.at)), .init("outcome", .string(past.outcome)),
                .init("agent", .string(past.agent)), .init("policy", .int(past.policyVersion)),
              ] + (past.decision.map { decision($0, past.ways, why) } ?? []))
          })),
      .init(
        "by_hand",
        .array(
          why.byHand.map { event in
            .object([
              .init("at", TicketJSON.time(event.at)), .init("actor", .string(event.actor)),
              .init("kind", .string(event.kind.rawValue)), .init("from", JSON(event.from)),
              .init("to", JSON(event.to)),
            ])
          })),
      .init("wait", why.wait.map { wait($0, why) } ?? .null),
      .init("would_go_to", JSON(why.wouldGoTo.flatMap { why.names[$0.agent] })),
    ])
  }

  private static func decision(
    _ decision: RouteDecision, _ ways: Desk.RouteWhy.Ways, _ why: Desk.RouteWhy
  ) -> [JSON.Member] {
    [
      .init("decider", .string(decision.decider.rawValue)), .init("method", .string(ways.method.rawValue)),
      .init("order", order(decision.orderKey, ways)), .init("starving", .bool(decision.isStarving)),
      .init("tier", .int(Int64(decision.tier))), .init("skill_stage", .int(Int64(decision.skillStage))),
      .init("candidates", candidates(decision.candidates, why)),
      .init("other_eligible", .int(Int64(decision.othersEligible))), .init("others", others(decision.others)),
    ]
  }

  private static func wait(_ wait: RouteWait, _ why: Desk.RouteWhy) -> JSON {
    .object([
      .init("reason", .string(wait.reason.rawValue)), .init("place", .int(Int64(wait.place))),
      .init("of", .int(Int64(wait.placeOf))), .init("business_seconds", .int(wait.age)),
      .init("order", order(wait.orderKey, why.ways)),
      .init("starving", .bool(wait.isStarving)), .init("tier", .int(Int64(wait.tier))),
      .init("skill_stage", .int(Int64(wait.skillStage))),
      .init("online_agents", .int(Int64(wait.onlineAgents))),
      .init("candidates", candidates(wait.candidates, why)), .init("others", others(wait.others)),
    ])
  }

  /// What put the ticket where it stood.
  private static func order(_ key: [Int64], _ ways: Desk.RouteWhy.Ways) -> JSON {
    var members: [JSON.Member] = [.init("by", .string(ways.order.rawValue))]
    switch OrderPlace(key, order: ways.order) {
    case .late(let due): members += [.init("lane", .string("late")), .init("due_at", TicketJSON.time(due))]
    case .starving(let since):
      members += [.init("lane", .string("starving")), .init("since", TicketJSON.time(since))]
    case .priority(let priority, let since):
      members += [.init("priority", .string(priority.name)), .init("since", TicketJSON.time(since))]
    case .due(let due, let priority, let since):
      members += [
        .init("due_at", TicketJSON.time(due)), .init("priority", .string(priority.name)),
        .init("since", TicketJSON.time(since)),
      ]
    case .score(let score, let since):
      members += [.init("score", .int(score)), .init("since", TicketJSON.time(since))]
    case nil: break
    }
    return .object(members)
  }

  private static func obstacle(_ obstacle: Obstacle?) -> [JSON.Member] {
    switch obstacle {
    case .state(let state): [.init("state", .string(state))]
    case .skills(let gaps):
      [
        .init(
          "lacks",
          .array(
            gaps.map {
              .object([
                .init("skill", .string($0.skill)), .init("asked", .int(Int64($0.asked))),
                .init("level", .int(Int64($0.level))),
              ])
            }))
      ]
    case nil: []
    }
  }

  private static func candidates(_ candidates: [RouteCandidate], _ why: Desk.RouteWhy) -> JSON {
    .array(
      candidates.map { candidate in
        .object(
          [
            .init("agent", .string(why.names[candidate.agent] ?? "#\(candidate.agent)")),
            .init("failed", JSON(candidate.failed?.rawValue)),
          ] + obstacle(candidate.obstacle) + [
            .init("used", .int(Int64(candidate.used))), .init("capacity", .int(Int64(candidate.capacity))),
            .init("last_assigned", TicketJSON.time(candidate.lastAssigned)),
          ])
      })
  }

  private static func others(_ others: [Gate: Int]) -> JSON {
    .object(Gate.allCases.compactMap { gate in others[gate].map { .init(gate.rawValue, .int(Int64($0))) } })
  }
}
