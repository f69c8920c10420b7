import VocDomain
import VocStore

extension Desk {
  /// One thing that must hold about the database.
  public enum Check: String, CaseIterable, Sendable {
    /// SQLite's own check of its file, and every reference.
    case file
    /// The full-text index against the messages.
    case search
    /// The satisfaction counters against the answers.
    case counters
    /// Since when customers wait, against the messages.
    case waiting
    /// Calls against the messages that stand for them.
    case calls
    /// Merged customers against the ledger of merges.
    case merges
    /// Events that imports derived, against what they brought.
    case derived
    /// Measures of tickets and histograms of service, against the tickets' messages and events.
    case measures
    /// What is kept of the texts of customers, against reading them again.
    case texts
    /// Due times against the fold of the tickets' events.
    case service
    /// Who has and who is offered what, against the tickets.
    case holders
    /// Replies to be delivered, against the messages.
    case outbox
  }

  public struct Finding: Sendable {
    public var check: Check
    /// How many places are wrong.
    public var problems: Int
  }

  /// Proves what is kept for speed equal to its recomputation; reads everything, so it takes its time.
  public func examine() throws -> [Finding] {
    // The check of the search index is a write to SQLite; the others must not keep writers waiting.
    let isSearchSound = try store.searchIndexIsSound()
    return try store.snapshot {
      try Check.allCases.map { check in
        let problems =
          switch check {
          case .file: try store.integrityProblems().count
          case .search: isSearchSound ? 0 : 1
          case .counters: try counterProblems()
          case .waiting: try store.wrongWaitingTimes()
          case .calls: try store.wrongCalls()
          case .merges: try store.wrongMerges()
          case .derived: try store.wrongDerivedEvents()
          case .measures: try wrongMeasures()
          case .texts: try wrongSignals()
          case .service: try wrongSLAs()
          case .holders: try store.wrongHolders()
          case .outbox: try store.wrongOutbox()
          }
        return Finding(check: check, problems: problems)
      }
    }
  }

  private func counterProblems() throws -> Int {
    var counters = AnswerCounters(zone: try reportClock())
    try store.eachAnswer { counters.add($0) }
    var expected = counters.cells
    var wrong = 0
    for dimension in AnswerCell.Dimension.allCases {
      for grain in AnswerCell.Grain.allCases {
        try store.answerCounts(dimension, grain: grain, periods: -10_000_000...10_000_000) { cell, count in
          let right = expected.removeValue(forKey: cell)
          // Where comments are still to be counted, nothing is told of them.
          let isRight = right?.n == count.n && (count.commented == nil || right?.commented == count.commented)
          if !isRight { wrong += 1 }
        }
      }
    }
    return wrong + expected.count
  }
}
