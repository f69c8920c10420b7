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

  @Test func thoseAboutATicketAndTheAnswerOfOneAreLookedUp() throws {
    let about = try store.plan { _ = try store.followUps(aboutTicket: 1) }
    #expect(about.contains("SEARCH answer USING COVERING INDEX answer_ticket (ticket_id=?)"), "\(about)")
    #expect(about.contains("SEARCH follow_up USING INTEGER PRIMARY KEY (rowid=?)"), "\(about)")
    let answered = try store.plan { _ = try store.followedAnswer(ofTicket: 1) }
    #expect(!answered.contains { $0.contains("SCAN") }, "\(answered)")
  }

  @Test func thoseOfNobodyAreCountedInTheSameStretch() throws {
    let plan = try store.plan { _ = try store.countBadAnswersOfNobody(since: Instant(unixSeconds: 0)) }
    #expect(plan.first == "SEARCH answer USING INDEX answer_judged (at>?)", "\(plan)")
    #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
  }

  @Test func thoseOfAWindowAreAStretchOfAnIndex() throws {
    let plan = try store.plan { _ = try store.answersToFollowUp(since: Instant(unixSeconds: 0)) }
    #expect(plan.first == "SEARCH answer USING INDEX answer_judged (at>?)")
    #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
  }
}
