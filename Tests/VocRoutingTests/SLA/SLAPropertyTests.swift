import Testing
import VocDomain
import VocRouting
import VocTesting

/// What holds of every list of events.
@Suite struct SLAPropertyTests {
  @Test(arguments: 1...20) func aBreachIsNeverErasedAndNeverInvented(seed: Int) throws {
    for turn in 0..<10 {
      var chance = Chance(seed: UInt64(1000 * seed + turn))
      let world = try SLAWorld(&chance)
      let events = world.ordered
      let whole = try SLAClocks.fold(events, calendars: world.calendars)
      for (count, pair) in zip(events, events.dropFirst()).enumerated() where pair.0.at < pair.1.at {
        let now = pair.1.at + -1
        let known = now < world.edited ? world.former : world.calendars
        let before = try SLAClocks.fold(Array(events.prefix(count + 1)), calendars: known)
        for (early, late) in zip(before, whole) {
          #expect(early.measure == late.measure && early.start == late.start)
          #expect(early.firstBreachAt(by: now) == late.firstBreachAt(by: now), "seed \(seed) turn \(turn)")
        }
      }
    }
  }

  /// Also after the clocks of the first events were asked for.
  @Test(arguments: 1...20) func oneEventAfterTheOtherIsAllAtOnce(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let world = try SLAWorld(&chance)
    var fold = SLAFold()
    for (index, event) in world.ordered.enumerated() {
      fold.apply(event)
      let prefix = Array(world.ordered.prefix(index + 1))
      #expect(
        try fold.clocks(in: world.calendars) == SLAClocks.fold(prefix, calendars: world.calendars))
    }
  }

  @Test(arguments: 1...50) func anotherPauseNeverMakesTheDueEarlier(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let start = nov(9, 8)
    let marks = (0..<8).map { _ in start + Int64(chance.number(1...20_000)) * minute }.sorted()
    let pauses = stride(from: 0, to: 8, by: 2).map { marks[$0]..<marks[$0 + 1] }
    let opened = SLAEvent.opened(start, promise([.resolution: Int64(chance.number(1...3000)) * minute]))
    let dues = try (0...pauses.count).map { count in
      let paused = pauses.prefix(count).flatMap {
        [SLAEvent(at: $0.lowerBound, .status(.pending)), SLAEvent(at: $0.upperBound, .status(.open))]
      }
      return try #require(try clocks(.resolution, opened + paused).first?.due)
    }
    #expect(dues == dues.sorted())
  }

  /// A caller that sweeps at drawn times and keeps what was fired tells each level at most once, only while
  /// the calendar is open and the clock runs, and never before its instant.
  @Test(arguments: 1...20) func eachLevelIsToldOnceAtMost(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let world = try SLAWorld(&chance)
    var fold = SLAFold()
    var fired: Set<SLAAlert.Key> = []
    var waiting = world.ordered[...]
    for step in stride(from: 0, to: SLAWorld.steps, by: 3) {
      let now = SLAWorld.instant(step)
      while let event = waiting.first, event.at <= now {
        fold.apply(event)
        waiting = waiting.dropFirst()
      }
      let clocks = try fold.clocks(in: world.calendars)
      let next = try SLAClocks.nextAlertAt(clocks, fired: fired, now: now, in: world.calendars)
      let told = try SLAClocks.alertsToFire(clocks, fired: fired, at: now, in: world.calendars)
      #expect(told.isEmpty == (next != now))
      for alert in told {
        #expect(alert.at <= now && fired.insert(alert.key).inserted)
        let clock = try #require(clocks.last { $0.measure == alert.measure && $0.start == alert.clockStart })
        #expect(clock.isRunning && world.calendars.clock(clock.calendarName).isOpen(at: now))
      }
    }
  }
}
