import VocDomain

/// The questions of a survey whose answers come as JSON: what is proved of each, by its id.
struct QuestionBook: Sendable {
  struct Question: Sendable {
    var id: String
    var text: String
    /// Nil where nothing says which survey it asks.
    var kind: SurveyKind?
    var isGiven = false
    var evidence = ScaleEvidence()
  }

  /// More questions than any form has; those after them are not read.
  static let limit = 2048

  private(set) var questions: [Question] = []
  private var indices: [String: Int] = [:]
  private var scales: [ColumnScale] = []

  /// The question of an id, noted when it is seen for the first time.
  mutating func index(of id: String, text: String, kind: SurveyKind?, isGiven: Bool) -> Int? {
    if let index = indices[id] { return index }
    if questions.count >= Self.limit { return nil }
    indices[id] = questions.count
    questions.append(Question(id: id, text: text, kind: kind, isGiven: isGiven))
    return questions.count - 1
  }

  mutating func add(_ reading: AnswerReading, to index: Int, text: String, line: Int) {
    questions[index].evidence.add(reading, text: text, place: (line, nil))
  }

  /// Settles all scales; no question may be added afterwards.
  ///
  /// Throws `UnreadableExport.beyondScale` for a question that whoever imports named, asked on another scale.
  mutating func settle() throws -> [ScoreColumn] {
    for question in questions where question.isGiven {
      guard let kind = question.kind else { continue }
      if let refusal = UnreadableExport(question.evidence, of: kind, column: question.text) { throw refusal }
    }
    scales = questions.map {
      $0.evidence.scale($0.kind, question: QuestionText($0.text), isGiven: $0.isGiven)
    }
    return zip(questions, scales).map { question, scale in
      ScoreColumn(
        name: question.text, survey: question.kind,
        standing: question.kind == nil ? .unnamed : scale.standing,
        answers: question.evidence.answers, lowest: question.evidence.lowest,
        highest: question.evidence.highest, labels: question.evidence.samples)
    }
  }

  /// Whether a question of this id or this text has scores.
  func asks(_ name: String) -> Bool { questions.contains { $0.id == name || $0.text == name } }

  /// The survey and the scale of a question that is read; nil for one that is left out.
  func scale(of id: String) -> (kind: SurveyKind, scale: ColumnScale)? {
    guard let index = indices[id], index < scales.count, scales[index].isRead,
      let kind = questions[index].kind
    else { return nil }
    return (kind, scales[index])
  }
}

/// What the questions of a form are called, by their ids and their texts, as they come.
struct AskedNames: Sendable {
  private(set) var all: [String] = []
  private var keys: Set<String> = []

  mutating func note(_ name: String) {
    if keys.count < QuestionBook.limit && keys.insert(HeaderKey.fold(name)).inserted { all.append(name) }
  }

  /// Another name for one that is noted.
  mutating func note(alias: String) {
    if keys.count < QuestionBook.limit { keys.insert(HeaderKey.fold(alias)) }
  }

  func contains(_ name: String) -> Bool { keys.contains(HeaderKey.fold(name)) }
}

/// Times as JSON of survey tools has them.
enum SurveyTime {
  /// ISO 8601 with its offset, or seconds since 1970.
  static func time(_ value: JSONValue) -> RecordTime? {
    if case .number = value { return value.int.map { .instant(Instant(unixSeconds: $0)) } }
    guard let text = value.text else { return nil }
    return TableDate(text.utf8Bytes.span)?.time(nil)
  }
}

extension JSONValue {
  /// A cell's text: a number, a string, or yes and no.
  var cell: String? { text ?? bool.map { $0 ? "yes" : "no" } }
}
