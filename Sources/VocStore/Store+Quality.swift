import SQLite
public import VocDomain

/// Quality cards and what was judged by them.
extension Store {
  /// The card in force with its version; nil before there is one.
  public func qualityCard() throws -> (id: Int64, card: QualityCard)? {
    guard let id = try database.value("SELECT max(id) FROM quality_card"), id > 0 else { return nil }
    return try qualityCard(id).map { (id, $0) }
  }

  public func qualityCard(_ id: Int64) throws -> QualityCard? {
    let items = try database.rows(
      "SELECT name, weight FROM quality_item WHERE card_id = ? ORDER BY position", id
    ) { QualityCard.Item($0.text(0), weight: Int($0.int(1))) }
    return items.isEmpty ? nil : QualityCard(sound: items)
  }

  /// Puts a card in force; returns its version.
  public func insert(_ card: QualityCard, by actor: String, at moment: Instant) throws -> Int64 {
    let id = try nextID("quality_card")
    try database.execute(
      "INSERT INTO quality_card (id, at, actor) VALUES (?, ?, ?)", id, moment.unixSeconds, actor)
    for (position, item) in card.items.enumerated() {
      try database.execute(
        "INSERT INTO quality_item (card_id, position, name, folded_name, weight) VALUES (?, ?, ?, ?, ?)",
        id, position, item.name, Folding.folded(item.name), item.weight)
    }
    return id
  }

  /// Writes a judgement under the next free number, which it returns.
  public func insert(_ score: QualityScore) throws -> Int64 {
    let id = try nextID("quality_score")
    try database.execute(
      """
      INSERT INTO quality_score (id, ticket_id, agent_id, card_id, at, actor, comment) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, id, score.ticketID, score.agentID, score.cardID, score.at.unixSeconds, score.actor, score.comment)
    for (position, mark) in score.marks.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        "INSERT INTO quality_mark (score_id, position, mark) VALUES (?, ?, ?)", id, position, mark)
    }
    return id
  }

  /// Whether a judgement of that number stands; nil where there was never one.
  public func qualityScoreStands(_ id: Int64) throws -> Bool? {
    try database.value("SELECT removed_at IS NULL FROM quality_score WHERE id = ?", id).map { $0 == 1 }
  }

  public func removeQualityScore(_ id: Int64, by actor: String, at moment: Instant) throws {
    try database.execute(
      "UPDATE quality_score SET removed_at = ?, removed_by = ? WHERE id = ?", moment.unixSeconds, actor, id)
  }

  private static let scoreColumns = "id, ticket_id, agent_id, card_id, at, actor, comment"

  /// A judgement that stands; nil where none of that number does.
  public func qualityScore(_ id: Int64) throws -> QualityScore? {
    let score = try database.row(
      "SELECT \(Store.scoreColumns) FROM quality_score WHERE id = ? AND removed_at IS NULL", id,
      element: Store.qualityScore(_:))
    guard var score else { return nil }
    score.marks = try marks(ofQualityScore: id)
    return score
  }

  /// The judgements that stand, the newest first.
  public func qualityScores(
    ofTicket ticket: Int64?, ofAgent agent: Int64?, within moments: Range<Instant>, limit: Int
  ) throws -> [QualityScore] {
    let conditions =
      (ticket == nil ? "" : " AND ticket_id = ?3") + (agent == nil ? "" : " AND agent_id = ?4")
    var scores: [QualityScore] = []
    try database.statement(
      """
      SELECT \(Store.scoreColumns) FROM quality_score
      WHERE at >= ?1 AND at < ?2 AND removed_at IS NULL\(conditions)
      ORDER BY at DESC, id DESC LIMIT ?5
      """
    ).run([
      moments.lowerBound.unixSeconds, moments.upperBound.unixSeconds, ticket, agent, limit,
    ]) { scores.append(Store.qualityScore($0)) }
    for index in scores.indices { scores[index].marks = try marks(ofQualityScore: scores[index].id) }
    return scores
  }

  private func marks(ofQualityScore id: Int64) throws -> [Int: Int] {
    var marks: [Int: Int] = [:]
    try database.statement("SELECT position, mark FROM quality_mark WHERE score_id = ?").run([id]) {
      marks[Int($0.int(0))] = Int($0.int(1))
    }
    return marks
  }

  private static func qualityScore(_ row: Row) -> QualityScore {
    QualityScore(
      id: row.int(0), ticketID: row.int(1), agentID: row.int(2), cardID: row.int(3),
      at: Instant(unixSeconds: row.int(4)), actor: row.text(5), comment: row.text(6))
  }
}
