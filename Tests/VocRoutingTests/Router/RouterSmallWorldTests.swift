import Testing
import VocDomain
import VocRouting
import VocTesting

/// Small worlds, all of them: up to three agents in seven states, up to four tickets in six, in every order of
/// arrival that makes a difference (the urgent and the starving have their place whenever they came).
///
/// Worlds that differ in the numbers of agents and tickets only are one: these are dealt out at random, from a fixed
/// seed. Each is asked one of the ten policies (a method, with or without the wave cap) in turn; those of up to two
/// tickets for up to two agents are asked all ten.
///
/// In each no agent gets more than their capacity nor what they may not take; no ticket overtakes another that somebody
/// could have taken, and none waits for whom somebody has room; the order of the input is irrelevant; and a second run
/// does nothing.
@Suite struct RouterSmallWorldTests {
  @Test(arguments: [0, 1, 2, 3], [0, 1, 2, 3, 4])
  func everyWorldKeepsTheRules(agents: Int, tickets: Int) throws {
    let calendars = try Calendars([RoutingWorld.always], usual: "always")
    let policies = SmallWorld.policies
    var chance = Chance(seed: UInt64(10 * agents + tickets))
    for (number, small) in SmallWorld.all(agents: agents, tickets: tickets).enumerated() {
      let asked = agents < 3 && tickets < 3 ? policies : [policies[number % policies.count]]
      for policy in asked {
        let world = small.world(policy, &chance)
        let fault = try fault(world, calendars, &chance)
        try #require(fault == nil, "\(small), \(policy.method), wave cap: \(policy.hasWaveCap)")
      }
    }
  }

  /// What breaks a rule in this world; nil: nothing does.
  private func fault(_ world: RoutingWorld, _ calendars: Calendars, _ chance: inout Chance) throws -> String?
  {
    let outcome = try world.route(calendars)
    var shuffled = world
    shuffled.snapshot.agents.shuffle(using: &chance)
    shuffled.snapshot.waiting.shuffle(using: &chance)
    shuffled.snapshot.held.shuffle(using: &chance)
    if try shuffled.route(calendars) != outcome { return "the order of the input matters" }
    if let fault = try replay(outcome, world, calendars) { return fault }
    let after = try world.applied(outcome).route(calendars)
    return after.decisions == [] && after.sweep == [] ? nil : "a second run does something"
  }

  /// Carries the decisions out one by one, asking the plain gates each time.
  private func replay(_ outcome: RoutingOutcome, _ world: RoutingWorld, _ calendars: Calendars) throws
    -> String?
  {
    var naive = try NaiveRouter(world, calendars)
    var waiting = naive.inOrder()
    for decision in outcome.decisions {
      guard let index = waiting.firstIndex(where: { $0.id == decision.ticket }),
        let agent = world.snapshot.agents.first(where: { $0.id == decision.agent })
      else { return "ticket \(decision.ticket) does not wait" }
      if let gate = naive.gate(agent, waiting[index]) { return "\(decision.ticket): agent fails \(gate)" }
      for earlier in waiting[..<index] where !naive.eligible(earlier).isEmpty {
        return "\(decision.ticket) overtakes \(earlier.id)"
      }
      let ticket = waiting.remove(at: index)
      if naive.isStarving(ticket) != decision.isStarving { return "\(ticket.id): starving or not" }
      naive.claims.append((agent: agent.id, kind: ticket.channelKind, queue: ticket.queue))
    }
    for ticket in waiting {
      if let agent = naive.eligible(ticket).first { return "\(ticket.id) waits though \(agent.id) has room" }
    }
    return waiting.count == outcome.left.values.reduce(0, +) ? nil : "those who wait are miscounted"
  }
}
