import Foundation

/// A small seeded generator: the same seed gives the same numbers on every run and machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
public struct SplitMix64: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A generator of its own for one thing of a kind, so that asking for it again gives the same.
  public init(seed: UInt64, stream: UInt64) {
    self.init(seed: seed ^ (stream &+ 1) &* 0xD134_2543_DE82_EF95)
    state = next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  public mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// From 0 up to, not including, 1.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  public mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// An index, each as likely as its weight says.
  public mutating func index(weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if left < weight { return index }
      left -= weight
    }
    return weights.count - 1
  }

  /// A wait in seconds: many short, few long, never over `longest`.
  public mutating func wait(mean: Double, longest: Int64) -> Int64 {
    min(longest, 1 + Int64(-log(1 - fraction()) * mean))
  }
}
