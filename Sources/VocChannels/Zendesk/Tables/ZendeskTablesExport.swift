public import VocDomain

/// Zendesk Support as flat tables, one CSV a table, as connectors to data warehouses (Fivetran) write them.
///
/// Tickets, comments, users, satisfaction ratings, field history, chats and chat events; told by the columns. Their
/// times are written without a zone and are UTC, by the connector's convention: "2020-02-11 07:49:14".
///
/// Source: Fivetran, "Zendesk Support: schema"; fivetran/dbt_zendesk.
public struct ZendeskTablesExport: ExportReader {
  public static let format = ExportFormat.zendeskTables

  public private(set) var findings = ExportFindings()
  private let table: ZendeskTable
  private let tableFormat: TableFormat
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    var header: [String]?
    _ = try? TableReader.read(ByteSource(name: "", bytes: head.bytes)) { row in
      if header == nil { header = row.strings }
    } problem: { _ in
      // The head may end within a row.
    }
    return header.flatMap(ZendeskTable.init(columns:)) != nil
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    var table: ZendeskTable?
    var findings = ExportFindings()
    tableFormat = try TableReader.read(source) { row in
      guard let known = table else {
        guard let read = ZendeskTable(columns: row.strings) else {
          throw UnreadableExport.missingColumns(needed: ZendeskTable.needed, found: row.strings)
        }
        table = read
        findings.header = row.mark + row.raw
        return
      }
      findings.records += 1
      if findings.account == nil, let url = known.index["url"] {
        findings.account = ZendeskValue.subdomain(row.trimmed(url))
      }
    } problem: { _ in
      if table == nil { throw UnreadableExport.noHeader }
      findings.records += 1
    }
    guard let table else { throw UnreadableExport.empty }
    self.table = table
    findings.encoding = tableFormat.encoding == .utf8 ? nil : tableFormat.encoding
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var isHeader = true
    try TableReader.read(source, format: tableFormat) { row in
      if isHeader {
        isHeader = false
        return
      }
      if let column = table.damagedNumber(in: row) {
        try problem(Self.problem(.number, row, column: row.column(of: column)))
        return
      }
      let records: [ExportRecord]
      do throws(ZendeskFault) {
        records = try table.records(of: row).possible(at: now)
      } catch {
        try problem(Self.problem(error.reason, row))
        return
      }
      for made in records { try record(made) }
    } problem: {
      try problem($0)
    }
  }

  private static func problem(
    _ reason: ImportProblem.Reason, _ row: TableRow, column: Int? = nil
  ) -> ImportProblem {
    ImportProblem(line: row.line, column: column, lineCount: row.lineCount, reason: reason, raw: row.raw)
  }
}
