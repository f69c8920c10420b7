import VocDomain

/// What a first reading of a survey table settled.
struct SurveyPlan: Sendable {
  var format: TableFormat
  var layout: SurveyLayout
  /// One for each of the layout's scores.
  var scales: [ColumnScale] = []
  /// The survey of rows that name none.
  var survey: SurveyKind?
  var order: DateOrder?
  var now: Instant?
  var evidence: DateOrder.Evidence?
  var datesToOrder = 0
  var rows = 0
  var unanswered = 0
  /// Answers and problems, as far as counting is cheap.
  var records = 0
  var scores: [ScoreColumn] = []
  var hasLocalTimes = false
  var doubtfulText: DoubtfulText?
  var header: [UInt8] = []

  var findings: ExportFindings {
    var findings = ExportFindings()
    findings.records = records
    findings.hasLocalTimes = hasLocalTimes
    findings.order = order
    findings.evidence = evidence
    findings.isOrderMissing = order == nil && datesToOrder > 0
    findings.header = header
    findings.encoding = format.encoding == .utf8 ? nil : format.encoding
    findings.scores = scores
    let named = Set(scores.map(\.name))
    findings.unusedColumns = layout.others.map { layout.columns[$0] }.filter {
      !$0.isEmpty && !named.contains($0)
    }
    findings.unanswered = unanswered
    findings.doubtfulText = doubtfulText
    return findings
  }

  /// The score columns that are read, with their scales.
  var readScores: [(score: SurveyLayout.Score, scale: ColumnScale)] {
    zip(layout.scores, scales).filter { $1.isRead }.map { ($0, $1) }
  }
}

/// What to do with the rows at the top of a file.
struct SurveyDialect {
  /// Rows that may be header.
  var lookahead: Int
  /// Throws `UnreadableExport` for a header that is not this format's.
  var layout: (_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout
}

/// The two readings that all survey tables share.
enum SurveyPass {
  /// Reads the whole file once.
  static func survey(_ source: ByteSource, _ dialect: SurveyDialect, _ options: ReadingOptions) throws
    -> SurveyPlan
  {
    var scan = SurveyScan(dialect: dialect, options: options)
    let format = try TableReader.read(source) {
      try scan.add($0)
    } problem: {
      try scan.add($0)
    }
    return try scan.plan(format)
  }

  /// Reads the file again; throws `UnreadableExport.noHeader` for another file than the one surveyed.
  ///
  /// A row with a problem gives no answer at all, so that it can be mended and fed again.
  static func read(
    _ source: ByteSource, _ plan: SurveyPlan,
    record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var reader = SurveyRowReader(plan: plan)
    var headerRows = plan.layout.headerRows
    try TableReader.read(source, format: plan.format) { row in
      if headerRows > 0 {
        headerRows -= 1
        // The file changed since it was surveyed.
        if row.count != plan.layout.columns.count { throw UnreadableExport.noHeader }
        return
      }
      guard let trouble = try reader.read(row, { try record(.answer($0)) }) else { return }
      try problem(
        ImportProblem(
          line: row.line, column: row.column(of: trouble.cell), lineCount: row.lineCount,
          reason: trouble.reason, raw: row.raw))
    } problem: {
      try problem($0)
    }
  }
}
