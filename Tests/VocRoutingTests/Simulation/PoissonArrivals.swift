import Foundation
import VocDomain
import VocRouting

/// Tickets as queueing theory has them: independent of each other, with exponential handling times.
enum PoissonArrivals {
  static let start = SimulatedWorld.start

  /// `rate`: tickets a second; `meanHandling`: seconds.
  static func draw(_ count: Int, rate: Double, meanHandling: Double, seed: UInt64) -> [SimulatedArrival] {
    var chance = SplitMix64(seed: seed, stream: 1)
    func exponential(_ mean: Double) -> Double { -log(1 - chance.fraction()) * mean }
    var clock = 0.0
    return (0..<count).map { _ in
      clock += exponential(1 / rate)
      let handling = Int64(exponential(meanHandling).rounded())
      return SimulatedArrival(
        at: start + Int64(clock.rounded()), channelKind: "email", handling: HandlingTime(total: handling))
    }
  }
}
