import VocDomain

/// Makes the answers of one row after the other.
struct SurveyRowReader {
  /// What is wrong with a row, and in which cell.
  typealias Trouble = (reason: ImportProblem.Reason, cell: Int)

  private let layout: SurveyLayout
  private let survey: SurveyKind?
  private let order: DateOrder?
  private let now: Instant?
  private let scores: [(score: SurveyLayout.Score, scale: ColumnScale)]
  private let comments: [[Int]]
  private let otherCells: [Int]
  private var found: [(index: Int, kind: SurveyKind, score: Int)] = []
  private var readings = ReadingCache()
  private var surveys = SurveyNames()

  init(plan: SurveyPlan) {
    layout = plan.layout
    survey = plan.survey
    order = plan.order
    now = plan.now
    scores = plan.readScores
    comments = layout.comments(of: scores.map(\.score))
    let read = Set(scores.map(\.score.cell))
    let leftOut = layout.scores.map(\.cell).filter { !read.contains($0) }
    otherCells = (layout.others + leftOut).sorted()
  }

  /// Hands over the answers of a row: none where it has no score, nor where something is wrong with it.
  mutating func read(_ row: TableRow, _ record: (AnswerRecord) throws -> Void) throws -> Trouble? {
    if let trouble = readScores(row) { return trouble }
    guard let first = found.first else { return nil }
    var answer = AnswerRecord(line: row.line, survey: first.kind, score: first.score)
    if let trouble = readTime(row, &answer) ?? readFields(row, &answer) { return trouble }
    answer.completeness = completeness(row)
    let id = text(row, layout.fields[.id])
    for (index, kind, score) in found {
      answer.survey = kind
      answer.score = score
      answer.comment = comments[index].compactMap { text(row, $0) }.filter { $0 != "NA" }.joined(
        separator: "\n")
      answer.key = id.map { $0 + "/" + scores[index].score.question }
      try record(answer)
    }
    return nil
  }

  /// Fills `found` with the row's scores, or says what is wrong with one.
  private mutating func readScores(_ row: TableRow) -> Trouble? {
    found.removeAll(keepingCapacity: true)
    for (index, (score, scale)) in scores.enumerated() {
      let reading = readings.reading(row, score.cell)
      if reading == .blank { continue }
      guard let kind = score.kind ?? kind(of: row) else {
        return (.survey, layout.fields[.survey] ?? score.cell)
      }
      // Of two choices of one question nobody knows which was meant.
      let isSecond = found.contains { scores[$0.index].score.group == score.group }
      guard !isSecond, let number = scale.score(reading, kind) else { return (.score, score.cell) }
      found.append((index, kind, number))
    }
    return nil
  }

  private func readTime(_ row: TableRow, _ answer: inout AnswerRecord) -> Trouble? {
    for cell in layout.dates where text(row, cell) != nil {
      guard let time = row.date(cell)?.time(order, isUTC: layout.datesAreUTC) else {
        return (.date, cell)
      }
      // LimeSurvey's date of whoever answers a survey without dates.
      if case .submitted = layout.completion, time == .local(CivilDate(daysSince1970: 3652).midnight) {
        continue
      }
      if let now, !time.isPossible(at: now) { return (.impossibleDate, cell) }
      answer.at = time
      return nil
    }
    if layout.isDateRequired, let cell = layout.dates.first { return (.date, cell) }
    return nil
  }

  private func readFields(_ row: TableRow, _ answer: inout AnswerRecord) -> Trouble? {
    let fields = layout.fields
    if let cell = fields[.phone], let phone = text(row, cell) {
      if SurveyCell.isDamagedPhone(phone) { return (.phone, cell) }
      answer.phone = phone
    }
    if let cell = fields[.ticket], let written = text(row, cell) {
      guard let ticket = SurveyCell.ticket(written) else { return (.ticket, cell) }
      answer.ticket = ticket
    }
    let names = [text(row, fields[.name]), text(row, fields[.lastName])].compactMap(\.self)
    answer.name = names.isEmpty ? nil : names.joined(separator: " ")
    answer.email = text(row, fields[.email])
    answer.channel = text(row, fields[.channel])
    answer.agent = text(row, fields[.agent])
    if !otherCells.isEmpty { answer.others = otherCells.map(row.trimmed).joined(separator: "\u{1F}") }
    return nil
  }

  private func completeness(_ row: TableRow) -> AnswerRecord.Completeness {
    switch layout.completion {
    case .always: .complete
    case .submitted(let cell): text(row, cell) == nil ? .partial : .complete
    case .qualtrics(let status, let finished, let progress):
      QualtricsStatus.completeness(
        status: text(row, status), finished: text(row, finished), progress: text(row, progress))
    }
  }

  /// The survey that the row names, else the given one; nil for an unknown name.
  private mutating func kind(of row: TableRow) -> SurveyKind? {
    text(row, layout.fields[.survey]) == nil ? survey : surveys.kind(of: row, layout)
  }

  /// Nil for a blank cell, and for a field without a column.
  private func text(_ row: TableRow, _ cell: Int?) -> String? {
    guard let cell else { return nil }
    let text = row.trimmed(cell)
    return text.isEmpty ? nil : text
  }
}
