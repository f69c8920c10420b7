import VocDomain
import VocRouting

/// The runs of a simulation: each draws its handling times, the same for every centre, from a seed of its
/// own.
struct SimulationRuns {
  /// What of a centre may be used on any thread.
  private struct Scene: Sendable {
    var arrivals: [SimulatedArrival]
    var agents: [RoutingAgent]
    var policy: ServicePolicy
  }

  private let period: Range<Instant>
  private let times: HandlingTimes
  private let scenes: [Scene]
  private let seeds: [UInt64]
  private let resamples: Bool

  init(past: SimulatedPast, centres: [SimulatedCentre], options: Desk.SimulationOptions) throws {
    period = past.period
    times = past.times
    scenes = try centres.map { centre in
      Scene(
        arrivals: try past.arrivals(by: centre.service.policy), agents: centre.agents,
        policy: centre.service.policy)
    }
    seeds = (0..<UInt64(options.runs)).map { options.seed &+ $0 }
    resamples = options.resamples
  }

  /// By run, for each centre. Every other run on a second thread: runs share nothing.
  func results() throws -> [[SimulationFigures]] {
    let odd = stride(from: 1, to: seeds.count, by: 2).map { seeds[$0] }
    let even = stride(from: 0, to: seeds.count, by: 2).map { seeds[$0] }
    let (second, first) = try Alongside.both { [self] in
      try odd.map(run)
    } here: {
      try even.map(run)
    }
    return seeds.indices.map { $0 % 2 == 0 ? first[$0 / 2] : second[$0 / 2] }
  }

  private func run(seed: UInt64) throws -> [SimulationFigures] {
    try scenes.map { scene in
      let calendars = try Calendars(scene.policy.calendars, usual: scene.policy.usualCalendar)
      var arrivals = scene.arrivals
      if resamples { arrivals = arrivals.resampled(in: period, seed: seed) }
      arrivals = arrivals.handled(by: times, seed: seed)
      let policy = scene.policy.routing
      let log = Simulation.run(arrivals, agents: scene.agents, policy, calendars, in: period)
      return SimulationFigures(log, agents: scene.agents, policy, calendars)
    }
  }
}
