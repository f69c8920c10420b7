public import VocDomain

/// Reads a table with one header row whose names, or a map, tell the fields.
public struct SurveyCSV: ExportReader {
  public static let format = ExportFormat.surveyCSV
  public let findings: ExportFindings
  private let plan: SurveyPlan

  public static func recognises(_ head: ExportHead) -> Bool { SurveyTable.recognises(head.bytes) }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, SurveyTable.dialect(needsSurvey: false), options)
    findings = plan.findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, order: nil) {
      try record(.answer($0))
    } problem: {
      try problem($0)
    }
  }
}
