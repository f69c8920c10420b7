import VocDomain

extension TypeformExport {
  /// What the questions of a form mean, by the map first.
  struct FieldMap: Sendable {
    private var given: [String: SurveyField] = [:]
    private let survey: SurveyKind?
    private let columns: [String]

    init(_ options: ReadingOptions) throws {
      survey = options.survey
      columns = options.map.map(\.column)
      for (column, name) in options.map {
        given[HeaderKey.fold(column)] = try SurveyColumns.field(named: name)
      }
    }

    /// Whether a question has a score; `kind` is nil where nothing says of which survey.
    func score(_ answer: TypeformResponse.Answer) -> (kind: SurveyKind?, isGiven: Bool)? {
      if let field = named(answer) { return field.isScore ? (field.kind ?? survey, true) : nil }
      if given.values.contains(where: \.isScore) || answer.isOpen { return nil }
      if answer.type == "nps" {
        return (QuestionText.kind(code: "", text: answer.text) == .enps ? .enps : .nps, false)
      }
      if let kind = QuestionText.kind(code: "", text: answer.text) { return (kind, false) }
      return ["rating", "opinion_scale"].contains(answer.type) ? (survey, false) : nil
    }

    /// The field of a question without a score.
    func field(_ answer: TypeformResponse.Answer) -> SurveyField? {
      if let field = named(answer) { return field.isScore ? nil : field }
      if answer.type == "email" { return .email }
      if answer.type == "phone_number" { return .phone }
      if QuestionText.isComment(HeaderKey.fold(answer.text)) { return .comment }
      if let field = SurveyField.asked(answer.text), !field.isScore { return field }
      return answer.isOpen ? .comment : nil
    }

    /// Throws for a column that no response has.
    func check(_ asked: AskedNames) throws {
      for column in columns where !asked.contains(column) {
        throw UnreadableExport.unknownColumn(column, nearest: Nearest.names(to: column, among: asked.all))
      }
    }

    /// A hidden field, as a link carried it: `?telefono=…&ticket=…`.
    func hiddenField(_ name: String) -> SurveyField? {
      given[HeaderKey.fold(name)] ?? SurveyField.recognised(name)
    }

    private func named(_ answer: TypeformResponse.Answer) -> SurveyField? {
      given.isEmpty ? nil : given[HeaderKey.fold(answer.question)] ?? given[HeaderKey.fold(answer.text)]
    }
  }

  static var dialect: SurveyDialect { SurveyDialect(lookahead: 1, layout: layout) }

  static func isHeader(_ row: [String]) -> Bool {
    row.first == "#" && row.count > 2
      && row.contains { ["submitdateutc", "submitdate", "startdateutc"].contains(HeaderKey.fold($0)) }
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first?.trimmedCells, isHeader(header) else { throw UnreadableExport.noHeader }
    var layout = SurveyLayout(columns: header)
    layout.fields[.id] = 0
    let keys = header.map(HeaderKey.fold)
    let submits = ["submitdateutc", "submitdate"].compactMap { keys.firstIndex(of: $0) }
    let starts = ["startdateutc", "startdate"].compactMap { keys.firstIndex(of: $0) }
    layout.dates = submits + starts
    layout.datesAreUTC = submits.first.map { keys[$0].hasSuffix("utc") } ?? false
    if let submit = submits.first { layout.completion = .submitted(submit) }
    let system = ["networkid", "stagedate", "stagedateutc", "tags", "responsetype", "ending"]
    layout.ignored = Set(keys.indices.filter { system.contains(keys[$0]) })
    let columns = header.map { ToolColumns.Column(code: "", text: $0, question: HeaderKey.fold($0)) }
    let taken = Set(layout.dates + [0]).union(layout.ignored)
    try ToolColumns.fill(&layout, columns, taken: taken, options: options)
    return layout
  }
}

extension AnswerRecord {
  /// Puts a text into the member of a field; a second text for the same field changes nothing.
  mutating func set(_ field: SurveyField, _ text: String) {
    switch field {
    case .name: name = name ?? text
    case .lastName: name = name.map { $0 + " " + text } ?? text
    case .phone where !SurveyCell.isDamagedPhone(text): phone = phone ?? text
    case .email: email = email ?? text
    case .channel: channel = channel ?? text
    case .agent: agent = agent ?? text
    case .ticket: ticket = ticket ?? SurveyCell.ticket(text)
    default: break
    }
  }

  /// The same answer with whose it is, which a form may ask last.
  func with(_ person: AnswerRecord) -> AnswerRecord {
    var answer = self
    (answer.name, answer.phone, answer.email) = (person.name, person.phone, person.email)
    (answer.channel, answer.agent, answer.ticket) = (person.channel, person.agent, person.ticket)
    return answer
  }
}
