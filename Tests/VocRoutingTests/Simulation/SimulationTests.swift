import Testing
import VocDomain
import VocRouting
import VocTesting

@Suite struct SimulationTests {
  @Test(arguments: 0..<150 as Range<UInt64>)
  func whatIsShownToTheRouterIsEnough(seed: UInt64) throws {
    let world = SimulatedWorld(seed: seed)
    let (quick, whole) = (try world.run(), try world.run(.everything))
    #expect(quick.arrivals == whole.arrivals)
    for (ticket, fate) in quick.fates.enumerated() where fate != whole.fates[ticket] {
      Issue.record("seed \(seed), ticket \(ticket): \(fate), not \(whole.fates[ticket])")
      return
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func nothingIsLostAndNobodyHasTooMuch(seed: UInt64) throws {
    let world = SimulatedWorld(seed: seed)
    let log = try world.run()
    let figures = SimulationFigures(log, agents: world.agents, world.policy, try world.calendarClocks())
    #expect(log.arrivals.count == world.arrivals.count)
    #expect(figures.given + figures.abandoned + figures.left == figures.arrivals)
    #expect(figures.agents.reduce(0) { $0 + $1.given } == figures.given)
    for agent in world.agents { #expect(overload(of: agent, log, world.policy) == [], "seed \(seed)") }
  }

  /// The moments at which an agent had more of a kind than they may, by replaying the log.
  private func overload(
    of agent: RoutingAgent, _ log: SimulationLog, _ policy: RoutingPolicy
  ) -> [Instant] {
    var changes: [(at: Instant, isStart: Bool, kind: String)] = []
    for (arrival, fate) in zip(log.arrivals, log.fates) {
      guard case .given(agent.id, let moment) = fate else { continue }
      changes.append((moment, true, arrival.channelKind))
      changes.append((moment + arrival.handling.total, false, arrival.channelKind))
    }
    changes.sort { ($0.at, $0.isStart ? 1 : 0) < ($1.at, $1.isStart ? 1 : 0) }
    var used: [String: Int] = [:]
    return changes.compactMap { at, isStart, kind in
      used[kind, default: 0] += (isStart ? 1 : -1) * policy.channel(kind).weight
      let hasPhone = used["phone", default: 0] > 0
      let isBlocked = hasPhone && isStart && kind == "chat" || kind == "phone" && used["chat", default: 0] > 0
      let isOver = isStart && (used[kind, default: 0] > policy.capacity(of: agent, kind: kind) || isBlocked)
      return isOver ? at : nil
    }
  }

  @Test func nobodyGetsAnythingOutsideTheirShift() throws {
    for seed in 0..<20 as Range<UInt64> {
      let world = SimulatedWorld(seed: seed)
      let calendars = try world.calendarClocks()
      for case .given(let id, let moment) in try world.run().fates {
        let agent = try #require(world.agents.first { $0.id == id })
        #expect(agent.shift.map { calendars.clock($0).isOpen(at: moment) } ?? true, "seed \(seed)")
      }
    }
  }

  @Test func aDayByHand() throws {
    var world = SimulatedWorld.plain(agents: 1)
    world.calendars.append(RoutingWorld.daily("day", from: 9, to: 18))
    world.agents[0].shift = "day"
    world.policy.queues[0].calendar = "day"
    world.policy.queues[0].maximumWait = 1800
    func arrival(_ seconds: Int64, _ handling: Int64, patience: Int64? = nil) -> SimulatedArrival {
      SimulatedArrival(
        at: SimulatedWorld.start + seconds, channelKind: "email",
        handling: HandlingTime(total: handling, untilReply: handling),
        promise: .init(within: 3600, calendar: "day"), patience: patience)
    }
    let nine = 9 * Seconds.hour
    world.arrivals = [
      arrival(0, 3600), arrival(nine + 600, 1800), arrival(nine + 700, 60, patience: 100),
      arrival(33 * Seconds.hour - 1, 60), arrival(47 * Seconds.hour, 60),
    ]
    let log = try world.run()
    func given(_ seconds: Int64) -> SimulationLog.Fate {
      .given(agent: 1, at: SimulatedWorld.start + seconds)
    }
    #expect(log.fates == [given(nine), given(nine + 3600), .abandoned, given(33 * Seconds.hour), .left])
    let figures = SimulationFigures(log, agents: world.agents, world.policy, try world.calendarClocks())
    #expect(figures.calendarWaits.max == nine)
    #expect(figures.businessWaits.max == 3000)
    #expect(figures.businessWaits.median == 0)
    #expect(figures.promise.known == 4 && figures.promise.broken == 2)
    #expect(figures.maximumWait.known == 4 && figures.maximumWait.broken == 1)
    #expect(figures.agents.map(\.busy) == [5460] && figures.agents.map(\.shift) == [18 * Seconds.hour])
  }

  @Test func sameSeedSameFigures() throws {
    #expect(try SimulatedWorld(seed: 5).figures() == SimulatedWorld(seed: 5).figures())
    #expect(try SimulatedWorld(seed: 5).figures() != SimulatedWorld(seed: 6).figures())
  }

  /// First come, first served by equal agents: whoever is free first takes the next (Kiefer and Wolfowitz
  /// 1955).
  @Test(arguments: [1, 3, 20]) func oneQueueServesInTheOrderOfArrival(agents: Int) throws {
    var world = SimulatedWorld.plain(agents: agents)
    world.arrivals = PoissonArrivals.draw(
      2000, rate: 0.95 * Double(agents) / 300, meanHandling: 300, seed: UInt64(agents))
    world.period = PoissonArrivals.start..<PoissonArrivals.start + (Int64(1) << 40)
    let log = try world.run()
    var free = Array(repeating: SimulatedWorld.start, count: agents)
    for (ticket, arrival) in log.arrivals.enumerated() {
      let first = try #require(free.indices.min { free[$0] < free[$1] })
      let start = max(arrival.at, free[first])
      free[first] = start + arrival.handling.total
      #expect(log.waitedUntil(ticket) == start, "ticket \(ticket)")
    }
  }

  @Test(arguments: RoutingPolicy.Method.allCases)
  func equalAgentsTakeTurns(method: RoutingPolicy.Method) throws {
    var world = SimulatedWorld.plain(agents: 3)
    world.policy.method = method
    world.arrivals = (0..<9 as Range<Int64>).map { number in
      SimulatedArrival(
        at: SimulatedWorld.start + number * 600, channelKind: "email", handling: HandlingTime(total: 60))
    }
    let turns = try world.run().fates.map { fate -> Int64 in
      if case .given(let agent, _) = fate { agent } else { 0 }
    }
    #expect(turns == [1, 2, 3, 1, 2, 3, 1, 2, 3])
  }

  @Test func moreAgentsNeverMakePeopleWaitLonger() throws {
    var waits: [Double] = []
    for agents in 1...6 {
      var sum = 0.0
      for seed in 0..<10 as Range<UInt64> {
        var world = SimulatedWorld.plain(agents: agents)
        world.arrivals = PoissonArrivals.draw(500, rate: 0.01, meanHandling: 150, seed: seed)
        world.period = PoissonArrivals.start..<PoissonArrivals.start + Seconds.day
        sum += try world.figures().calendarWaits.mean
      }
      waits.append(sum)
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 >= $1 }, "\(waits)")
    #expect(waits[0] > waits[5])
  }
}
