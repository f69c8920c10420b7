public import VocDomain

/// Reads a table with one header row whose names, or a map, tell the fields: one row, one answer or several.
public struct SurveyCSV: ExportReader {
  public static let format = ExportFormat.surveyCSV
  public let findings: ExportFindings
  private let plan: SurveyPlan

  /// Whether a file's first bytes are a table with a score column that needs no map, and scores in it.
  public static func recognises(_ head: ExportHead) -> Bool {
    var rows: [TableRow] = []
    var hasProblemFirst = false
    var wrong = 0
    let source = ByteSource(name: "", bytes: head.bytes)
    let format = try? TableReader.read(source) { row in
      if rows.count < 21 { rows.append(row) }
    } problem: { _ in
      hasProblemFirst = hasProblemFirst || rows.isEmpty
      wrong += 1
    }
    guard format != nil, !hasProblemFirst, let header = rows.first, header.count > 1 else { return false }
    let columns = header.strings
    guard let positions = try? SurveyColumns.positions(columns, options: ReadingOptions()),
      positions.count > 1
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
        case .label, .likelihood, .unscored: positions[.at].map { row.date($0) != nil } ?? true
        case .blank, .number, .stars: true
        }
      }
    }
    return readable * 2 >= body.count && wrong <= body.count
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, SurveyDialect(lookahead: 1, layout: Self.layout), options)
    findings = plan.findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, record: record, problem: problem)
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first else { throw UnreadableExport.empty }
    let columns = (0..<header.count).map(header.trimmed)
    let positions = try SurveyColumns.positions(columns, options: options)
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
