import Foundation
import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct TopBoxTests {
  static let vectors = ["CSAT-1", "CES-1"]

  @Test func everyFigureOfTheCSATOracle() throws {
    let vector = try StatsVectors().vector("CSAT-1")
    vector.expectEveryField(["n", "csat", "bottom2", "mean", "wilson95"])
    let csat = try #require(TopBox(ScoreHistogram(.csat, counts: try vector.counts("counts"))))
    try vector.expect(Double(csat.n), "n")
    try vector.expect(csat.percent, "csat")
    try vector.expect(csat.bottomPercent, "bottom2")
    try vector.expect(csat.mean, "mean")
    try vector.expect((csat.interval().low, csat.interval().high), "wilson95")
  }

  @Test func everyFigureOfTheCESOracle() throws {
    let vector = try StatsVectors().vector("CES-1")
    vector.expectEveryField(["n", "mean", "sd", "t95", "easy_pct", "wilson95"])
    var histogram = ScoreHistogram(.ces)
    for score in try vector.counts("scores") { histogram.add(score) }
    let ces = try #require(TopBox(histogram))
    let mean = try #require(ces.meanInterval())
    try vector.expect(Double(ces.n), "n")
    try vector.expect(ces.mean, "mean")
    try vector.expect(ces.standardDeviation, "sd")
    try vector.expect((mean.low, mean.high), "t95")
    try vector.expect(ces.percent, "easy_pct")
    try vector.expect((ces.interval().low, ces.interval().high), "wilson95")
    #expect(ces.bottom == nil && ces.bottomPercent == nil)
  }

  @Test func noAnswersAndOtherSurveysHaveNoSummary() {
    #expect(TopBox(ScoreHistogram(.csat)) == nil && TopBox(ScoreHistogram(.ces)) == nil)
    #expect(TopBox(ScoreHistogram(.nps, counts: Array(repeating: 1, count: 11))) == nil)
  }

  @Test func oneAnswerHasAShareButNoIntervalOfTheMean() throws {
    let one = try #require(TopBox(ScoreHistogram(.csat, counts: [0, 0, 0, 0, 1])))
    #expect(one.percent == 100 && one.mean == 5)
    #expect(one.standardDeviation == nil && one.meanInterval() == nil)
  }

  @Test(arguments: [SurveyKind.csat, .ces])
  func boundsLieInsideTheScaleAndAroundTheFigure(survey: SurveyKind) throws {
    let seed: UInt64 = 7
    var generator = Chance(seed: seed)
    let scale = Double(survey.scale.lowerBound)...Double(survey.scale.upperBound)
    for _ in 0..<1000 {
      let counts = survey.scale.map { _ in max(0, Int.random(in: -20...40, using: &generator)) }
      guard let summary = TopBox(ScoreHistogram(survey, counts: counts)) else { continue }
      let interval = summary.interval()
      #expect(0 <= interval.low && interval.high <= 100 && interval.contains(summary.percent), "seed \(seed)")
      if let mean = summary.meanInterval() {
        #expect(mean.contains(summary.mean) && scale.contains(mean.low) && scale.contains(mean.high))
      }
    }
  }
}
