public import VocDomain

/// Survey answers in a table (CSV, TSV and their relatives): one row, one answer or several.
///
///     let survey = try SurveyTable.survey(source, options: SurveyTable.Options(survey: .csat))
///     try SurveyTable.read(source, survey: survey, order: nil) { answers.append($0) } problem: { … }
///
/// Two readings, because the order of day and month and the encoding show only in the whole file.
public enum SurveyTable {
  /// What whoever imports says about the file.
  public struct Options: Sendable {
    /// Column names with the fields that they hold (see `SurveyField`); they win over recognition.
    public var map: [(column: String, field: String)]
    /// The survey of rows that name none.
    public var survey: SurveyKind?
    /// The order of day and month, so that nothing need prove it.
    public var order: DateOrder?

    public init(
      map: [(column: String, field: String)] = [], survey: SurveyKind? = nil, order: DateOrder? = nil
    ) {
      self.map = map
      self.survey = survey
      self.order = order
    }
  }

  /// What became of the rows: `rows == answered + blank + problems`.
  public struct Tally: Equatable, Sendable {
    /// Rows below the header.
    public var rows = 0
    /// Rows that gave an answer.
    public var answered = 0
    /// Rows with no score in any score column.
    public var blank = 0
    /// Rows that are problems.
    public var problems = 0
    /// Answers; more than `answered` where a row answers several surveys.
    public var answers = 0

    public init() {}
  }

  /// Whether a file's first bytes are a table with a score column that needs no map, and scores in it.
  public static func recognises(_ head: [UInt8]) -> Bool {
    var rows: [TableRow] = []
    var hasProblemFirst = false
    var wrong = 0
    let source = ByteSource(name: "", bytes: head)
    let format = try? TableReader.read(source) { row in
      if rows.count < 21 { rows.append(row) }
    } problem: { _ in
      hasProblemFirst = hasProblemFirst || rows.isEmpty
      wrong += 1
    }
    guard format != nil, !hasProblemFirst, let header = rows.first, header.count > 1 else { return false }
    let columns = header.strings
    guard let positions = try? SurveyColumns.positions(columns, options: Options()), positions.count > 1
    else { return false }
    // A question inside prose has no row of cells below it.
    let body = rows.dropFirst()
    if body.isEmpty { return wrong <= 1 }
    let scores = positions.filter { $0.key.isScore }.values
    let readable = body.count { row in
      scores.contains { row.score($0) != .unreadable }
    }
    return readable * 2 >= body.count && wrong <= body.count
  }

  /// Reads the whole file once: its columns, its encoding, the order of its dates and how many rows it has.
  ///
  /// Throws `UnreadableExport` for a file that is no table, lacks a score column, or does not fit the map.
  public static func survey(_ source: ByteSource, options: Options) throws -> SurveyTableSurvey {
    var header: TableRow?
    var columns: [String] = []
    var positions: [SurveyField: Int] = [:]
    var dates = DateColumn()
    var rows = 0
    let format = try TableReader.read(source) { row in
      guard header != nil else {
        header = row
        if row.hasControlBytes { throw UnreadableExport.binary }
        columns = (0..<row.count).map { row.trimmed($0) }
        positions = try SurveyColumns.positions(columns, options: options)
        return
      }
      rows += 1
      if let at = positions[.at], let date = row.date(at) { dates.add(date) }
    } problem: { problem in
      guard header != nil else {
        throw problem.reason == .binary ? UnreadableExport.binary : UnreadableExport.noHeader
      }
      rows += 1
    }
    guard let header else { throw UnreadableExport.empty }
    let verdict = options.order.map { (order: $0, evidence: DateOrder.Evidence.given) } ?? dates.verdict
    let key = positions[.at].map { HeaderKey.fold(columns[$0]) } ?? ""
    return SurveyTableSurvey(
      format: format, columns: columns, positions: positions, survey: options.survey, order: verdict?.order,
      evidence: verdict?.evidence, datesToOrder: dates.yearLast,
      datesAreUTC: key.hasSuffix("utc") || key.hasSuffix("gmt"), rows: rows, rawHeader: header.raw)
  }

  /// Reads the file again and hands over its answers and problems in the order of the file.
  ///
  /// A row with a problem gives no answer at all, so that it can be mended and fed again. Throws
  /// `UnreadableExport.noHeader` for another file than the one surveyed.
  /// - Parameter order: how to read dates with the year last; nil takes the order that was proved.
  @discardableResult
  public static func read(
    _ source: ByteSource, survey: SurveyTableSurvey, order: DateOrder?,
    record: (AnswerRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws -> Tally {
    var tally = Tally()
    var reader = SurveyRowReader(survey: survey, order: order ?? survey.order)
    var isHeader = true
    try TableReader.read(source, format: survey.format) { row in
      if isHeader {
        isHeader = false
        // The file changed since it was surveyed.
        if row.count != survey.columns.count { throw UnreadableExport.noHeader }
        return
      }
      tally.rows += 1
      switch try reader.read(row, record) {
      case .blank: tally.blank += 1
      case .answers(let count):
        tally.answered += 1
        tally.answers += count
      case .problem(let reason, let cell):
        tally.problems += 1
        try problem(
          ImportProblem(
            line: row.line, column: cell.flatMap { row.column(of: $0) }, lineCount: row.lineCount,
            reason: reason, raw: row.raw))
      }
    } problem: {
      tally.rows += 1
      tally.problems += 1
      try problem($0)
    }
    return tally
  }
}

extension TableRow {
  func score(_ index: Int) -> SurveyCell.Score { SurveyCell.score(bytes.span.extracting(range(index))) }

  /// Nil for a blank cell and for a date in no known shape.
  func date(_ index: Int) -> TableDate? { TableDate(bytes.span.extracting(range(index))) }

  fileprivate var hasControlBytes: Bool {
    bytes.contains { $0 < 32 && !(9...13).contains($0) && $0 != 27 }
  }
}
