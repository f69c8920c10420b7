import VocDomain
import VocStore

/// What each known customer's NPS and CSAT answers tell of them.
struct CustomerScores {
  struct Summary {
    let customer: Int64
    var lastAt: Instant
    /// Whether they answered in the period.
    var hasAnswered = false
    /// The newest NPS answer, and the one before it.
    var lastScore: Int?
    var scoreBefore: Int?
    /// The newest CSAT answer.
    var lastSatisfaction: Int?
  }

  private(set) var summaries: [Summary] = []

  init(_ store: Store, period: Range<Instant>) throws {
    // Customer by customer, the oldest first.
    var current: Summary?
    try store.eachScore { _, customer, survey, score, moment in
      if current?.customer != customer {
        if let current { summaries.append(current) }
        current = Summary(customer: customer, lastAt: moment)
      }
      guard var summary = current else { return }
      summary.lastAt = max(summary.lastAt, moment)
      if period.contains(moment) { summary.hasAnswered = true }
      if survey == .nps {
        (summary.scoreBefore, summary.lastScore) = (summary.lastScore, score)
      } else {
        summary.lastSatisfaction = score
      }
      current = summary
    }
    if let current { summaries.append(current) }
  }
}
