import Foundation
import Testing
import VocDomain
import VocRouting

/// The simulation where theory knows the answer: one queue of equal agents, Poisson arrivals, exponential
/// handling.
///
/// Few runs, so that the test is quick. With 40 runs of 40,000 tickets for up to 200 agents (190 erlangs) the
/// intervals are 2 to 8 % of the mean wait wide and agree as often.
@Suite struct SimulationAgainstErlangTests {
  struct Queue: Sendable, CustomTestStringConvertible {
    let load: Double
    let agents: Int
    var testDescription: String { "\(load) erlangs, \(agents) agents" }
  }

  static let queues = [
    Queue(load: 0.8, agents: 1), Queue(load: 2, agents: 3), Queue(load: 5.5, agents: 6),
    Queue(load: 17, agents: 20),
  ]

  /// Long enough that whole seconds do not matter.
  static let meanHandling = 20_000.0
  static let runs: UInt64 = 12
  /// Left out of each run: the queue begins empty.
  static let warmUp = 1000
  static let measured = 4000
  /// Student's t, 11 degrees of freedom, 0.995: the 99 % interval of 12 runs.
  static let t = 3.1058

  @Test(arguments: queues) func erlangCLiesWithinTheInterval(_ queue: Queue) throws {
    let rate = queue.load / SimulationAgainstErlangTests.meanHandling
    let theory = ErlangC(
      arrivalRate: rate, meanHandling: SimulationAgainstErlangTests.meanHandling, agents: queue.agents)
    let runs = try (0..<SimulationAgainstErlangTests.runs).map { seed in
      try waits(queue, rate: rate, seed: seed)
    }
    expect(theory.meanWait, isWithin: runs.map(\.mean), "mean wait")
    expect(theory.waiting, isWithin: runs.map(\.waited), "probability of waiting")
  }

  private func waits(_ queue: Queue, rate: Double, seed: UInt64) throws -> (mean: Double, waited: Double) {
    let (warmUp, measured) = (SimulationAgainstErlangTests.warmUp, SimulationAgainstErlangTests.measured)
    var world = SimulatedWorld.plain(agents: queue.agents)
    world.arrivals = PoissonArrivals.draw(
      warmUp + measured, rate: rate, meanHandling: SimulationAgainstErlangTests.meanHandling, seed: seed)
    world.period = PoissonArrivals.start..<PoissonArrivals.start + (Int64(1) << 40)
    let log = try world.run()
    let waits = (warmUp..<warmUp + measured).map { log.waitedUntil($0) - log.arrivals[$0].at }
    #expect(!log.fates.contains(.left))
    let count = Double(measured)
    return (waits.reduce(0.0) { $0 + Double($1) } / count, Double(waits.count { $0 > 0 }) / count)
  }

  private func expect(_ theory: Double, isWithin runs: [Double], _ what: String) {
    let mean = runs.reduce(0, +) / Double(runs.count)
    let variance = runs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(runs.count - 1)
    let half = SimulationAgainstErlangTests.t * (variance / Double(runs.count)).squareRoot()
    #expect(abs(theory - mean) <= half, "\(what): \(theory), simulated \(mean) ± \(half)")
    // An interval that holds everything would prove nothing.
    #expect(half < 0.35 * theory, "\(what): ± \(half) of \(theory)")
  }
}
