import Testing
import VocDomain
import VocInsight

@Suite struct SampleWarningTests {
  @Test(arguments: [
    (0, nil, [SampleWarning.noData]),
    (0, 50.0, [.noData]),
    (1, 73.3, [.figureHidden, .indicative]),
    (9, 10.0, [.figureHidden]),
    (10, 10.01, [.smallSample, .indicative]),
    (29, 9.9, [.smallSample]),
    (30, 10.0, []),
    (30, 10.5, [.indicative]),
    (500, nil, []),
  ])
  func rule(n: Int, marginOfError: Double?, expected: [SampleWarning]) {
    #expect(SampleWarning.rule(n: n, marginOfError: marginOfError) == expected)
  }

  @Test func summariesWarnByTheirOwnInterval() throws {
    let hundred = try #require(
      NetPromoter(ScoreHistogram(.nps, counts: [1, 0, 1, 2, 1, 3, 4, 10, 18, 30, 30])))
    #expect(hundred.warnings == [.indicative])
    let csat = try #require(TopBox(ScoreHistogram(.csat, counts: [4, 3, 8, 45, 60])))
    #expect(csat.warnings.isEmpty)
    let few = try #require(TopBox(ScoreHistogram(.ces, counts: [0, 0, 1, 0, 2, 5, 7])))
    #expect(few.warnings == [.smallSample, .indicative])
  }
}
