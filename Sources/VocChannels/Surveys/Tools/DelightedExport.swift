public import VocDomain

/// Reads Delighted's survey responses: JSON of its API (an array, NDJSON), and its CSV as far as is known.
///
/// Source: Delighted API, "Listing survey responses": created_at in Unix seconds; person is an id or,
/// expanded, an
/// object. A `ces` is asked from 1 to 5, a `ces7` from 1 to 7.
public struct DelightedExport: ExportReader {
  public static let format = ExportFormat.delighted
  public let findings: ExportFindings
  private let content: Content
  private let now: Instant?

  private enum Content {
    case table(SurveyPlan)
    case json(QuestionBook)
  }

  public static func recognises(_ head: ExportHead) -> Bool {
    if let first = JSONHead.first(in: head.bytes) {
      let response = first.array.first ?? first["survey_responses"].array.first ?? first
      return response.has("survey_type") && response.has("score") && response.has("person")
    }
    return TableHead.rows(head, most: 1).first.map(isHeader) ?? false
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    if try source.beginsWithJSON {
      var (findings, book) = (ExportFindings(), QuestionBook())
      try JSONStream.read(source, splitting: ["survey_responses"]) { element in
        findings.records += 1
        guard element.value.has("score"), let score = element.value["score"].text else { return }
        let type = element.value["survey_type"].text ?? ""
        let kind = Self.kind(type) ?? options.survey
        guard
          let index = book.index(
            of: type, text: type == "ces" ? "ces (1-5)" : type, kind: kind, isGiven: false)
        else { return }
        book.add(AnswerReading(score), to: index, text: score, line: element.line)
      } problem: { _ in
        findings.records += 1
      }
      findings.scores = try book.settle()
      self.findings = findings
      content = .json(book)
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
    case .json(let book):
      try JSONStream.read(source, splitting: ["survey_responses"]) { element in
        let response = element.value
        guard response.has("score") else {
          if !response.has("survey_responses") { try problem(element.problem(.shape)) }
          return
        }
        let type = response["survey_type"].text ?? ""
        guard let written = response["score"].text, let (kind, scale) = book.scale(of: type) else { return }
        guard let score = scale.score(AnswerReading(written), kind) else {
          return try problem(element.problem(.score))
        }
        let answer = Self.answer(response, kind, score, line: element.line)
        if let now, let at = answer.at, !at.isPossible(at: now) {
          return try problem(element.problem(.impossibleDate))
        }
        try record(.answer(answer))
      } problem: {
        try problem($0)
      }
    }
  }

  private static func answer(_ response: JSONValue, _ kind: SurveyKind, _ score: Int, line: Int)
    -> AnswerRecord
  {
    var answer = AnswerRecord(
      line: line, survey: kind, score: score, comment: response["comment"].text ?? "",
      at: SurveyTime.time(response["created_at"]))
    answer.key = response["id"].text.map { $0 + "/score" }
    if case .instant(let instant) = SurveyTime.time(response["updated_at"]) { answer.updatedAt = instant }
    let person = response["person"]
    answer.name = person["name"].text
    answer.email = person["email"].text
    answer.phone = person["phone_number"].text
    return answer
  }

  /// csat3 and thumbs have no five steps.
  private static func kind(_ type: String) -> SurveyKind? {
    switch type.lowercased() {
    case "nps": .nps
    case "enps": .enps
    case "csat", "smileys", "stars", "five_star", "5_star": .csat
    case "ces", "ces7": .ces
    default: nil
    }
  }
}

extension DelightedExport {
  static var dialect: SurveyDialect { SurveyDialect(lookahead: 1, layout: layout) }

  static func isHeader(_ row: [String]) -> Bool {
    let keys = Set(row.map(HeaderKey.fold))
    guard keys.contains("score"), keys.contains("comment") else { return false }
    return keys.contains { $0.hasPrefix("delighted") }
      || (keys.contains("surveytype") && (keys.contains("personid") || keys.contains("permalink")))
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first?.trimmedCells, isHeader(header) else { throw UnreadableExport.noHeader }
    var layout = SurveyLayout(columns: header)
    var taken: Set<Int> = []
    for (index, name) in header.enumerated() {
      let key = HeaderKey.fold(name)
      switch key {
      case "responseid", "id", "surveyresponseid": layout.fields[.id] = layout.fields[.id] ?? index
      case "surveytype": layout.fields[.survey] = index
      case "createdat", "responsedate", "respondedat", "date", "timestamp": layout.dates.append(index)
      case "personid", "permalink", "updatedat": layout.ignored.insert(index)
      default: if !key.hasPrefix("delighted") { continue }
      }
      taken.insert(index)
    }
    let columns = header.map { ToolColumns.Column(code: $0, text: $0, question: HeaderKey.fold($0)) }
    try ToolColumns.fill(&layout, columns, taken: taken, options: options)
    return layout
  }
}
