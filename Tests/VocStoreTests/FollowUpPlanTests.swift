import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// Which bad answers wait for a follow-up is found without a look at every answer.
@Suite struct FollowUpPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func thoseOfABatchAreTheNewest() throws {
    let plan = try store.plan { _ = try store.answersToFollowUp(since: Instant(unixSeconds: 0), ofBatch: 1) }
    #expect(plan.first == "SEARCH answer USING INTEGER PRIMARY KEY (rowid>?)")
    #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
  }

  @Test func thoseOfAWindowAreAStretchOfAnIndex() throws {
    let plan = try store.plan { _ = try store.answersToFollowUp(since: Instant(unixSeconds: 0)) }
    #expect(plan.first == "SEARCH answer USING INDEX answer_judged (at>?)")
    #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
  }
}
