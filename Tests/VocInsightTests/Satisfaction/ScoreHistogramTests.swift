import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct ScoreHistogramTests {
  @Test(arguments: SurveyKind.allCases)
  func mergingHistogramsIsPoolingScores(survey: SurveyKind) {
    var generator = Chance(seed: 42)
    for _ in 0..<200 {
      let scores = (0..<Int.random(in: 0...50, using: &generator))
        .map { _ in Int.random(in: survey.scale, using: &generator) }
      let cut = Int.random(in: 0...scores.count, using: &generator)
      var pooled = ScoreHistogram(survey)
      var first = pooled
      var second = pooled
      for score in scores { pooled.add(score) }
      for score in scores[..<cut] { first.add(score) }
      for score in scores[cut...] { second.add(score) }
      #expect(first + second == pooled)
      #expect(pooled.n == scores.count)
      first += second
      #expect(first.mean == pooled.mean && first.standardDeviation == pooled.standardDeviation)
      #expect(NetPromoter(first) == NetPromoter(pooled) && TopBox(first) == TopBox(pooled))
    }
  }

  @Test(arguments: SurveyKind.allCases)
  func anEmptyHistogramHasCountsButNoFigures(survey: SurveyKind) {
    let empty = ScoreHistogram(survey)
    #expect(empty.counts.count == survey.scale.count && empty.n == 0)
    #expect(empty.mean == nil && empty.standardDeviation == nil)
  }

  @Test func countsStandAtTheirScore() {
    var histogram = ScoreHistogram(.csat)
    histogram.add(1)
    histogram.add(5, times: 3)
    #expect(histogram.counts == [1, 0, 0, 0, 3] && histogram.mean == 4)
    #expect(histogram.count(in: 4...9) == 3 && histogram.count(in: -3...0) == 0)
  }
}
