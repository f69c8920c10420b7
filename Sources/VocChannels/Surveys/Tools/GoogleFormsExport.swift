public import VocDomain

/// Reads the answers of a Google Form as CSV: from the form (times with an offset) or from its Sheet
/// (without).
///
/// The form writes "2022/02/13 10:26:52 p. m. GMT-3", the Sheet the dates of its own region.
public struct GoogleFormsExport: ExportReader {
  public static let format = ExportFormat.googleForms
  public let findings: ExportFindings
  private let plan: SurveyPlan

  public static func recognises(_ head: ExportHead) -> Bool {
    let rows = TableHead.rows(head, most: 3)
    guard let header = rows.first, header.count > 1, let stamp = header.first, stamps.contains(stamp) else {
      return false
    }
    // Only a form has whole questions for names.
    let asks = header.dropFirst().contains { $0.contains("?") || $0.contains(" ") }
    let dated = rows.dropFirst().allSatisfy { row in
      row.first.map { TableDate($0.utf8Bytes.span) != nil } ?? false
    }
    return asks && dated
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, Self.dialect, options)
    findings = plan.findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, record: record, problem: problem)
  }

  private static var dialect: SurveyDialect { SurveyDialect(lookahead: 1, layout: layout) }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first?.trimmedCells, header.count > 1, stamps.contains(header[0]) else {
      throw UnreadableExport.noHeader
    }
    var layout = SurveyLayout(columns: header)
    layout.dates = [0]
    layout.isDateRequired = true
    let columns = header.map { ToolColumns.Column(code: "", text: $0, question: HeaderKey.fold($0)) }
    try ToolColumns.fill(&layout, columns, taken: [0], options: options)
    return layout
  }

  private static let stamps: Set<String> = ["Marca temporal", "Timestamp", "Carimbo de data/hora"]
}
