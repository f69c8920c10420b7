public import VocDomain

/// Chatwoot's download of satisfaction answers, a CSV whose headers are in the account's language.
///
/// Source: chatwoot/chatwoot, app/views/api/v1/accounts/csat_survey_responses/download.csv.erb: the columns are known
/// by their place; the last line is one cell with the period; a cell may begin with "'" against formulas.
public struct ChatwootSatisfaction: ExportReader {
  public static var format: ExportFormat { .chatwootCSAT }
  public let findings: ExportFindings
  private let table: TableFormat
  private let now: Instant?

  private enum Column {
    static let agent = 0, rating = 1, feedback = 2, name = 3, email = 4, phone = 5, link = 6, at = 7
  }

  /// The ninth, notes of whoever reviews answers, is the paid edition's.
  private static let columns = 8...9

  public static func recognises(_ head: ExportHead) -> Bool {
    var rows: [TableRow] = []
    let source = ByteSource(name: "", bytes: head.bytes)
    let format = try? TableReader.read(source) {
      if rows.count < 3 { rows.append($0) }
    } problem: { _ in
    }
    guard format != nil, let header = rows.first, columns.contains(header.count) else { return false }
    if HeaderKey.fold(header[Column.link]) == "linktotheconversation" { return true }
    guard rows.count > 1 else { return false }
    return conversation(cell(rows[1], Column.link)) != nil && Int(cell(rows[1], Column.rating)) != nil
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    var found = ExportFindings()
    var isHeader = true
    table = try TableReader.read(source) { row in
      if isHeader {
        if !Self.columns.contains(row.count) { throw UnreadableExport.noHeader }
        found.header = row.raw
        isHeader = false
        return
      }
      found.records += 1
      found.account = found.account ?? Self.conversation(Self.cell(row, Column.link))?.account
      if case .local = row.date(Column.at)?.time(nil) { found.hasLocalTimes = true }
    } problem: { _ in
      found.records += 1
    }
    if table.encoding != .utf8 { found.encoding = table.encoding }
    findings = found
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var isHeader = true
    /// A line of one cell: the period if it is the last one.
    var period: ImportProblem?
    func settle() throws {
      if let period { try problem(period) }
      period = nil
    }
    try TableReader.read(source, format: table) { row in
      if isHeader {
        isHeader = false
        return
      }
      try settle()
      switch answer(row) {
      case .success(let answer): try record(.answer(answer))
      case .failure(let trouble):
        try problem(
          ImportProblem(
            line: row.line, column: row.column(of: trouble.cell), lineCount: row.lineCount,
            reason: trouble.reason,
            raw: row.raw))
      }
    } problem: { trouble in
      try settle()
      if trouble.reason == .cells && !trouble.raw.contains(table.delimiter) {
        period = trouble
      } else {
        try problem(trouble)
      }
    }
  }

  private struct Trouble: Error {
    let reason: ImportProblem.Reason
    let cell: Int
  }

  private func answer(_ row: TableRow) -> Result<AnswerRecord, Trouble> {
    guard let score = Int(Self.cell(row, Column.rating)), SurveyKind.csat.scale.contains(score) else {
      return .failure(Trouble(reason: .score, cell: Column.rating))
    }
    let written = Self.cell(row, Column.at)
    guard let at = TableDate(Array(written.utf8).span)?.time(nil) else {
      return .failure(Trouble(reason: .date, cell: Column.at))
    }
    guard at.isPossible(at: now) else {
      return .failure(Trouble(reason: .impossibleDate, cell: Column.at))
    }
    var answer = AnswerRecord(line: row.line, survey: .csat, score: score, at: at)
    answer.comment = Self.cell(row, Column.feedback)
    answer.name = Self.words(row, Column.name)
    answer.email = Self.words(row, Column.email)
    answer.phone = Self.words(row, Column.phone)
    answer.agent = Self.words(row, Column.agent).map(Self.agentName)
    if let conversation = Self.conversation(Self.cell(row, Column.link)) {
      answer.ticketKey = conversation.id
      answer.key = Self.key(conversation: conversation.id)
      if case .instant(let recorded) = at { answer.updatedAt = recorded }
    }
    return .success(answer)
  }

  /// What the answer is known by, here and in the messages of its conversation, which is asked only once.
  static func key(conversation id: String) -> String { "csat:\(id)" }

  /// Without the sign that keeps spreadsheets from taking it for a formula.
  private static func cell(_ row: TableRow, _ index: Int) -> String {
    let text = row.trimmed(index)
    guard text.hasPrefix("'"), let next = text.dropFirst().first, "=+-@%|".contains(next) else { return text }
    return String(text.dropFirst())
  }

  private static func words(_ row: TableRow, _ index: Int) -> String? {
    let text = cell(row, index)
    return text.isEmpty ? nil : text
  }

  /// "Ana Pérez (ana@example.com)".
  private static func agentName(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[open...].contains("@") else {
      return text
    }
    let name = String(text[..<open]).trimmed
    return name.isEmpty ? String(text[open...].dropFirst().dropLast()) : String(name)
  }

  /// "https://app.chatwoot.com/app/accounts/7/conversations/123".
  private static func conversation(_ link: String) -> (account: String?, id: String)? {
    let parts = link.split(whereSeparator: { "/?#".contains($0) }).map(String.init)
    guard let place = parts.firstIndex(of: "conversations"), place + 1 < parts.count,
      Int64(parts[place + 1]) != nil
    else { return nil }
    let account = place >= 2 && parts[place - 2] == "accounts" ? parts[place - 1] : nil
    return (account, parts[place + 1])
  }
}
