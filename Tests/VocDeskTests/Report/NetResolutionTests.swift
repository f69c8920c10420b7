import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Times until solved without the time spent waiting for the customer, by the Kaplan-Meier estimate.
@Suite struct NetResolutionTests {
  /// One ticket: what is done on it, and when.
  private struct Life {
    var createdAt: Instant
    var acts: [(at: Instant, change: Desk.TicketChange)] = []

    /// Pending from a moment on for so many seconds.
    mutating func wait(from moment: Instant, _ seconds: Int64) {
      acts.append((moment, .pend))
      acts.append((moment + seconds, .hold))
    }
  }

  private static let hour = Seconds.hour
  private static let start = Instant(unixSeconds: 1_775_001_600)

  private func play(_ lives: [Life], until end: Instant, _ centre: Centre) throws {
    var ids: [Int: Int64] = [:]
    let steps: [(at: Instant, life: Int, change: Desk.TicketChange?)] = lives.enumerated().flatMap { life in
      [(life.element.createdAt, life.offset, nil)] + life.element.acts.map { ($0.at, life.offset, $0.change) }
    }
    for step in steps.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) })
      .map(
        \.element)
    {
      centre.fixture.clock = step.at
      if let change = step.change {
        try centre.perform(change, on: try #require(ids[step.life]))
      } else {
        ids[step.life] = try centre.create()
      }
    }
    centre.fixture.clock = end
  }

  private func figure(
    _ measure: ReportFigure.Measure, _ centre: Centre, matching filter: String = ""
  ) throws -> ReportFigure {
    let report = try centre.desk().satisfaction(since: nil, until: nil, by: nil, matching: filter)
    return try #require(report.figures.first { $0.measure == measure })
  }

  /// Tickets that wait for their customers are not taken for tickets that we take long to solve.
  @Test func waitingForTheCustomerIsNotOurs() throws {
    let centre = try Centre()
    for _ in 1...6 {
      let id = try centre.create()
      try centre.perform(.reply("¿Cuál?"), on: id)
      try centre.perform(.pend, on: id)
      centre.wait(2 * Seconds.day)
      try centre.perform(.hold, on: id)
      centre.wait(Self.hour)
      try centre.perform(.solve(cause: nil), on: id)
    }
    for _ in 1...6 {
      let id = try centre.create()
      try centre.perform(.reply("¿Cuál?"), on: id)
      try centre.perform(.pend, on: id)
    }
    centre.wait(20 * Seconds.day)
    let net = try figure(.netResolution, centre)
    #expect(net.n == 12 && net.part == 6 && abs((net.value ?? 0) - 3600) < 40, "\(net)")
    let all = try figure(.resolution, centre)
    #expect(all.n == 12 && all.part == 6 && (all.value ?? 0) > Double(2 * Seconds.day))
  }

  /// KM-1 of the statistics' oracles (scipy.stats.ecdf), each ticket with a wait for its customer beside: of the solved ones
  /// alone the median would be 14 hours.
  @Test func theOracleOfTheStatistics() throws {
    let end = Self.start + 20 * Seconds.day + 12 * Self.hour
    let solved: [Int64] = [2, 5, 5, 12, 16, 20, 24, 36]
    let paused: [Int64] = [20, 30]
    let running: [Int64] = [8, 48]
    var lives: [Life] = []
    for (index, hours) in solved.enumerated() {
      var life = Life(createdAt: Self.start + Int64(index) * Self.hour)
      life.wait(from: life.createdAt + Self.hour, 50 * Self.hour)
      life.acts.append((life.createdAt + (50 + hours) * Self.hour, .solve(cause: nil)))
      lives.append(life)
    }
    for hours in paused {
      var life = Life(createdAt: Self.start + Seconds.day)
      life.wait(from: life.createdAt + 2 * Self.hour, 30 * Self.hour)
      life.acts.append((life.createdAt + (30 + hours) * Self.hour, .pend))
      lives.append(life)
    }
    for hours in running {
      var life = Life(createdAt: end + -3 * Seconds.day)
      life.wait(from: life.createdAt + Self.hour, 3 * Seconds.day - hours * Self.hour)
      lives.append(life)
    }
    let centre = try Centre()
    try play(lives, until: end, centre)
    let net = try figure(.netResolution, centre)
    #expect(net.n == 12 && net.part == 8)
    for (bound, hours) in [(net.value, 20.0), (net.low, 5)] {
      #expect(abs(try #require(bound) / Double(Self.hour) - hours) <= 0.008 * hours, "\(net)")
    }
    #expect(net.high == nil)
    #expect(try figure(.netResolutionP90, centre).value == nil)
    #expect(try centre.wrong() == [])
  }

  /// While it waits for its customer a ticket's net age stands still; otherwise it grows.
  @Test(arguments: [true, false]) func whatIsPausedStandsStill(isPaused: Bool) throws {
    let centre = try Centre()
    var lives = (1...11).map { _ in
      Life(createdAt: Self.start, acts: [(Self.start + 10 * Self.hour, .solve(cause: nil))])
    }
    lives += (1...10).map { _ in
      Life(createdAt: Self.start, acts: isPaused ? [(Self.start + Self.hour, .pend)] : [])
    }
    try play(lives, until: Self.start + 11 * Self.hour, centre)
    for days in [1, 30] {
      centre.fixture.clock = Self.start + Int64(days) * Seconds.day
      let curve = try figure(.netResolution, centre)
      #expect(curve.n == 21 && curve.part == 11)
      // Of those that went on until 10 hours all were solved then, or 11 of 21.
      let p90 = try figure(.netResolutionP90, centre).value
      #expect((p90 != nil) == isPaused, "\(days) days: \(String(describing: p90))")
    }
  }

  /// Against the same estimate counted from the tickets' events alone, at two moments; the same with a filter that all
  /// tickets fulfil.
  @Test(arguments: 1...8) func itIsThePlainEstimateOfTheEvents(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let end = Self.start + 60 * Seconds.day + 12 * Self.hour
    let lives = (0..<chance.number(12...40)).map { _ in randomLife(until: end, &chance) }
    let centre = try Centre()
    try play(lives, until: end, centre)
    #expect(try centre.wrong() == [], "seed \(seed)")
    for moment in [end, end + 30 * Seconds.day] {
      centre.fixture.clock = moment
      let tickets = try netTimes(centre, at: moment)
      for (measure, share) in [(ReportFigure.Measure.netResolution, 0.5), (.netResolutionP90, 0.9)] {
        let found = try figure(measure, centre)
        let plain = quantile(share, of: tickets)
        #expect(found.n == tickets.count && found.part == tickets.count { $0.isSolved }, "seed \(seed)")
        #expect((found.value == nil) == (plain == nil), "seed \(seed): \(found) instead of \(plain ?? -1)")
        #expect(abs((found.value ?? 0) - (plain ?? 0)) <= 0.008 * (plain ?? 0), "seed \(seed): \(found)")
        #expect(try figure(measure, centre, matching: "created:>=2000-01-01") == found, "seed \(seed)")
      }
    }
  }

  /// Net times lie so far from each other that a bucket more or less changes no order.
  private func randomLife(until end: Instant, _ chance: inout Chance) -> Life {
    var net = Double(Seconds.day)
    for _ in 0..<chance.number(0...39) { net *= 1.08 }
    if chance.number(0...2) == 0 { return runningLife(Int64(net * 1.04), until: end, &chance) }
    let seconds = Int64(net)
    var life = Life(createdAt: Self.start + Int64(chance.number(0...864_000)))
    let parts = chance.number(1...3)
    var over = life.createdAt
    for _ in 1..<parts {
      over = over + seconds / 4
      let wait = Int64(chance.number(1...400_000))
      life.wait(from: over, wait)
      over = over + wait
    }
    over = over + (seconds - Int64(parts - 1) * (seconds / 4))
    if chance.number(0...1) == 0 {
      life.acts.append((over, .pend))
    } else {
      life.acts.append((over, .solve(cause: nil)))
      if chance.number(0...2) == 0 { life.acts += [(over + 60, .reopen), (over + 90, .pend)] }
    }
    return life
  }

  /// Of a ticket whose net age goes on, created at noon, where reports take the tickets of a day to be.
  private func runningLife(_ seconds: Int64, until end: Instant, _ chance: inout Chance) -> Life {
    let days = 1 + seconds / Seconds.day + Int64(chance.number(0...1))
    var life = Life(createdAt: end + -days * Seconds.day)
    let wait = days * Seconds.day - seconds
    let early = chance.number(0...1) == 0 ? 0 : wait / 2
    if early > 0 { life.wait(from: life.createdAt + seconds / 3, early) }
    life.wait(from: life.createdAt + seconds / 2 + early, wait - early)
    return life
  }

  /// How long each ticket has not waited for its customer until it was first solved, or so far.
  private func netTimes(_ centre: Centre, at now: Instant) throws -> [(seconds: Double, isSolved: Bool)] {
    let events = try Database(path: centre.fixture.path).rows(
      """
      SELECT ticket_id, at, to_value FROM event WHERE kind = 'created' OR kind = 'status' ORDER BY ticket_id, at, id
      """
    ) { (ticket: $0.int(0), at: $0.int(1), status: $0.text(2)) }
    return Dictionary(grouping: events, by: \.ticket).values.map { events in
      var seconds: Int64 = 0
      for (event, next) in zip(events, events.dropFirst().map(\.at) + [now.unixSeconds]) {
        if event.status == "solved" { return (Double(seconds), true) }
        if event.status != "pending" { seconds += next - event.at }
      }
      return (Double(seconds), false)
    }
  }

  /// The Kaplan-Meier estimate as textbooks write it down.
  private func quantile(_ share: Double, of tickets: [(seconds: Double, isSolved: Bool)]) -> Double? {
    var survival = 1.0
    for time in Set(tickets.filter(\.isSolved).map(\.seconds)).sorted() {
      let atRisk = tickets.count { $0.seconds >= time }
      let solved = tickets.count { $0.isSolved && $0.seconds == time }
      survival *= 1 - Double(solved) / Double(atRisk)
      if survival <= 1 - share + 1e-12 { return time }
    }
    return nil
  }
}
