public import VocDomain

/// Reads Typeform's responses: webhook payloads (one, several, NDJSON), the Responses API's `items`, and the
/// CSV
/// download, whose first column `#` is the response's token.
public struct TypeformExport: ExportReader {
  public static let format = ExportFormat.typeform
  public let findings: ExportFindings
  private let content: Content
  private let now: Instant?

  private enum Content {
    case table(SurveyPlan)
    case json(QuestionBook, map: FieldMap)
  }

  public static func recognises(_ head: ExportHead) -> Bool {
    if let first = JSONHead.first(in: head.bytes) { return isResponse(first) }
    return TableHead.rows(head, most: 1).first.map(isHeader) ?? false
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    if try source.beginsWithJSON {
      var (findings, book) = (ExportFindings(), QuestionBook())
      let map = try FieldMap(options)
      var asked = AskedNames()
      try JSONStream.read(source, splitting: ["items"]) { element in
        guard let response = TypeformResponse(element.value) else { return }
        var hasScore = false
        for member in response.hidden.members { asked.note(member.name) }
        for answer in response.answers {
          asked.note(answer.text)
          asked.note(alias: answer.question)
          guard let (kind, isGiven) = map.score(answer),
            let index = book.index(of: answer.question, text: answer.text, kind: kind, isGiven: isGiven)
          else { continue }
          hasScore = true
          book.add(AnswerReading(answer.value), to: index, text: answer.value, line: element.line)
        }
        if !hasScore { findings.unanswered += 1 }
        findings.records += 1
      } problem: { _ in
        findings.records += 1
      }
      try map.check(asked)
      findings.scores = try book.settle()
      findings.unusedColumns = asked.all.filter { !book.asks($0) }
      self.findings = findings
      content = .json(book, map: map)
    } else {
      let plan = try SurveyPass.survey(source, Self.dialect, options)
      findings = plan.findings
      content = .table(plan)
    }
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    switch content {
    case .table(let plan):
      try SurveyPass.read(source, plan, record: record, problem: problem)
    case .json(let book, let map):
      try JSONStream.read(source, splitting: ["items"]) { element in
        guard let response = TypeformResponse(element.value) else {
          if !Self.isEnvelope(element.value) { try problem(element.problem(.shape)) }
          return
        }
        guard let answers = Self.answers(response, book, map, line: element.line) else {
          return try problem(element.problem(.score))
        }
        if let now, let at = answers.first?.at, !at.isPossible(at: now) {
          return try problem(element.problem(.impossibleDate))
        }
        for answer in answers { try record(.answer(answer)) }
      } problem: {
        try problem($0)
      }
    }
  }

  /// Nil where a score is none on its scale.
  private static func answers(
    _ response: TypeformResponse, _ book: QuestionBook, _ map: FieldMap, line: Int
  ) -> [AnswerRecord]? {
    var person = AnswerRecord(
      line: line, survey: .nps, score: 0, at: response.submittedAt ?? response.landedAt)
    person.completeness = response.completeness
    for member in response.hidden.members {
      if let text = member.value.cell { map.hiddenField(member.name).map { person.set($0, text) } }
    }
    var answers: [AnswerRecord] = []
    // A comment belongs to the score before it; those above the first score to the first.
    var early: [String] = []
    for answer in response.answers {
      if let (kind, scale) = book.scale(of: answer.question) {
        let reading = AnswerReading(answer.value)
        if reading == .blank { continue }
        guard let score = scale.score(reading, kind) else { return nil }
        var record = person
        record.survey = kind
        record.score = score
        record.key = response.token.map { $0 + "/" + answer.question }
        answers.append(record)
      } else if let field = map.field(answer) {
        if field != .comment {
          person.set(field, answer.value)
        } else if let last = answers.indices.last {
          answers[last].comment += (answers[last].comment.isEmpty ? "" : "\n") + answer.value
        } else {
          early.append(answer.value)
        }
      }
    }
    if !early.isEmpty && !answers.isEmpty {
      answers[0].comment = (early + [answers[0].comment].filter { !$0.isEmpty }).joined(separator: "\n")
    }
    return answers.map { $0.with(person) }
  }

  private static func isResponse(_ value: JSONValue) -> Bool {
    let first = value.array.first ?? value["items"].array.first ?? value
    if first["form_response"].has("form_id") || first["event_type"].string == "form_response" { return true }
    // The answers may be cut off.
    return first["token"].text != nil && first["landed_at"].text != nil
  }

  private static func isEnvelope(_ value: JSONValue) -> Bool {
    value.has("items") || value.has("total_items") || value.has("page_count")
  }
}

extension ByteSource {
  /// Whether the first byte that is no white space (nor a byte order mark) opens an object or an array.
  var beginsWithJSON: Bool {
    get throws {
      struct Found: Error {}
      var first: UInt8?
      do {
        try forEachChunk { chunk in
          first = chunk.first { $0 > 32 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
          if first != nil { throw Found() }
        }
      } catch is Found {
      }
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
  }
}
