import VocDomain

/// The first reading of a survey table: finds its header, then gathers what its columns prove.
struct SurveyScan {
  private let dialect: SurveyDialect
  private let options: ReadingOptions
  private var head: [TableRow] = []
  private var layout: SurveyLayout?
  private var evidence: [ScaleEvidence] = []
  /// Of a column whose rows name their surveys, by what they name.
  private var named: [[SurveyKind: ScaleEvidence]] = []
  private var unused: [UnusedColumn] = []
  private var dates = DateColumn()
  private var readings = ReadingCache()
  private var surveys = SurveyNames()
  private var rows = 0
  private var problems = 0
  /// How often each set of score columns, a bit for each, was answered in a row.
  private var answered: [UInt64: Int] = [:]
  private var hasLocalTimes = false
  private var rowNumbers: RowNumbers?
  private var doubtful = DoubtfulTextScan()

  init(dialect: SurveyDialect, options: ReadingOptions) {
    self.dialect = dialect
    self.options = options
  }

  mutating func add(_ row: TableRow) throws {
    if layout != nil { return take(row) }
    if head.isEmpty && row.hasControlBytes { throw UnreadableExport.binary }
    head.append(row)
    if head.count == dialect.lookahead { try begin() }
  }

  mutating func add(_ problem: ImportProblem) throws {
    if head.isEmpty { throw problem.reason == .binary ? UnreadableExport.binary : UnreadableExport.noHeader }
    rows += 1
    problems += 1
  }

  private mutating func begin() throws {
    guard !head.isEmpty else { throw UnreadableExport.empty }
    let layout = try dialect.layout(head, options)
    self.layout = layout
    evidence = [ScaleEvidence](repeating: ScaleEvidence(), count: layout.scores.count)
    named = [[SurveyKind: ScaleEvidence]](repeating: [:], count: layout.scores.count)
    unused = layout.others.filter { !layout.columns[$0].isEmpty }.map { UnusedColumn(cell: $0) }
    if layout.columns.first?.isEmpty == true { rowNumbers = RowNumbers() }
    for row in head.dropFirst(layout.headerRows) { take(row) }
  }

  private mutating func take(_ row: TableRow) {
    guard let layout else { return }
    rows += 1
    var answers: UInt64 = 0
    for (index, score) in layout.scores.enumerated() {
      let reading = readings.reading(row, score.cell)
      if reading != .blank { answers |= 1 << UInt64(min(index, 63)) }
      evidence[score.group].add(
        reading, text: row.trimmed(score.cell), place: (row.line, row.column(of: score.cell)))
      guard score.kind == nil, let kind = surveys.kind(of: row, layout) else { continue }
      named[index][kind, default: ScaleEvidence()].add(
        reading, text: row.trimmed(score.cell), place: (row.line, row.column(of: score.cell)))
    }
    for index in unused.indices where unused[index].isOfScores {
      let cell = unused[index].cell
      unused[index].add(readings.reading(row, cell), text: row.trimmed(cell))
    }
    if answered.count < 4096 || answered[answers] != nil { answered[answers, default: 0] += 1 }
    for cell in layout.dates {
      guard let date = row.date(cell) else { continue }
      dates.add(date)
      if !date.hasOffset && !layout.datesAreUTC { hasLocalTimes = true }
      break
    }
    rowNumbers?.add(row[0])
    doubtful.add(row)
  }

  mutating func plan(_ format: TableFormat) throws -> SurveyPlan {
    if layout == nil { try begin() }
    guard var layout, let first = head.first else { throw UnreadableExport.empty }
    if rowNumbers?.isProved == true { layout.ignored.insert(0) }
    let verdict = options.order.map { (order: $0, evidence: DateOrder.Evidence.given) } ?? dates.verdict
    var plan = SurveyPlan(format: format, layout: layout)
    plan.survey = options.survey
    plan.order = verdict?.order
    plan.now = options.now
    plan.evidence = verdict?.evidence
    plan.datesToOrder = dates.yearLast
    plan.rows = rows
    plan.hasLocalTimes = hasLocalTimes
    plan.doubtfulText = format.encoding == .windows1252 ? doubtful.found : nil
    plan.header = first.mark + head.prefix(layout.headerRows).flatMap(\.raw)
    for (score, named) in zip(layout.scores, named) {
      let evidence = evidence[score.group]
      let name = layout.columns[score.cell]
      for kind in SurveyKind.allCases {
        if let evidence = named[kind], let refusal = UnreadableExport(evidence, of: kind, column: name) {
          throw refusal
        }
      }
      let kind = score.kind ?? (layout.fields[.survey] == nil ? options.survey : nil)
      var scale = evidence.scale(kind, question: QuestionText(name), isGiven: score.isGiven)
      if score.isGiven, let kind, let refusal = UnreadableExport(evidence, of: kind, column: name) {
        throw refusal
      }
      if kind == nil && layout.fields[.survey] == nil { scale.standing = .unnamed }
      plan.scales.append(scale)
      plan.scores.append(
        ScoreColumn(
          name: name, survey: kind, standing: scale.standing,
          answers: evidence.answers,
          lowest: evidence.lowest, highest: evidence.highest, labels: evidence.samples))
    }
    for column in unused where column.couldBeScores {
      let name = layout.columns[column.cell]
      let namesake = zip(layout.scores, plan.scores).first { score, read in
        !score.isGiven && HeaderKey.fold(read.name) == HeaderKey.fold(name)
      }
      plan.scores.append(column.column(named: name, namesake: namesake?.1))
    }
    var read: UInt64 = 0
    for (index, scale) in plan.scales.enumerated() where scale.isRead { read |= 1 << UInt64(min(index, 63)) }
    plan.unanswered = answered.reduce(0) { $0 + ($1.key & read == 0 ? $1.value : 0) }
    plan.records = problems + answered.reduce(0) { $0 + ($1.key & read).nonzeroBitCount * $1.value }
    return plan
  }
}

/// A column that nothing reads, as long as its cells could be scores.
private struct UnusedColumn {
  let cell: Int
  private var evidence = ScaleEvidence()
  private var numbers = RowNumbers()

  init(cell: Int) { self.cell = cell }

  var isOfScores: Bool { evidence.isOfScores }

  /// Three answers tell scores from the numbers of the rows.
  var couldBeScores: Bool {
    isOfScores && evidence.answers > 0 && !(numbers.isProved && evidence.answers >= 3)
  }

  mutating func add(_ reading: AnswerReading, text: String) {
    evidence.add(reading, text: text)
    numbers.add(text)
  }

  /// - Parameter namesake: the column of that name which holds the scores.
  func column(named name: String, namesake: ScoreColumn?) -> ScoreColumn {
    ScoreColumn(
      name: name, survey: namesake?.survey, standing: namesake == nil ? .unnamed : .repeated,
      answers: evidence.answers, lowest: evidence.lowest, highest: evidence.highest, labels: evidence.samples)
  }
}

/// Whether a column without a name numbers the rows 1, 2, 3….
struct RowNumbers {
  private var next: Int?
  private(set) var isProved = false
  private var isBroken = false

  mutating func add(_ cell: String) {
    guard !isBroken, let number = Int(cell), next ?? number == number, number < Int.max else {
      isBroken = true
      isProved = false
      return
    }
    next = number + 1
    isProved = true
  }
}

/// The few names of surveys that a column repeats, understood once.
struct SurveyNames {
  private var known: [String: SurveyKind?] = [:]

  /// The survey that the row names; nil for an unknown name, and for a row or a table without one.
  mutating func kind(of row: TableRow, _ layout: SurveyLayout) -> SurveyKind? {
    guard let cell = layout.fields[.survey] else { return nil }
    let name = row.trimmed(cell)
    if name.isEmpty { return nil }
    if let kind = known[name] { return kind }
    let kind = SurveyKind(named: name)
    if known.count < 256 { known[name] = .some(kind) }
    return kind
  }
}

/// The few labels that a score column repeats, understood once.
struct ReadingCache {
  private var known: [String: AnswerReading] = [:]

  mutating func reading(_ row: TableRow, _ cell: Int) -> AnswerReading {
    let bytes = row.bytes.span.extracting(row.range(cell))
    if bytes.isEmpty { return .blank }
    if bytes.count <= 2, let number = Self.digits(bytes) { return .number(number) }
    let text = row.trimmed(cell)
    if text.isEmpty { return .blank }
    if let reading = known[text] { return reading }
    let reading = AnswerReading(text)
    if known.count < 512 && text.utf8.count < 80 { known[text] = reading }
    return reading
  }

  private static func digits(_ bytes: Span<UInt8>) -> Int? {
    var value = 0
    for index in bytes.indices {
      guard (48...57).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index]) - 48
    }
    return value
  }
}

extension TableRow {
  /// Nil for a blank cell and for a date in no known shape.
  func date(_ index: Int) -> TableDate? { TableDate(bytes.span.extracting(range(index))) }

  var hasControlBytes: Bool { bytes.contains { $0 < 32 && !(9...13).contains($0) && $0 != 27 } }
}
