import VocDomain

/// Makes the answers of one row after the other.
struct SurveyRowReader {
  enum Outcome {
    /// No score in the row.
    case blank
    case answers(Int)
    /// Nothing of the row is used; `cell` is where the trouble stands.
    case problem(ImportProblem.Reason, cell: Int?)
  }

  private let survey: SurveyTableSurvey
  private let order: DateOrder?
  private let scoreCells: [(cell: Int, kind: SurveyKind?)]
  private let surveyCell: Int?
  private let atCell: Int?
  private let phoneCell: Int?
  private let ticketCell: Int?
  private let textCells: TextCells
  private let otherCells: [Int]
  private var found: [(kind: SurveyKind, score: Int)] = []
  /// The few names that a survey column repeats.
  private var kindsByName: [String: SurveyKind?] = [:]

  private struct TextCells {
    let comment, name, email, channel, agent: Int?
  }

  init(survey: SurveyTableSurvey, order: DateOrder?) {
    self.survey = survey
    self.order = order
    let positions = survey.positions
    scoreCells = SurveyField.allCases.filter(\.isScore)
      .compactMap { field in positions[field].map { (cell: $0, kind: field.kind) } }
    surveyCell = positions[.survey]
    atCell = positions[.at]
    phoneCell = positions[.phone]
    ticketCell = positions[.ticket]
    textCells = TextCells(
      comment: positions[.comment], name: positions[.name], email: positions[.email],
      channel: positions[.channel], agent: positions[.agent])
    let taken = Set(positions.values)
    otherCells = survey.columns.indices.filter { !taken.contains($0) }
  }

  mutating func read(_ row: TableRow, _ record: (AnswerRecord) throws -> Void) throws -> Outcome {
    if let trouble = readScores(row) { return .problem(trouble.reason, cell: trouble.cell) }
    guard let first = found.first else { return .blank }
    var answer = AnswerRecord(line: row.line, survey: first.kind, score: first.score)
    if let cell = atCell {
      guard text(row, cell) != nil, let time = row.date(cell)?.time(order, isUTC: survey.datesAreUTC) else {
        return .problem(.date, cell: cell)
      }
      answer.at = time
    }
    if let cell = phoneCell, let phone = text(row, cell) {
      if SurveyCell.isDamagedPhone(phone) { return .problem(.phone, cell: cell) }
      answer.phone = phone
    }
    if let cell = ticketCell, let written = text(row, cell) {
      guard let ticket = SurveyCell.ticket(written) else { return .problem(.ticket, cell: cell) }
      answer.ticket = ticket
    }
    answer.comment = text(row, textCells.comment) ?? ""
    answer.name = text(row, textCells.name)
    answer.email = text(row, textCells.email)
    answer.channel = text(row, textCells.channel)
    answer.agent = text(row, textCells.agent)
    if !otherCells.isEmpty { answer.others = otherCells.map(row.trimmed).joined(separator: "\u{1F}") }
    for (kind, score) in found {
      answer.survey = kind
      answer.score = score
      try record(answer)
    }
    return .answers(found.count)
  }

  /// Fills `found` with the row's scores, or says what is wrong with one.
  private mutating func readScores(_ row: TableRow) -> (reason: ImportProblem.Reason, cell: Int)? {
    found.removeAll(keepingCapacity: true)
    for (cell, named) in scoreCells {
      let score = row.score(cell)
      if score == .blank { continue }
      guard let kind = named ?? kind(of: row) else { return (.survey, surveyCell ?? cell) }
      guard case .number(let number) = score, kind.scale.contains(number) else { return (.score, cell) }
      found.append((kind, number))
    }
    return nil
  }

  /// The survey that the row names, else the given one; nil for an unknown name.
  private mutating func kind(of row: TableRow) -> SurveyKind? {
    guard let name = text(row, surveyCell) else { return survey.survey }
    if let known = kindsByName[name] { return known }
    let kind = SurveyKind(named: name)
    if kindsByName.count < 256 { kindsByName[name] = .some(kind) }
    return kind
  }

  /// Nil for a blank cell, and for a field without a column.
  private func text(_ row: TableRow, _ cell: Int?) -> String? {
    guard let cell else { return nil }
    let text = row.trimmed(cell)
    return text.isEmpty ? nil : text
  }
}
