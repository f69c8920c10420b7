import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// Every report asks which imports have not ended, and whoever imports asks whose follow-up comes back.
@Suite struct UnfinishedImportPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test func thoseThatHaveNotEndedAreLookedUp() throws {
    let plan = try store.plan { _ = try store.unfinishedImports() }
    #expect(plan.first == "SEARCH import_batch USING INDEX import_batch_unended (continued_by=?)", "\(plan)")
    #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test func theSameFilesAreLookedUp() throws {
    let ended = try store.plan { try store.finishBatch(1, at: Instant(unixSeconds: 0)) }
    #expect(!ended.contains { $0.contains("SCAN") }, "\(ended)")
    let otherwise = try store.plan { _ = try store.importWithOtherOptions(ofFile: "", before: 1) }
    #expect(otherwise.contains { $0.contains("import_file_sha256") }, "\(otherwise)")
    #expect(!otherwise.contains { $0.contains("SCAN import") }, "\(otherwise)")
  }

  @Test func followUpsWithoutAnAnswerAreLookedUp() throws {
    let key = try store.plan {
      try store.tieFollowUp(toAnswer: 1, OriginKey(.answer, "7", ofSource: 1))
    }
    #expect(key == ["SEARCH follow_up_left USING COVERING INDEX follow_up_left_key (source_id=? AND key=?)"])
    let fingerprint = try store.plan {
      try store.tieFollowUp(toAnswer: 1, AnswerKey(fingerprint: 1, ordinal: 0))
    }
    #expect(
      fingerprint == [
        "SEARCH follow_up_left USING COVERING INDEX follow_up_left_fingerprint (fingerprint=? AND ordinal=?)"
      ])
  }
}
