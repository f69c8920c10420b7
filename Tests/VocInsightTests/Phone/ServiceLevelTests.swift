import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct ServiceLevelTests {
  static let vectors = ["PHONE-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("PHONE-1")
    vector.expectEveryField([
      "offered", "answered", "abandoned", "short", "sl_answered_in_T_over_offered",
      "sl_over_offered_minus_short",
      "sl_over_answered", "sl_excluding_abandoned_in_T", "abandon_rate", "abandon_rate_net", "asa",
    ])
    let calls = try #require(vector.input["calls"] as? [[Any]]).map { call -> WaitingCall in
      let wait = try #require(call.last as? NSNumber).int64Value
      return call.first as? String == "ans" ? .answered(after: wait) : .abandoned(after: wait)
    }
    let level = ServiceLevel(
      calls, threshold: Int64(try vector.given("T")), shortAbandon: Int64(try vector.given("short_abandon")))
    try vector.expect(Double(level.offered), "offered")
    try vector.expect(Double(level.answered), "answered")
    try vector.expect(Double(level.abandoned), "abandoned")
    try vector.expect(Double(level.short), "short")
    try vector.expect(level.share(.overOffered).share, "sl_answered_in_T_over_offered")
    try vector.expect(level.share(.overOfferedWithoutShort).share, "sl_over_offered_minus_short")
    try vector.expect(level.share(.overAnswered).share, "sl_over_answered")
    try vector.expect(level.share(.overOfferedWithoutAbandonedInTime).share, "sl_excluding_abandoned_in_T")
    try vector.expect(level.abandonRate.share, "abandon_rate")
    try vector.expect(level.netAbandonRate.share, "abandon_rate_net")
    try vector.expect(level.averageSpeedOfAnswer, "asa")
    // Not among the oracle's: six answered and two abandoned within 20 s, of twelve.
    #expect(level.share(.abandonedInTimeCountsAsMet) == Proportion(8, of: 12))
    #expect(level.share() == level.share(.overOfferedWithoutShort))
  }

  /// ICMI's example, four of its five formulas: 1000 answered, 860 of them in 20 s; 60 abandoned, 20 of them
  /// in 20 s.
  @Test func theExampleOfICMI() {
    var calls: [WaitingCall] = []
    calls +=
      Array(repeating: .answered(after: 20), count: 860) + Array(repeating: .answered(after: 21), count: 140)
    calls +=
      Array(repeating: .abandoned(after: 3), count: 10) + Array(repeating: .abandoned(after: 5), count: 10)
    calls += Array(repeating: .abandoned(after: 40), count: 40)
    let level = ServiceLevel(calls)
    #expect(level.share(.abandonedInTimeCountsAsMet) == Proportion(880, of: 1060))
    #expect(level.share(.overAnswered) == Proportion(860, of: 1000))
    #expect(level.share(.overOffered) == Proportion(860, of: 1060))
    #expect(level.share(.overOfferedWithoutAbandonedInTime) == Proportion(860, of: 1040))
    #expect(level.share(.overOfferedWithoutShort) == Proportion(860, of: 1050))
    #expect(level.netAbandonRate == Proportion(50, of: 1050))
  }

  @Test func noCallsAndOnlyAbandonedOnes() {
    let none = ServiceLevel([WaitingCall]())
    #expect(none.offered == 0 && none.averageSpeedOfAnswer == nil && none.netAbandonRate.share == nil)
    for formula in ServiceLevel.Formula.allCases { #expect(none.share(formula).share == nil) }
    let short = ServiceLevel([.abandoned(after: 1)])
    #expect(short.share().share == nil && short.share(.overOffered).share == 0)
    #expect(short.abandonRate.share == 1 && short.netAbandonRate.share == nil)
  }

  @Test func everyFormulaIsAShareForAnyThresholds() {
    let seed: UInt64 = 15
    var generator = Chance(seed: seed)
    for _ in 0..<300 {
      let calls = (0..<Int.random(in: 0...40, using: &generator)).map { _ -> WaitingCall in
        let wait = Int64.random(in: -5...90, using: &generator)
        return Bool.random(using: &generator) ? .answered(after: wait) : .abandoned(after: wait)
      }
      let level = ServiceLevel(
        calls, threshold: Int64.random(in: 0...60, using: &generator),
        shortAbandon: Int64.random(in: 0...80, using: &generator))
      for formula in ServiceLevel.Formula.allCases {
        #expect((0...1).contains(level.share(formula).share ?? 0), "seed \(seed)")
        #expect(level.share(formula).trials <= calls.count)
      }
      let strictest = level.share(.overOffered).share ?? 0
      for formula in ServiceLevel.Formula.allCases {
        #expect((level.share(formula).share ?? 1) >= strictest, "\(formula)")
      }
    }
  }
}
