import Testing
import VocTesting

@testable import VocInsight

@Suite struct ControlBaselineTests {
  static let vectors = ["PCHART-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("PCHART-1")
    vector.expectEveryField(["pbar", "p", "lcl", "ucl", "z"])
    let periods = zip(try vector.counts("k"), try vector.counts("n")).map {
      AnswerSum(Proportion($0, of: $1))
    }
    let whole = periods.reduce(.none, +)
    let limits = periods.map { 3 * (whole.variance / $0.n).squareRoot() }
    try vector.expect(whole.mean, "pbar")
    try vector.expect(periods.map(\.mean), "p")
    try vector.expect(limits.map { max(0, whole.mean - $0) }, "lcl")
    try vector.expect(limits.map { min(1, whole.mean + $0) }, "ucl")
    try vector.expect(ControlBaseline.deviations(periods, of: whole, prior: .none), "z")
    let baseline = try #require(ControlBaseline(periods, prior: .none))
    #expect(baseline.whole.n == whole.n - periods[4].n, "the fifth is beyond the limits")
  }

  @Test func nothingIsNoBaseline() {
    #expect(ControlBaseline([], prior: .none) == nil && ControlBaseline([.none], prior: .none) == nil)
  }

  /// Of 308 answers that were all the best, one or two others of 28 are chance, three are not (Fisher's exact test,
  /// one-sided: 0.083, 0.0067, 0.0005).
  @Test(arguments: [(0, false), (1, false), (2, false), (3, true), (28, true)])
  func answersAllAlikeAreNotCertain(others: Int, isOut: Bool) throws {
    let all = AnswerSum(Proportion(28, of: 28))
    let baseline = try #require(
      ControlBaseline(Array(repeating: all, count: 11), prior: .priorOfShare))
    let next = AnswerSum(Proportion(28 - others, of: 28))
    #expect((abs(baseline.deviation(of: next)) > 3) == isOut)
    #expect(baseline.deviation(of: all) == 0 && baseline.deviation(of: .none) == 0)
  }

  /// Wherever it stands, a crash is no part of what comes after it.
  @Test(arguments: 0..<9) func aCrashIsLeftOut(place: Int) throws {
    let all = AnswerSum(n: 28, sum: 28, squares: 28)
    var periods = Array(repeating: all, count: 8)
    periods.insert(AnswerSum(n: 28, sum: -28, squares: 28), at: place)
    let baseline = try #require(ControlBaseline(periods, prior: .priorOfNPS))
    #expect(baseline.whole.mean == 1 && baseline.deviations.count == 8 && baseline.spread == 1)
    #expect(baseline.deviation(of: all) == 0)
  }

  /// Where nothing changes, at most one share in 370 lies beyond three deviations, of many answers and of few.
  @Test(arguments: [(10...40, 60), (10...40, 85), (28...28, 95)])
  func falseAlarmsAreNoMoreThanPromised(sizes: ClosedRange<Int>, percent: Int) throws {
    var chance = Chance(seed: 370)
    func period() -> AnswerSum {
      let n = chance.number(sizes)
      return AnswerSum(Proportion((0..<n).count { _ in chance.number(1...100) <= percent }, of: n))
    }
    var alarms = 0
    for _ in 0..<3_000 {
      let before = try #require(ControlBaseline((0..<24).map { _ in period() }, prior: .priorOfShare))
      if abs(before.deviation(of: period())) > 3 * before.spread { alarms += 1 }
    }
    #expect(1...(3_000 / 370) ~= alarms, "\(alarms)")
  }
}
