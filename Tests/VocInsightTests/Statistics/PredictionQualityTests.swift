import Testing
import VocInsight

@Suite struct PredictionQualityTests {
  @Test func perfectReversedAndBlindPredictions() {
    let happened = [true, true, false, false]
    #expect(PredictionQuality.areaUnderCurve([0.9, 0.8, 0.2, 0.1], happened) == 1)
    #expect(PredictionQuality.areaUnderCurve([0.1, 0.2, 0.8, 0.9], happened) == 0)
    #expect(PredictionQuality.areaUnderCurve([0.5, 0.5, 0.5, 0.5], happened) == 0.5)
    #expect(PredictionQuality.brier([1, 1, 0, 0], happened) == 0)
    #expect(PredictionQuality.brier([0.5, 0.5, 0.5, 0.5], happened) == 0.25)
  }

  @Test func oddInputHasNoFigure() {
    #expect(PredictionQuality.areaUnderCurve([0.1], [true]) == nil)
    #expect(PredictionQuality.areaUnderCurve([0.1, 0.2], [true]) == nil)
    #expect(PredictionQuality.brier([], []) == nil && PredictionQuality.brier([0.1, 0.2], [true]) == nil)
  }
}
