import SQLite
public import VocDomain

/// A text of a customer: a message's, or the comment of an answer.
public struct TextReference: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case message, answer }

  public var kind: Kind
  public var id: Int64

  public init(_ kind: Kind, _ id: Int64) { (self.kind, self.id) = (kind, id) }
}

/// What is kept of the texts of customers.
extension Store {
  /// A text that is read for signals.
  public struct WrittenText: Sendable {
    public var reference: TextReference
    public var text: String

    public init(reference: TextReference, text: String) { (self.reference, self.text) = (reference, text) }
  }

  /// What the running transaction wrote, and what it changed otherwise or removed; forgets them.
  public func takeWrittenTexts() -> (new: [WrittenText], changed: Set<TextReference>) {
    defer { (writtenTexts, changedTexts) = ([], []) }
    return (writtenTexts, changedTexts)
  }

  func noteWritten(_ message: Message) {
    guard message.isReadForSignals else { return }
    writtenTexts.append(WrittenText(reference: TextReference(.message, message.id), text: message.body))
  }

  func noteWritten(_ answer: Answer, id: Int64) {
    if answer.comment.isEmpty { return }
    writtenTexts.append(WrittenText(reference: TextReference(.answer, id), text: answer.comment))
  }

  /// Before the row is written anew or goes: its signals go first.
  func forgetSignals(ofRow id: Int64, in table: String) throws {
    guard let kind = TextReference.Kind(rawValue: table) else { return }
    changedTexts.insert(TextReference(kind, id))
    try forgetSignals(of: TextReference(kind, id))
  }

  private func forgetSignals(of text: TextReference) throws {
    try database.statement(
      "DELETE FROM \(text.kind.signalTable) WHERE \(text.kind.signalColumn) = ?"
    ).run([text.id])
  }

  /// The text as it stands now; nil for one that is gone or is none to be read.
  public func text(of reference: TextReference) throws -> String? {
    try database.row(
      "SELECT \(reference.kind.text) FROM \(reference.kind.rawValue) WHERE id = ?", reference.id
    ) { $0.optionalText(0) } ?? nil
  }

  /// Keeps the signals of a text of which none are kept; those that say nothing leave no row.
  public func keep(_ signals: TextSignals, of text: TextReference) throws {
    if signals.isSilent { return }
    let insertion = try insertion(into: text.kind == .message ? .messageSignal : .answerSignal)
    insertion.bind(text.id)
    insertion.bind(signals.language)
    insertion.bind(signals.mood.number)
    insertion.bind(Int64(signals.score))
    insertion.bind(signals.cues.bits)
    try insertion.run()
  }

  /// What is kept of a ticket's messages, by their numbers.
  public func signals(ofTicket id: Int64) throws -> [Int64: TextSignals] {
    let rows = try database.rows(
      """
      SELECT message_id, language, mood, score, cues FROM message AS said INDEXED BY message_ticket
        CROSS JOIN message_signal ON message_id = said.id WHERE said.ticket_id = ?
      """, id
    ) { ($0.int(0), Store.signals($0, from: 1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// What customers' messages on these tickets are signs of, and the moods that are not neutral.
  public func said(onTickets ids: Set<Int64>) throws -> [Int64: (cues: CueSet, moods: Set<SentimentLabel>)] {
    var said: [Int64: (cues: CueSet, moods: Set<SentimentLabel>)] = [:]
    for id in ids {
      for signals in try signals(ofTicket: id).values {
        said[id, default: (CueSet(), [])].cues.formUnion(signals.cues)
        if signals.mood != .neutral { said[id]?.moods.insert(signals.mood) }
      }
    }
    return said
  }

  /// Hands over every text of a kind but the unread ones, and what is kept of it; no text where none is to be read.
  public func eachSignals(
    _ kind: TextReference.Kind, _ body: (_ id: Int64, _ text: String?, _ kept: TextSignals?) -> Void
  ) throws {
    let unread = try unreadTexts(kind)
    try database.statement(
      """
      SELECT id, \(kind.text), signal.language, signal.mood, signal.score, signal.cues FROM \(kind.rawValue)
        LEFT JOIN \(kind.signalTable) AS signal ON \(kind.signalColumn) = id ORDER BY id
      """
    ).run([]) { row in
      if let unread, unread.contains(row.int(0)) { return }
      body(row.int(0), row.optionalText(1), row.optionalInt(3) == nil ? nil : Store.signals(row, from: 2))
    }
  }

  private static func signals(_ row: Row, from column: Int32) -> TextSignals {
    TextSignals(
      language: row.optionalText(column), mood: SentimentLabel(number: row.int(column + 1)),
      score: Int(row.int(column + 2)), cues: CueSet(bits: row.int(column + 3)))
  }

  // MARK: - Texts that are still to be read

  /// The numbers among which there are texts to be read; nil for none.
  public func unreadTexts(_ kind: TextReference.Kind) throws -> ClosedRange<Int64>? {
    try database.row("SELECT first, last FROM text_unread WHERE kind = ?", kind.rawValue) {
      $0.int(0)...$0.int(1)
    }
  }

  /// Has every text of a kind read anew.
  public func makeUnread(_ kind: TextReference.Kind) throws {
    try database.execute(
      """
      INSERT OR REPLACE INTO text_unread (kind, first, last)
      SELECT ?, (SELECT min(id) FROM \(kind.rawValue)), (SELECT max(id) FROM \(kind.rawValue))
      WHERE EXISTS (SELECT 1 FROM \(kind.rawValue))
      """, kind.rawValue)
  }

  /// The next unread texts, taken off what is unread, with the signals of before forgotten; empty when all are read.
  public func takeUnread(_ kind: TextReference.Kind, limit: Int) throws -> [WrittenText] {
    var texts: [WrittenText] = []
    while texts.isEmpty, let unread = try unreadTexts(kind) {
      let rows = try database.rows(
        """
        SELECT id, \(kind.text) FROM \(kind.rawValue) WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?
        """, unread.lowerBound, unread.upperBound, limit
      ) { ($0.int(0), $0.optionalText(1)) }
      let last = rows.count < limit ? unread.upperBound : rows.last?.0 ?? unread.upperBound
      try database.execute(
        "DELETE FROM \(kind.signalTable) WHERE \(kind.signalColumn) BETWEEN ? AND ?", unread.lowerBound, last)
      if last < unread.upperBound {
        try database.execute("UPDATE text_unread SET first = ? WHERE kind = ?", last + 1, kind.rawValue)
      } else {
        try database.execute("DELETE FROM text_unread WHERE kind = ?", kind.rawValue)
      }
      texts = rows.compactMap { id, text in
        text.map { WrittenText(reference: TextReference(kind, id), text: $0) }
      }
    }
    return texts
  }
}

extension TextReference.Kind {
  var signalTable: String { self == .message ? "message_signal" : "answer_signal" }
  var signalColumn: String { self == .message ? "message_id" : "answer_id" }

  /// The text in SQL, NULL where it is none to be read: as `Message.isReadForSignals`.
  fileprivate var text: String {
    switch self {
    case .message:
      """
      CASE WHEN author = 'customer' AND is_public = 1 AND body <> '' AND (kind = 'message' OR kind = 'media') THEN body END
      """
    case .answer: "nullif(comment, '')"
    }
  }
}

extension SentimentLabel {
  /// As it is kept.
  var number: Int64 {
    switch self {
    case .negative: -1
    case .neutral: 0
    case .positive: 1
    }
  }

  init(number: Int64) { self = number < 0 ? .negative : number > 0 ? .positive : .neutral }
}
