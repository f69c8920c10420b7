public import VocDomain

/// Reads a Qualtrics data export in CSV or TSV: three header rows, or the two of the legacy exporter.
///
/// Columns are told by the import ids of the third row, `{"ImportId":"finished"}`, because codes can be
/// renamed
/// and texts are in the language of whoever exported. Source: Qualtrics Support, "Understanding Your
/// Dataset".
public struct QualtricsExport: ExportReader {
  public static let format = ExportFormat.qualtrics
  public let findings: ExportFindings
  private let plan: SurveyPlan

  public static func recognises(_ head: ExportHead) -> Bool { Header(TableHead.rows(head, most: 3)) != nil }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, Self.dialect, options)
    findings = plan.findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, record: record, problem: problem)
  }

  private static var dialect: SurveyDialect { SurveyDialect(lookahead: 3, layout: layout) }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = Header(rows.map(\.trimmedCells)) else { throw UnreadableExport.noHeader }
    var layout = SurveyLayout(columns: header.names)
    layout.headerRows = header.rows
    var known: [String: Int] = [:]
    for (index, id) in header.ids.enumerated() where standard.contains(id) && known[id] == nil {
      known[id] = index
    }
    layout.fields[.id] = known["_recordid"]
    layout.fields[.name] = known["recipientfirstname"] ?? known["name"]
    layout.fields[.lastName] = known["recipientlastname"]
    layout.fields[.email] = known["recipientemail"]
    layout.dates = ["enddate", "recordeddate", "startdate"].compactMap { known[$0] }
    layout.completion = .qualtrics(
      status: known["status"], finished: known["finished"], progress: known["progress"])
    layout.ignored = Set(known.values).subtracting(layout.fields.values).subtracting(layout.dates)
    let columns = header.codes.indices.map { index in
      let id = header.ids[index]
      return ToolColumns.Column(
        code: header.codes[index], text: header.texts[index],
        question: id.isEmpty ? header.codes[index] : header.importIDs[index], isOpen: id.hasSuffix("_text"))
    }
    try ToolColumns.fill(&layout, columns, taken: Set(known.values), options: options)
    return layout
  }

  /// The import ids of what every survey has, in lower case.
  private static let standard: Set<String> = [
    "startdate", "enddate", "status", "ipaddress", "progress", "duration", "finished", "recordeddate",
    "_recordid",
    "recipientlastname", "recipientfirstname", "recipientemail", "externaldatareference", "locationlatitude",
    "locationlongitude", "distributionchannel", "userlanguage", "name", "responseset", "locationaccuracy",
  ]
}

extension QualtricsExport {
  /// The header rows, understood.
  private struct Header {
    var rows: Int
    var codes: [String]
    var texts: [String]
    var importIDs: [String]

    /// Import ids in lower case.
    var ids: [String] { importIDs.map { $0.lowercased() } }
    /// The question's text, its code where it has none.
    var names: [String] { zip(codes, texts).map { $1.isEmpty ? $0 : $1 } }

    init?(_ rows: [[String]]) {
      guard let codes = rows.first, codes.count > 3 else { return nil }
      self.codes = codes
      let second = rows.count > 1 ? rows[1] : []
      if rows.count > 2, let ids = Self.importIDs(rows[2]) {
        (self.rows, texts, importIDs) = (3, second, ids)
      } else if let ids = Self.importIDs(second) {
        // Somebody took the row of texts out.
        (self.rows, texts, importIDs) = (2, codes, ids)
      } else if Self.legacy.indices.allSatisfy({ codes.count > $0 && codes[$0] == "V\($0 + 1)" }) {
        guard second.first.map(HeaderKey.fold) == "responseid" else { return nil }
        let rest = codes.dropFirst(Self.legacy.count).map { Self.ofLegacy[$0] ?? $0 }
        (self.rows, texts, importIDs) = (2, second, Self.legacy + rest)
      } else if codes.contains("ResponseId") && codes.contains("RecordedDate") && codes.contains("Finished") {
        // Without the import ids: a row of texts has no date where the start stands.
        let start = codes.firstIndex(of: "StartDate") ?? codes.firstIndex(of: "RecordedDate")
        let isText = start.map { $0 < second.count && !second[$0].contains(where: \.isNumber) } ?? false
        (self.rows, texts) = isText && !second.isEmpty ? (2, second) : (1, codes)
        importIDs = codes.map { Self.ofCode[$0] ?? $0 }
      } else {
        return nil
      }
      guard texts.count == codes.count, importIDs.count == codes.count else { return nil }
    }

    /// The ids of a row of `{"ImportId":"QID1"}`; nil for any other row.
    private static func importIDs(_ row: [String]) -> [String]? {
      guard row.first?.hasPrefix("{\"ImportId\":\"") == true || row.first?.hasPrefix("{'ImportId': '") == true
      else { return nil }
      return row.map { cell in
        let parts = cell.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        return parts.count > 3 ? String(parts[3]) : ""
      }
    }

    private static let legacy = [
      "_recordId", "responseSet", "name", "externalDataReference", "recipientEmail", "ipAddress", "status",
      "startDate", "endDate", "finished",
    ]
    private static let ofLegacy = [
      "LocationLatitude": "locationLatitude", "LocationLongitude": "locationLongitude",
      "LocationAccuracy": "locationAccuracy",
    ]
    private static let ofCode = [
      "ResponseId": "_recordId", "ExternalReference": "externalDataReference",
      "Duration (in seconds)": "duration",
      "IPAddress": "ipAddress",
    ]
  }
}
