import Testing
import VocDomain

@Suite struct SurveyKindTests {
  @Test(
    arguments: [(.nps, [0, 1, 2, 3, 4, 5, 6]), (.csat, [1, 2]), (.ces, []), (.enps, [])]
      as [(SurveyKind, [Int])])
  func whichScoresAskForACall(survey: SurveyKind, bad: [Int]) {
    #expect(survey.scale.filter { survey.badScores?.contains($0) ?? false } == bad)
  }
}
