/// A small seeded generator (Steele, Lea, Flood 2014), so that a failing property can be repeated.
public struct Chance: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some things; nil of none.
  public mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  public mutating func isTrue(oneIn n: Int) -> Bool { number(1...n) == 1 }
}
