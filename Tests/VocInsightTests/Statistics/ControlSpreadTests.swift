import Testing
import VocTesting

@testable import VocInsight

struct ControlSpreadTests {
  @Test(
    arguments: [
      ([], 1), ([5], 1), ([0, 0, 0], 1), ([1, -1, 1, -1], 2 / 0.954), ([0, 10], 10 / 0.954),
      ([0, 1], 1 / 0.954),
      ([0, 2, 6], 3 / 0.954), ([0, 0, 0, 50, 0, 0, 0], 1), ([0.1, 0.2], 1),
      ([.nan, 0, .infinity, 10], 10 / 0.954),
    ] as [([Double], Double)])
  func theMedianMovingRange(z: [Double], factor: Double) {
    #expect(abs(ControlSpread(z).factor - factor) < 1e-12)
  }

  /// Where chance alone is at work the limits stay as they are: the median range of normal values is 0.954 deviations.
  @Test func ofChanceAloneItIsNearOne() {
    var generator = Chance(seed: 7)
    let z = (0..<5_000).map { _ in
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
    }
    #expect(ControlSpread(z).factor < 1.05)
  }
}
