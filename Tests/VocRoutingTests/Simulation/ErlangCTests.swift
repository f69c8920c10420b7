import Foundation
import Testing
import VocDomain
import VocRouting

@Suite struct ErlangCTests {
  struct Vector: Sendable {
    let rate: Double
    let meanHandling: Double
    let agents: Int
    let seconds: Double
    let waiting: Double
    let meanWait: Double
    let serviceLevel: Double
  }

  /// By the definition (sums of a^k/k!) in rational numbers, with Python's fractions.Fraction; the last
  /// column in floating point from those.
  static let vectors: [Vector] = [
    (0.1, 9, 1, 30, 0.9, 81.0, 0.35512182048358965),
    (1 / 60, 180, 4, 20, 0.5094339622641509, 91.69811320754717, 0.5441384612455098),
    (0.3, 240, 80, 20, 0.2630720121808458, 7.892160365425374, 0.8649343254080032),
    (2, 300, 620, 10, 0.31194403870735526, 4.679160580610329, 0.8398425903474783),
    (0.2, 180, 37, 20, 0.8144214581465192, 146.59586246637346, 0.27122365879320587),
    (5, 360, 1805, 60, 0.8609277440760565, 61.98679757347607, 0.6258423447705055),
    (0.5, 10, 6, 3, 0.5875164504606128, 5.875164504606129, 0.5647571085485301),
  ].map {
    Vector(
      rate: $0.0, meanHandling: $0.1, agents: $0.2, seconds: $0.3, waiting: $0.4, meanWait: $0.5,
      serviceLevel: $0.6)
  }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-9 * max(1, abs(expected))
  }

  @Test(arguments: vectors) func agreesWithRationalArithmetic(_ vector: Vector) {
    let queue = ErlangC(
      arrivalRate: vector.rate, meanHandling: vector.meanHandling, agents: vector.agents)
    #expect(isNear(queue.waiting, vector.waiting))
    #expect(isNear(queue.meanWait, vector.meanWait))
    #expect(isNear(queue.serviceLevel(within: vector.seconds), vector.serviceLevel))
  }

  /// The emergency room of F. Hillier and G. Lieberman, "Introduction to Operations Research": two patients
  /// an hour, 20 minutes each; with one doctor they wait 2/3 of an hour, with two 1/24.
  @Test func agreesWithATextbook() {
    let one = ErlangC(arrivalRate: 2 / 3600, meanHandling: 1200, agents: 1)
    let two = ErlangC(arrivalRate: 2 / 3600, meanHandling: 1200, agents: 2)
    #expect(isNear(one.meanWait, 2400) && isNear(one.waiting, 2.0 / 3))
    #expect(isNear(two.meanWait, 150) && isNear(two.waiting, 1.0 / 6))
  }

  @Test func whatIsTooMuchWaitsForEver() {
    let queue = ErlangC(arrivalRate: 1, meanHandling: 10, agents: 10)
    #expect(queue.waiting == 1 && queue.meanWait == .infinity && queue.serviceLevel(within: 60) == 0)
  }

  /// Neither does a sum overflow nor a probability leave 0...1.
  @Test func thousandsOfAgents() {
    for agents in [5000, 5010, 5500, 50_000] {
      let queue = ErlangC(arrivalRate: 10, meanHandling: 499, agents: agents)
      #expect((0...1).contains(queue.waiting) && queue.meanWait.isFinite)
    }
  }
}
