import Testing

@testable import SQLite
@testable import VocStore

@Suite struct QualityPlanTests {
  @Test func aJudgementIsLookedUp() throws {
    let store = try Store()
    #expect(
      try store.plan { _ = try store.qualityScore(1) }
        == ["SEARCH quality_score USING INTEGER PRIMARY KEY (rowid=?)"])
  }
}
