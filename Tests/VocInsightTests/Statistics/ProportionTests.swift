import Testing
import VocInsight

@Suite struct ProportionTests {
  static let vectors = (1...7).map { "WILSON-\($0)" }

  @Test(arguments: vectors)
  func everyIntervalOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["p", "wilson95", "wilson90", "clopper95", "jeffreys95"])
    let proportion = Proportion(try vector.count("k"), of: try vector.count("n"))
    try vector.expect(proportion.share, "p")
    try vector.expect(bounds(proportion.wilson()), "wilson95")
    try vector.expect(bounds(proportion.wilson(confidence: 0.9)), "wilson90")
    try vector.expect(bounds(proportion.clopperPearson()), "clopper95")
    try vector.expect(bounds(proportion.jeffreys()), "jeffreys95")
  }

  private func bounds(_ interval: ConfidenceInterval?) throws -> (low: Double, high: Double) {
    let interval = try #require(interval)
    return (interval.low, interval.high)
  }

  @Test func nothingOfNothingHasNoFigure() {
    let none = Proportion(0, of: 0)
    #expect(none.share == nil && none.wilson() == nil)
    #expect(none.clopperPearson() == nil && none.jeffreys() == nil)
  }

  /// Every small world, at two confidences: ordered, inside 0...1, mirrored when successes and failures swap.
  @Test func intervalsHoldTheShareAndMirror() throws {
    for n in 1...40 {
      for k in 0...n {
        let share = Double(k) / Double(n)
        for confidence in [0.8, 0.95] {
          let intervals: [(Proportion) -> ConfidenceInterval?] = [
            { $0.wilson(confidence: confidence) }, { $0.clopperPearson(confidence: confidence) },
            { $0.jeffreys(confidence: confidence) },
          ]
          for (index, interval) in intervals.enumerated() {
            let here = try #require(interval(Proportion(k, of: n)))
            let mirror = try #require(interval(Proportion(n - k, of: n)))
            #expect(0 <= here.low && here.low < here.high && here.high <= 1)
            #expect(abs(here.low - (1 - mirror.high)) < 1e-12 && abs(here.high - (1 - mirror.low)) < 1e-12)
            // Jeffreys leaves the share out at k = 0 and k = n: its prior never believes in certainty.
            if index < 2 || (k > 0 && k < n) { #expect(here.contains(share), "\(k) of \(n)") }
          }
        }
      }
    }
  }

  @Test func millionsOfAnswersStayAccurate() throws {
    let proportion = Proportion(1_234_567, of: 2_000_000)
    let wilson = try #require(proportion.wilson())
    let exact = try #require(proportion.clopperPearson())
    #expect(abs(wilson.low - exact.low) < 1e-6 && abs(wilson.high - exact.high) < 1e-6)
    #expect(exact.low < wilson.low && exact.high > wilson.high)
  }
}
