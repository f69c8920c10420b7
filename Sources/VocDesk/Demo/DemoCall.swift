import Foundation
import VocDomain

/// One invented call to the business.
struct DemoCall {
  /// From 1.
  let number: Int
  let at: Instant
  let caller: DemoPerson
  let queue: String
  /// An agent's extension and name.
  let agent: (extension: Int, name: String)
  /// Agents that did not pick up before, by extension.
  let missed: [Int]
  /// Until an agent answers or the caller gives up.
  let wait: Int64
  let talk: Int64
  let isAbandoned: Bool
  /// When in the conversation the caller was put on hold, and for how long.
  let hold: (after: Int64, seconds: Int64)?
}

/// Who calls, when, and what becomes of it.
struct DemoSwitchboard {
  static let agents = 300
  static let queues = [
    "ventas", "soporte", "pedidos", "mayoreo", "facturacion", "garantias", "envios", "sucursales", "cobranza",
    "reclamos", "club-cafe", "recepcion",
  ]

  private let seed: UInt64
  private let calendar: DemoCalendar
  private let callers: DemoCrowd
  private var calls = 0
  private(set) var dice: SplitMix64

  init(calls: Int, seed: UInt64, until: Instant) {
    self.seed = seed
    calendar = DemoCalendar(until: until)
    callers = DemoCrowd(visits: calls)
    dice = SplitMix64(seed: seed, stream: 0xCA11)
  }

  /// The next call; `share` of the time has passed before it.
  mutating func next(at share: Double) -> DemoCall {
    calls += 1
    let isAbandoned = dice.chance(0.1)
    let talk = dice.wait(mean: 190, longest: 3_600)
    let extensions = (0..<3).map { _ in 2_000 + dice.below(DemoSwitchboard.agents) }
    return DemoCall(
      number: calls, at: calendar.instant(at: min(share, 0.999_999)),
      caller: DemoPerson(number: callers.number(dice: &dice), seed: seed),
      queue: DemoSwitchboard.queues[dice.index(weights: [9, 8, 7, 3, 4, 2, 5, 2, 3, 2, 1, 1])],
      agent: (extensions[0], DemoSwitchboard.agentName(extensions[0], seed: seed)),
      missed: Array(extensions[1...].prefix(dice.index(weights: [50, 35, 15]))),
      wait: dice.wait(mean: isAbandoned ? 95 : 28, longest: 900), talk: talk, isAbandoned: isAbandoned,
      hold: talk > 60 && dice.chance(0.2) ? (talk / 3, min(talk / 3, 40)) : nil)
  }

  static func agentName(_ number: Int, seed: UInt64) -> String {
    DemoPerson(number: 900_000_000 + Int64(number), seed: seed).name
  }
}

/// Customers who come back: a few very often, most once or twice (Zipf's law, without its first ranks).
struct DemoCrowd {
  private static let shift = 20.0
  private let size: Double

  init(visits: Int) { size = Double(max(1, visits / 2)) }

  /// A customer's number, from 1.
  func number(dice: inout SplitMix64) -> Int64 {
    let ranks = exp(dice.fraction() * log((size + DemoCrowd.shift) / DemoCrowd.shift))
    return Int64(DemoCrowd.shift * ranks - DemoCrowd.shift) + 1
  }
}
