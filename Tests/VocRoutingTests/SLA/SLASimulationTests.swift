import Testing
import VocDomain
import VocRouting
import VocTesting

/// Drawn tickets: what the fold works out against a walk over their time.
@Suite struct SLASimulationTests {
  @Test(arguments: 1...40) func theFoldAgreesWithAWalkOverTime(tens: Int) throws {
    for seed in tens * 10..<tens * 10 + 10 {
      var chance = Chance(seed: UInt64(seed))
      let world = try SLAWorld(&chance)
      var walk = SLASimulation(open: world.open)
      walk.run(world.events)
      let clocks = try SLAClocks.fold(world.ordered, calendars: world.calendars)
      try #require(clocks.map(\.measure) == walk.instances.map(\.measure), "seed \(seed)")
      for (clock, walked) in zip(clocks, walk.instances) {
        try compare(clock, walked, world.calendars, "seed \(seed), \(clock.measure) of step \(walked.start)")
      }
    }
  }

  private func compare(
    _ clock: SLAClock, _ walked: SLASimulation.Instance, _ calendars: Calendars, _ note: Comment
  ) throws {
    let end = SLAWorld.instant(SLAWorld.steps - 1)
    #expect(clock.start == SLAWorld.instant(walked.start), note)
    #expect(clock.stop == walked.stop.map(SLAWorld.instant), note)
    #expect(clock.stopReason == walked.reason, note)
    #expect(clock.policyName == walked.policyName, note)
    let elapsed = clock.elapsed(until: SLAWorld.instant(SLAWorld.steps), in: calendars)
    #expect(elapsed.business == Int64(walked.elapsed) * SLASimulation.step, note)
    #expect(elapsed.calendar == Int64(walked.lasted) * SLASimulation.step, note)
    #expect(clock.firstBreachAt(by: end) == walked.reached[.breach].map(SLAWorld.instant), note)
    let alerts = try SLAClocks.alerts([clock], in: calendars).filter { $0.at <= end }
    let reached = Dictionary(uniqueKeysWithValues: alerts.map { ($0.level, $0.at) })
    #expect(reached == walked.reached.mapValues(SLAWorld.instant), note)
    #expect(clock.state(at: end) == state(walked), note)
    if let due = clock.due, clock.isRunning, due <= end, due >= clock.terms[clock.terms.count - 1].since {
      #expect(due == walked.due.map(SLAWorld.instant), note)
    }
  }

  private func state(_ walked: SLASimulation.Instance) -> SLAClock.State {
    if walked.reached[.breach] != nil { return .breached }
    guard let target = walked.target else { return .unmeasured }
    if walked.stop != nil { return .met }
    let left = Int64(target - walked.elapsed) * SLASimulation.step
    return walked.isPaused ? .paused(remaining: left) : .running
  }
}
