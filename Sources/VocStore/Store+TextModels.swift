import SQLite
public import VocDomain

/// What was learnt from a business's own texts.
public struct TextModel: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case mood, topic }

  public var trainedAt: Instant
  public var actor: String
  /// How many texts it was trained on.
  public var examples: Int
  /// How many of the texts it was tried on, which it was not trained on, it had right.
  public var right: Int
  public var trials: Int
  public var model: [UInt8]

  public init(trainedAt: Instant, actor: String, examples: Int, right: Int, trials: Int, model: [UInt8]) {
    (self.trainedAt, self.actor, self.examples) = (trainedAt, actor, examples)
    (self.right, self.trials, self.model) = (right, trials, model)
  }
}

extension Store {
  public func textModel(_ kind: TextModel.Kind) throws -> TextModel? {
    try database.row(
      "SELECT trained_at, actor, examples, right, trials, model FROM text_model WHERE kind = ?", kind.rawValue
    ) { row in
      TextModel(
        trainedAt: Instant(unixSeconds: row.int(0)), actor: row.text(1), examples: Int(row.int(2)),
        right: Int(row.int(3)), trials: Int(row.int(4)), model: row.bytes(5))
    }
  }

  public func textModelTime(_ kind: TextModel.Kind) throws -> Instant? {
    try database.value("SELECT trained_at FROM text_model WHERE kind = ?", kind.rawValue)
      .map(Instant.init(unixSeconds:))
  }

  public func keep(_ model: TextModel, as kind: TextModel.Kind) throws {
    try database.execute(
      """
      INSERT OR REPLACE INTO text_model (kind, trained_at, actor, examples, right, trials, model)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, kind.rawValue, model.trainedAt.unixSeconds, model.actor, model.examples, model.right, model.trials,
      model.model)
  }

  public func forgetTextModel(_ kind: TextModel.Kind) throws {
    try database.execute("DELETE FROM text_model WHERE kind = ?", kind.rawValue)
  }

  /// The comments that came with a score, the newest first.
  public func eachScoredComment(
    limit: Int, _ body: (_ survey: SurveyKind, _ score: Int, _ comment: String) -> Void
  ) throws {
    try database.statement(
      """
      SELECT survey, score, comment FROM answer NOT INDEXED
      WHERE comment <> '' AND (survey = 'nps' OR survey = 'csat' OR survey = 'enps') ORDER BY id DESC LIMIT ?
      """
    ).run([limit]) { row in
      if let survey = SurveyKind(rawValue: row.text(0)) { body(survey, Int(row.int(1)), row.text(2)) }
    }
  }

  /// What customers first said on the tickets that have a tag, the newest first, with their tags.
  public func eachTaggedText(limit: Int, _ body: (_ text: String, _ tags: Set<String>) -> Void) throws {
    let ids = try database.rows(
      "SELECT DISTINCT ticket_id FROM ticket_tag ORDER BY ticket_id DESC LIMIT ?", limit
    ) { $0.int(0) }
    for id in ids {
      guard let opening = try opening(ofTicket: id) else { continue }
      body(opening.text, Set(try tags(ofTicket: id)))
    }
  }
}
