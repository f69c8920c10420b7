import Foundation
import Testing
import VocInsight

@Suite struct SampleSizeTests {
  static let vectors = ["SIZE-1", "SIZE-2", "SIZE-3"]

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["n0", "n"])
    let size = try #require(
      SampleSize(
        promoters: try vector.given("p"), detractors: try vector.given("d"),
        margin: try vector.given("E"), base: (vector.input["N"] as? NSNumber)?.intValue))
    try vector.expect(size.unlimited, "n0")
    try vector.expect(Double(size.answers), "n")
  }

  /// z² × 0.25 / 0.05² = 384.1: the number that every handbook has.
  @Test func aShareWithinFivePoints() {
    #expect(SampleSize(share: 0.5, margin: 5)?.answers == 385)
    #expect(SampleSize(share: 0.5, margin: 5, base: 100)?.answers == 80)
  }

  @Test func oddInputHasNoSize() {
    #expect(SampleSize(share: 0.5, margin: 0) == nil && SampleSize(share: 0.5, margin: .nan) == nil)
    #expect(SampleSize(share: 1.2, margin: 5) == nil && SampleSize(share: 0.5, margin: 5, base: 0) == nil)
    #expect(SampleSize(promoters: 0.7, detractors: 0.5, margin: 5) == nil)
    #expect(SampleSize(promoters: .nan, detractors: 0.5, margin: 5) == nil)
    #expect(
      SampleSize(share: 0.5, margin: 1e-200) == nil && SampleSize(share: 0.5, margin: 5, confidence: 1) == nil
    )
    #expect(
      SampleSize(share: 1, margin: 5)?.answers == 1 && SampleSize(share: 1, margin: 5, base: 1)?.answers == 1)
  }

  @Test func neverMoreThanTheBaseAndMoreForLessMargin() throws {
    for base in [1, 2, 10, 400, 100_000] {
      var last = Int.max
      for margin in [0.1, 1, 5, 10, 50, 100] {
        let answers = try #require(SampleSize(share: 0.4, margin: margin, base: base)).answers
        #expect(1 <= answers && answers <= min(base, last))
        last = answers
      }
    }
  }
}
