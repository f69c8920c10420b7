public import VocDomain

/// What is known of one customer as far as it tells whether they may leave.
public struct CustomerFacts: Equatable, Sendable {
  /// The newest NPS answer, and the one before it.
  public var lastScore: Int?
  public var scoreBefore: Int?
  /// The newest CSAT answer.
  public var lastSatisfaction: Int?
  /// Unsolved tickets past their due time.
  public var overdueTickets = 0
  /// The newest reopening of one of their tickets.
  public var reopenedAt: Instant?
  /// Tickets opened within `ChurnSignal.recent`.
  public var recentContacts = 0
  /// The newest message of theirs, or answer.
  public var lastWordAt: Instant?
  /// When the ticket that was solved last was solved, and whether at the first contact.
  public var solvedAt: Instant?
  public var isSolvedAtFirst = false

  public init() {}

  /// Takes another solve in, whichever comes first.
  public mutating func takeSolve(at moment: Instant, atFirstContact isFirst: Bool) {
    if let solvedAt, solvedAt > moment { return }
    (solvedAt, isSolvedAtFirst) = (moment, isFirst)
  }

  /// Takes another reopening in, whichever comes first.
  public mutating func takeReopening(at moment: Instant) {
    reopenedAt = max(reopenedAt ?? moment, moment)
  }

  /// Takes another word of theirs in, whichever comes first.
  public mutating func takeWord(at moment: Instant) { lastWordAt = max(lastWordAt ?? moment, moment) }

  /// The signals that these facts tell as of a moment; those of what customers write are another's to tell.
  public func signals(at now: Instant) -> ChurnSignals {
    var signals: ChurnSignals = []
    if let lastScore {
      if SurveyKind.nps.badScores?.contains(lastScore) ?? false { signals.insert(.detractor) }
      if lastScore >= 9 { signals.insert(.promoter) }
      if let scoreBefore, scoreBefore - lastScore >= 3 { signals.insert(.fallingScore) }
    }
    if let lastSatisfaction, SurveyKind.csat.badScores?.contains(lastSatisfaction) ?? false {
      signals.insert(.badSatisfaction)
    }
    if overdueTickets > 0 { signals.insert(.openOverdue) }
    if let reopenedAt, now - reopenedAt <= ChurnSignal.recent { signals.insert(.reopened) }
    if recentContacts >= 3 { signals.insert(.manyContacts) }
    if let lastWordAt, now - lastWordAt >= ChurnSignal.silence { signals.insert(.silent) }
    if isSolvedAtFirst, let solvedAt, now - solvedAt <= ChurnSignal.silence {
      signals.insert(.resolvedAtFirst)
    }
    return signals
  }
}
