public import VocDomain

/// Reads LimeSurvey's export of responses in CSV, headed by codes, by texts, or by both ("NPS. ¿Qué tan…?").
///
/// A response without submitdate was left before its end; 1980-01-01 stands for no date in a survey without
/// dates.
/// The survey's number is in the file's name only: results-survey123456.csv.
public struct LimeSurveyExport: ExportReader {
  public static let format = ExportFormat.limesurvey
  public let findings: ExportFindings
  private let plan: SurveyPlan

  public static func recognises(_ head: ExportHead) -> Bool {
    TableHead.rows(head, most: 1).first.map { standard($0) != nil } ?? false
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, Self.dialect, options)
    var findings = plan.findings
    findings.account = Self.survey(source.name)
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, record: record, problem: problem)
  }

  private static var dialect: SurveyDialect { SurveyDialect(lookahead: 1, layout: layout) }

  private static func survey(_ fileName: String) -> String? {
    guard fileName.hasPrefix("results-survey") || fileName.hasPrefix("survey_") else { return nil }
    let digits = fileName.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  /// The columns that every survey has; nil for a header without the three that tell LimeSurvey.
  private static func standard(_ header: [String]) -> [String: Int]? {
    var found: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      let (code, text) = parts(name)
      guard let id = names[HeaderKey.fold(code)] ?? names[HeaderKey.fold(text)], found[id] == nil else {
        continue
      }
      found[id] = index
    }
    guard found["id"] == 0, found["submitdate"] != nil, found["lastpage"] != nil,
      found["startlanguage"] != nil
    else { return nil }
    return found
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let header = rows.first?.trimmedCells, let known = standard(header),
      let submit = known["submitdate"]
    else { throw UnreadableExport.noHeader }
    var layout = SurveyLayout(columns: header)
    layout.fields[.id] = known["id"]
    layout.fields[.name] = known["firstname"]
    layout.fields[.lastName] = known["lastname"]
    layout.fields[.email] = known["email"]
    layout.dates = ["submitdate", "datestamp", "startdate"].compactMap { known[$0] }
    layout.completion = .submitted(submit)
    let timings = header.indices.filter { isTiming(parts(header[$0]).code) }
    layout.ignored = Set(known.values).union(timings).subtracting(layout.fields.values).subtracting(
      layout.dates)
    let columns = header.map { name in
      let (code, text) = parts(name)
      return ToolColumns.Column(code: code, text: text, question: code)
    }
    try ToolColumns.fill(
      &layout, columns, taken: Set(known.values).union(timings), options: options)
    return layout
  }

  /// "NPS. ¿Qué tan probable…?" is a code with a text; anything else is both at once.
  private static func parts(_ name: String) -> (code: String, text: String) {
    guard let dot = name.firstRange(of: ". "), dot.lowerBound > name.startIndex,
      !name[..<dot.lowerBound].contains(where: \.isWhitespace)
    else { return (name, name) }
    return (String(name[..<dot.lowerBound]), String(name[dot.upperBound...]))
  }

  /// "interviewtime", "groupTime12", "NPSTime".
  private static func isTiming(_ code: String) -> Bool {
    code == "interviewtime" || code.hasPrefix("groupTime") || code.hasSuffix("Time")
  }

  private static let names: [String: String] = {
    let spellings: [(String, String)] = [
      ("id", "id responseid iddelarespuesta idderespuesta iddaresposta"),
      ("submitdate", "submitdate datesubmitted fechadeenvio datadeenvio"),
      ("lastpage", "lastpage ultimapagina"),
      ("startlanguage", "startlanguage lenguajeinicial idiomainicial idiomadeinicio linguageminicial"),
      ("seed", "seed semilla semente"), ("token", "token accesscode"),
      ("startdate", "startdate datestarted fechadeinicio datadeinicio"),
      ("datestamp", "datestamp datelastaction fechadelaultimaaccion datadaultimaacao"),
      ("ipaddr", "ipaddr ipaddress direccionip enderecoip"), ("refurl", "refurl referrerurl urldereferencia"),
      ("firstname", "firstname"), ("lastname", "lastname"), ("email", "email emailaddress"),
    ]
    var table: [String: String] = [:]
    for (id, names) in spellings {
      for name in names.split(separator: " ") { table[String(name)] = id }
    }
    return table
  }()
}
