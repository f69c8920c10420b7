public import VocDomain
import VocStore

/// Judging how well tickets were served.
extension Desk {
  /// A judgement with the names that people know.
  public struct JudgedTicket: Sendable {
    public var score: QualityScore
    public var agent: String
    /// The card that it was judged by.
    public var card: QualityCard
    /// 0...100.
    public var percent: Double
  }

  /// The card in force with its version; `usual`, with none, before there is one.
  public func qualityCard(usual: QualityCard) throws -> (version: Int64?, card: QualityCard) {
    try store.qualityCard().map { ($0.id, $0.card) } ?? (nil, usual)
  }

  /// Puts a card in force, unless it is; what was judged before stays judged by its own.
  public func setQualityCard(_ card: QualityCard) throws -> Int64 {
    try store.transaction {
      if let known = try store.qualityCard(), known.card.isSame(as: card) { return known.id }
      return try store.insert(card, by: actor, at: now())
    }
  }

  /// Judges how an agent served a ticket: the one who has it, or who last replied, where none is named.
  ///
  /// `usual` becomes the card in force where there is none. Throws `QualityError`.
  public func judge(
    ticket id: Int64, agent name: String?, marks given: [(name: String, mark: Int)], comment: String,
    usual: QualityCard
  ) throws -> JudgedTicket {
    try store.transaction {
      let ticket = try ticket(id)
      let card = try store.qualityCard() ?? (try store.insert(usual, by: actor, at: now()), usual)
      let marks = try card.card.marks(given)
      let agent = try name.map { try self.agent(named: $0) } ?? servedBy(ticket)
      var score = QualityScore(
        id: 0, ticketID: id, agentID: agent.id, cardID: card.id, at: now(), actor: actor,
        comment: Desk.storable(comment), marks: marks)
      score.id = try store.insert(score)
      let judged = JudgedTicket(
        score: score, agent: agent.name, card: card.card, percent: card.card.percent(marks) ?? 0)
      try store.insert(
        TicketEvent(ticketID: id, at: score.at, actor: actor, kind: .quality, to: judged.eventText))
      return judged
    }
  }

  /// Takes a judgement back: it counts for nothing, and the ticket's history tells both.
  public func removeJudgement(_ id: Int64) throws -> JudgedTicket {
    try store.transaction {
      guard let stands = try store.qualityScoreStands(id) else { throw QualityError.unknownScore(id) }
      if !stands { throw QualityError.removedAlready(id) }
      let score = try store.qualityScore(id)
      guard let judged = try score.flatMap({ try judgedTickets([$0]).first }) else {
        throw QualityError.unknownScore(id)
      }
      try store.removeQualityScore(id, by: actor, at: now())
      try store.insert(
        TicketEvent(
          ticketID: judged.score.ticketID, at: now(), actor: actor, kind: .quality, from: judged.eventText))
      return judged
    }
  }

  /// The judgements that stand, the newest first; both ends of the period are included.
  public func judgements(
    ofTicket ticket: Int64? = nil, ofAgent name: String? = nil, period: ReportPeriod? = nil, limit: Int = .max
  ) throws -> [JudgedTicket] {
    try store.snapshot {
      if let ticket { _ = try self.ticket(ticket) }
      let agent = try name.map { try self.agent(named: $0) }
      return try judgedTickets(
        try store.qualityScores(
          ofTicket: ticket, ofAgent: agent?.id,
          within: (period ?? .always).moments(in: try reportClock()), limit: limit))
    }
  }

  private func judgedTickets(_ scores: [QualityScore]) throws -> [JudgedTicket] {
    let names = try namesOfAgents()
    var cards: [Int64: QualityCard] = [:]
    return try scores.compactMap { score in
      let known = try cards[score.cardID] ?? store.qualityCard(score.cardID)
      guard let card = known, let percent = card.percent(score.marks) else { return nil }
      cards[score.cardID] = card
      return JudgedTicket(score: score, agent: names[score.agentID] ?? "", card: card, percent: percent)
    }
  }

  private func servedBy(_ ticket: Ticket) throws -> Agent {
    let id = try ticket.assigneeID ?? store.lastReplyAgent(ticket: ticket.id)
    guard let agent = try id.flatMap({ try store.agent($0) }) else { throw QualityError.noAgent(ticket.id) }
    return agent
  }
}

extension Desk.JudgedTicket {
  /// In a ticket's history: the percentage without its sign.
  fileprivate var eventText: String { "\(Int(percent.rounded()))" }
}
