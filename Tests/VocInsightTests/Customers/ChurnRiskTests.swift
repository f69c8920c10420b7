import Testing
import VocInsight
import VocTesting

@Suite struct ChurnRiskTests {
  static let vectors = (1...4).map { "CHURN-\($0)" }

  @Test(arguments: vectors)
  func everyFigureOfTheOracle(id: String) throws {
    let vector = try StatsVectors().vector(id)
    vector.expectEveryField(["logit", "risk", "reasons"])
    let flags = try #require(vector.input["flags"] as? [String])
    let signals = try flags.map { try #require(ChurnSignal(rawValue: $0)) }
    let risk = ChurnRisk(ChurnSignals(signals))
    try vector.expect(risk.logit, "logit")
    try vector.expect(risk.risk, "risk")
    let reasons = try vector.strings("reasons")
    #expect(risk.reasons.map(\.rawValue) == reasons)
  }

  @Test(arguments: zip(vectors, [ChurnRisk.Band.low, .high, .low, .medium]))
  func bands(id: String, band: ChurnRisk.Band) throws {
    let flags = try #require(try StatsVectors().vector(id).input["flags"] as? [String])
    #expect(ChurnRisk(ChurnSignals(flags.compactMap(ChurnSignal.init))).band == band)
  }

  @Test func weightsAreDeclaredInDescendingOrder() {
    let weights = ChurnSignal.allCases.map(\.weight)
    #expect(weights == weights.sorted(by: >) && weights.count == 12)
    #expect(abs(weights.reduce(0, +) - 8.0) < 1e-12)
    #expect(ChurnRisk.Band.low < .medium && ChurnRisk.Band.medium < .high && !(ChurnRisk.Band.high < .low))
  }

  @Test func oneMoreSignalMovesTheRiskItsOwnWay() {
    let seed: UInt64 = 21
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let signals = ChurnSignals(ChurnSignal.allCases.filter { _ in Bool.random(using: &generator) })
      let before = ChurnRisk(signals)
      #expect((0...1).contains(before.risk) && ChurnSignals(before.reasons) == signals, "seed \(seed)")
      for signal in ChurnSignal.allCases where !signals.contains(signal) {
        let after = ChurnRisk(signals.union([signal]))
        #expect((after.risk > before.risk) == (signal.weight > 0))
      }
    }
  }
}
