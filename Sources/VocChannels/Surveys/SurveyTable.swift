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
      scores.contains { cell in
        switch AnswerReading(row.trimmed(cell)) {
        case .unreadable: false
        // "mal, ayer" is prose as well.
        case .label, .unscored: positions[.at].map { row.date($0) != nil } ?? true
        case .blank, .number, .stars: true
        }
      }
    }
    return readable * 2 >= body.count && wrong <= body.count
  }

  /// Reads the whole file once: its columns, its encoding, the order of its dates and how many rows it has.
  ///
  /// Throws `UnreadableExport` for a file that is no table, lacks a score column, or does not fit the map.
  public static func survey(_ source: ByteSource, options: Options) throws -> SurveyTableSurvey {
    var reading = ReadingOptions()
    reading.map = options.map
    reading.survey = options.survey
    reading.order = options.order
    return SurveyTableSurvey(plan: try SurveyPass.survey(source, dialect(needsSurvey: true), reading))
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
    try SurveyPass.read(source, survey.plan, order: order, record: record, problem: problem)
  }

  /// One header row whose usual names tell the fields.
  static func dialect(needsSurvey: Bool) -> SurveyDialect {
    SurveyDialect(lookahead: 1) { rows, options in
      var layout = try layout(rows, options)
      layout.needsSurvey = needsSurvey
      return layout
    }
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first else { throw UnreadableExport.empty }
    let columns = (0..<header.count).map(header.trimmed)
    let given = Options(map: options.map, survey: options.survey, order: options.order)
    let positions = try SurveyColumns.positions(columns, options: given)
    var layout = SurveyLayout(columns: columns)
    layout.isDateRequired = true
    let mapped = Set(try options.map.map { try SurveyColumns.index(of: $0.column, in: [columns]) })
    for field in SurveyField.allCases {
      guard let cell = positions[field] else { continue }
      switch field {
      case .at: layout.dates = [cell]
      case .comment: layout.comments = [cell]
      case _ where field.isScore:
        layout.add(score: cell, kind: field.kind, question: field.rawValue, isGiven: mapped.contains(cell))
      default: layout.fields[field] = cell
      }
    }
    let key = positions[.at].map { HeaderKey.fold(columns[$0]) } ?? ""
    layout.datesAreUTC = key.hasSuffix("utc") || key.hasSuffix("gmt")
    return layout
  }
}
